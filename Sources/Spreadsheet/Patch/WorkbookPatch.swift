// SPDX-License-Identifier: Apache-2.0

internal import Base
internal import XML
internal import Zip

/// Carries out one edit: first the sheets, then the consequences for the rest of the package.
struct WorkbookPatch {
  let workbook: Workbook
  let edit: WorkbookEdit
  var package: PackagePatch
  var main: WorkbookPartPatch
  private var styleSheet: StyleSheetPatch?
  private var styles: StyleIndices
  /// The record of the cell metadata for dynamic arrays; nil if the edit writes none.
  var dynamicArray: Int?
  private var highestStyle = -1
  private(set) var changesValues = false
  var removesFormula = false
  private(set) var isStale = false
  /// The blocks of shape ids given to new drawings of notes.
  var newShapeBlocks: Set<Int> = []
  /// The people of discussions, if the edit changes any.
  var people: PeoplePatch?
  /// The ids given to new sheets.
  var newSheetIDs: Set<Int> = []
  /// For each sheet processed so far: whether it has formulas that the edit does not write.
  private var otherFormulas: [Int: Bool] = [:]

  private let streaming: SheetStreaming

  init(_ workbook: Workbook, _ edit: WorkbookEdit, _ streaming: SheetStreaming) throws(SpreadsheetError) {
    self.workbook = workbook
    self.edit = edit
    self.streaming = streaming
    package = PackagePatch(workbook.package)
    main = WorkbookPartPatch(workbook)
    styles = StyleIndices(count: workbook.styles.cellFormats.count)
    try resolveStyles()
  }

  mutating func run() throws(SpreadsheetError) -> ZipPatch {
    try resolveDynamicArrays()
    try patchSheets()
    try removeSheets()
    try addSheets()
    try addListSheets()
    try addDesigns()
    try patchCharts()
    try finishPeople()
    try setNames()
    try finishStyles()
    if removesFormula { try package.dropCalculationChain(of: workbook) }
    if try asksForCalculation() { main.askForCalculation() }
    package.take(try main.finished())
    let patch = try package.zipPatch()
    if !patch.isEmpty { try workbook.package.requireUnsigned() }
    return patch
  }

  // MARK: Sheets

  /// The result of editing one sheet, before anything outside it is changed.
  private struct EditedSheet {
    var sheet: SheetPatch
    var tables: SheetTables
    var outcome: SheetOutcome?
    var filterMove: (old: CellRange, new: CellRange)?
  }

  /// Edits the sheets in parallel, as that is nearly all the work. Then applies, in order, their effects on what they share.
  private mutating func patchSheets() throws(SpreadsheetError) {
    let before = self
    for index in edit.sheets.keys.sorted() { _ = try workbook.worksheetPart(at: index) }
    let wishes = edit.sheets.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
    let edited = try concurrentMap(wishes.count) { (position: Int) throws(SpreadsheetError) in
      try before.edited(wishes[position].value, at: wishes[position].key)
    }
    for ((index, edit), var result) in zip(wishes, edited) {
      if let outcome = result.outcome { note(outcome, ofSheet: index) }
      if let moved = result.filterMove { main.moveFilterName(ofSheet: index, from: moved.old, to: moved.new) }
      let mirrors = try writeDiscussions(edit.discussions, of: result.sheet)
      try writeNotes(edit.notes, mirrors, of: &result.sheet, columns: edit.columns, isNew: false)
      if result.sheet.isChanged { package.replace(result.sheet.part, with: try result.sheet.contents()) }
      for table in result.tables.tables where table.isChanged { package.take(table.patch) }
    }
  }

