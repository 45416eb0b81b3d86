// SPDX-License-Identifier: Apache-2.0

import Playbook

/// The column of a list of receivables that says how much of each amount is still open, where none says what was received: a report on
/// ageing has the amount of the invoice and its balance.
enum OpenBalance {
  /// The amount of the invoice,
  static let amount = "amt_override"
  /// and what is still open of it.
  static let key = "open_amount"

  /// Finds it among the columns of a reading.
  static func settle(_ reading: inout KindReading) {
    takeAsAmount(&reading)
    guard reading.prefix == "pa",
      let amount = reading.columns.first(where: { $0.key == amount }), !ReceiptSign.saysOpen(amount.header),
      !reading.columns.contains(where: { $0.key == "received" || $0.key == key })
    else { return }
    let fitting = reading.leftAlone.indices.filter { index in
      let column = reading.leftAlone[index]
      return (ReceiptSign.saysOpen(column.header) || HeaderWords(column.header).key.hasSuffix("offen"))
        && !isOfKinds(column.header) && fits(column.contents, amount.contents)
    }
    // Of several, such as one for each span of days, none is the balance.
    guard fitting.count == 1, let place = fitting.first else { return }
    let column = reading.leftAlone.remove(at: place)
    reading.columns.append(
      ColumnProposal(
        number: column.number, header: column.header, key: key, confidence: max(0.8, min(0.95, amount.confidence)),
        evidence: Evidence(word: .openBalance, cells: .agree), contents: column.contents, isID: false,
        alternatives: []))
    reading.columns.sort { $0.number < $1.number }
  }

  /// Where nothing else says what was invoiced or received, what is still open of each invoice is what is owed.
  private static func takeAsAmount(_ reading: inout KindReading) {
    guard reading.prefix == "pa",
      !reading.columns.contains(where: { [amount, "received", "pct"].contains($0.key) }),
      let place = reading.columns.firstIndex(where: { $0.key == key })
    else { return }
    reading.columns[place].key = amount
  }

  /// Whether the cells are amounts of which none is more than the largest invoice; what is open is not negative.
  private static func fits(_ contents: ColumnContents, _ amount: ColumnContents) -> Bool {
    guard contents.numbers > 0, contents.share(contents.numbers) >= 0.9 else { return false }
    return contents.smallest >= 0 && (amount.numbers == 0 || contents.largest <= amount.largest + 0.005)
  }

  /// What is open in days, or of something else than the invoice.
  private static func isOfKinds(_ header: String) -> Bool {
    let folded = Simplified.text(TextFolding.folded(header))
    return ["day", "tage", "天", "日期", "date", "datum", "previous", "opening", "bank", "期初", "上期"].contains {
      folded.contains($0)
    }
  }
}
