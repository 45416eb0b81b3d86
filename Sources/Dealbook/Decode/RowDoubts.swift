// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Marks the columns of deals and payments of which other cells say that their sums would be wrong.
struct RowDoubts {
  let lists: ListTables
  /// The tabs that are not read.
  let others: [OtherSheet]
  let workbook: Workbook

  func mark(_ sheets: inout [LocatedSheet]) throws(SpreadsheetError) {
    for place in sheets.indices {
      markUnits(&sheets[place])
      markFormats(&sheets[place])
      markPrices(&sheets[place])
      markKinds(&sheets[place])
      markDays(&sheets[place])
      guard let key = Self.sums[sheets[place].prefix] else { continue }
      let sheet = sheets[place]
      var signs = RowSign.Search(sheet, stages: lists[AdoptedList.stages], system: workbook.dateSystem)
      var receipts = ReceiptSign(sheet)
      try look(through: sheet, &signs, &receipts)
      var sign = signs?.found.doubt
      let over = signs?.found.over ?? [:]
      if sign == nil, let first = over.min(by: { $0.key < $1.key }) {
        // Formulas of an earlier fill count the row.
        if over.keys.contains(where: { RepeatedIDs.holdsComputed(sheet, at: $0) }) {
          sign = first.value
        } else {
          sheets[place].saidOver = over
        }
      }
      let doubt = sign.map { Obstacle.rowSign(header: $0.header, text: $0.text, cell: $0.cell) }
      if let number = sheet.columns.firstIndex(where: { $0.key == key }) {
        if let doubt = doubt ?? (holdsFlags(sheet) ? .flags : nil) { sheets[place].columns[number].doubt = doubt }
      } else if sheet.prefix == Self.payments {
        if let doubt, let number = sheet.columns.firstIndex(where: { $0.key == OpenBalance.key }) {
          sheets[place].columns[number].doubt = doubt
        }
        // What is open is known then, and what was received is not.
        let balance = sheet.column(OpenBalance.key).map { Obstacle.openElsewhere(header: $0.header) }
        sheets[place].receiptObstacle =
          doubt ?? balance ?? receipts?.obstacle ?? ReceiptSign.tab(beside: sheet, among: others)
      }
    }
  }

  /// Shows the cells of the columns that are not read to both, in one pass over the rows, and only where a header asks for it.
  private func look(
    through sheet: LocatedSheet, _ signs: inout RowSign.Search?, _ receipts: inout ReceiptSign?
  ) throws(SpreadsheetError) {
    let headers = (signs?.headers ?? []) + (receipts?.headers ?? [])
    guard !headers.isEmpty, sheet.rows.count > 0 else { return }
    let byColumn = Dictionary(headers.map { ($0.column, $0) }) { first, _ in first }
    let ofSigns = Set((signs?.headers ?? []).map(\.column))
    let ofReceipts = Set((receipts?.headers ?? []).map(\.column))
    let tabs = [(sheet.sheetIndex, 0)] + sheet.parts.map { ($0.sheetIndex, $0.shift) }
    for (index, shift) in tabs {
      let own = sheet.parts.first { $0.sheetIndex == index }?.rows ?? 0..<(sheet.parts.first?.rows.lowerBound ?? .max)
      var (rows, answers) = (signs, receipts)
      func look(at row: StoredRow, in cells: SheetCells) throws(SpreadsheetError) {
        let number = row.index + shift
        guard own.contains(number), sheet.rows.range.contains(number) else { return }
        let offset = number - sheet.rows.range.lowerBound
        guard sheet.rows.kinds[offset] == .data else { return }
        for cell in row.cells {
          guard let header = byColumn[cell.column], let place = CellReference(row: row.index, column: cell.column)
          else { continue }
          let value = try cells.value(of: cell, row: row.index)
          if value.isEmpty { continue }
          if ofSigns.contains(cell.column) {
            rows?.look(at: value, in: header, offset: offset, cell: place) {
              let isDate = value.number != nil && workbook.styles.numberFormat(at: cell.style).isDate
              return ShownValue.found(value, type: isDate ? .date : nil, system: workbook.dateSystem)
            }
          }
          if ofReceipts.contains(cell.column) { answers?.look(at: value, in: header, offset: offset) }
        }
      }
      if ofSigns.isEmpty {
        let last = sheet.rows.range.lowerBound + ReceiptSign.examinedRows - shift
        try workbook.forFirstRows(ofSheet: index, through: last, look)
      } else {
        try workbook.forEachRow(ofSheet: index, look)
      }
      (signs, receipts) = (rows, answers)
    }
  }

  /// Amounts in a unit that is not understood.
  private func markUnits(_ sheet: inout LocatedSheet) {
    for place in sheet.columns.indices {
      let column = sheet.columns[place]
      guard column.definition.type == .money, !column.definition.isComputed, column.moneyScale == nil,
        column.definition.convention.moneyUnit == nil,
        let unit = HeaderNormalizer.unreadUnit(ofAmounts: column.header)
      else { continue }
      sheet.columns[place].doubt = .unknownUnit(unit)
    }
  }

