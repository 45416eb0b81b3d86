// SPDX-License-Identifier: Apache-2.0

import Formula
public import Playbook
public import Spreadsheet

/// The option lists in use: those on the workbook's Lists sheet, otherwise the playbook's.
public struct ListTables: Sendable {
  /// A list: its columns by name (`code`, `hant`, `hans`, `en`, `label` and the parameters).
  public struct Table: Sendable {
    public let definition: ListDefinition
    /// Values by column name; all of the same length.
    public var columns: [String: [CellValue]]
    /// The column numbers on the Lists sheet; empty for a list that is only in the playbook.
    public var places: [String: Int]
    /// The rows on the Lists sheet.
    public var rows: Range<Int>
    /// The rows that it takes on the sheet until the next fill, where it has been renewed by the playbook; nil for any other list.
    var formerRows: Range<Int>?
    /// Columns that are derived from others and not typed.
    var derived: Set<String> = []

    public var count: Int { columns["code"]?.count ?? columns["label"]?.count ?? 0 }
    public var isOnSheet: Bool { !places.isEmpty }

    /// The labels in the workbook's language, which cells hold and formulas compare with.
    public var labels: [CellValue] { columns["label"] ?? [] }

    /// For each row, the code of what its label means: a team's own word for what another row says has that row's code with a number,
    /// such as `TALK2`.
    var meanings: [String] {
      let codes = (columns["code"] ?? []).map(\.shownText)
      let known = Set(definition.rows.map(\.code))
      return codes.map { code in
        let base = String(code.prefix { !$0.isNumber })
        return base != code && known.contains(base) && code.dropFirst(base.count).allSatisfy(\.isNumber) ? base : code
      }
    }

    /// The code of what a label means; nil if it is not on the list.
    func code(ofLabel label: String) -> String? {
      let text = label.lowercased()
      return zip(labels, meanings).first { $0.0.shownText.lowercased() == text }?.1
    }
  }

  /// The Lists sheet, if there is one.
  public let sheetIndex: Int?
  public let headerRow: Int
  /// The last column in use on the Lists sheet.
  public let lastColumn: Int
  public private(set) var tables: [String: Table]
  /// The codes on the Lists sheet of lists that the playbook has renewed, by prefix.
  var formerCodes: [String: [String]] = [:]
  /// Whether the lists on the sheet are those of another playbook, with which the workbook was filled.
  var areForeign = false

  /// The row in which the values of all lists begin, also on a Lists sheet that is yet to be added.
  public var firstRow: Int { (sheetIndex == nil ? 1 : headerRow) + 1 }

  public subscript(prefix: String) -> Table? { tables[prefix] }

  /// For each list, the first label of an open deal from which none would ever go on: nobody has said how many do.
  var unknownChances: [String: String] {
    tables.compactMapValues { table in
      guard let open = table.columns["open"], let shares = table.columns["conv"] else { return nil }
      return open.indices.first { place in
        open[place] == .number(1) && place < shares.count && (shares[place].number ?? 0) == 0
      }.map { place in place < table.labels.count ? table.labels[place].shownText : "" }
    }
  }
}

extension ListTables {
  /// Sets a value in a list and recomputes what depends on it.
  mutating func set(_ value: CellValue, in list: String, column: String, row: Int, language: Language) {
    tables[list]?.columns[column]?[row] = value
    tables[list]?.derive(language)
  }

  /// The lists of a playbook, none of them on a sheet.
  init(_ playbook: Playbook, language: Language) {
    sheetIndex = nil
    headerRow = 1
    lastColumn = 0
    tables = [:]
    for definition in playbook.lists {
      var table = Table(definition, language: language)
      table.complete(language: language, grid: CellGrid())
      tables[definition.prefix] = table
    }
  }

  /// - Parameter added: the sheet of lists that a fill wrote, if one did. If it is this one and nobody has typed on it since, what the
  ///   playbook says of a team's own list counts, which may have grown.
  static func read(
    _ workbook: Workbook, sheetIndex: Int?, added: FillRecord.Sheet? = nil, playbook: Playbook, language: Language
  ) throws(SpreadsheetError) -> ListTables {
    let standard = PreparedPlaybook.of(playbook).lists(language, of: playbook)
    guard let sheetIndex else { return standard }
    let grid = try CellGrid(workbook.worksheet(at: sheetIndex))
    let (headerRow, headers) = header(of: grid, playbook: playbook)
    var tables: [String: Table] = [:]
    for definition in playbook.lists {
      let places = headers[definition.prefix] ?? [:]
      if places.isEmpty, let table = standard[definition.prefix] {
        tables[definition.prefix] = table
        continue
      }
      var table = Table(definition, language: language)
      if let anchor = places["code"] ?? places[language.listColumn] ?? places["label"] {
        table = Table(definition, places: places, anchor: anchor, grid: grid, headerRow: headerRow, standard: table)
      }
      table.complete(language: language, grid: grid)
      tables[definition.prefix] = table
    }
    var read = ListTables(sheetIndex: sheetIndex, headerRow: headerRow, lastColumn: grid.lastColumn, tables: tables)
    if let added, added.name == workbook.sheets[sheetIndex].name, added.isUntouched(grid.typed) {
      read.renew(by: standard, language)
    }
    return read
  }