  private func edited(_ edit: SheetEdit, at index: Int) throws(SpreadsheetError) -> EditedSheet {
    let part = try workbook.worksheetPart(at: index)
    let name = workbook.sheets[index].name
    if let other = workbook.sheets.indices.first(where: { $0 != index && workbook.sheets[$0].part == part }) {
      throw .edit(EditError(.sharedPart(otherSheet: workbook.sheets[other].name), sheet: name))
    }
    let isLarge = workbook.package.entry(of: part).map { $0.uncompressedSize >= streaming.bytes } ?? false
    var sheet = try SheetPatch(workbook, at: index, isLarge || edit.cellCount >= streaming.cells ? streaming : nil)
    var tables = try SheetTables(ofSheet: part, sheet: name, in: workbook.package)
    let obstacles = edit.tables.isEmpty && edit.appendedRows == nil ? [] : try obstacles(of: sheet)
    try editing(name) { () throws(EditError) in
      if let rows = edit.appendedRows {
        try tables.grow(rows, obstacles: obstacles.filter { $0.range != sheet.autoFilter })
      }
      try tables.grow(edit.tables, cells: edit.cells, obstacles: obstacles)
    }
    let shared = try firstSharedNumber(edit, ofSheet: index)
    let outcome = try write(
      edit.cells, edit.fills, shared: shared, tables: &tables, into: &sheet, rightEdge: edit.rightEdge)
    try sheet.format(edit.columns)
    sheet.forget(edit.forgottenColumns, restoring: edit.restoredColumns)
    sheet.narrow(to: edit.rightEdge)
    if let rows = edit.appendedRows { sheet.grow(rows) }
    let filterMove = try sheet.growAutoFilter(over: edit.appendedRows, to: edit.autoFilterLastColumn)
    if let moved = filterMove, moved.new.columns != moved.old.columns,
      let table = tables.tables.map(\.table).first(where: { $0.range.overlaps(moved.new) })
    {
      let why = "the table \"\(table.displayName)\" in \(table.range) is in the way"
      throw .edit(EditError(.noRoom(for: "the filter", range: moved.new, why: why), sheet: name))
    }
    return EditedSheet(sheet: sheet, tables: tables, outcome: outcome, filterMove: filterMove)
  }

  /// The first number that no shared formula of a sheet has; nil if formulas are to be written in full.
  private func firstSharedNumber(_ edit: SheetEdit, ofSheet index: Int) throws(SpreadsheetError) -> Int? {
    guard self.edit.formulas == .shared, edit.fills.contains(where: { $0.formula != nil }) else { return nil }
    var next = 0
    try workbook.forEachRow(ofSheet: index) { (row, cells) throws(SpreadsheetError) in
      for cell in row.cells where cell.formulaKind == .sharedMaster || cell.formulaKind == .sharedDerived {
        if let number = try cells.formula(of: cell, row: row.index)?.sharedIndex { next = max(next, number &+ 1) }
      }
    }
    return next
  }

  /// Writes cells and updates the tables. Nil if there is nothing to write.
  func write(
    _ cells: [CellReference: CellEdit], _ fills: [ColumnFill], shared: Int? = nil, tables: inout SheetTables,
    into sheet: inout SheetPatch, rightEdge: RightEdge? = nil
  ) throws(SpreadsheetError) -> SheetOutcome? {
    let implied = tables.implied
    let plan = try editing(sheet.sheet) { () throws(EditError) in
      try CellPlan(cells: cells, fills: fills, implied: implied, styles: styles, dynamic: dynamicArray, shared: shared)
    }
    // Without cells to write or ranges to keep free, there is nothing to do.
    guard !plan.rows.isEmpty || !tables.reserved.isEmpty else { return nil }
    let outcome = try sheet.write(
      plan, watchedRows: tables.watchedRows, reserved: tables.reserved, strings: workbook.sharedStrings,
      rightEdge: rightEdge)
    let renamed = try editing(sheet.sheet) { () throws(EditError) in try tables.follow(outcome.watched) }
    for (cell, table, column) in renamed {
      guard let part = try ColumnReferences.partThatNames(column, in: workbook) else { continue }
      let why = "formulas refer to the column as [\(column)] (in \(part.entryName)), so its name must stay"
      throw .edit(EditError(.tableHeader(table: table, why: why), sheet: sheet.sheet, cell: cell))
    }
    return outcome
  }

  mutating func note(_ outcome: SheetOutcome, ofSheet index: Int) {
    highestStyle = max(highestStyle, outcome.highestStyle)
    changesValues = changesValues || outcome.changesValues
    removesFormula = removesFormula || outcome.removesFormula
    isStale = isStale || outcome.writesUncachedFormula
    otherFormulas[index] = outcome.hasOtherFormulas
  }

