// SPDX-License-Identifier: Apache-2.0

/// Completes what makes recurring revenue rise and fall on a sheet of renewals. ‘New’ and ‘Churn’ say little alone; as amounts beside
/// expansion or contraction they are two more of the same, and retention without them would be wrong.
enum RenewalMovements {
  private static let keys: [(key: String, words: Set<String>)] = [
    ("churn", ["churn", "churned", "lost", "流失"]), ("new", ["new", "新增"]),
  ]

  static func settle(_ reading: inout KindReading) {
    guard reading.prefix == "re", reading.columns.contains(where: { $0.key == "expand" || $0.key == "contract" })
    else { return }
    for (key, words) in keys where !reading.columns.contains(where: { $0.key == key }) {
      let place = reading.leftAlone.firstIndex { column in
        let header = HeaderWords(column.header, keepsBrackets: false).words
        return header.count == 1 && words.contains(header[0])
          && column.contents.share(column.contents.numbers) >= 0.8
      }
      guard let place else { continue }
      let column = reading.leftAlone.remove(at: place)
      reading.columns.append(
        ColumnProposal(
          number: column.number, header: column.header, key: key, confidence: 0.85,
          evidence: Evidence(word: .part(column.header), cells: .agree), contents: column.contents, isID: false,
          alternatives: []))
    }
    reading.columns.sort { $0.number < $1.number }
  }
}