  /// The price of a piece, with the number of pieces beside it.
  private func markPrices(_ sheet: inout LocatedSheet) {
    guard sheet.prefix == "de", let place = sheet.columns.firstIndex(where: { $0.key == "amount" }),
      sheet.columns[place].doubt == nil
    else { return }
    func says(_ header: String, _ words: Set<String>, _ characters: [String]) -> Bool {
      let folded = Simplified.text(TextFolding.folded(header))
      return folded.split { !$0.isLetter }.contains { words.contains(String($0)) }
        || characters.contains { folded.contains($0) }
    }
    guard says(sheet.columns[place].header, Self.priceWords, Self.priceCharacters),
      !says(sheet.columns[place].header, ["total", "gesamt", "gesamtpreis"], ["总价", "总额", "合计"]),
      let quantity = sheet.unknownHeaders.first(where: { says($0.header, Self.countWords, Self.countCharacters) })
    else { return }
    sheet.columns[place].doubt = .unitPrice(quantity: quantity.header)
  }

  private static let priceWords: Set<String> = [
    "price", "rate", "preis", "stückpreis", "stuckpreis", "einzelpreis", "einheitspreis", "verkaufspreis", "prix",
    "precio",
  ]
  private static let priceCharacters = ["单价", "价格", "售价"]
  private static let countWords: Set<String> = [
    "quantity", "qty", "units", "pieces", "pcs", "menge", "stück", "stuck", "stückzahl", "anzahl", "quantité",
    "cantidad",
  ]
  private static let countCharacters = ["数量", "总量", "件数", "台数"]

  /// Amounts of which a cell is shown as a date or a time: what it holds is none.
  private func markFormats(_ sheet: inout LocatedSheet) {
    for place in sheet.columns.indices {
      let column = sheet.columns[place]
      guard column.definition.type == .money, !column.definition.isComputed, column.doubt == nil else { continue }
      let styles = sheet.formats.numbers[column.number] ?? []
      let odd = styles.first { workbook.styles.numberFormat(at: $0.style).isDate }
      guard let odd,
        let cell = CellReference(row: sheet.place(ofRow: odd.row).row, column: column.number)
      else { continue }
      sheet.columns[place].doubt = .noAmount(cell: cell)
    }
  }

  /// Amounts received before tax beside amounts after it, new business of a year beside what recurs every month.
  private func markKinds(_ sheet: inout LocatedSheet) {
    guard let base = Self.compared[sheet.prefix], let own = sheet.column(base), let kind = AmountKind(own.header) else {
      return
    }
    for place in sheet.columns.indices {
      let column = sheet.columns[place]
      guard column.key != base, column.definition.type == .money, !column.definition.isComputed, column.doubt == nil,
        AmountKind(column.header)?.contradicts(kind) == true
      else { continue }
      sheet.columns[place].doubt = .otherKind(header: own.header)
    }
  }

  /// A column that says no more than “Date” is that of the invoices where most of what was not received has one.
  private func markDays(_ sheet: inout LocatedSheet) {
    guard sheet.prefix == Self.payments, let place = sheet.columns.firstIndex(where: { $0.key == "received_date" }),
      let received = sheet.values(of: "received"),
      Self.anyDay.contains(TextFolding.label(sheet.columns[place].header))
    else { return }
    let days = sheet.columns[place].values
    var (dated, open) = (0, 0)
    for offset in 0..<min(days.count, sheet.rows.count) where sheet.rows.kinds[offset] == .data {
      guard offset >= received.count || received[offset].isEmpty || received[offset] == .number(0) else { continue }
      open += 1
      if !days[offset].isEmpty { dated += 1 }
    }
    if open > 0, dated * 2 > open { sheet.columns[place].doubt = .otherDay }
  }

  private static let anyDay: Set<String> = ["date", "datum", "日期", "fecha", "data", "day", "時間", "时间"]

  /// The column with which the other amounts of a sheet are compared.
  private static let compared = [payments: "amt_override", "re": "opening"]

  private static let payments = "pa"
  /// The column with which everything that a wrong row would change is left out.
  private static let sums = ["de": "amount", payments: "received"]

  /// Whether what was received is nothing but ticks, 1 for paid, beside amounts that are more than that.
  private func holdsFlags(_ sheet: LocatedSheet) -> Bool {
    guard sheet.prefix == Self.payments, let received = sheet.values(of: "received"),
      let amounts = sheet.values(of: "amt_override")
    else { return false }
    var (ones, filled) = (0, 0)
    for offset in 0..<min(received.count, amounts.count, sheet.rows.count) where sheet.rows.kinds[offset] == .data {
      guard let number = received[offset].number else { continue }
      guard number == 0 || number == 1 else { return false }
      filled += 1
      if number == 1, (amounts[offset].number ?? 0) >= 20 { ones += 1 }
    }
    return ones > 0 && filled > 1
  }
}
