// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The data that a workbook provides for a dashboard.
struct DashboardSource {
  let analysis: Analysis
  let palette: DashboardPalette
  let words: DashboardWords
  /// The rows that are looked at, by sheet; all of a sheet that is not among them.
  var onlyRows: [String: Set<Int>] = [:]
  private let period = DealsInPeriodOnce()
  private let lacking = LackingColumns()

  /// - Parameter language: the language of its texts; by default the workbook's.
  init(_ analysis: Analysis, language: Language? = nil) {
    self.analysis = analysis
    palette = DashboardPalette(language: language ?? analysis.team.language)
    words = DashboardWords(language: language ?? analysis.team.language)
  }

  /// Nil where it cannot be told.
  var dealsInPeriod: DealsInPeriod? { period.value { DealsInPeriod(self) } }

  func isShown(_ prefix: String, _ row: Int) -> Bool { onlyRows[prefix]?.contains(row) ?? true }

  var team: BoundWorkbook { analysis.team }
  var language: Language { words.language }

  /// Whether formulas can read all these columns, such as `de_amount`: they are in the workbook or this fill adds them, and what they hold
  /// is understood.
  func has(_ names: String...) -> Bool { lack(names) == nil }

  /// The first of the columns that formulas cannot read.
  func lack(_ names: [String]) -> ColumnID? {
    for name in names {
      if let id = lacking.value(name, { lack(name) }) { return id }
    }
    return nil
  }

  private func lack(_ name: String) -> ColumnID? {
    guard case .column(let reference)? = team.playbook.meaning(ofName: name) else { return nil }
    let id = ColumnID(sheet: reference.sheet, key: reference.column)
    guard let sheet = team.sheet(id.sheet), analysis.layout.numbers[id] != nil else { return id }
    if sheet.definition.column(id.key)?.isComputed == true {
      return analysis.isReadable(id) && !sheet.isMostlyUnfigured ? nil : id
    }
    return sheet.column(id.key)?.obstacle == nil ? nil : id
  }

  /// Whether the workbook has the sheet of the column, and lacks something for it that is worth telling.
  func isWorthTelling(_ id: ColumnID) -> Bool {
    switch cause(of: id) {
    case .notUnderstood?, .settingMissing?, .chanceUnknown?, .columnsMissing?: true
    default: false
    }
  }

  /// Why a column cannot be used: where its inputs lack something, that of the input; nil if it is simply not there.
  private func cause(of id: ColumnID) -> SkippedColumn.Reason? {
    var id = id
    var seen: Set<ColumnID> = []
    while seen.insert(id).inserted {
      if let obstacle = team.sheet(id.sheet)?.column(id.key)?.obstacle { return .notUnderstood(id, obstacle) }
      guard let skipped = analysis.plan.skipped.first(where: { $0.id == id }) else { return nil }
      guard case .columnsMissing(let missing) = skipped.reason, let next = missing.first else { return skipped.reason }
      if analysis.plan.skipped.contains(where: { $0.id == next }) { id = next } else { return skipped.reason }
    }
    return nil
  }

  /// Why something that needs this column is left out.
  func reason(lacking id: ColumnID) -> String {
    // A company's playbook need not have the sheet or the column.
    let definition = team.playbook.sheet(id.sheet) ?? Playbook.builtIn.sheet(id.sheet)
    let sheet = team.sheet(id.sheet)?.title ?? definition?.titles[language] ?? id.sheet
    guard let located = team.sheet(id.sheet) else { return words.noSheet(sheet) }
    if located.isMostlyUnfigured { return words.idsAreAlike }
    switch cause(of: id) {
    case .notUnderstood(let source, let obstacle)?:
      guard let column = team.sheet(source.sheet)?.column(source.key) else {
        return words.clause(title(of: source), obstacle)
      }
      return obstacle == .foreignUnit || obstacle == .currencies
        ? words.foreignUnit(column) : words.clause(column.header, obstacle)
    case .settingMissing(let name, _)?: return words.noSetting(name)
    case .chanceUnknown(let label)?: return words.noChance(label)
    case .sheetsMissing(let prefixes)?:
      let prefix = prefixes.first ?? id.sheet
      return words.noSheet(team.playbook.sheet(prefix)?.titles[language] ?? prefix)
    case .columnsMissing(let missing)?: return lackOf(missing.first ?? id)
    default: return lackOf(id)
    }
  }

  /// That a column is not there, or that a header which may mean it is not read so.
  private func lackOf(_ id: ColumnID) -> String {
    let sheet = team.sheet(id.sheet)
    let unread = sheet?.unknownHeaders.first { header in
      switch sheet?.reasons[header.column] {
      case .cellsDisagree(key: id.key)?, .thin(key: id.key)?, .reworded(key: id.key)?: true
      default: false
      }
    }
    if let unread { return words.unread(unread.header, as: title(of: id)) }
    switch (id.sheet, id.key) {
    case ("de", "expected_close"): return words.noClosingDate
    case ("tg", "p_start"), ("tg", "p_end"): return words.noPeriods
    default: return words.noColumn(title(of: id))
    }
  }

  /// `Pipeline.Amount`.
  private func title(of id: ColumnID) -> String {
    // A company's playbook need not have the sheet or the column.
    let definition = team.playbook.sheet(id.sheet) ?? Playbook.builtIn.sheet(id.sheet)
    let sheet = team.sheet(id.sheet)?.title ?? definition?.titles[language] ?? id.sheet
    let column =
      (definition?.column(id.key) ?? Playbook.builtIn.sheet(id.sheet)?.column(id.key))?.name(in: language) ?? id.key
    return "\(sheet).\(column)"
  }

