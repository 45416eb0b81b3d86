// SPDX-License-Identifier: Apache-2.0

internal import XML
internal import Zip

extension Workbook {
  /// The bytes after everything that reads a whole list has grown with it, and what that is; nil if nothing does. Stored values of formulas
  /// stay as they are.
  ///
  /// Formulas, defined names, charts, and the formulas of conditional formats and validations grow if they cover all rows of a list and
  /// nothing tells against it: see ``ListRows``. Pivot tables do not: what they have stored would no longer be what they read.
  public func growing(
    _ lists: [ListGrowth], except exceptions: GrowthExceptions = GrowthExceptions()
  ) throws(SpreadsheetError) -> (bytes: [UInt8]?, grown: GrownReaders) {
    var patch = ListGrowthPatch(self, lists, exceptions)
    try patch.run()
    guard !patch.grown.isEmpty else { return (nil, patch.grown) }
    try package.requireUnsigned()
    return (try package.applying(patch.package.zipPatch()), patch.grown)
  }

  /// What would grow.
  public func growingReaders(
    _ lists: [ListGrowth], except exceptions: GrowthExceptions = GrowthExceptions()
  ) throws(SpreadsheetError) -> GrownReaders {
    var patch = ListGrowthPatch(self, lists, exceptions)
    patch.readsValues = false
    try patch.run()
    return patch.grown
  }
}

/// Lets what reads whole lists grow with them.
struct ListGrowthPatch {
  let workbook: Workbook
  let lists: [ListGrowth]
  let exceptions: GrowthExceptions
  var formulas: GrownFormula
  var package: PackagePatch
  var grown = GrownReaders()
  /// Whether the stored values of charts are wanted.
  var readsValues = true

  init(_ workbook: Workbook, _ lists: [ListGrowth], _ exceptions: GrowthExceptions) {
    self.workbook = workbook
    self.lists = lists.filter { $0.list.rows.count > 1 && $0.last > $0.list.rows.upperBound }
    self.exceptions = exceptions
    formulas = GrownFormula(self.lists, in: workbook)
    package = PackagePatch(workbook.package)
  }

  mutating func run() throws(SpreadsheetError) {
    guard !lists.isEmpty else { return }
    try settleNames()
    for index in workbook.sheets.indices where workbook.sheets[index].kind == .worksheet {
      if !exceptions.sheets.contains(index) { try growFormulas(ofSheet: index) }
    }
    try growNames()
    try growTables()
    try growCharts()
  }

  // MARK: Names

  /// Finds the names that grow: those for a whole list that no formula uses beside something that stays as long as it is.
  private mutating func settleNames() throws(SpreadsheetError) {
    for element in nameElements where isOwn(element) {
      guard let name = element.attribute("name")?.lowercased() else { continue }
      let (ranges, _) = FormulaRange.all(in: Array(element.text.utf8))
      guard ranges.count == 1, let old = ranges.first else { continue }
      var new = old.rows.count
      if case .grown(let text) = formulas.apply(element.text, at: .init(sheet: "", isFixed: true)) {
        new = FormulaRange.all(in: text).ranges.first?.rows.count ?? new
      }
      formulas.names[name] = (old.rows.count, new)
    }
    guard formulas.names.contains(where: { $0.value.old != $0.value.new }) else { return }
    var held: Set<String> = []
    for index in workbook.sheets.indices where workbook.sheets[index].kind == .worksheet {
      guard let sheet = try sheet(at: index) else { continue }
      try sheet.forEachRow { row throws(SpreadsheetError) in
        for cell in row.cells where cell.formulaKind != .none && !isSkipped(index, cell.column) {
          guard let text = try sheet.formula(of: cell, row: row.index)?.text else { continue }
          held.formUnion(formulas.namesInTheWay(text, at: .init(sheet: sheet.info.name, row: row.index)))
        }
      }
    }
    for name in held { if let length = formulas.names[name] { formulas.names[name] = (length.old, length.old) } }
  }

  private var nameElements: [XMLElement] {
    Array(workbook.document.root.firstChild("definedNames")?.children("definedName") ?? [])
  }

  /// Whether a name is the team's own, and no part of what programs keep for themselves.
  private func isOwn(_ element: XMLElement) -> Bool {
    guard let name = element.attribute("name")?.lowercased() else { return false }
    return !name.hasPrefix("_xlnm.") && !exceptions.names.contains(name)
  }

  private mutating func growNames() throws(SpreadsheetError) {
    var texts: [(XMLElement, String)] = []
    for element in nameElements where isOwn(element) {
      let name = element.attribute("name") ?? ""
      if let length = formulas.names[name.lowercased()], length.old == length.new { continue }
      guard case .grown(let text) = formulas.apply(element.text, at: .init(sheet: "", isFixed: true)) else { continue }
      texts.append((element, String(decoding: text, as: UTF8.self)))
      grown.names.append(name)
    }
    guard !texts.isEmpty else { return }
    try package.edit(workbook.part, workbook.document) { patch in
      for (element, text) in texts { patch.setText(of: element, to: text) }
    }
  }

