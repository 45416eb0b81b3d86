// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Collects the rows below a header: the kind of each row, and the cells of the recognized columns.
struct RowCollector {
  let bound: [BoundColumn]
  /// The index in `bound` by column number; -1 for other columns.
  private let slots: [Int]
  private let totals: TotalWords
  /// See ``ReadOptions/countsBlankRows``.
  private let countsBlankRows: Bool
  /// Which stored values of formulas are not trusted; nil if all are.
  let storedState: StoredState?
  /// The values of formulas that have none in the file, once they have been calculated.
  let calculated: FormulaValues?
  /// By index in `bound`: the formulas whose stored values are missing or not trusted.
  private(set) var untrusted: UntrustedFormulas
  /// Cells of input columns, in any row, whose formulas still have to be calculated.
  private(set) var open: [CellReference] = []
  /// Whether the rows come from a further tab.
  private var isPart = false
  private(set) var values: [ColumnBuilder]
  private(set) var kinds: [RowLayout.Kind] = []
  private(set) var firstRow = 0
  /// The last data row plus one, as an offset from `firstRow`.
  private(set) var end = 0
  private var dataRows = 0
  private(set) var totalRows: [Int] = []
  /// The formats of nonzero numbers.
  private(set) var styles: NumberStyles
  private(set) var otherRows: [Int] = []
  /// Recognizes rows that do not belong to the sheet's data; nil if the header is unknown.
  private var foreign: ForeignRows?
  private(set) var firstRowFormats: [Int: Int] = [:]
  /// By column number: whether it is a recognized column.
  private let isBound: [Bool]
  /// The values of the current row,
  private var scalars: [CellScalar] = []
  /// its cells,
  private var cells: [(slot: Int, cell: Pending)] = []
  /// and its errors.
  private var errors: [CellError] = []
  /// By index in `bound`.
  private var recent: [RecentStrings]

  /// A cell's content until it is known whether the row is data; it owns nothing that would need reference counting.
  private enum Pending {
    case number(Double)
    case boolean(Bool)
    /// A text that already has a number in the column.
    case text(Int)
    /// An index among the errors of the row.
    case error(Int)
  }

  /// A recognized column: its number, and whether people type into it.
  struct BoundColumn {
    var number: Int
    var isInput: Bool
  }

  init(
    bound: [BoundColumn], totals: TotalWords, foreign: ForeignRows? = nil, countsBlankRows: Bool,
    storedState: StoredState?, calculated: FormulaValues? = nil
  ) {
    self.storedState = storedState
    self.calculated = calculated
    untrusted = UntrustedFormulas(columns: bound.count)
    styles = NumberStyles(columns: bound.count)
    self.bound = bound
    self.foreign = foreign
    self.totals = totals
    self.countsBlankRows = countsBlankRows
    var slots = [Int](repeating: -1, count: (bound.map(\.number).max() ?? 0) + 1)
    for (slot, column) in bound.enumerated() { slots[column.number] = slot }
    self.slots = slots
    isBound = slots.map { $0 >= 0 }
    recent = Array(repeating: RecentStrings(), count: bound.count)
    values = Array(repeating: ColumnBuilder(), count: bound.count)
  }

  /// The rows that follow come from another tab, on which a table begun here does not continue.
  mutating func beginPart(_ sheetIndex: Int) {
    foreign?.beginPart(sheetIndex)
    isPart = true
  }

