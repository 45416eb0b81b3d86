// SPDX-License-Identifier: Apache-2.0

internal import XML
internal import Zip

/// All changes to one worksheet part.
struct SheetPatch {
  private enum Rows {
    case held(HeldRows)
    case streamed(StreamedRows)
  }

  let part: PartName
  /// The name on the tab.
  let sheet: String
  private var rows: Rows
  private let surroundings: WorksheetSurroundings
  private let facts: SheetFacts
  /// The splices outside the rows; their offsets refer to the surroundings.
  private var frame: PartPatch
  /// The last row, if it was removed, and the last row that remains.
  private var bottom: (removed: Int, kept: Int)?

  /// Creates a patch for a part that is in memory as a whole.
  init(
    _ bytes: [UInt8], part: PartName, sheet: String, dateSystem: DateSystem, limits: Limits
  ) throws(SpreadsheetError) {
    let rows = try HeldRows(bytes, part: part, sheet: sheet, dateSystem: dateSystem)
    let surroundings: WorksheetSurroundings
    do throws(XMLError) {
      surroundings = try WorksheetSurroundings(
        rows.source, encoding: rows.encoding, without: rows.layout.sheetDataContent, limits: limits.xml)
    } catch {
      throw SpreadsheetError(error, in: part)
    }
    try self.init(.held(rows), surroundings, part: part, sheet: sheet, limits: limits)
  }

  /// Creates a patch for the sheet at `index`. With `streaming`, the part is read as a whole only if it can't be streamed.
  init(_ workbook: Workbook, at index: Int, _ streaming: SheetStreaming?) throws(SpreadsheetError) {
    let part = try workbook.worksheetPart(at: index)
    let sheet = workbook.sheets[index].name
    let limits = workbook.package.limits
    if let streaming, let rows = try StreamedRows(workbook, at: index, streaming) {
      try self.init(.streamed(rows), rows.frame.surroundings(), part: part, sheet: sheet, limits: limits)
    } else {
      try self.init(
        workbook.package.bytes(of: part), part: part, sheet: sheet, dateSystem: workbook.dateSystem, limits: limits)
    }
  }

  private init(
    _ rows: Rows, _ surroundings: WorksheetSurroundings, part: PartName, sheet: String, limits: Limits
  ) throws(SpreadsheetError) {
    self.part = part
    self.sheet = sheet
    self.rows = rows
    self.surroundings = surroundings
    facts = try SheetFacts(surroundings, part: part, limits: limits)
    frame = PartPatch(part: part, document: surroundings.document)
  }

  var mergedCells: [CellRange] { facts.mergedCells }
  var autoFilter: CellRange? { facts.autoFilter }

  var isChanged: Bool {
    let changesRows =
      switch rows {
      case .held(let rows): rows.isChanged
      case .streamed(let rows): rows.isChanged
      }
    return changesRows || !frame.splices.isEmpty
  }

  // MARK: Cells

  /// - Parameters:
  ///   - watchedRows: see ``SheetContext/watchedRows``.
  ///   - reserved: see ``SheetContext/reserved``.
  mutating func write(
    _ plan: CellPlan, watchedRows: Set<Int>, reserved: [(range: CellRange, owner: String)],
    strings: SharedStrings, rightEdge: RightEdge? = nil
  ) throws(SpreadsheetError) -> SheetOutcome {
    let context = SheetContext(
      sheet: sheet, part: part, merges: facts.mergedCells,
      columnStyles: facts.columns.filter { $0.style != 0 }.map { ($0.columns, $0.style) }, watchedRows: watchedRows,
      reserved: reserved, strings: strings, rightEdge: rightEdge)
    let outcome: SheetOutcome
    switch rows {
    case .held(var held):
      outcome = try held.write(plan, context)
      rows = .held(held)
    case .streamed(var streamed):
      outcome = try streamed.write(plan, context)
      rows = .streamed(streamed)
    }
    if let created = outcome.createdRange { widenDimension(to: created) }
    bottom = outcome.lastRemovedRow > outcome.lastKeptRow ? (outcome.lastRemovedRow, outcome.lastKeptRow) : nil
    return outcome
  }

  /// Widens `dimension`, which is only an optimization hint. If it is not a valid range (LibreOffice writes `1:49`), it stays as
  /// it is.
  private mutating func widenDimension(to range: CellRange) {
    guard let element = surroundings.element("dimension"), let stated = facts.dimension else { return }
    let wide = stated.union(range)
    if wide != stated { frame.set("ref", of: element, to: "\(wide)") }
  }

  /// Shrinks `dimension` if it ends with deleted cells or rows.
  mutating func narrow(to edge: RightEdge?) {
    guard let element = surroundings.element("dimension"), let stated = facts.dimension else { return }
    var (row, column) = (stated.last.row, stated.last.column)
    if let edge, column == edge.old { column = edge.new }
    if let bottom, row == bottom.removed { row = bottom.kept }
    guard row >= stated.first.row, column >= stated.first.column, let corner = CellReference(row: row, column: column),
      corner != stated.last
    else { return }
    frame.set("ref", of: element, to: "\(CellRange(stated.first, corner))")
  }

  // MARK: Around the cells

  /// Removes the formats of `columns` and restores other columns to `formats`.
  mutating func forget(_ columns: Set<Int>, restoring formats: [ColumnFormat]) {
    guard !columns.isEmpty || !formats.isEmpty else { return }
    let restored = Dictionary(formats.map { ($0.column, $0) }, uniquingKeysWith: { first, _ in first })
    var patch = ColumnsPatch(surroundings, prefix: frame.prefix)
    let deepest = patch.forget(columns, restoring: restored)
    frame.splices += patch.splices
    guard let element = surroundings.element("sheetFormatPr"), let stated = element.integer("outlineLevelCol"),
      stated > deepest
    else { return }
    if deepest == 0, element.attribute("outlineLevelRow") != "0" {
      frame.remove("outlineLevelCol", of: element)
    } else {
      frame.set("outlineLevelCol", of: element, to: String(deepest))
    }
  }

