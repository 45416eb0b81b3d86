// SPDX-License-Identifier: Apache-2.0

internal import XML
internal import Zip

extension Workbook {
  /// The bytes of the workbook after inserting or removing rows in the sheet at `index`. References to rows of the sheet are
  /// updated in every part that is known to contain any; nothing else changes.
  ///
  /// - Throws: ``SpreadsheetError/edit(_:)`` with ``EditError/Reason/rows(why:)`` if something could not be updated. The rows can
  ///   then not be inserted or removed.
  public func applying(_ change: RowChange, toSheet index: Int) throws(SpreadsheetError) -> [UInt8] {
    var patch = try RowChangePatch(self, change, sheetIndex: index)
    let zip = try patch.run()
    do throws(ZipError) {
      return try zip.apply(to: package.archive)
    } catch {
      throw SpreadsheetError(error)
    }
  }
}

/// Carries out one ``RowChange``.
struct RowChangePatch {
  private let workbook: Workbook
  private let change: RowChange
  private let index: Int
  private let name: String
  private let formulas: RowChangedFormula
  private var package: PackagePatch

  init(_ workbook: Workbook, _ change: RowChange, sheetIndex: Int) throws(SpreadsheetError) {
    guard workbook.sheets.indices.contains(sheetIndex) else {
      throw .edit(EditError(.noSuchSheet(position: sheetIndex, count: workbook.sheets.count)))
    }
    self.workbook = workbook
    self.change = change
    index = sheetIndex
    name = workbook.sheets[sheetIndex].name
    formulas = RowChangedFormula(change: change, sheet: name.lowercased())
    package = PackagePatch(workbook.package)
  }

  private func refuse(_ why: String) -> SpreadsheetError { .edit(EditError(.rows(why: why), sheet: name)) }

  mutating func run() throws(SpreadsheetError) -> ZipPatch {
    if try workbook.package.relationships(of: nil).all.contains(where: {
      $0.type.hasSuffix("/digital-signature/origin")
    }) {
      throw .edit(EditError(.signed))
    }
    try patchOwnSheet()
    for other in workbook.sheets.indices where other != index && workbook.sheets[other].kind == .worksheet {
      try patchOtherSheet(other)
    }
    try patchWorkbook()
    try patchTables()
    try patchCharts()
    try patchPivots()
    for relationship in workbook.relationships.all(RelationshipType.calculationChain) {
      if let part = relationship.part { try package.remove(part, from: workbook.part) }
    }
    return try package.zipPatch()
  }

  // MARK: Sheets

  private mutating func patchOwnSheet() throws(SpreadsheetError) {
    let part = try workbook.worksheetPart(at: index)
    if workbook.sheets.indices.contains(where: { $0 != index && workbook.sheets[$0].part == part }) {
      throw refuse("another tab shows the same part")
    }
    let sheet = try workbook.worksheet(at: index)
    guard sheet.encoding == .utf8 else { throw refuse("its part is not in UTF-8") }
    if try sheet.disorder() != nil { throw refuse("its rows or cells are stored twice or out of order") }
    for cell in try workbook.notes(at: index).notes.keys where cell.row >= change.first {
      throw refuse("there is a note in \(cell)")
    }
    for related in try workbook.package.relationships(of: part).all {
      let type = related.type.lowercased()
      if type.contains("threadedcomment") || type.hasSuffix("/control") || type.hasSuffix("/oleobject") {
        throw refuse("it has discussions or controls")
      }
      if type.hasSuffix("/drawing"), let drawing = related.part { try patchDrawing(drawing) }
    }
    for place in try workbook.package.pivotTables(ofSheet: part) where place.last.row >= change.first {
      throw refuse("there is a pivot table in \(place)")
    }
    var splices = try rowSplices(sheet)
    let surroundings = try sheet.surroundings()
    let frame = try patched(surroundings, part: part, isOwn: true)
    splices += frame.splices.map { Splice(surroundings.range($0.range), $0.bytes) }
    try replace(part, sheet.bytes, splices)
  }