  /// - Parameter number: the row's number in the continued numbering, if it comes from a further tab.
  /// - Returns: whether the last row kept is data or a total.
  @discardableResult
  mutating func add(
    _ row: StoredRow, countedAs number: Int? = nil, in sheet: SheetCells
  ) throws(SpreadsheetError) -> Bool {
    let number = number ?? row.index
    cells.removeAll(keepingCapacity: true)
    errors.removeAll(keepingCapacity: true)
    untrusted.beginRow()
    try sheet.scalars(of: row, where: isBound, into: &scalars)
    // A total row is recognized by the text in its first non-empty cell.
    var isFirst = true
    var firstText: String?
    var holdsInput = false
    // Once the row is known to be data, further cells go directly into the columns.
    var hasBegun = false
    var offset: Int?
    for place in row.cells.indices {
      let column = row.cells[place].column
      let slot = column < slots.count ? slots[column] : -1
      guard slot >= 0 else {
        // Cells of unknown columns are examined only to recognize a total row.
        guard isFirst else { continue }
        let value = try sheet.value(of: row.cells[place], row: row.index)
        if value != .blank, !(value.text.map(StraySpace.isBlank) ?? false) {
          (isFirst, firstText) = (false, value.text)
        }
        continue
      }
      var isEmpty = false
      let cell: Pending
      var given: CellValue?
      if row.cells[place].formulaKind != .none, storedState != nil || scalars[place] == .blank {
        if scalars[place] != .blank { untrusted.noteStored(slot) }
        given = value(row.index, slot)
      }
      if let given {
        guard let known = pending(given, slot, row, place) else { continue }
        isEmpty = given.text.map(StraySpace.isBlank) ?? false
        if isFirst, !isEmpty, let text = given.text { firstText = text }
        cell = known
      } else {
        switch scalars[place] {
        case .blank: continue
        case .number(let number):
          if number != 0 { styles.note(row.cells[place].style, slot) }
          cell = .number(number)
        case .boolean(let flag): cell = .boolean(flag)
        case .error:
          cell = .error(errors.count)
          errors.append(try sheet.error(of: row.cells[place], row: row.index))
        case .sharedString(let index):
          if !isFirst, let number = recent[slot].number(of: index) {
            cell = .text(number)
            break
          }
          let text = try text(row.cells[place], index, row.index, slot, isFirst, sheet)
          isEmpty = text.isEmpty
          if isFirst, !isEmpty { firstText = text.text }
          if !isEmpty { recent[slot].note(index, number: text.number, of: sheet.strings.count) }
          cell = .text(text.number)
        case .text:
          let text = try text(row.cells[place], nil, row.index, slot, isFirst, sheet)
          isEmpty = text.isEmpty
          if isFirst, !isEmpty { firstText = text.text }
          cell = .text(text.number)
        }
      }
      if hasBegun {
        if let offset { put(cell, slot, offset) }
        continue
      }
      cells.append((slot, cell))
      guard !isEmpty else { continue }
      isFirst = false
      if bound[slot].isInput, !holdsInput {
        holdsInput = true
        if !(firstText.map { meansTotal($0) || totals.endsInWord($0) && isOnlyText(place) || goesOn($0, number, place) }
          ?? false)
        {
          // Rows that do not belong to the data are kept in the columns nevertheless, because Excel counts the same cells.
          let isOther = try isForeign(row, number, firstText, at: place, in: sheet)
          if isOther { otherRows.append(number) }
          hasBegun = true
          offset = try begin(isOther ? .other : .data, row, number, in: sheet)
        }
      }
    }
    if !hasBegun {
      let isTotal = firstText.map { totals.contains($0) || totals.nameTotal($0) || goesOn($0, number, nil) } ?? false
      if isTotal, let firstText, let column = row.cells.first?.column {
        let unit = foreign?.noteTotal(firstText, row: row.index, number: number, column: column)
        if let unit, !isConverted(to: unit.scale) { foreign?.take(unit) }
      }
      offset = try begin(
        isTotal ? .total : holdsInput || countsBlankRows ? .data : .blank, row, number, in: sheet)
    }
    if styles.isPending { styles.keep(isData: offset.map { kinds[$0] == .data } ?? false, row: number) }
    if untrusted.isPending, let offset, kinds[offset] == .data { untrusted.keepRow(at: offset) }
    return kinds.last == .data || kinds.last == .total
  }

