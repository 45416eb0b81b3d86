// SPDX-License-Identifier: Apache-2.0

import Base
import Playbook

/// Chooses between two columns of the same amounts, one before tax and one after: what a customer owes and pays is the amount after tax; what
/// a sales team has sold, in most languages, the one before.
struct NetOrGross {
  private enum Side { case net, gross }

  static func settle(_ reading: inout KindReading) {
    guard let key = AmountDoubt.amounts[reading.prefix],
      let place = reading.columns.firstIndex(where: { $0.key == key })
    else { return }
    let column = reading.columns[place]
    let wanted: Side = reading.prefix == "pa" ? .gross : .net
    let side = side(of: column.header)
    // What a customer owes is the gross amount, where one column says that it is.
    guard side == nil ? reading.prefix == "pa" : side != wanted else { return }
    // In Chinese the amount of a contract is the one after tax.
    if wanted == .net, reading.prefix != "de", column.header.unicodeScalars.contains(where: { $0.value > 0x2FFF }) {
      return
    }
    guard
      let other = reading.leftAlone.firstIndex(where: { other in
        self.side(of: other.header) == wanted && AmountHeader(other.header).isAmount
          && other.contents.share(other.contents.numbers + other.contents.numberTexts) >= 0.6
          && (side != nil || other.contents.largest > column.contents.largest)
          && differByTax(other.contents.largest, column.contents.largest)
      })
    else { return }
    let found = reading.leftAlone.remove(at: other)
    reading.columns[place] = ColumnProposal(
      number: found.number, header: found.header, key: key, confidence: column.confidence, evidence: column.evidence,
      contents: found.contents, isID: false, alternatives: [])
    reading.leftAlone.append(
      LeftAloneColumn(number: column.number, header: column.header, reason: .taken(key: key), contents: column.contents)
    )
    reading.columns.sort { $0.number < $1.number }
    reading.leftAlone.sort { $0.number < $1.number }
  }

  /// Whether two amounts may be the same before and after tax. Where one is half of the other, they are something else.
  private static func differByTax(_ one: Double, _ other: Double) -> Bool {
    guard one.isFinite, other.isFinite, one > 0, other > 0 else { return true }
    return max(one, other) / min(one, other) <= 1.35
  }

  private static func side(of header: String) -> Side? {
    let folded = Simplified.text(TextFolding.folded(header))
    if ["不含税", "未税", "税前"].contains(where: { folded.containsBytes(of: $0) }) { return .net }
    if ["含税", "价税合计", "税后"].contains(where: { folded.containsBytes(of: $0) }) { return .gross }
    let words = folded.split { !$0.isLetter }.map(String.init)
    func begins(_ starts: [String]) -> Bool { words.contains { word in starts.contains { word.hasPrefix($0) } } }
    let isNet = begins(["netto", "excl", "exkl"]) || words.contains { ["net", "ht", "ex"].contains($0) }
    let isGross = begins(["brutto", "gross", "incl", "inkl"]) || words.contains { ["ttc", "inc"].contains($0) }
    return isNet == isGross ? nil : isNet ? .net : .gross
  }
}
