// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet
import XML

/// Finds what else reads the cells of a column that a repair would convert from 萬元 to 元, and would go on treating them as 萬元.
struct UnitDependents {
  /// What prevents the conversion, each as the place that reads the column.
  private(set) var blocking: [OutsideReader] = []

  /// What states the unit, and would go on doing so.
  private(set) var stating: [OutsideReader] = []
  /// Those of them that are titles above the table or charts on its sheet.
  private(set) var statingOfTable: [OutsideReader] = []

  private let workbook: Workbook
  private let sheet: LocatedSheet
  /// The columns to be converted.
  private let columns: Set<Int>
  private let rows: ClosedRange<Int>
  private let own: Set<Int>

  /// Further places are counted but not listed.
  private static let most = 8

  /// - Parameters:
  ///   - headers: the cells of the columns' headers, which are changed with them.
  ///   - own: sheets of the tool without rows of the team's; their contents are recomputed.
  ///   - tables: sheets with rows of the team's.
  init(
    _ workbook: Workbook, of sheet: LocatedSheet, columns: [LocatedColumn], headers: HeaderCells, headerRow: Int,
    own: Set<Int>, tables: Set<Int>
  ) throws(SpreadsheetError) {
    let units = Set(columns.compactMap { UnitMention(header: headers[$0]?.text ?? $0.header) })
    let columns = Set(columns.map(\.number))
    self.workbook = workbook
    self.own = own
    self.sheet = sheet
    self.columns = columns
    rows = headerRow...max(headerRow, sheet.rows.range.upperBound)
    try readFormulas()
    try readCharts()
    try readPivots()
    try readSurroundings()
    noteFormats()
    let texts = try UnitTexts(
      workbook, of: sheet, units: units, columns: columns, headers: headers.places, own: own, tables: tables)
    stating = texts.found
    statingOfTable = texts.ofTable
  }

  private mutating func block(_ reader: OutsideReader) {
    if blocking.count < Self.most, !blocking.contains(reader) { blocking.append(reader) }
  }

  private func isRead(_ place: SheetPlace) -> Bool {
    place.sheetIndex == sheet.sheetIndex && place.range.rows.overlaps(rows)
      && place.range.columns.contains(where: columns.contains)
  }

  /// Whether a text states a multiple of 元: `單位:萬元`, `週報(萬元)`.
  static func statesUnit(_ text: String) -> Bool { text.utf8.count <= 120 && !UnitMention.all(in: text).isEmpty }

  // MARK: Formulas

  private mutating func readFormulas() throws(SpreadsheetError) {
    var names: [String: SheetPlace] = [:]
    for name in workbook.definedNames where name.sheetIndex == nil {
      names[name.name.lowercased()] = SheetPlace(name.formula, in: workbook)
    }
    let tables = try workbook.tables(ofSheet: sheet.sheetIndex).map { $0.displayName.lowercased() }
    // A column of the tool is recomputed, whatever it reads.
    let computed = Set(sheet.columns.filter(\.definition.isComputed).map(\.number))
    for index in workbook.sheets.indices where workbook.sheets[index].kind == .worksheet && !own.contains(index) {
      guard let part = workbook.sheets[index].part, workbook.package.contains(part) else { continue }
      let worksheet = try workbook.worksheet(at: index)
      let isOwn = index == sheet.sheetIndex
      let isHidden = workbook.sheets[index].state != .visible
      let places = ReferencedPlaces(
        workbook: workbook, sheetIndex: index, names: names, lastRow: [sheet.sheetIndex: rows.upperBound])
      let here = self
      let unit = UnitFormula { expression in places.place(expression).map { here.isRead($0) } ?? false }
      // Formulas that stay correct, and formulas that would become wrong.
      var following: [CellReference] = []
      var falsified: [CellReference] = []
      var states = false
      // Whether the text above a cell states a unit, by column: its header.
      var above: [Int: Bool] = [:]
      try worksheet.forEachRow { row throws(SpreadsheetError) in
        var (before, label) = (false, 0)
        for cell in row.cells {
          if isOwn, cell.formulaKind == .none, let text = try worksheet.value(of: cell, row: row.index).text {
            before = Self.statesUnit(text)
            label = cell.column
            above[cell.column] = before
          } else if isOwn, before, columns.contains(cell.column), row.index > rows.lowerBound,
            let place = CellReference(row: row.index, column: label)
          {
            // A total, or a unit of its own for each row, whose label would go on saying the old unit.
            block(OutsideReader(.text, sheet: workbook.sheets[index].name, place: "\(place)"))
          }
          if isHidden, !states, cell.formulaKind == .none, let text = try worksheet.value(of: cell, row: row.index).text
          {
            states = Self.statesUnit(text)
          }
          guard cell.formulaKind != .none, let place = CellReference(row: row.index, column: cell.column),
            !(isOwn && (computed.contains(cell.column) || isTotal(place))), falsified.count < Self.most,
            let text = try worksheet.formula(of: cell, row: row.index)?.text
          else { continue }
          let formula = TeamFormula(
            sheetIndex: index, cell: place, text: text, stored: .blank, in: workbook, names: names,
            lastRow: [sheet.sheetIndex: rows.upperBound])
          guard formula.reads.map({ $0.contains(where: isRead) }) ?? mentions(text, isOwn: isOwn, tables: tables) else {
            continue
          }
          // What is shown under a header, or beside a label, with a unit of its own would no longer be in it.
          let isLabelled = isOwn && (before || above[cell.column] == true)
          if !unit.staysTrue(text) || isLabelled && unit.isAmount(text) {
            falsified.append(place)
          } else if following.count < Self.most {
            following.append(place)
          }
        }
      }
      // A team's formula beside the table follows what it reads, and so does one on a hidden sheet that states no unit. A value shown
      // elsewhere may be labelled somewhere with the old unit.
      for place in falsified + (isOwn || isHidden && !states ? [] : following) {
        block(OutsideReader(.formula, sheet: workbook.sheets[index].name, place: "\(place)"))
      }
    }
  }