  /// The value of a formula that has none in the file; nil if unknown. The formula is recorded in either case.
  private mutating func value(_ row: Int, _ slot: Int) -> CellValue? {
    guard let cell = CellReference(row: row, column: bound[slot].number) else { return nil }
    // Calculated values are those of the first tab.
    if !isPart, let value = calculated?.values[cell] {
      untrusted.note(slot, isCalculated: true)
      return value
    }
    untrusted.note(slot, isCalculated: false)
    if bound[slot].isInput, calculated == nil, !isPart { open.append(cell) }
    return nil
  }

  /// The result of a formula as a pending cell; nil if it is blank.
  private mutating func pending(_ value: CellValue, _ slot: Int, _ row: StoredRow, _ place: Int) -> Pending? {
    switch value {
    case .blank: return nil
    case .number(let number):
      if number != 0 { styles.note(row.cells[place].style, slot) }
      return .number(number)
    case .boolean(let flag): return .boolean(flag)
    case .error(let error):
      errors.append(error)
      return .error(errors.count - 1)
    case .text(let text):
      let bytes = Array(text.utf8)
      return .text(values[slot].number(of: bytes.span))
    }
  }

  /// Whether a number of the current row is the sum of those above it, in a unit `scale` times as large.
  private func isConverted(to scale: Double) -> Bool {
    cells.contains { slot, cell in
      guard case .number(let total) = cell, total != 0 else { return false }
      let column = values[slot].finish()
      let sum = (0..<column.count).reduce(0) { $0 + (column[$1].number ?? 0) }
      return abs(total * scale - sum) <= abs(sum) / 100
    }
  }

  /// Whether a row that begins with this text is a total row.
  private func meansTotal(_ text: String) -> Bool {
    totals.contains(text) || totals.ends(text)
  }

  /// Whether a row is a further line of the total right above it: the count of the rows below their sum, as reports of CRMs write.
  private func goesOn(_ text: String, _ number: Int, _ place: Int?) -> Bool {
    kinds.last == .total && number == firstRow + kinds.count && TotalWords.nameStatistic(text)
      && (place.map(isFollowedByNumbers) ?? true)
  }

  /// Whether numbers alone follow the first text of the row, which is at this place or before it.
  private func isFollowedByNumbers(_ place: Int) -> Bool {
    let texts = scalars[...place].count {
      switch $0 {
      case .sharedString, .text: true
      default: false
      }
    }
    return texts <= 1 && isOnlyText(place)
  }

  /// Whether no text follows the cell at this place.
  private func isOnlyText(_ place: Int) -> Bool {
    scalars[(place + 1)...].allSatisfy {
      switch $0 {
      case .sharedString, .text: false
      default: true
      }
    }
  }

  /// Whether a row does not belong to the sheet's data. The first cell alone seldom decides this, so the whole row is examined if it might
  /// be so.
  private mutating func isForeign(
    _ row: StoredRow, _ number: Int, _ firstText: String?, at place: Int, in sheet: SheetCells
  ) throws(SpreadsheetError) -> Bool {
    guard foreign != nil else { return false }
    if foreign?.isNone(number) == true {
      if !isPart { try foreign?.note(row, in: sheet) }
      return true
    }
    let isAlone = scalars[(place + 1)...].allSatisfy { $0 == .blank }
    let isAfterGap = kinds.isEmpty ? false : number > lastData + 1
    guard
      isAlone || isAfterGap || foreign?.suspects(before: number) == true
        || firstText.map({ foreign?.mayRepeat($0, at: row.cells[place].column) ?? false }) == true
    else { return false }
    let isForeign =
      try foreign?.isForeign(
        row, countedAs: number, in: sheet, isAfterGap: isAfterGap, isFirst: kinds.isEmpty,
        isOfTexts: { column in
          guard column < slots.count, slots[column] >= 0 else { return false }
          return values[slots[column]].count > 0 && styles.all[slots[column]].isEmpty
        }) ?? false
    if let other = foreign?.takeUnmasked() { takeBack(other) }
    return isForeign
  }