  // MARK: Sheets

  func sheet(at index: Int) throws(SpreadsheetError) -> Worksheet? {
    guard let part = workbook.sheets[index].part, workbook.package.contains(part) else { return nil }
    // A part that two tabs show would be changed twice.
    if workbook.sheets.indices.contains(where: { $0 != index && workbook.sheets[$0].part == part }) { return nil }
    let sheet = try workbook.worksheet(at: index)
    return sheet.encoding == .utf8 ? sheet : nil
  }

  func isSkipped(_ index: Int, _ column: Int) -> Bool { exceptions.columns[index]?.contains(column) ?? false }

  private mutating func growFormulas(ofSheet index: Int) throws(SpreadsheetError) {
    guard let sheet = try sheet(at: index) else { return }
    var (splices, cells) = try grownCells(sheet, at: index)
    let surroundings = try sheet.surroundings()
    var frame = PartPatch(part: sheet.part, document: surroundings.document)
    growRules(&frame, at: index)
    splices += frame.splices.map { Splice(surroundings.range($0.range), $0.bytes) }
    guard !splices.isEmpty else { return }
    let sorted = splices.sorted { $0.range.lowerBound < $1.range.lowerBound }
      .map { SplicedContents.Splice($0.range, $0.bytes[...]) }
    guard let contents = SplicedContents(sheet.bytes, sorted) else { return }
    if !cells.isEmpty { grown.cells[index] = cells }
    package.replace(sheet.part, with: .spliced(contents))
  }

  private func grownCells(
    _ sheet: Worksheet, at index: Int
  ) throws(SpreadsheetError) -> (splices: [Splice], cells: [CellReference]) {
    var splices: [Splice] = []
    var cells: [CellReference] = []
    // The cells of shared formulas by their number: if one grows, each gets its own text.
    var shared: [Int: [Splice]] = [:]
    var grownShared: Set<Int> = []
    let metadata = try CellMetadata(workbook)
    try sheet.forEachRow { row throws(SpreadsheetError) in
      for cell in row.cells where cell.formulaKind != .none && !isSkipped(index, cell.column) {
        guard cell.formulaKind != .dataTable, let formula = try sheet.formula(of: cell, row: row.index),
          let text = formula.text, let place = CellReference(row: row.index, column: cell.column)
        else { continue }
        let outcome = formulas.apply(text, at: .init(sheet: sheet.info.name, row: row.index))
        var new: String?
        if case .grown(let bytes) = outcome { new = String(decoding: bytes, as: UTF8.self) }
        if let new, new.utf8.count > ExcelLimits.formulaLength { continue }
        let tag = RowChangePatch.tag(cell, sheet)
        switch cell.formulaKind {
        case .sharedMaster, .sharedDerived:
          guard let number = formula.sharedIndex else { continue }
          shared[number, default: []].append(
            Splice(cell.formula, "<\(tag)>\(XMLEscape.text(new ?? text))</\(tag)>"))
          if new == nil { continue }
          grownShared.insert(number)
        case .array:
          // One of several rows says how many rows there are to be.
          guard let new, let range = formula.range,
            range.rows.count == 1 || metadata.isDynamic(cell, in: sheet.cells)
          else { continue }
          splices.append(try RowChangePatch.array(cell, sheet, over: range, text: new))
        default:
          guard let new else { continue }
          splices.append(Splice(cell.formula, "<\(tag)>\(XMLEscape.text(new))</\(tag)>"))
        }
        cells.append(place)
      }
    }
    for number in grownShared { splices += shared[number] ?? [] }
    return (splices, cells)
  }

  /// The formulas of conditional formats, validations and sparklines.
  private mutating func growRules(_ patch: inout PartPatch, at index: Int) {
    let name = workbook.sheets[index].name
    for rule in patch.root.descendants {
      let kind = rule.localName
      guard ["conditionalFormatting", "dataValidation", "sparkline"].contains(kind) else { continue }
      var isGrown = false
      for element in rule.descendants where RowChangePatch.formulaElements.contains(element.localName) {
        guard
          case .grown(let text) = formulas.apply(element.text, at: .init(sheet: name, isFixed: kind != "sparkline"))
        else { continue }
        patch.setText(of: element, to: String(decoding: text, as: UTF8.self))
        isGrown = true
      }
      guard isGrown else { continue }
      let place = rule.attribute("sqref") ?? rule.firstChild("sqref")?.text ?? ""
      switch kind {
      case "conditionalFormatting": grown.formats[index, default: []].append(place)
      case "dataValidation": grown.validations[index, default: []].append(place)
      default: grown.sparklines[index, default: []].append(place)
      }
    }
  }
}
