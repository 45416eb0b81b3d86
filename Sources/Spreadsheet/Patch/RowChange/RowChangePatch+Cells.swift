// SPDX-License-Identifier: Apache-2.0

internal import XML

extension RowChangePatch {
  /// The splices for the row numbers, the cell references and the formulas of the changed sheet.
  mutating func rowSplices(_ sheet: Worksheet) throws(SpreadsheetError) -> [Splice] {
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
  func numbered(_ sheet: Worksheet, _ row: StoredRow, as new: Int) throws(SpreadsheetError) -> [Splice] {
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
  mutating func formulaSplices(_ sheet: Worksheet, isOwn: Bool) throws(SpreadsheetError) -> [Splice] {
    var splices: [Splice] = []
    var shared: [Splice] = []
    var sharedChanges = false
    try sheet.forEachRow { row throws(SpreadsheetError) in
      let moves = isOwn && row.index >= change.first
      if isOwn, change.row(row.index) == nil {
        for cell in row.cells {
          switch cell.formulaKind {
          case .sharedMaster: sharedChanges = true
          case .array, .dataTable:
            // Its other cells would stay behind without a formula.
            guard let range = try sheet.formula(of: cell, row: row.index)?.range, change.range(range) != nil else {
              continue
            }
            try need(row.index...row.index, "the formula of \(range) begins in row \(row.index)")
          default: break
          }
        }
        return
      }
      for cell in row.cells where cell.formulaKind != .none {
        guard let formula = try sheet.formula(of: cell, row: row.index) else { continue }
        let at = CellReference(row: row.index, column: cell.column).map { "\($0)" } ?? ""
        guard cell.formulaKind != .dataTable else {
          // Neither its range nor the cells that it varies would follow.
          if isOwn { throw refuse("there is a data table in \(at)") }
          continue
        }
        guard let text = formula.text else { throw refuse("the formula in \(at) is not to be read") }
        let changed = try changed(
          text, isOnSheet: isOwn, moves: moves, lost: "the formula in \(sheet.info.name)!\(at) reads a row that goes")
        let new = changed ?? text
        guard new.utf8.count <= ExcelLimits.formulaLength else {
          throw refuse("the formula in \(at) would be too long")
        }
        let element =
          "<\(Self.tag(cell, sheet))>\(XMLEscape.text(new))</\(Self.tag(cell, sheet))>"
        switch cell.formulaKind {
        case .sharedMaster, .sharedDerived:
          shared.append(Splice(cell.formula, element))
          sharedChanges = sharedChanges || changed != nil || moves
        case .array:
          let moved = isOwn ? formula.range.flatMap { change.range($0) } : formula.range
          guard changed != nil || moves || moved != formula.range else { continue }
          guard let range = formula.range, let moved, moved.rows.count == range.rows.count else {
            let rows = formula.range?.rows ?? row.index...row.index
            try need(rows, "the array formula in \(at) would be cut")
            continue
          }
          splices.append(try Self.array(cell, sheet, over: moved, text: new))
        default:
          if changed != nil { splices.append(Splice(cell.formula, element)) }
        }
      }
    }
    return splices + (sharedChanges ? shared : [])
  }

  /// The qualified name of the `f` element.
  static func tag(_ cell: StoredCell, _ sheet: Worksheet) -> String {
    let start = sheet.bytes[cell.formula].dropFirst()
    return String(decoding: start.prefix { !Markup.endsName($0) }, as: UTF8.self)
  }

  static func array(
    _ cell: StoredCell, _ sheet: Worksheet, over range: CellRange, text: String
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
      let words = XMLEscape.text(text)
      return Splice(cell.formula, "\(start)>\(words)</\(Self.tag(cell, sheet))>")
    } catch {
      throw .scan(part: sheet.part, sheet: sheet.info.name, error)
    }
  }
}