  /// Makes the last row, which was taken for data, one that is none.
  private mutating func takeBack(_ number: Int) {
    let offset = number - firstRow
    guard kinds.indices.contains(offset), kinds[offset] == .data else { return }
    kinds[offset] = .other
    otherRows.append(number)
    dataRows -= 1
    while end > 0, kinds[end - 1] != .data { end -= 1 }
    untrusted.takeBack(offset)
  }

  /// The tables among and below the data that are not read.
  var unreadBlocks: [UnreadBlock] { foreign?.blocks ?? [] }

  /// What the names of groups of rows say of the currency of their amounts.
  var rowCurrencies: RowCurrencies? { foreign?.currencies }

  /// A note below the header that states the unit of amounts.
  var unitNote: UnitLine? { foreign?.unit }

  /// The last data row.
  private var lastData: Int { firstRow + end - 1 }

  /// Appends a row with its pending cells. Returns its offset; nil if it is not kept.
  private mutating func begin(
    _ kind: RowLayout.Kind, _ row: StoredRow, _ number: Int, in sheet: SheetCells
  ) throws(SpreadsheetError) -> Int? {
    if kind == .total { totalRows.append(number) }
    guard kind == .data || !kinds.isEmpty else { return nil }
    if kinds.isEmpty {
      firstRow = number
      for cell in row.cells { firstRowFormats[cell.column] = cell.style }
    }
    let offset = number - firstRow
    // Blank rows at the end cost nothing, so their number is not limited.
    if kind != .blank { try sheet.require(blankRows: offset - dataRows, above: number) }
    if kind == .data { dataRows += 1 }
    // Rows ascend; rows in between do not exist in the file.
    guard offset >= kinds.count else { return nil }
    while kinds.count < offset { kinds.append(.blank) }
    kinds.append(kind)
    for (slot, cell) in cells { put(cell, slot, offset) }
    if kind == .data { end = offset + 1 }
    return offset
  }

  @inline(__always)
  private mutating func put(_ cell: Pending, _ slot: Int, _ offset: Int) {
    switch cell {
    case .number(let number): values[slot].append(number: number, at: offset)
    case .boolean(let flag): values[slot].append(.boolean(flag), at: offset)
    case .text(let number): values[slot].append(textNumber: number, at: offset)
    case .error(let place): values[slot].append(.error(errors[place]), at: offset)
    }
  }

  /// The number of a text in its column; the text itself only if it comes first in its row and may be the word of a total.
  private mutating func text(
    _ cell: StoredCell, _ index: Int?, _ row: Int, _ slot: Int, _ isFirst: Bool, _ sheet: SheetCells
  ) throws(SpreadsheetError) -> (number: Int, isEmpty: Bool, text: String?) {
    let bytes = index == nil ? sheet.bytes : sheet.strings.bytes
    let plain = if let index { sheet.strings.plainText(at: index) } else { sheet.plainText(of: cell) }
    if let plain {
      var text = bytes.span.extracting(plain)
      if TextEdges.areOpen(text), !TextEdges.areKept(bytes.span, plain.lowerBound) {
        text = text.extracting(TextEdges.inside(text))
        if text.isEmpty { return (values[slot].number(of: text), true, "") }
      }
      if Self.holdsMark(text), !(isFirst && totals.mayContain(text)) {
        return (values[slot].number(of: text), false, nil)
      }
    }
    var text = try sheet.value(of: cell, row: row).text ?? ""
    if let plain, TextEdges.areOpen(bytes.span.extracting(plain)), !TextEdges.areKept(bytes.span, plain.lowerBound) {
      let kept = Array(text.utf8)
      text = String(decoding: kept[TextEdges.inside(kept.span)], as: UTF8.self)
    }
    return (values[slot].number(of: text), StraySpace.isBlank(text), text)
  }

  /// A fast test of whether the text begins with something other than white space: a printable ASCII character, or one of U+4000 … U+EFFF,
  /// which covers most Chinese characters.
  private static func holdsMark(_ text: Span<UInt8>) -> Bool {
    guard !text.isEmpty else { return false }
    let first = text[0]
    return first > 0x20 && first < 0x7F || first >= 0xE4 && first <= 0xEE
  }
}