  private mutating func patchOtherSheet(_ other: Int) throws(SpreadsheetError) {
    guard let part = workbook.sheets[other].part, workbook.package.contains(part) else { return }
    let stored = try workbook.package.bytes(of: part)
    guard mentionsSheet(stored) else { return }
    let sheet = try workbook.worksheet(at: other)
    guard sheet.encoding == .utf8 else { throw refuse("\(workbook.sheets[other].name) is not in UTF-8") }
    var splices = try formulaSplices(sheet, isOwn: false)
    let surroundings = try sheet.surroundings()
    let frame = try patched(surroundings, part: part, isOwn: false)
    splices += frame.splices.map { Splice(surroundings.range($0.range), $0.bytes) }
    try replace(part, sheet.bytes, splices)
  }

  private mutating func replace(_ part: PartName, _ bytes: [UInt8], _ splices: [Splice]) throws(SpreadsheetError) {
    guard !splices.isEmpty else { return }
    let sorted = splices.sorted { $0.range.lowerBound < $1.range.lowerBound }
      .map { SplicedContents.Splice($0.range, $0.bytes[...]) }
    guard let contents = SplicedContents(bytes, sorted) else { throw refuse("two of its places overlap") }
    package.replace(part, with: .spliced(contents))
  }

  /// Whether a part may refer to the sheet: it contains its name before a `!`, or the name has letters that could be in another
  /// case.
  private func mentionsSheet(_ bytes: [UInt8]) -> Bool {
    let escaped = XMLEscape.text(name)
    let quoted = escaped.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    return [escaped + "!", quoted + "'!", quoted.split(separator: "'").joined(separator: "&apos;") + "&apos;!"]
      .contains { ByteSearch.contains(Array($0.utf8), in: bytes) || name.lowercased() != name.uppercased() }
  }

  /// The splices for the row numbers, the cell references and the formulas of the changed sheet.
  private func rowSplices(_ sheet: Worksheet) throws(SpreadsheetError) -> [Splice] {
    var splices: [Splice] = []
    var last = 0
    try sheet.forEachRow { row throws(SpreadsheetError) in
      guard row.index >= change.first else { return }
      guard let new = change.row(row.index) else {
        splices.append(Splice(row.element, ""))
        return
      }
      last = max(last, new)
      splices += try numbered(sheet, row, as: new)
    }
    guard last <= CellReference.maxRow else { throw refuse("a sheet has no more than 1048576 rows") }
    let changed = try formulaSplices(sheet, isOwn: true)
    return splices + changed
  }

  /// The splices that renumber one row and its cells.
  private func numbered(_ sheet: Worksheet, _ row: StoredRow, as new: Int) throws(SpreadsheetError) -> [Splice] {
    var splices: [Splice] = []
    let bytes = sheet.bytes
    do throws(ScanError) {
      func attribute(_ start: Int) throws(ScanError) -> Range<Int>? {
        var at = start
        let tag = try Markup.tag(bytes.span, &at, .part)
        return try CellMarkup.attributes(of: tag, in: bytes.span).first { bytes[$0.name].elementsEqual("r".utf8) }?
          .value
      }
      guard let place = try attribute(row.startTag.lowerBound) else {
        throw ScanError.value(bytes.span, row.startTag, .row(row.index), "the number", expected: "one")
      }
      splices.append(Splice(place, "\(new)"))
      for cell in row.cells {
        guard let place = try attribute(cell.element.lowerBound) else { continue }
        splices.append(Splice(place, "\(ColumnName.letters(cell.column))\(new)"))
      }
    } catch {
      throw refuse("its rows state no numbers")
    }
    return splices
  }

