// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet
import XML

/// What a removal takes away, used to find what still reads it.
struct GoneThings {
  /// Indexes of sheets.
  var sheets: Set<Int> = []
  /// Sheets whose formulas become values.
  var valued: Set<Int> = []
  /// Columns whose formulas become values, by sheet.
  var valuedColumns: [Int: Set<Int>] = [:]
  /// Whole columns, by sheet.
  var columns: [Int: Set<Int>] = [:]
  /// In lower case.
  var names: Set<String> = []
  /// Names of table columns.
  var tableColumns: Set<String> = []
  /// Formulas in computed columns that stay, because somebody typed them over the tool's.
  var kept: [(sheet: Int, cell: CellReference, text: String)] = []

  /// No more than this many readers are listed.
  private static let most = 6

  func readers(in analysis: Analysis) throws(SpreadsheetError) -> [OutsideReader] {
    let workbook = analysis.team.workbook
    var found: [OutsideReader] = []
    func add(_ kind: OutsideReader.Kind, _ sheet: Int, _ place: String) {
      if found.count < Self.most { found.append(OutsideReader(kind, sheet: workbook.sheets[sheet].name, place: place)) }
    }
    let own = Self.computed(analysis)
    for (sheet, cell, text) in kept where reads(text, from: sheet, workbook) { add(.formula, sheet, "\(cell)") }
    for index in workbook.sheets.indices
    where workbook.sheets[index].kind == .worksheet && !sheets.contains(index) && found.count < Self.most {
      guard let part = workbook.sheets[index].part, workbook.package.contains(part) else { continue }
      let sheet = try workbook.worksheet(at: index)
      if !valued.contains(index) {
        try sheet.forEachRow { row throws(SpreadsheetError) in
          for cell in row.cells where cell.formulaKind != .none && found.count < Self.most {
            // The formulas of these columns that stay were checked above.
            if own[index]?.contains(cell.column) == true || columns[index]?.contains(cell.column) == true
              || valuedColumns[index]?.contains(cell.column) == true
            {
              continue
            }
            guard let place = CellReference(row: row.index, column: cell.column),
              let text = try sheet.formula(of: cell, row: row.index)?.text, reads(text, from: index, workbook)
            else { continue }
            add(.formula, index, "\(place)")
          }
        }
      }
      for (kind, place, formula) in Self.rules(of: try sheet.surroundings()) where reads(formula, from: index, workbook)
      {
        add(kind, index, place)
      }
    }
    for chart in try workbook.charts() where !sheets.contains(chart.sheet) && !valued.contains(chart.sheet) {
      var isReader = false
      UnitDependents.walk(try workbook.package.document(of: chart.part).root) { element in
        if element.localName == "f", reads(element.text, from: chart.sheet, workbook) { isReader = true }
      }
      if isReader { add(.chart, chart.sheet, chart.part.entryName) }
    }
    for name in workbook.definedNames where !names.contains(name.name.lowercased()) {
      if name.sheetIndex.map(sheets.contains) == true { continue }
      if reads(name.formula, from: name.sheetIndex ?? -1, workbook) {
        found.append(
          OutsideReader(.name, sheet: name.sheetIndex.map { workbook.sheets[$0].name } ?? "", place: name.name))
      }
    }
    return found
  }

  /// The computed columns that the removal examines, by sheet.
  private static func computed(_ analysis: Analysis) -> [Int: Set<Int>] {
    guard let record = analysis.team.meta?.record else { return [:] }
    var computed: [Int: Set<Int>] = [:]
    for sheet in analysis.team.sheets {
      let numbers = sheet.columns.filter { record.knows(ColumnID(sheet: sheet.prefix, key: $0.key)) }.map(\.number)
      for index in [sheet.sheetIndex] + sheet.parts.map(\.sheetIndex) {
        computed[index, default: []].formUnion(numbers)
      }
    }
    return computed
  }

  private static func rules(
    of sheet: WorksheetSurroundings
  ) -> [(kind: OutsideReader.Kind, place: String, formula: String)] {
    var rules: [(OutsideReader.Kind, String, String)] = []
    let elements =
      sheet.elements("conditionalFormatting").map { ($0, OutsideReader.Kind.conditionalFormat) }
      + (sheet.element("dataValidations")?.children("dataValidation") ?? []).map { ($0, .validation) }
    for (element, kind) in elements {
      UnitDependents.walk(element) { inner in
        guard inner.localName.hasPrefix("formula"), inner.text.utf8.count <= 8192 else { return }
        rules.append((kind, element.attribute("sqref") ?? "", inner.text))
      }
    }
    return rules
  }

  /// Whether a formula refers to something that is removed. A range that extends beyond it existed before and stays correct.
  func reads(_ text: String, from sheet: Int, _ workbook: Workbook) -> Bool {
    let bytes = Array(text.utf8)
    var place = sheet
    var tokens = FormulaTokenizer.tokens(in: bytes)[...]
    while let token = tokens.popFirst() {
      let word = String(decoding: bytes[token.range], as: UTF8.self)
      switch token.kind {
      case .sheet:
        guard let index = Self.index(ofQualifier: word, workbook) else {
          place = -1
          continue
        }
        if sheets.contains(index) { return true }
        place = index
        // The reference that follows is on that sheet.
        continue
      case .name: if names.contains(word.lowercased()) { return true }
      case .structured:
        if tableColumns.contains(where: { word.contains("[\($0)]") }) { return true }
      case .cell, .column:
        guard let first = FormulaAxes(bytes.span, token.range)?.column else { break }
        var last = first
        if tokens.first?.kind == .operation, let sign = tokens.first, bytes[sign.range].elementsEqual(":".utf8),
          let end = tokens.dropFirst().first, let axes = FormulaAxes(bytes.span, end.range)
        {
          tokens = tokens.dropFirst(2)
          last = axes.column
        }
        if let own = columns[place], (min(first, last)...max(first, last)).allSatisfy(own.contains) { return true }
      default: break
      }
      place = sheet
    }
    return false
  }

  /// The sheet of `Plan!` or `'It''s'!`; nil if it is in another workbook or refers to several sheets.
  private static func index(ofQualifier word: String, _ workbook: Workbook) -> Int? {
    let plain = SheetName.unquoted(word.dropLast()).lowercased()
    return workbook.sheets.firstIndex { $0.name.lowercased() == plain }
  }
}
