// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet
import XML

/// Finds the texts of a workbook that state the unit of a column, and that would be false if the column were converted: titles, rows that
/// explain the header, labels, notes, input prompts, print headers, text boxes, charts of the sheet, the name on its tab, other sheets.
struct UnitTexts {
  private(set) var found: [OutsideReader] = []
  /// Those of them that go with the table: titles above it, and charts on its sheet.
  private(set) var ofTable: [OutsideReader] = []

  private let workbook: Workbook
  private let sheet: LocatedSheet
  /// The units of the columns to be converted.
  private let units: Set<UnitMention>
  private let columns: Set<Int>
  /// The cells of the columns' headers, which are changed with them.
  private let headers: Set<CellReference>

  /// Further places are not listed.
  private static let most = 8

  /// - Parameters:
  ///   - own: sheets of the tool without rows of the team's.
  ///   - tables: sheets with rows of the team's, whose texts speak of their own amounts.
  init(
    _ workbook: Workbook, of sheet: LocatedSheet, units: Set<UnitMention>, columns: Set<Int>,
    headers: Set<CellReference>, own: Set<Int>, tables: Set<Int>
  ) throws(SpreadsheetError) {
    self.workbook = workbook
    self.sheet = sheet
    self.units = units
    self.columns = columns
    self.headers = headers
    if isNamed(sheet.title) { add(.tab, sheet.sheetIndex, sheet.title) }
    for index in workbook.sheets.indices where workbook.sheets[index].kind == .worksheet && !own.contains(index) {
      guard found.count < Self.most, let part = workbook.sheets[index].part, workbook.package.contains(part) else {
        continue
      }
      let isTable = index != sheet.sheetIndex && tables.contains(index)
      try readCells(ofSheet: index, isTable: isTable)
      if isTable { continue }
      try readNotes(ofSheet: index)
      try readSurroundings(ofSheet: index)
      try readDrawings(ofSheet: index, part)
    }
  }

  private mutating func add(
    _ kind: OutsideReader.Kind, _ index: Int, _ place: String, isOfTable: Bool = false
  ) {
    let reader = OutsideReader(kind, sheet: workbook.sheets[index].name, place: place)
    guard found.count < Self.most, !found.contains(reader) else { return }
    found.append(reader)
    if isOfTable { ofTable.append(reader) }
  }

  private func isNamed(_ text: String) -> Bool { units.contains { $0.isNamed(in: text) } }

  /// Whether a text says that it speaks of amounts in the unit.
  private func isSaid(_ text: String) -> Bool {
    UnitStatement.mayBeSaid(text) && UnitStatement(text)?.form == .said && isNamed(text)
  }

  // MARK: Cells

  /// What a text may be where it stands.
  private enum Place {
    /// It speaks of something else.
    case other
    /// It counts only if it says that it speaks of amounts.
    case remark
    /// It counts unless it names what is typed below or beside it.
    case label
    case text
  }

  private mutating func readCells(ofSheet index: Int, isTable: Bool) throws(SpreadsheetError) {
    let worksheet = try workbook.worksheet(at: index)
    let isOwn = index == sheet.sheetIndex
    let named = Set((sheet.unknownHeaders + sheet.duplicateHeaders).map(\.column))
    let bound = Set(sheet.columns.map(\.number))
    // Labels under which nothing has been seen yet, by column.
    var open: [Int: CellReference] = [:]
    var stated: [CellReference] = []
    try worksheet.forEachRow { row throws(SpreadsheetError) in
      // The label in the cell before, if any.
      var before: (column: Int, cell: CellReference)?
      for cell in row.cells {
        let label = open.removeValue(forKey: cell.column)
        let beside = before.flatMap { $0.column + 1 == cell.column ? $0.cell : nil }
        before = nil
        let isTyped = cell.formulaKind == .none
        let value = isTyped ? try worksheet.value(of: cell, row: row.index) : .blank
        if isTyped, value.isEmpty {
          open[cell.column] = label
          continue
        }
        // What labels a typed number stays true, and what labels a formula is told with the formula.
        if !isTyped || value.number != nil {
          if let beside { open[beside.column] = nil }
          continue
        }
        if let label { stated.append(label) }
        guard let text = value.text, let place = CellReference(row: row.index, column: cell.column) else {
          continue
        }
        switch isOwn ? self.place(place, bound: bound, named: named) : isTable ? .other : .label {
        case .other:
          if !isOwn, speaksOfSheet(text), isNamed(text) { stated.append(place) }
        case .remark: if isSaid(text) { stated.append(place) }
        case .label where isNamed(text):
          if isSaid(text) || speaksOfSheet(text) {
            stated.append(place)
          } else {
            open[cell.column] = place
            before = (cell.column, place)
          }
        case .text: if isNamed(text) { stated.append(place) }
        default: break
        }
      }
    }
    for place in (stated + open.values).sorted() {
      add(.text, index, "\(place)", isOfTable: isOwn && place.row < sheet.headerRow ?? 1)
    }
  }