  /// The splices for formulas that change. If any shared formula changes, all shared formulas of the sheet are replaced with
  /// ordinary ones.
  private func formulaSplices(_ sheet: Worksheet, isOwn: Bool) throws(SpreadsheetError) -> [Splice] {
    var splices: [Splice] = []
    var shared: [Splice] = []
    var sharedChanges = false
    try sheet.forEachRow { row throws(SpreadsheetError) in
      let moves = isOwn && row.index >= change.first
      if isOwn, change.row(row.index) == nil {
        if row.cells.contains(where: { $0.formulaKind == .sharedMaster }) { sharedChanges = true }
        return
      }
      for cell in row.cells where cell.formulaKind != .none {
        guard let formula = try sheet.formula(of: cell, row: row.index) else { continue }
        let at = CellReference(row: row.index, column: cell.column).map { "\($0)" } ?? ""
        guard cell.formulaKind != .dataTable else {
          if moves { throw refuse("there is a data table in \(at)") }
          continue
        }
        guard let text = formula.text else { throw refuse("the formula in \(at) is not to be read") }
        let outcome = formulas.apply(Array(text.utf8), isOnSheet: isOwn, moves: moves)
        let new: [UInt8]
        switch outcome {
        case .same: new = Array(text.utf8)
        case .changed(let changed): new = changed
        case .lost: throw refuse("the formula in \(sheet.info.name)!\(at) reads a row that goes")
        }
        guard new.count <= PreparedFormula.maxLength else { throw refuse("the formula in \(at) would be too long") }
        let element =
          "<\(Self.tag(cell, sheet))>\(XMLEscape.text(String(decoding: new, as: UTF8.self)))</\(Self.tag(cell, sheet))>"
        switch cell.formulaKind {
        case .sharedMaster, .sharedDerived:
          shared.append(Splice(cell.formula, element))
          sharedChanges = sharedChanges || outcome != .same || moves
        case .array:
          guard outcome != .same || moves else { continue }
          guard let range = formula.range, let moved = isOwn ? change.range(range) : range,
            moved.rows.count == range.rows.count
          else { throw refuse("the array formula in \(at) would be cut") }
          splices.append(try Self.array(cell, sheet, over: moved, text: new))
        default:
          if outcome != .same { splices.append(Splice(cell.formula, element)) }
        }
      }
    }
    return splices + (sharedChanges ? shared : [])
  }

  /// The qualified name of the `f` element.
  private static func tag(_ cell: StoredCell, _ sheet: Worksheet) -> String {
    let start = sheet.bytes[cell.formula].dropFirst()
    return String(decoding: start.prefix { !Markup.endsName($0) }, as: UTF8.self)
  }

  private static func array(
    _ cell: StoredCell, _ sheet: Worksheet, over range: CellRange, text: [UInt8]
  ) throws(SpreadsheetError) -> Splice {
    let bytes = sheet.bytes
    do throws(ScanError) {
      var at = cell.formula.lowerBound
      let tag = try Markup.tag(bytes.span, &at, .part)
      var start = "<" + Self.tag(cell, sheet)
      for attribute in try CellMarkup.attributes(of: tag, in: bytes.span) {
        let name = String(decoding: bytes[attribute.name], as: UTF8.self)
        let value = name == "ref" ? "\(range)" : String(decoding: bytes[attribute.value], as: UTF8.self)
        start += " \(name)=\"\(value)\""
      }
      let words = XMLEscape.text(String(decoding: text, as: UTF8.self))
      return Splice(cell.formula, "\(start)>\(words)</\(Self.tag(cell, sheet))>")
    } catch {
      throw .scan(part: sheet.part, sheet: sheet.info.name, error)
    }
  }

  // MARK: Around the cells

  private static let rangeAttributes: Set<String> = ["ref", "sqref", "activeCell"]
  private static let formulaElements: Set<String> = [
    "formula", "formula1", "formula2", "f", "calculatedColumnFormula", "totalsRowFormula",
  ]

