// SPDX-License-Identifier: Apache-2.0

/// Tells what a contract has cost from what its renewal will: beside an amount whose header says that it is the next one, an amount that
/// says nothing of the kind is the one that recurs now.
enum RenewalAmounts {
  /// What the renewal brings,
  private static let key = "amount"
  /// and what the contract has brought.
  private static let before = "opening"

  static func settle(_ reading: inout KindReading) {
    guard reading.prefix == "re", let place = reading.columns.firstIndex(where: { $0.key == key }),
      !saysNext(reading.columns[place].header)
    else { return }
    let next = reading.leftAlone.indices.filter { index in
      let column = reading.leftAlone[index]
      return saysNext(column.header) && column.contents.share(column.contents.numbers) >= 0.6
        && column.contents.largest > 100 && column.contents.dates == 0
    }
    guard next.count == 1, let other = next.first else { return }
    let column = reading.columns[place]
    if reading.columns.contains(where: { $0.key == before }) {
      reading.leftAlone.append(
        LeftAloneColumn(
          number: column.number, header: column.header, reason: .taken(key: key), contents: column.contents))
      reading.columns.remove(at: place)
    } else {
      reading.columns[place].key = before
    }
    let found = reading.leftAlone.remove(at: other)
    reading.columns.append(
      ColumnProposal(
        number: found.number, header: found.header, key: key, confidence: column.confidence,
        evidence: Evidence(word: .part(found.header), cells: .agree), contents: found.contents, isID: false,
        alternatives: []))
    reading.columns.sort { $0.number < $1.number }
    reading.leftAlone.sort { $0.number < $1.number }
  }

  /// Whether a header of amounts speaks of the renewal: Verlängerung angeboten zu, ‘Quoted for next term’, 續約報價.
  private static func saysNext(_ header: String) -> Bool {
    HeaderWords(header).words.contains { word in
      words.contains(word) || starts.contains { word.hasPrefix($0) } || characters.contains { word.contains($0) }
    }
  }

  private static let words: Set<String> = ["renewal", "renewed", "renew", "next", "new", "neu", "neuer", "neue"]
  private static let starts = ["verlanger", "folgevertrag"]
  private static let characters = ["续", "新年费", "新合同", "下期", "次年"]
}