  mutating func format(_ formats: [ColumnFormat]) throws(SpreadsheetError) {
    var columns = ColumnsPatch(surroundings, prefix: frame.prefix)
    do throws(EditError) {
      try columns.apply(formats)
    } catch {
      throw .edit(EditError(error.reason, sheet: sheet))
    }
    guard columns.newContainer != nil || !columns.splices.isEmpty else { return }
    frame.splices += columns.splices
    // Without this attribute, Excel leaves no room for the outline buttons (18.3.1.81).
    if let element = surroundings.element("sheetFormatPr") {
      if columns.deepestOutline > element.integer("outlineLevelCol") ?? 0 {
        frame.set("outlineLevelCol", of: element, to: String(columns.deepestOutline))
      }
    } else if columns.deepestOutline > 0 {
      frame.insert(
        "<\(frame.prefix)sheetFormatPr defaultRowHeight=\"15\" outlineLevelCol=\"\(columns.deepestOutline)\"/>",
        named: "sheetFormatPr", inOrder: SchemaOrder.worksheet)
    }
    if let container = columns.newContainer {
      frame.insert(container, named: "cols", inOrder: SchemaOrder.worksheet)
    }
  }

  /// Extends everything that ends with a list to the rows added below it, except the AutoFilter, which may grow both ways.
  mutating func grow(_ rows: AppendedRows) {
    func grown(_ list: String) -> String? {
      let ranges = list.split(whereSeparator: \.isWhitespace).map(String.init)
      let new = ranges.map { range in CellRange(range).flatMap { rows.grown($0) }.map { "\($0)" } ?? range }
      return new == ranges ? nil : new.joined(separator: " ")
    }
    let validations = surroundings.element("dataValidations")?.children("dataValidation") ?? []
    for element in validations + surroundings.elements("conditionalFormatting") {
      if let ranges = element.attribute("sqref").flatMap(grown) { frame.set("sqref", of: element, to: ranges) }
    }
    // The extensions of later versions state their ranges as element text.
    if let extensions = surroundings.element("extLst") {
      for element in extensions.descendants where element.localName == "sqref" {
        if let ranges = grown(element.text) { frame.setText(of: element, to: ranges) }
      }
    }
  }

  /// Extends the sheet's own AutoFilter to the rows added below its list and to `column`. Returns its old and new range, or nil if there is
  /// no such filter or it reaches as far already.
  mutating func growAutoFilter(
    over rows: AppendedRows?, to column: Int?
  ) throws(SpreadsheetError) -> (old: CellRange, new: CellRange)? {
    guard let element = surroundings.element("autoFilter"), let old = facts.autoFilter else { return nil }
    var new = rows?.grown(old) ?? old
    if let column, column > old.last.column {
      guard let corner = CellReference(row: new.last.row, column: column) else {
        throw .edit(EditError(.columnFormat(column: column, what: "a filter: a sheet has 16384 columns"), sheet: sheet))
      }
      new = CellRange(old.first, corner)
    }
    guard new != old else { return nil }
    frame.set("ref", of: element, to: "\(new)")
    return (old, new)
  }

  // MARK: Notes

  /// The id of the relationship to the drawing of the notes.
  var legacyDrawing: String? { surroundings.element("legacyDrawing")?.relationshipID }

  /// The width of a column in pixels, as Excel displays it in its default font; 0 if the column is hidden.
  ///
  /// - Parameter formats: the column formats that the edit sets.
  func pixelWidth(ofColumn column: Int, _ formats: [ColumnFormat]) -> Int {
    let stored = facts.columns.first { $0.columns.contains(column) }
    let new = formats.last { $0.column == column }
    if new?.hidden ?? stored?.isHidden ?? false { return 0 }
    let format = surroundings.element("sheetFormatPr")
    let usual = format?.double("defaultColWidth") ?? format?.double("baseColWidth").map { $0 + 0.71 } ?? 9.14
    // Widths above 255 are invalid.
    return Int(min(max(new?.width ?? stored?.width ?? usual, 0), 255) * 7) + 5
  }

  mutating func setLegacyDrawing(_ id: String, relationships namespace: String) {
    if let element = surroundings.element("legacyDrawing") {
      if let attribute = element.attributeNode("id", in: XMLNamespace.relationships) {
        frame.splices.append(Splice(attribute.valueRange, id))
        return
      }
      frame.remove(element)
    }
    frame.insert(
      "<\(frame.prefix)legacyDrawing xmlns:r=\"\(namespace)\" r:id=\"\(id)\"/>", named: "legacyDrawing",
      inOrder: SchemaOrder.worksheet)
  }

  mutating func removeLegacyDrawing() {
    if let element = surroundings.element("legacyDrawing") { frame.remove(element) }
  }

  // MARK: Result

  /// The edited part. If it is in memory as a whole and in UTF-8, it is described by its splices, so that deflated data can be
  /// reused.
  func contents() throws(SpreadsheetError) -> PartContents {
    let splices = frame.splices.map { Splice(surroundings.range($0.range), $0.bytes) }
    switch rows {
    case .streamed(let rows): return .deflated(try rows.contents(with: splices, of: part))
    case .held(let rows):
      do throws(XMLError) {
        let spliced = try rows.spliced(with: splices)
        return rows.encoding == .utf8 ? .spliced(spliced) : .whole(PartPatch.encoded(spliced.pieces, as: rows.encoding))
      } catch {
        throw SpreadsheetError(error, in: part)
      }
    }
  }
}
