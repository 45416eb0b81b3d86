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
    return try package.applying(patch.run())
  }
}

extension Workbook {
  /// Those of `rows` that ``applying(_:toSheet:)-(RowChange,Int)`` can remove from the sheet at `index` together. The others have
  /// something that could not be kept without them: a formula reads their cells, a table would be left without rows, a merged area
  /// begins in them. Empty if the sheet has something that does not follow moving rows at all.
  ///
  /// Costs a pass over the sheet and over the parts that may refer to it, and another one whenever rows turn out to be needed.
  public func removableRows(among rows: Set<Int>, ofSheet index: Int) throws(SpreadsheetError) -> Set<Int> {
    var rest = rows
    while !rest.isEmpty {
      var patch = try RowChangePatch(self, RowChange(removed: rest), sheetIndex: index)
      patch.collectsNeeded = true
      do throws(SpreadsheetError) {
        _ = try patch.run()
      } catch {
        guard case .edit = error else { throw error }
        return []
      }
      if patch.needed.isEmpty { return rest }
      rest.subtract(patch.needed)
    }
    return rest
  }
}

/// Carries out one ``RowChange``.
struct RowChangePatch {
  let workbook: Workbook
  let change: RowChange
  let index: Int
  let name: String
  private let formulas: RowChangedFormula
  var package: PackagePatch
  /// Whether rows that cannot be removed are collected in ``needed`` instead of ending the run.
  var collectsNeeded = false
  private(set) var needed: Set<Int> = []

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

  func refuse(_ why: String) -> SpreadsheetError { .edit(EditError(.rows(why: why), sheet: name)) }

  /// Notes that the removed rows among `rows` cannot be removed, for the reason `why`.
  mutating func need(_ rows: ClosedRange<Int>, _ why: @autoclosure () -> String) throws(SpreadsheetError) {
    let removed = change.removed(among: rows)
    guard collectsNeeded, !removed.isEmpty else { throw refuse(why()) }
    needed.formUnion(removed)
  }

  mutating func run() throws(SpreadsheetError) -> ZipPatch {
    try workbook.package.requireUnsigned()
    try patchOwnSheet()
    for other in workbook.sheets.indices where other != index && workbook.sheets[other].kind == .worksheet {
      try patchOtherSheet(other)
    }
    try patchWorkbook()
    try patchTables()
    try patchCharts()
    try patchPivots()
    try package.dropCalculationChain(of: workbook)
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
    for related in try workbook.package.relationships(of: part).all {
      let type = related.type.lowercased()
      if ["/control", "/ctrlprop", "/oleobject"].contains(where: type.hasSuffix) { throw refuse("it has controls") }
      guard let target = related.part, workbook.package.contains(target) else { continue }
      if type.hasSuffix("/drawing") { try patchDrawing(target) }
      if type.hasSuffix("/comments") { try patchNotes(target, of: part) }
      if type.hasSuffix("/threadedcomment") { try patchDiscussions(target) }
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
    guard try mentionsSheet(part) else { return }
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
  func mentionsSheet(_ part: PartName) throws(SpreadsheetError) -> Bool {
    guard name.lowercased() == name.uppercased() else { return true }
    let escaped = XMLEscape.text(name)
    let quoted = escaped.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    let patterns = [
      escaped + "!", quoted + "'!", quoted.split(separator: "'").joined(separator: "&apos;") + "&apos;!",
    ]
    return try workbook.package.part(part, containsAny: patterns.map { Array($0.utf8) })
  }

  /// A formula after the change; nil if it stays as it is.
  ///
  /// - Parameters:
  ///   - isOnSheet: whether references without a sheet name refer to the changed sheet.
  ///   - moves: whether the formula is in a row that moves.
  ///   - lost: why the change is refused if the formula reads a removed row.
  mutating func changed(
    _ text: String, isOnSheet: Bool, moves: Bool = false, lost: @autoclosure () -> String
  ) throws(SpreadsheetError) -> String? {
    switch formulas.apply(Array(text.utf8), isOnSheet: isOnSheet, moves: moves) {
    case .same: return nil
    case .changed(let text): return String(decoding: text, as: UTF8.self)
    case .lost(let rows):
      // One row is enough for the formula to keep its meaning.
      try need(rows.lowerBound...rows.lowerBound, lost())
      return nil
    }
  }
}