  /// The column that names a deal in formulas: its ID, or its name where a team keeps no IDs and MATCH finds each deal by its name.
  var dealKey: String {
    guard team.sheet("de")?.column("deal_id") == nil, let sheet = team.sheet("de"), let names = column("de_name"),
      names.textsThatCriteriaBend().isEmpty
    else { return "de_deal_id" }
    var seen: Set<String> = []
    for row in 0..<min(sheet.rows.count, names.count) where sheet.rows.kinds[row] == .data {
      guard let name = names[row].text, !name.isEmpty, name.utf16.count <= 255, seen.insert(name.lowercased()).inserted
      else {
        return "de_deal_id"
      }
    }
    return "de_name"
  }

  // MARK: Rows

  /// A column of a sheet as formulas see it; empty cells if the column does not exist.
  func column(_ name: String) -> Column? { analysis.computation.environment.column(name) }

  /// The currency of amounts: from their number format, otherwise from their header.
  var currency: String? {
    for name in ["de_amount", "pa_received", "re_opening"] {
      guard case .column(let reference)? = team.playbook.meaning(ofName: name), let sheet = team.sheet(reference.sheet),
        let column = sheet.column(reference.column)
      else { continue }
      let formats = team.workbook.styles.cellFormats
      if let style = sheet.formats.firstRow[column.number], formats.indices.contains(style),
        let currency = CurrencyFormat.currency(of: formats[style].numberFormat.code)
      {
        return currency
      }
      if let unit = CurrencyFormat.unit(of: column.header) { return unit }
    }
    return nil
  }

  /// The name on the tab of a sheet.
  func title(of prefix: String) -> String {
    team.sheet(prefix)?.title ?? team.playbook.sheet(prefix)?.titles[language] ?? prefix
  }

  /// Whether a sheet has rows but none of them holds anything, as in a new workbook.
  func isYetToBeFilled(_ prefix: String) -> Bool {
    guard let sheet = team.sheet(prefix), sheet.rows.count > 0 else { return false }
    return (0..<sheet.rows.count).allSatisfy { sheet.rows.kinds[$0] != .data || !sheet.hasEntry(at: $0) }
  }

  func rowCount(_ prefix: String) -> Int { team.sheet(prefix)?.rows.count ?? 0 }

  /// The rows of a sheet for which `figure` returns a number, the largest first; of equal ones, those with the smallest `tie`, and then in
  /// the order of the sheet.
  func rows(
    of prefix: String, most count: Int, by figure: (Int) -> Double?, then tie: (Int) -> Double = { _ in 0 }
  ) -> [Int] {
    guard let sheet = team.sheet(prefix) else { return [] }
    let found = (0..<sheet.rows.count).compactMap { row -> (row: Int, figure: Double, tie: Double)? in
      guard sheet.rows.kinds[row] == .data, let value = figure(row) else { return nil }
      return (row, value, tie(row))
    }
    return found.sorted { ($1.figure, $0.tie, $0.row) < ($0.figure, $1.tie, $1.row) }.prefix(count).map(\.row)
  }

  /// The texts of a column in these rows, for formulas to look up, padded to `rows` values.
  func ids(_ name: String, in chosen: [Int], rows: Int) -> [CellValue] {
    let column = column(name)
    let texts = chosen.map { row -> CellValue in column.map { $0[row] } ?? .blank }
    return texts + Array(repeating: .blank, count: max(0, rows - texts.count))
  }

  /// The distinct texts of a column, those with the largest sums first.
  func names(_ name: String, of prefix: String, by figure: (Int) -> Double?) -> [String] {
    guard let sheet = team.sheet(prefix), let column = column(name) else { return [] }
    var sums: [String: (text: String, sum: Double, place: Int)] = [:]
    for row in 0..<min(sheet.rows.count, column.count) where sheet.rows.kinds[row] == .data {
      let text = column[row].shownText
      guard !text.isEmpty, let value = figure(row) else { continue }
      sums[text.lowercased(), default: (text, 0, row)].sum += value
    }
    return sums.values.sorted { ($1.sum, $0.place) < ($0.sum, $1.place) }.map(\.text)
  }

  func number(_ name: String, _ row: Int) -> Double? {
    guard let column = column(name), row < column.count else { return nil }
    return column[row].number
  }

  /// Whether the column contains any number.
  func holdsNumbers(_ name: String) -> Bool {
    guard let column = column(name) else { return false }
    return (0..<column.count).contains { column[$0].number != nil }
  }

  func label(_ list: String, _ place: Int) -> String? {
    guard let labels = team.lists[list]?.columns["label"], labels.indices.contains(place - 1) else { return nil }
    return labels[place - 1].text
  }

  func listCount(_ list: String) -> Int { team.lists[list]?.count ?? 0 }

  /// A formula for the row of an ID on its sheet; the header row if the ID is not found.
  func rowOnSheet(_ prefix: String, id: String, column: String) -> String {
    let first = team.sheet(prefix)?.firstDataRow ?? 1
    return "IFERROR(MATCH(\(id),\(column),0)+\(first - 1),\(max(1, first - 1)))"
  }

  /// A list of values padded to the length of a block.
  static func padded(_ texts: [String], to rows: Int) -> [CellValue] {
    texts.prefix(rows).map { .text($0) } + Array(repeating: .blank, count: max(0, rows - texts.count))
  }
}
