// SPDX-License-Identifier: Apache-2.0

internal import XML

/// The place of a cell among those that share a formula.
struct SharedPlace {
  /// `si`: the formula among those of the sheet.
  var index: Int
  /// The last row that may have it.
  var lastRow: Int
  /// Of the first cell, which has the text: where the others are.
  var range: CellRange?
}

/// What makes the formula of a cell a dynamic array.
struct DynamicPlace {
  /// `cm`: the record of the cell metadata, counted from 1.
  var metadata: Int
  /// The only cell of the array until it is calculated.
  var cell: CellReference
}

/// A formula ready to be written. It is escaped once, whether it goes into one cell or a million.
struct PreparedFormula {
  /// The escaped text, split where the row number goes.
  let segments: [[UInt8]]
  let needsPreserve: Bool
  /// Whether it is for the cells of a column.
  let isForColumn: Bool
  /// What it shares with the cells of its column; nil for a text of its own.
  var share: SharedPlace?
  /// Nil for a formula of a single value.
  var dynamic: DynamicPlace?

  /// Prepares the formula of one cell.
  init(_ text: String) throws(EditError) {
    try self.init(segments: [text], lastRow: 0)
  }

  /// Prepares the formula for the cells of a column down to `lastRow`.
  init(_ formula: RowFormula, lastRow: Int) throws(EditError) {
    try self.init(segments: formula.segments, lastRow: lastRow)
  }

  private init(segments texts: [String], lastRow: Int) throws(EditError) {
    let holes = max(texts.count - 1, 0)
    let length = texts.reduce(0) { $0 + $1.utf16.count } + holes * String(lastRow).utf8.count
    guard length > 0 else { throw EditError(.emptyFormula) }
    guard length <= ExcelLimits.formulaLength else { throw EditError(.formulaTooLong(length)) }
    var segments: [[UInt8]] = []
    for text in texts {
      if let bad = text.unicodeScalars.first(where: Self.isForbidden) { throw EditError(.formulaCharacter(bad.value)) }
      var bytes: [UInt8] = []
      XMLEscape.appendText(text, to: &bytes)
      segments.append(bytes)
    }
    self.segments = segments
    isForColumn = lastRow > 0
    needsPreserve = TextMarkup.needsPreserve(texts.joined(separator: "0"))
  }

  /// Whether it reads in each row as ``SharedFormula`` makes it of the one above.
  static func isShareable(_ formula: RowFormula) -> Bool {
    // As Excel itself does, not across sheets.
    guard !formula.segments.contains(where: { $0.contains("!") || $0.contains("[") }) else { return false }
    let first = formula.text(row: 2)
    // Two places far apart: a number that is no reference stays, one that is moves.
    return [3, 90_000].allSatisfy { SharedFormula.shifted(first, rows: $0 - 2, columns: 0) == formula.text(row: $0) }
  }

  /// Appends the text for a cell in the row with the digits `row`.
  func append(row: [UInt8], to bytes: inout [UInt8]) {
    var isFirst = true
    for segment in segments {
      if !isFirst { bytes += row }
      isFirst = false
      bytes += segment
    }
  }

  /// Whether the `f` element at `element` contains exactly the text that would be written in the row with the digits `row`.
  func stands(in bytes: Span<UInt8>, _ element: Range<Int>, row: [UInt8]) -> Bool {
    var at = element.lowerBound
    // The last "<" begins the end tag, because escaped text contains none.
    var end = element.upperBound - 1
    while end > at, bytes[end] != UInt8(ascii: "<") { end -= 1 }
    while at < end, bytes[at] != UInt8(ascii: ">") { at += 1 }
    at += 1
    var isFirst = true
    for segment in segments {
      if !isFirst {
        guard Markup.matches(bytes, at, row) else { return false }
        at += row.count
      }
      isFirst = false
      guard Markup.matches(bytes, at, segment) else { return false }
      at += segment.count
    }
    return at == end
  }

  /// Whether XML 1.0 (2.2) does not allow the character.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...0x10FFFF: false
    default: true
    }
  }
}