  /// Whether a cell of the sheet is a total of a column that is converted with its header.
  private func isTotal(_ cell: CellReference) -> Bool {
    let isData =
      sheet.rows.range.contains(cell.row) && sheet.rows.kinds[cell.row - sheet.rows.range.lowerBound] == .data
    return columns.contains(cell.column) && !isData && cell.row >= rows.lowerBound
  }

  /// For a formula that cannot be analysed: whether it mentions the sheet or one of its tables at all, or may read cells anywhere.
  private func mentions(_ text: String, isOwn: Bool, tables: [String]) -> Bool {
    if let parsed = try? ParsedFormula("=" + text),
      parsed.calls.contains(where: { UnitFormula.roaming.contains($0.name) })
    {
      return true
    }
    let folded = text.lowercased()
    return !isOwn && folded.contains(sheet.title.lowercased()) || tables.contains { folded.contains($0 + "[") }
  }

  /// Whether a formula contains a number that may be an amount or a factor between units.
  private static func holdsAmounts(_ text: String) -> Bool {
    guard let expression = try? Expression(parsing: text) else { return true }
    return holdsAmounts(expression)
  }

  private static func holdsAmounts(_ expression: Expression) -> Bool {
    switch expression {
    case .number(let number): number.magnitude >= 10
    case .text(let text): text.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
    case .unary(_, let operand): holdsAmounts(operand)
    case .binary(_, let left, let right): holdsAmounts(left) || holdsAmounts(right)
    case .call(_, let arguments): arguments.contains(where: holdsAmounts)
    case .array(let rows): rows.joined().contains(where: holdsAmounts)
    default: false
    }
  }

  // MARK: Charts and pivot tables

  private mutating func readCharts() throws(SpreadsheetError) {
    // A chart beside the table shows the new numbers; what its texts say of them is for `UnitTexts` to see.
    for chart in try workbook.charts() where chart.sheet != sheet.sheetIndex {
      try readChart(chart.part, on: chart.sheet)
    }
  }

  private mutating func readChart(_ part: PartName, on index: Int) throws(SpreadsheetError) {
    let root = try workbook.package.document(of: part).root
    var references: [String] = []
    Self.walk(root) { element in if element.localName == "f" { references.append(element.text) } }
    guard references.contains(where: { text in SheetPlace(text, in: workbook).map(isRead) ?? false }) else { return }
    block(OutsideReader(.chart, sheet: workbook.sheets[index].name, place: part.entryName))
  }

  static func walk(_ element: XMLElement, _ visit: (XMLElement) -> Void) {
    visit(element)
    for child in element.children { walk(child, visit) }
  }

