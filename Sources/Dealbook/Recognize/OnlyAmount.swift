// SPDX-License-Identifier: Apache-2.0

/// The one column of amounts on a sheet of deals whose header says an amount of something that is not known: ‘OCH Revenue’. Where no other
/// column of numbers may be an amount, it is what the deals are worth, and needs to be asked about.
enum OnlyAmount {
  static func settle(_ reading: inout KindReading) {
    guard reading.prefix == "de", let key = AmountDoubt.amounts["de"],
      !reading.columns.contains(where: { $0.key == key }),
      reading.columns.contains(where: { $0.key == "stage" && !$0.evidence.isWeak })
    else { return }
    let amounts = reading.leftAlone.indices.filter { index in
      let column = reading.leftAlone[index]
      return column.contents.numbers > 3 && column.contents.share(column.contents.numbers) >= 0.8
        && column.contents.largest >= 100 && AmountHeader(column.header).isAmount
        && !AmountHeader.saysOther(column.header) && !WordIndex.turns(HeaderWords(column.header))
    }
    guard amounts.count == 1, let place = amounts.first, reading.leftAlone[place].reason == .unknownWord else { return }
    let column = reading.leftAlone.remove(at: place)
    reading.columns.append(
      ColumnProposal(
        number: column.number, header: column.header, key: key, confidence: 0.6,
        evidence: Evidence(word: .part(column.header), cells: .agree, isWeak: true), contents: column.contents,
        isID: false, alternatives: []))
    reading.columns.sort { $0.number < $1.number }
  }
}