  /// What a text on the sheet itself may be.
  private func place(_ cell: CellReference, bound: Set<Int>, named: Set<Int>) -> Place {
    let first = sheet.headerRow ?? 1
    let last = sheet.lastHeaderRow ?? first
    guard !headers.contains(cell) else { return .other }
    if cell.row < last { return .text }
    if cell.row == last {
      return columns.contains(cell.column) ? .text : bound.contains(cell.column) ? .other : .label
    }
    let isData =
      sheet.rows.range.contains(cell.row) && sheet.rows.kinds[cell.row - sheet.rows.range.lowerBound] == .data
    guard isData else { return .text }
    return bound.contains(cell.column) ? .other : named.contains(cell.column) ? .remark : .text
  }

  private func speaksOfSheet(_ text: String) -> Bool {
    sheet.title.count > 1 && TextFolding.folded(text).contains(TextFolding.folded(sheet.title))
  }

  // MARK: Beside the cells

  private mutating func readNotes(ofSheet index: Int) throws(SpreadsheetError) {
    for (cell, note) in try workbook.notes(at: index).notes.sorted(by: { $0.key < $1.key }) {
      let isOfColumn = index != sheet.sheetIndex || columns.contains(cell.column)
      if isOfColumn ? isNamed(note.text) : isSaid(note.text) { add(.note, index, "\(cell)") }
    }
  }

  private mutating func readSurroundings(ofSheet index: Int) throws(SpreadsheetError) {
    let surroundings = try workbook.worksheet(at: index).surroundings()
    if let printed = surroundings.element("headerFooter") {
      let texts = printed.children.map { Self.printed($0.text) }
      if texts.contains(where: isNamed) { add(.printHeader, index, "") }
    }
    guard index == sheet.sheetIndex else { return }
    var prompts: [String] = []
    UnitDependents.walk(surroundings.document.root) { element in
      guard element.localName == "dataValidation" else { return }
      let ranges = element.attribute("sqref") ?? element.children.first { $0.localName == "sqref" }?.text ?? ""
      let covers = ranges.split(separator: " ").compactMap { CellRange(String($0)) }.contains { range in
        columns.contains { range.columns.contains($0) }
      }
      let texts = ["promptTitle", "prompt", "errorTitle", "error"].compactMap { element.attribute($0) }
      if covers, texts.contains(where: isNamed) { prompts.append(ranges) }
    }
    for place in prompts { add(.prompt, index, place) }
  }

  /// The text of a print header without its codes: `&C&"Arial,Bold"Pipeline in k USD`.
  static func printed(_ text: String) -> String {
    var rest = text[...]
    var words = ""
    while let place = rest.firstIndex(of: "&") {
      words += rest[..<place] + " "
      rest = rest[place...].dropFirst()
      if rest.first == "\"" {
        rest = rest.dropFirst().drop { $0 != "\"" }.dropFirst()
      } else if rest.first?.isNumber == true {
        rest = rest.drop(while: \.isNumber)
      } else if rest.first == "K" {
        rest = rest.dropFirst().drop(while: \.isHexDigit)
      } else {
        rest = rest.dropFirst()
      }
    }
    return words + rest
  }

  /// Text boxes, and the charts of the sheet itself. Those of other sheets count if they read the column.
  private mutating func readDrawings(ofSheet index: Int, _ part: PartName) throws(SpreadsheetError) {
    for drawing in try workbook.package.relationships(of: part).all(RelationshipType.drawing).compactMap(\.part)
    where workbook.package.contains(drawing) {
      if isNamed(Self.words(try workbook.package.document(of: drawing).root).joined(separator: " ")) {
        add(.drawing, index, drawing.entryName)
      }
    }
    guard index == sheet.sheetIndex else { return }
    for chart in try workbook.charts() where chart.sheet == index {
      let root = try workbook.package.document(of: chart.part).root
      if chartTexts(root).contains(where: isNamed) { add(.chart, index, chart.part.entryName, isOfTable: true) }
    }
  }

  /// The texts of a drawing, each paragraph as one.
  private static func words(_ root: XMLElement) -> [String] {
    var paragraphs: [String] = []
    UnitDependents.walk(root) { element in
      guard element.localName == "p" else { return }
      var text = ""
      UnitDependents.walk(element) { if $0.localName == "t" { text += $0.text } }
      if !text.isEmpty { paragraphs.append(text) }
    }
    return paragraphs
  }

  /// The titles of a chart and of its axes, the names of its series, and its number formats. What it takes from the headers changes with them.
  private func chartTexts(_ root: XMLElement) -> [String] {
    var texts = Self.words(root)
    func read(_ element: XMLElement) {
      switch element.localName {
      case "cat", "val", "xVal", "yVal", "bubbleSize": return
      case "strRef":
        let place = element.firstChild("f").flatMap { SheetPlace($0.text, in: workbook) }
        if let place, place.sheetIndex == sheet.sheetIndex, headers.contains(place.range.first) { return }
      case "v": texts.append(element.text)
      default: break
      }
      if let format = element.attribute("formatCode") {
        texts.append(String(format.map { "0#?,.;\"\\".contains($0) ? " " : $0 }))
      }
      for child in element.children { read(child) }
    }
    read(root)
    return texts
  }
}