  /// The ranges, other than tables, that a growing table must not overlap.
  private func obstacles(of sheet: SheetPatch) throws(SpreadsheetError) -> [(range: CellRange, what: String)] {
    var found = sheet.mergedCells.map { (range: $0, what: "a merged range") }
    if let filter = sheet.autoFilter { found.append((filter, "the filter of the sheet")) }
    found += try workbook.package.pivotTables(ofSheet: sheet.part).map { (range: $0, what: "a pivot table") }
    return found
  }

  // MARK: Styles

  private mutating func resolveStyles() throws(SpreadsheetError) {
    guard !edit.newStyles.isEmpty else { return }
    var styleSheet = try openStyleSheet()
    for style in edit.newStyles { styles.new.append(try styleSheet.index(of: style)) }
    self.styleSheet = styleSheet
  }

  /// The style indices for the looks of a sheet with a complete layout.
  mutating func resolve(_ design: SheetDesign) throws(SpreadsheetError) -> ResolvedLooks {
    var styleSheet = try openStyleSheet()
    let looks = try styleSheet.resolve(design)
    self.styleSheet = styleSheet
    // All new formats are used.
    highestStyle = max(highestStyle, styleSheet.oldCount)
    return looks
  }

  /// The styles part being edited.
  private mutating func openStyleSheet() throws(SpreadsheetError) -> StyleSheetPatch {
    if let styleSheet { return styleSheet }
    let part = workbook.styles.part ?? freePartName("styles", from: 0)
    let document: XMLDocument
    if let existing = workbook.styles.document {
      document = existing
    } else {
      do throws(XMLError) {
        document = try XMLDocument(
          StyleSheetTemplate.bytes(namespace: workbook.document.root.writtenNamespace),
          limits: workbook.package.limits.xml)
      } catch {
        throw SpreadsheetError(error, in: part)
      }
    }
    let styleSheet = StyleSheetPatch(document, part: part, limits: workbook.package.limits.xml)
    styles.count = styleSheet.oldCount
    return styleSheet
  }

  /// Writes the new formats, if any cell uses one.
  private mutating func finishStyles() throws(SpreadsheetError) {
    guard let styleSheet, highestStyle >= styleSheet.oldCount else { return }
    let patch = styleSheet.finished()
    if workbook.styles.part != nil {
      package.take(patch)
      return
    }
    try package.add(patch.part, type: Self.contentType + "styles+xml", patch.pieces())
    _ = try package.relate(
      workbook.part, to: patch.part,
      type: Self.relationshipType("styles", isStrict: WorkbookPartPatch.isStrict(workbook)))
  }

  // MARK: Calculation

  mutating func writesUncachedFormula() { isStale = true }

  private mutating func asksForCalculation() throws(SpreadsheetError) -> Bool {
    switch edit.recalculation {
    case .never: return false
    case .always: return true
    case .whenStale:
      if isStale { return true }
      guard changesValues else { return false }
      return try foundFormulas()
    }
  }

  /// Whether the workbook has formulas besides those that the edit writes.
  ///
  /// - Parameter seen: sheets that are not searched.
  mutating func foundFormulas(besides seen: Set<Int> = []) throws(SpreadsheetError) -> Bool {
    if otherFormulas.values.contains(true) { return true }
    for (index, sheet) in workbook.sheets.enumerated()
    where otherFormulas[index] == nil && sheet.kind == .worksheet && !seen.contains(index) {
      guard let part = sheet.part, workbook.package.contains(part) else { continue }
      let found = FormulaSearch.hasFormula(try workbook.package.bytes(of: part))
      otherFormulas[index] = found
      if found { return true }
    }
    return false
  }

  // MARK: Errors

  func editing<Result>(
    _ sheet: String, _ body: () throws(EditError) -> Result
  ) throws(SpreadsheetError) -> Result {
    do throws(EditError) {
      return try body()
    } catch {
      throw .edit(EditError(error.reason, sheet: error.sheet ?? sheet, cell: error.cell))
    }
  }
}
