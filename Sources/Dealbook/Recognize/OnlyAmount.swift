// SPDX-License-Identifier: Apache-2.0

import Base
import Playbook

/// The one column of amounts of a list whose header is not known: ‘OCH Revenue’, ‘Noch zu zahlen’. Where no other column of numbers may be an
/// amount, it is what the rows are worth, and needs to be asked about.
enum OnlyAmount {
  static func settle(_ reading: inout KindReading) {
    guard let key = AmountDoubt.amounts[reading.prefix], !reading.columns.contains(where: { $0.key == key }),
      isSure(reading)
    else { return }
    let isReceivable = reading.prefix == "pa"
    let numbers = reading.leftAlone.indices.filter { index in
      let column = reading.leftAlone[index]
      return column.contents.numbers > 3 && column.contents.share(column.contents.numbers) >= 0.8
        && column.contents.largest >= 100 && !AmountHeader.saysOther(column.header)
        && (isReceivable || !WordIndex.turns(HeaderWords(column.header)))
    }
    let named = numbers.filter { AmountHeader(reading.leftAlone[$0].header).isAmount }
    // A header that says nothing of money is that of one only where it is the only column of such numbers.
    let isAlone = reading.leftAlone.count { $0.contents.numbers > 3 && $0.contents.largest >= 100 } == 1
    let all = named.isEmpty ? numbers.filter { isAlone && mayBeMoney(reading.leftAlone[$0]) } : named
    guard all.count == 1, let place = all.first,
      reading.leftAlone[place].reason == .unknownWord
        || isReceivable && reading.leftAlone[place].reason == .thin(key: key)
    else { return }
    // What is still open is not the amount from which what was received is taken.
    if isReceivable, reading.columns.contains(where: { $0.key == "received" || $0.key == OpenBalance.key }) { return }
    let column = reading.leftAlone.remove(at: place)
    reading.columns.append(
      ColumnProposal(
        number: column.number, header: column.header, key: key, confidence: 0.6,
        evidence: Evidence(word: .part(column.header), cells: .agree, isWeak: true), contents: column.contents,
        isID: false, alternatives: []))
    reading.columns.sort { $0.number < $1.number }
  }

  /// Whether the other columns leave no doubt what the rows are: deals with a stage; receivables with a number, a customer and the day on
  /// which they are due.
  private static func isSure(_ reading: KindReading) -> Bool {
    func has(_ keys: Set<String>) -> Bool { reading.columns.contains { keys.contains($0.key) && !$0.evidence.isWeak } }
    switch reading.prefix {
    case "de": return has(["stage"])
    case "pa": return has(["due_override"]) && has(["account_id"]) && has(["invoice_no", "payment_id"])
    default: return false
    }
  }

  /// Whether the numbers may be sums of money, whatever the header says: large ones that differ, and no count, year, number or share.
  private static func mayBeMoney(_ column: LeftAloneColumn) -> Bool {
    let contents = column.contents
    guard contents.largest >= 1000, contents.distinct * 2 >= contents.filled, contents.phones == 0 else { return false }
    if contents.integers == contents.numbers, contents.smallest >= 1900, contents.largest <= 2100 { return false }
    // Numbers that go up by one from row to row are those of documents.
    if contents.integers == contents.numbers, contents.distinct == contents.filled,
      contents.largest - contents.smallest < Double(contents.filled) * 3
    {
      return false
    }
    let words = HeaderWords(column.header).words
    return !words.contains { word in others.contains(word) || characters.contains { word.containsBytes(of: $0) } }
  }

  private static let others: Set<String> = [
    "id", "no", "nr", "nummer", "code", "key", "year", "jahr", "day", "tage", "tag", "hour", "stunden", "user", "seat",
    "unit", "quantity", "menge", "anzahl", "count", "kw", "mw", "kwh", "zip", "plz", "age", "score", "rank", "rating",
    "employee", "headcount", "area", "distance", "weight", "size", "limit", "konto", "margin", "weighted", "km", "kg",
    "traffic", "view", "visit", "member", "population", "probability",
  ]
  private static let characters = [
    "编号", "号", "数量", "人数", "天数", "面积", "距离", "重量", "功率", "年", "统编", "邮编", "代码", "员工", "户数", "台数", "时长", "毛利", "成本",
    "kosten", "steuer", "gebühr", "aufwand",
  ]
}