  private func patched(
    _ sheet: WorksheetSurroundings, part: PartName, isOwn: Bool
  ) throws(SpreadsheetError) -> PartPatch {
    var patch = PartPatch(part: part, document: sheet.document)
    try patchTree(patch.root, &patch, isOwn: isOwn)
    guard isOwn else { return patch }
    for breaks in patch.root.children("rowBreaks") {
      for element in breaks.children("brk") {
        guard let id = element.integer("id"), id >= change.first - 1 else { continue }
        guard let new = change.row(id + 1) else { throw refuse("there is a page break in row \(id)") }
        patch.set("id", of: element, to: String(new - 1))
      }
    }
    return patch
  }

  /// Updates the ranges and formulas of all elements below `root`.
  private func patchTree(_ root: XMLElement, _ patch: inout PartPatch, isOwn: Bool) throws(SpreadsheetError) {
    for element in root.descendants {
      // Ranges without a sheet name only refer to the changed sheet in its own part.
      if isOwn {
        for name in Self.rangeAttributes {
          guard let value = element.attribute(name), let new = moved(value), new != value else { continue }
          if new.isEmpty {
            guard
              ["dataValidation", "conditionalFormatting", "hyperlink", "mergeCell", "selection", "ignoredError"]
                .contains(element.localName)
            else { throw refuse("\(element.localName) in \(value) would be lost") }
            if element.localName == "selection" { patch.remove(name, of: element) } else { patch.remove(element) }
            continue
          }
          patch.set(name, of: element, to: new)
        }
        if element.localName == "sqref", let new = moved(element.text), new != element.text, !new.isEmpty {
          patch.setText(of: element, to: new)
        }
      }
      guard Self.formulaElements.contains(element.localName) else { continue }
      switch formulas.apply(Array(element.text.utf8), isOnSheet: isOwn, moves: false) {
      case .same: break
      case .changed(let text): patch.setText(of: element, to: String(decoding: text, as: UTF8.self))
      case .lost: throw refuse("a rule or a chart reads a row that goes")
      }
    }
  }

  /// A list of ranges after the change; nil if it is not a list of ranges.
  private func moved(_ list: String) -> String? {
    var ranges: [String] = []
    for text in list.split(separator: " ") {
      guard let range = CellRange(text) else { return nil }
      if let new = change.range(range) {
        ranges.append(new == range ? String(text) : "\(new)")
      }
    }
    return ranges.joined(separator: " ")
  }

  private mutating func patchDrawing(_ part: PartName) throws(SpreadsheetError) {
    guard workbook.package.contains(part) else { return }
    let document = try workbook.package.document(of: part)
    var places: [(XMLElement, Int)] = []
    for anchor in document.root.children where anchor.attribute("editAs") != "absolute" {
      for corner in anchor.children where corner.localName == "from" || corner.localName == "to" {
        for element in corner.children where element.localName == "row" {
          guard let row = Int(element.text), row + 1 >= change.first else { continue }
          // A picture anchored to a removed row is anchored to the row below instead.
          places.append(
            (element, (change.row(row + 1) ?? change.rows(row + 1, CellReference.maxRow)?.first ?? row + 1) - 1))
        }
      }
    }
    guard !places.isEmpty else { return }
    try package.edit(part, document) { patch in
      for (element, row) in places where element.text != String(row) { patch.setText(of: element, to: String(row)) }
    }
  }

  // MARK: Elsewhere

  private mutating func patchWorkbook() throws(SpreadsheetError) {
    var texts: [(XMLElement, String)] = []
    for element in workbook.document.root.firstChild("definedNames")?.children("definedName") ?? [] {
      switch formulas.apply(Array(element.text.utf8), isOnSheet: false) {
      case .same: break
      case .changed(let text): texts.append((element, String(decoding: text, as: UTF8.self)))
      case .lost: throw refuse("the name \(element.attribute("name") ?? "") stands for a row that goes")
      }
    }
    guard !texts.isEmpty else { return }
    try package.edit(workbook.part, workbook.document) { patch in
      for (element, text) in texts { patch.setText(of: element, to: text) }
    }
  }

