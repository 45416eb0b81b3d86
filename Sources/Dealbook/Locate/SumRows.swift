// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension LocatedSheet {
  /// Makes total rows what they are although they look like data. Of deals: a row without a customer or a name whose amount is the sum of
  /// the rows above it, as exports with groups write them, some even with the group's stage.
  mutating func markSumRows() {
    if definition.prefix == "tg" { return markTeamTarget() }
    if definition.prefix == "pa" || definition.prefix == "co" { markBareSums() }
    if definition.prefix == "pa" { return markSumOfPayments() }
    if definition.prefix == "de" { markGroupHeads() }
    guard definition.prefix == "de", let amounts = column("amount")?.values, rows.count > 2 else { return }
    let subjects = ["account_id", "name"].compactMap { column($0)?.values }
    guard !subjects.isEmpty else { return }
    let isData = rows.kinds.map { $0 == .data }
    let ids = column("deal_id")?.values
    // What has an ID with a number is a deal.
    func isNumbered(_ row: Int) -> Bool {
      ids.map { row < $0.count && $0[row].shownText.contains(where: \.isNumber) } ?? false
    }
    func lacks(_ row: Int) -> Int { subjects.count { row >= $0.count || $0[row].isEmpty } }
    let candidates = (0..<rows.count).filter { isData[$0] && lacks($0) > 0 && !isNumbered($0) }
    guard !candidates.isEmpty, candidates.count * 2 <= rows.dataCount + 1 else { return }
    // The sums, in cents, of all deals above each row: a row is a sum of the last of them if its amount is the difference of two.
    var sums: Set<Int> = [0]
    var (total, last, next) = (0, 0, 0)
    var marked: [Int] = []
    for row in 0..<rows.count where isData[row] {
      let cents = row < amounts.count ? amounts[row].number.flatMap(Self.cents) : nil
      if next < candidates.count, candidates[next] == row {
        next += 1
        if let cents, cents != 0, sums.contains(total - cents) || isSum(cents, above: row, without: marked) {
          let isOne = cents == last
          // The sum of a single deal says the same as the deal itself.
          if saysTotal(row) || lacks(row) == subjects.count && (!isOne || isNamedAfterGroup(row)) {
            marked.append(row)
            continue
          }
        }
      }
      guard let cents else { continue }
      total += cents
      last = cents
      sums.insert(total)
    }
    guard !marked.isEmpty else { return }
    rows = rows.marking(totals: marked)
    doubtCurrencies(of: marked)
  }

  /// Rows that name a group and say how many rows it has, as exports of grouped lists write them: ‘Proposition (3)’ beside the sum of the
  /// three deals below.
  private mutating func markGroupHeads() {
    guard let amounts = column("amount")?.values else { return }
    let inputs = columns.filter { !$0.definition.isComputed && !$0.definition.type.isNumeric }
    func size(_ row: Int) -> Int? {
      guard rows.kinds[row] == .data else { return nil }
      let texts = inputs.compactMap { column in
        row < column.values.count && !column.values[row].isEmpty ? column.values[row].text : nil
      }
      guard texts.count == 1, inputs.count > 1, let text = texts.first.map(StraySpace.trimmed), text.last == ")",
        let open = text.lastIndex(of: "("), open > text.startIndex
      else { return nil }
      return Int(text[text.index(after: open)...].dropLast())
    }
    let sizes = (0..<rows.count).map(size)
    func cents(_ row: Int) -> Int { row < amounts.count ? amounts[row].number.flatMap(Self.cents) ?? 0 : 0 }
    let heads = sizes.indices.filter { row in
      guard let size = sizes[row], (1...10_000).contains(size) else { return false }
      var (left, sum, other) = (size, 0, row + 1)
      while other < rows.count, left > 0 {
        if rows.kinds[other] == .data, sizes[other] == nil {
          sum += cents(other)
          left -= 1
        }
        other += 1
      }
      return left == 0 && sum == cents(row)
    }
    guard heads.count > 1 || heads.count == 1 && heads[0] == 0 else { return }
    rows = rows.marking(totals: heads)
  }

  /// The last row of targets is a total if it is the sum of the others and named after all of them: ‘Team’, 全體, ‘Summe Süd’.
  private mutating func markTeamTarget() {
    guard let targets = column("target")?.values, let owners = column("owner")?.values else { return }
    let data = (0..<min(rows.count, targets.count, owners.count)).filter { rows.kinds[$0] == .data }
    guard let last = data.last, data.count > 2, column("target_id").map({ $0.values[last].isEmpty }) ?? true,
      Self.namesAll(owners[last].shownText)
    else { return }
    let amounts = data.map { targets[$0].number.flatMap(Self.cents) ?? 0 }
    guard let sum = amounts.last, sum != 0, amounts.dropLast().reduce(0, +) == sum else { return }
    leaveOut(last)
  }

  /// The last row of payments is a total, whatever it is called, if it has no number of its own and each of its amounts is the sum of all
  /// above it.
  private mutating func markSumOfPayments() {
    guard holds("amt_override") || holds("open_amount") else { return }
    let data = (0..<rows.count).filter { rows.kinds[$0] == .data }
    guard let last = data.last, data.count > 3 else { return }
    for key in ["payment_id", "invoice_no", "contract_id"] {
      guard let ids = column(key)?.values, last < ids.count else { continue }
      if ids[last].shownText.contains(where: \.isNumber) { return }
    }
    var isSum = false
    for values in ["amt_override", "received", "open_amount"].compactMap({ column($0)?.values }) {
      func cents(_ row: Int) -> Int { row < values.count ? values[row].number.flatMap(Self.cents) ?? 0 : 0 }
      let (own, others) = (cents(last), data.dropLast().map(cents))
      if own == 0 { continue }
      guard own == others.reduce(0, +) else { return }
      // One amount alone is the sum of those above it by chance.
      if others.count(where: { $0 != 0 }) > 1 { isSum = true }
    }
    if isSum { leaveOut(last) }
  }

  /// Whether a row without a number, a day and a state says that it is a total: ‘Summe Debitor 10001’.
  private func namesTotal(_ row: Int) -> Bool {
    var says = false
    for column in columns where row < column.values.count && !column.values[row].isEmpty {
      guard column.definition.type != .money else { continue }
      guard let text = column.values[row].text, !column.definition.isComputed,
        !["payment_id", "invoice_no", "contract_id"].contains(column.key)
      else { return false }
      let folded = Simplified.text(TextFolding.folded(StraySpace.trimmed(text)))
      let first = folded.split { !$0.isLetter }.first.map(String.init) ?? ""
      says =
        says || Self.totals.contains(first)
        || Self.chineseTotals.contains { folded.hasPrefix($0) || folded.hasSuffix($0) }
    }
    return says
  }

  private static let totals: Set<String> = [
    "summe", "zwischensumme", "gesamtsumme", "gesamt", "saldo", "total", "totals", "subtotal", "sum", "totale",
    "totaal",
  ]
  private static let chineseTotals = ["小计", "合计", "总计", "共计", "累计"]

  /// Rows that hold nothing but amounts, each the sum of those above it, or of those since the last such row.
  private mutating func markBareSums() {
    let keys = ["amt_override", "received", "open_amount", "amount"].filter {
      column($0)?.definition.isComputed == false
    }
    let inputs = columns.filter { !$0.definition.isComputed }
    guard !keys.isEmpty, inputs.contains(where: { $0.definition.type != .money }) else { return }
    func cents(_ key: String, _ row: Int) -> Int {
      guard let values = column(key)?.values, row < values.count else { return 0 }
      return values[row].number.flatMap(Self.cents) ?? 0
    }
    var (all, since): ([String: Int], [String: Int]) = ([:], [:])
    var marked: [Int] = []
    for row in 0..<rows.count where rows.kinds[row] == .data {
      let isBare = columns.allSatisfy { column in
        row >= column.values.count || column.values[row].isEmpty
          || column.definition.type == .money && !column.definition.isComputed
      }
      let amounts = keys.filter { cents($0, row) != 0 }
      if !isBare, !amounts.isEmpty, namesTotal(row) {
        marked.append(row)
        since = [:]
        continue
      }
      if isBare, !amounts.isEmpty,
        amounts.allSatisfy({ cents($0, row) == all[$0, default: 0] })
          || amounts.allSatisfy({ cents($0, row) == since[$0, default: 0] })
      {
        marked.append(row)
        since = [:]
        continue
      }
      for key in keys {
        all[key, default: 0] += cents(key, row)
        since[key, default: 0] += cents(key, row)
      }
    }
    guard let last = marked.last else { return }
    let isAtEnd = rows.kinds.lastIndex(of: .data) == last
    let others = marked.filter { $0 != last || !isAtEnd }
    if !others.isEmpty { rows = rows.marking(totals: others) }
    if isAtEnd { leaveOut(last) }
  }

  /// Makes the last row of data a total. Formulas go over whole columns: they end above it, as they do above one that was known at once.
  private mutating func leaveOut(_ last: Int) {
    rows = rows.marking(totals: [last])
    let kept = (rows.kinds.lastIndex(of: .data) ?? -1) + 1
    for place in columns.indices where columns[place].values.count > kept {
      var builder = ColumnBuilder(capacity: kept)
      for offset in 0..<kept { builder.append(columns[place].values[offset]) }
      columns[place].values = builder.finish()
    }
    rows = RowLayout(
      range: rows.range.lowerBound..<rows.range.lowerBound + kept, kinds: Array(rows.kinds.prefix(kept)),
      totalRows: rows.totalRows, otherRows: rows.otherRows)
  }

  private static func namesAll(_ text: String) -> Bool {
    let word = Simplified.text(TextFolding.folded(StraySpace.collapsed(text)))
    return TotalWords.usual.ends(text) || word == "σ"
      || ["team", "total", "summe", "gesamt", "all ", "alle", "overall", "company", "sales team"].contains {
        word.hasPrefix($0)
      }
      || ["全体", "团队", "全部", "全公司", "公司", "总和", "汇总", "部", "大区", "区域", "小组", "事业部"].contains { word.hasSuffix($0) }
  }

  /// Totals that say different currencies, ‘Total EUR’ and ‘Total USD’, say it of the amounts above them.
  private mutating func doubtCurrencies(of totals: [Int]) {
    var found: [(currency: Currency, text: String, cell: CellReference?)] = []
    for offset in totals {
      for column in columns where offset < column.values.count {
        guard let text = column.values[offset].text, let currency = RowCurrencies.currency(in: text) else { continue }
        let cell = CellReference(row: rows.range.lowerBound + offset, column: column.number)
        found.append((currency, StraySpace.trimmed(text), cell))
        break
      }
    }
    guard let first = found.first, let other = found.first(where: { SaidCurrency.differ($0.currency, first.currency) })
    else { return }
    for place in columns.indices
    where columns[place].definition.type == .money && !columns[place].definition.isComputed
      && columns[place].currencyClash == nil
    {
      columns[place].currencyClash = UnitLine(
        cell: other.cell, text: other.text,
        unit: [first.currency.code, other.currency.code].joined(separator: UnitLine.separator), scale: 1, columns: nil)
    }
  }

  private static func cents(_ amount: Double) -> Int? {
    let cents = (amount * 100).rounded()
    return abs(cents) < 1e15 ? Int(cents) : nil
  }

  /// Whether the amount is that of all deals above with the row's stage.
  private func isSum(_ cents: Int, above row: Int, without marked: [Int]) -> Bool {
    guard let stages = column("stage")?.values, let amounts = column("amount")?.values, row < stages.count,
      marked.count < 50, rows.count < 100_000
    else { return false }
    let stage = stages[row].shownText
    guard !stage.isEmpty else { return false }
    let sum = (0..<row).reduce(0) { sum, other in
      rows.kinds[other] == .data && !marked.contains(other) && stages[other].shownText == stage
        ? sum + (amounts[other].number.flatMap(Self.cents) ?? 0) : sum
    }
    return sum == cents
  }

  /// Whether a text of the row is a word for a total.
  private func saysTotal(_ row: Int) -> Bool {
    return columns.contains { column in
      guard !column.definition.isComputed, row < column.values.count, let text = column.values[row].text else {
        return false
      }
      return TotalWords.usual.nameTotal(text)
    }
  }

  /// Whether the row begins with what stands in the row above as its owner: the name of a group.
  private func isNamedAfterGroup(_ row: Int) -> Bool {
    guard row > 0, let owners = column("owner")?.values, row <= owners.count,
      let first = columns.min(by: { $0.number < $1.number })
    else { return false }
    let text = row < first.values.count ? first.values[row].shownText : ""
    return !text.isEmpty && text == owners[row - 1].shownText
  }
}

extension RowLayout {
  /// With these rows, given as offsets, as total rows.
  fileprivate func marking(totals: [Int]) -> RowLayout {
    var kinds = kinds
    for row in totals { kinds[row] = .total }
    return RowLayout(
      range: range, kinds: kinds, totalRows: (totalRows + totals.map { range.lowerBound + $0 }).sorted(),
      otherRows: otherRows)
  }
}