  /// Takes the lists of a playbook that are not those of the method, unless one of them lacks a label that the sheet has: then they
  /// belong to another playbook.
  private mutating func renew(by standard: ListTables, _ language: Language) {
    let own = tables.filter { prefix, table in
      table.isOnSheet && table.definition.rows != Playbook.builtIn.list(prefix)?.rows
    }
    func labels(_ table: Table?) -> Set<String> {
      Set((table?.columns[language.listColumn] ?? []).map { TextFolding.label($0.shownText) })
    }
    areForeign = !tables.allSatisfy { prefix, table in
      !table.isOnSheet || labels(table).isSubset(of: labels(standard[prefix]))
    }
    guard !areForeign else { return }
    for (prefix, table) in own {
      guard let renewed = standard[prefix],
        table.places.keys.contains(where: { !table.derived.contains($0) && table.columns[$0] != renewed.columns[$0] })
      else { continue }
      formerCodes[prefix] = (table.columns["code"] ?? []).map(\.shownText)
      var new = table
      new.columns = renewed.columns
      new.formerRows = table.rows
      new.rows = table.rows.lowerBound..<(table.rows.lowerBound + renewed.count)
      new.derive(language)
      tables[prefix] = new
    }
  }

  /// The row with the most headers of the form `st.code`, and the column of each.
  private static func header(of grid: CellGrid, playbook: Playbook) -> (Int, [String: [String: Int]]) {
    var best: (row: Int, count: Int, headers: [String: [String: Int]]) = (1, 0, [:])
    for row in 1...20 where grid.lastColumn > 0 {
      var headers: [String: [String: Int]] = [:]
      var count = 0
      for column in 1...grid.lastColumn {
        guard let text = grid[row, column].text else { continue }
        let parts = text.split(separator: ".", maxSplits: 1).map { StraySpace.trimmed(String($0)).lowercased() }
        guard parts.count == 2, let list = playbook.list(parts[0]), list.hasColumn(parts[1]),
          headers[parts[0]]?[parts[1]] == nil
        else { continue }
        headers[parts[0], default: [:]][parts[1]] = column
        count += 1
      }
      if count > best.count { best = (row, count, headers) }
    }
    return (best.row, best.headers)
  }
}

extension ListTables.Table {
  /// A list as in the playbook.
  fileprivate init(_ definition: ListDefinition, language: Language) {
    self.definition = definition
    places = [:]
    rows = 0..<0
    columns = [:]
    columns["code"] = definition.rows.map { .text($0.code) }
    for each in Language.allCases { columns[each.listColumn] = definition.rows.map { .text($0.labels[each]) } }
    for (index, name) in definition.extraColumns.enumerated() {
      columns[name] = definition.rows.map { row in
        switch row.extras[index] {
        case .number(let number): .number(number)
        case .text(let text): .text(text[language])
        }
      }
    }
  }

  /// A list as on the Lists sheet; a column missing there is taken from the playbook, matched by code.
  fileprivate init(
    _ definition: ListDefinition, places: [String: Int], anchor: Int, grid: CellGrid, headerRow: Int, standard: Self
  ) {
    self.definition = definition
    self.places = places
    var end = headerRow + 1
    while !grid[end, anchor].isEmpty { end += 1 }
    let rows = (headerRow + 1)..<end
    self.rows = rows
    columns = [:]
    for (name, column) in places { columns[name] = rows.map { grid[$0, column] } }
    let codes = (columns["code"] ?? []).map(\.shownText)
    for (name, values) in standard.columns where columns[name] == nil {
      let byCode = Dictionary(
        zip(definition.rows.map(\.code), values), uniquingKeysWith: { first, _ in first })
      columns[name] = rows.indices.map { index in
        let offset = index - rows.lowerBound
        return codes.indices.contains(offset)
          ? byCode[codes[offset]] ?? .blank : values.indices.contains(offset) ? values[offset] : .blank
      }
    }
  }

  /// Fills the columns that are formulas on the sheet: the label in the workbook's language, and computed parameters.
  fileprivate mutating func complete(language: Language, grid: CellGrid) {
    if isFormulaOrMissing("label", grid) { derived.insert("label") }
    for column in definition.computedColumns where isFormulaOrMissing(column.name, grid) { derived.insert(column.name) }
    derive(language)
  }

  /// Computes the columns that are not typed.
  mutating func derive(_ language: Language) {
    if derived.contains("label") { columns["label"] = columns[language.listColumn] }
    for column in definition.computedColumns where derived.contains(column.name) {
      columns[column.name] = ListFormula.values(of: column, in: columns, count: count)
    }
  }

  /// A label that was typed is the team's own; one given by a formula follows the language.
  private func isFormulaOrMissing(_ name: String, _ grid: CellGrid) -> Bool {
    guard let column = places[name] else { return true }
    return rows.contains { row in
      CellReference(row: row, column: column).map { grid.formulas[$0] != nil || grid[$0].isEmpty } ?? true
    }
  }
}