  private mutating func readPivots() throws(SpreadsheetError) {
    let tables = try workbook.tables(ofSheet: sheet.sheetIndex)
    for relationship in workbook.relationships.all where relationship.type.hasSuffix("/pivotCacheDefinition") {
      guard let part = relationship.part, workbook.package.contains(part) else { continue }
      var source: XMLElement?
      Self.walk(try workbook.package.document(of: part).root) { element in
        if element.localName == "worksheetSource" { source = element }
      }
      guard let source else { continue }
      let isSheet = source.attribute("sheet")?.lowercased() == sheet.title.lowercased()
      let isTable = tables.contains { $0.displayName.lowercased() == source.attribute("name")?.lowercased() }
      let isName = workbook.definedNames.contains { name in
        name.name.lowercased() == source.attribute("name")?.lowercased()
          && SheetPlace(name.formula, in: workbook)?.sheetIndex == sheet.sheetIndex
      }
      if isSheet || isTable || isName { block(OutsideReader(.pivot, sheet: sheet.title, place: part.entryName)) }
    }
  }

  // MARK: Rules of the sheet

  private mutating func readSurroundings() throws(SpreadsheetError) {
    let surroundings = try workbook.worksheet(at: sheet.sheetIndex).surroundings()
    for (element, kind) in surroundings.elements("conditionalFormatting").map({
      ($0, OutsideReader.Kind.conditionalFormat)
    })
      + (surroundings.element("dataValidations")?.children("dataValidation") ?? []).map({ ($0, .validation) })
    {
      let ranges = (element.attribute("sqref") ?? "").split(separator: " ").compactMap { CellRange(String($0)) }
      let covers = ranges.contains { isRead(SheetPlace(sheetIndex: sheet.sheetIndex, range: $0)) }
      var formulas: [String] = []
      Self.walk(element) { inner in
        if inner.localName.hasPrefix("formula") { formulas.append(inner.text) }
        if inner.localName == "cfvo", inner.attribute("type") == "num", let value = inner.attribute("val") {
          formulas.append(value)
        }
      }
      let reads = covers || formulas.contains { readsColumn($0) }
      guard reads, formulas.contains(where: Self.holdsAmounts) else { continue }
      block(OutsideReader(kind, sheet: sheet.title, place: element.attribute("sqref") ?? ""))
    }
  }

  /// Whether a formula of the sheet itself refers to one of the columns.
  private func readsColumn(_ text: String) -> Bool {
    guard let expression = try? Expression(parsing: text) else { return false }
    return references(expression).contains { reference in
      guard reference.sheet == nil else { return false }
      switch reference.area {
      case .cell(let corner): return columns.contains(corner.column.number)
      case .range(let a, let b): return columns.contains { $0 >= a.column.number && $0 <= b.column.number }
      case .columns(let a, let b): return columns.contains { $0 >= a.number && $0 <= b.number }
      case .rows: return true
      }
    }
  }

  private func references(_ expression: Expression) -> [Reference] {
    switch expression {
    case .reference(let reference): [reference]
    case .unary(_, let operand): references(operand)
    case .binary(_, let left, let right): references(left) + references(right)
    case .call(_, let arguments): arguments.flatMap(references)
    default: []
    }
  }

  /// Reports a number format that writes the unit after the number.
  private mutating func noteFormats() {
    for column in columns {
      guard let style = sheet.formats.firstRow[column],
        let mark = workbook.styles.numberFormat(at: style).currencyMark,
        let scale = HeaderNormalizer.moneyScale(ofUnit: TextFolding.folded(mark)), scale != 1
      else { continue }
      block(OutsideReader(.format, sheet: sheet.title, place: mark))
    }
  }
}

extension BoundWorkbook {
  /// The sheets that the tool added and whose contents it computes again: settings, lists, the funnel, the figures of the dashboard.
  var addedSheets: Set<Int> {
    get throws(SpreadsheetError) {
      let dashboard = try StoredDashboard(self)?.dataIndex
      return Set(
        [funnelIndex, settings.sheetIndex, lists.sheetIndex, meta?.sheetIndex, dashboard].compactMap { $0 })
    }
  }

  /// The numbers of the computed columns, by the index of their sheet.
  var computedNumbers: [Int: Set<Int>] {
    Dictionary(
      sheets.map { ($0.sheetIndex, Set($0.columns.filter(\.definition.isComputed).map(\.number))) },
      uniquingKeysWith: { first, _ in first })
  }
}