  private mutating func patchTables() throws(SpreadsheetError) {
    for (position, info) in workbook.sheets.enumerated() {
      guard let sheet = info.part, workbook.package.contains(sheet) else { continue }
      for relationship in try workbook.package.relationships(of: sheet).all(RelationshipType.table) {
        guard let part = relationship.part, workbook.package.contains(part) else { continue }
        let document = try workbook.package.document(of: part)
        let table = try Table(document, part: part)
        var patch = PartPatch(part: part, document: document)
        if position == index {
          if table.isFed, table.range.last.row >= change.first {
            throw refuse("the table \(table.displayName) is fed by a query")
          }
          if let header = table.range.rows.first, table.headerRowCount > 0, change.row(header) == nil {
            throw refuse("the header of the table \(table.displayName) would go")
          }
          if change.removed.contains(where: { table.range.rows.suffix(table.totalsRowCount).contains($0) }) {
            throw refuse("the totals of the table \(table.displayName) would go")
          }
        }
        for element in [patch.root] + patch.root.descendants where position == index {
          guard let value = element.attribute("ref"), let range = CellRange(value) else { continue }
          guard var new = change.range(range) else { throw refuse("the table \(table.displayName) would go") }
          // A range that ends with the data of the table grows to include the new rows.
          if let insertion = change.insertion, range.last.row == insertion.before - 1,
            table.range.last.row >= insertion.before,
            range.first.row >= table.range.first.row,
            let corner = CellReference(row: range.last.row + insertion.count, column: range.last.column)
          {
            new = CellRange(new.first, corner)
          }
          if let rows = table.dataRows, element.localName == "table",
            change.rows(rows.lowerBound, rows.upperBound) == nil
          {
            throw refuse("the table \(table.displayName) would have no row")
          }
          if new != range { patch.set("ref", of: element, to: "\(new)") }
        }
        for element in patch.root.descendants where Self.formulaElements.contains(element.localName) {
          switch formulas.apply(
            Array(element.text.utf8), isOnSheet: position == index, moves: element.localName == "totalsRowFormula")
          {
          case .same: break
          case .changed(let text): patch.setText(of: element, to: String(decoding: text, as: UTF8.self))
          case .lost: throw refuse("a column of the table \(table.displayName) reads a row that goes")
          }
        }
        if !patch.splices.isEmpty { package.take(patch) }
      }
    }
  }

  private mutating func patchCharts() throws(SpreadsheetError) {
    for entry in workbook.package.archive.entries {
      let part = PartName(entry.name)
      let path = part.description.lowercased()
      guard path.contains("/charts/") || path.contains("/chartex"), path.hasSuffix(".xml"), !path.contains("/_rels/"),
        mentionsSheet(try workbook.package.bytes(of: part))
      else {
        continue
      }
      var patch = PartPatch(part: part, document: try workbook.package.document(of: part))
      try patchTree(patch.root, &patch, isOwn: false)
      if !patch.splices.isEmpty { package.take(patch) }
    }
  }

  private mutating func patchPivots() throws(SpreadsheetError) {
    for relationship in workbook.relationships.all where relationship.type.hasSuffix("/pivotCacheDefinition") {
      guard let part = relationship.part, workbook.package.contains(part) else { continue }
      let document = try workbook.package.document(of: part)
      for source in document.root.descendants where source.localName == "worksheetSource" {
        guard source.attribute("sheet")?.lowercased() == name.lowercased(),
          let range = source.attribute("ref").flatMap({ CellRange($0) })
        else { continue }
        guard let new = change.range(range) else { throw refuse("a pivot table reads a row that goes") }
        if new != range { try package.edit(part, document) { $0.set("ref", of: source, to: "\(new)") } }
      }
    }
  }
}
