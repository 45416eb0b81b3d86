// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// The formulas of one sheet by their texts alone. Values are not read, and a formula that is filled down is kept once, so that a sheet
/// costs little more than looking through its bytes.
struct SurveyedSheet: Sendable {
  /// Equal formulas in consecutive rows of a column.
  struct Run: Sendable {
    let column: Int
    let first: Int
    var last: Int
    /// Index into ``texts``.
    let text: Int
    /// The range of an array formula.
    var array: CellRange?
    /// The shared formula that its last cell belongs to.
    fileprivate var shared: SharedMark?
  }

  /// The text of a formula and the row in which it stands.
  struct Text: Sendable {
    let range: Range<Int>
    let row: Int
    /// Whether the bytes are as in the file, escaped.
    let isEscaped: Bool
    var isDataTable = false
  }

  /// A shared formula. Files may use a number again for another one.
  fileprivate struct SharedMark: Equatable, Sendable {
    let number: Int
    let edition: Int
  }

  private(set) var runs: [Run] = []
  private(set) var texts: [Text] = []
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0
  /// Formulas that have no stored value, and dynamic arrays that may have been in want of room.
  private(set) var open: [CellReference] = []
  /// Where the last cells with anything in them stand; nil if rows are out of order.
  private(set) var extent: Extent?

  struct Extent: Sendable {
    var lastRow = 0
    var lastColumn = 0
  }

  /// By column: the index of its latest run.
  private var latest: [Int] = []
  private var editions: [Int: Int] = [:]
  private let most: Int
  private let name: String

  private init(most: Int, name: String) {
    self.most = most
    self.name = name
  }

  /// - Parameter isSettled: formulas to leave out.
  init(
    _ workbook: Workbook, _ index: Int, _ dynamic: CellMetadata, isSettled: (CellReference) -> Bool
  ) throws(SpreadsheetError) {
    let empty = SurveyedSheet(most: workbook.package.limits.calculationBytes, name: workbook.sheets[index].name)
    var formulas = StreamedFormulas()
    var survey = empty
    var extent = Extent()
    let frame = try workbook.forEachRow(ofSheet: index) { (row, cells) throws(SpreadsheetError) in
      if let last = row.cells.last(where: { $0.hasValueElement || $0.formulaKind != .none }) {
        extent.lastRow = row.index
        extent.lastColumn = max(extent.lastColumn, last.column)
      }
      guard row.cells.contains(where: { $0.formulaKind != .none }) else { return }
      try formulas.take(row, cells)
      try survey.take(row, cells, dynamic, isSettled) { (cell) throws(SpreadsheetError) in
        try formulas.formula(of: cell, row: row.index, cells)
      }
    }
    if formulas.isIncomplete {
      // Only reading the whole part gives all formulas.
      survey = empty
      let worksheet = try workbook.worksheet(at: index)
      try worksheet.forEachRow { row throws(SpreadsheetError) in
        try survey.take(row, worksheet.cells, dynamic, isSettled) { (cell) throws(SpreadsheetError) in
          try worksheet.formula(of: cell, row: row.index)
        }
      }
    }
    survey.extent = frame.disorder == nil ? extent : nil
    self = survey
  }

  private mutating func take(
    _ row: StoredRow, _ cells: SheetCells, _ dynamic: CellMetadata, _ isSettled: (CellReference) -> Bool,
    _ formula: (StoredCell) throws(SpreadsheetError) -> CellFormula?
  ) throws(SpreadsheetError) {
    for cell in row.cells where cell.formulaKind != .none {
      count += 1
      guard let place = CellReference(row: row.index, column: cell.column), !isSettled(place) else { continue }
      if cell.value.isEmpty, try cells.scalar(of: cell, row: row.index) == .blank { open.append(place) }
      while latest.count <= cell.column { latest.append(-1) }
      switch cell.formulaKind {
      case .none: break
      case .normal:
        if let text = cells.plainFormula(of: cell) {
          add(cells.bytes[text], at: place, isEscaped: true)
        } else if let text = try formula(cell)?.text, !text.isEmpty {
          add(Array(text.utf8)[...], at: place)
        }
      case .sharedMaster:
        guard let found = try formula(cell), let text = found.text else { continue }
        add(Array(text.utf8)[...], at: place)
        guard let number = found.sharedIndex else { continue }
        editions[number, default: 0] += 1
        runs[latest[cell.column]].shared = mark(number)
      case .sharedDerived:
        let number = cells.sharedNumber(of: cell)
        if let number, latest[cell.column] >= 0, runs[latest[cell.column]].shared == mark(number),
          runs[latest[cell.column]].last == place.row - 1
        {
          runs[latest[cell.column]].last = place.row
          continue
        }
        guard let text = try formula(cell)?.text else { continue }
        add(Array(text.utf8)[...], at: place)
        runs[latest[cell.column]].shared = number.map { mark($0) }
      case .array:
        let found = try formula(cell)
        guard let text = found?.text else { continue }
        append(Array(text.utf8)[...], at: place, isEscaped: false)
        runs[runs.count - 1].array = found?.range ?? CellRange(place, place)
        // Its room may have become free.
        if cell.type == .error, found?.range.map({ $0.first == $0.last }) ?? true, dynamic.isDynamic(cell, in: cells) {
          open.append(place)
        }
      case .dataTable:
        append([], at: place, isEscaped: false)
        texts[texts.count - 1].isDataTable = true
      }
      guard bytes.count <= most else {
        throw .limit(LimitBreach(name: "calculation-bytes", place: name, actual: bytes.count, limit: most))
      }
    }
  }

  private func mark(_ number: Int) -> SharedMark { SharedMark(number: number, edition: editions[number] ?? 0) }

  /// Adds a formula to the run above it, or begins another one.
  private mutating func add(_ text: ArraySlice<UInt8>, at place: CellReference, isEscaped: Bool = false) {
    let above = latest[place.column]
    guard above >= 0, runs[above].array == nil else { return append(text, at: place, isEscaped: isEscaped) }
    let known = texts[runs[above].text]
    let start = bytes.count
    bytes.append(contentsOf: text)
    let isFilled =
      known.isEscaped == isEscaped
      && FilledDown.continues(bytes.span, known.range, start..<bytes.count, rows: place.row - known.row)
    bytes.removeSubrange(start...)
    guard isFilled else { return append(text, at: place, isEscaped: isEscaped) }
    if runs[above].last == place.row - 1 {
      runs[above].last = place.row
      runs[above].shared = nil
    } else {
      latest[place.column] = runs.count
      runs.append(Run(column: place.column, first: place.row, last: place.row, text: runs[above].text))
    }
  }

  private mutating func append(_ text: ArraySlice<UInt8>, at place: CellReference, isEscaped: Bool) {
    let start = bytes.count
    bytes.append(contentsOf: text)
    latest[place.column] = runs.count
    runs.append(Run(column: place.column, first: place.row, last: place.row, text: texts.count))
    texts.append(Text(range: start..<bytes.count, row: place.row, isEscaped: isEscaped))
  }

  /// The text of a formula as a program shows it, without `=`.
  func text(_ text: Text) -> String {
    let stored = String(decoding: bytes[text.range], as: UTF8.self)
    guard text.isEscaped, stored.utf8.contains(UInt8(ascii: "&")) else { return XString.decoded(stored) }
    return XString.decoded(
      stored.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&"))
  }
}
