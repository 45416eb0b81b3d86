// SPDX-License-Identifier: Apache-2.0

/// A cell while its element is being parsed.
struct CellDraft {
  /// The row number: that of the row element, or that of the cell's own reference if the row does not state one.
  var row: Int
  var rowIsStated: Bool
  /// The qualified name of the element.
  var name = 0..<0
  var stored = StoredCell(column: 0, style: 0, type: .number, elementStart: 0)
  var declaresNamespace = false
  private var seen: UInt8 = 0
  private var inline = 0..<0

  init(row: Int, rowIsStated: Bool) {
    self.row = row
    self.rowIsStated = rowIsStated
  }

  var place: ScanError.Place {
    CellReference(row: row, column: stored.column).map { .cell($0) } ?? .row(row)
  }

  /// Throws if the attribute has occurred before. XML does not allow that, and two readers could see two different cells.
  @inline(always)
  private mutating func once(_ bit: UInt8, _ bytes: Span<UInt8>, _ attribute: TagAttribute) throws(ScanError) {
    guard seen & bit == 0 else {
      throw .markup(bytes, at: attribute.name.lowerBound, place, expected: "each attribute once")
    }
    seen |= bit
  }

  // MARK: Attributes

  @inline(always)
  mutating func readReference(_ bytes: Span<UInt8>, _ attribute: TagAttribute) throws(ScanError) {
    try once(1, bytes, attribute)
    var reference = Self.reference(bytes, attribute.value)
    if reference == nil { reference = try decodedReference(bytes, attribute.value) }
    guard let reference, !rowIsStated || reference.row == row else {
      throw referenceError(bytes, attribute.value)
    }
    row = reference.row
    rowIsStated = true
    stored.columnNumber = UInt16(truncatingIfNeeded: reference.column)
  }

  /// Parses a reference such as `B7`; nil if it is not a cell of a worksheet.
  @inline(always)
  private static func reference(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (row: Int, column: Int)? {
    var at = range.lowerBound
    var column = 0
    while at < range.upperBound {
      let letter = (bytes[at] & 0xDF) &- UInt8(ascii: "A")
      guard letter < 26 else { break }
      column = column &* 26 &+ Int(letter) &+ 1
      guard column <= CellReference.maxColumn else { return nil }
      at += 1
    }
    let firstDigit = at
    var row = 0
    while at < range.upperBound {
      let digit = bytes[at] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      row = row &* 10 &+ Int(digit)
      guard row <= CellReference.maxRow else { return nil }
      at += 1
    }
    return column > 0 && at > firstDigit && row > 0 ? (row, column) : nil
  }

  @inline(never)
  private func decodedReference(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) throws(ScanError) -> (row: Int, column: Int)? {
    let text = try CellText.attribute(bytes, range, place)
    return Self.reference(text.span, 0..<text.count)
  }

  @inline(never)
  private func referenceError(_ bytes: Span<UInt8>, _ range: Range<Int>) -> ScanError {
    let expected = rowIsStated ? "A\(row) … XFD\(row)" : "A1 … XFD\(CellReference.maxRow)"
    return .value(bytes, range, .row(row), "the reference of a cell", expected: expected)
  }

  @inline(always)
  mutating func readStyle(_ bytes: Span<UInt8>, _ attribute: TagAttribute) throws(ScanError) {
    try once(2, bytes, attribute)
    var style = ScannedNumber.digits(bytes, attribute.value)
    // Some programs write an empty attribute, which counts as no style.
    if style == nil, attribute.value.isEmpty { style = 0 }
    if style == nil { style = try ScannedNumber.unsigned(bytes, attribute.value, place) }
    guard let style, style <= Int(UInt32.max) else {
      throw .value(bytes, attribute.value, place, "the style index", expected: "a whole number from 0 on")
    }
    stored.styleIndex = UInt32(truncatingIfNeeded: style)
  }

  @inline(always)
  mutating func readType(_ bytes: Span<UInt8>, _ attribute: TagAttribute) throws(ScanError) {
    try once(4, bytes, attribute)
    if attribute.value.count == 1, let type = Self.type(bytes[attribute.value.lowerBound]) {
      stored.type = type
    } else {
      try readLongType(bytes, attribute.value)
    }
  }

  @inline(always)
  static func type(_ letter: UInt8) -> CellType? {
    switch letter {
    case UInt8(ascii: "s"): return .sharedString
    case UInt8(ascii: "n"): return .number
    case UInt8(ascii: "b"): return .boolean
    case UInt8(ascii: "e"): return .error
    case UInt8(ascii: "d"): return .isoDate
    default: return nil
    }
  }

  @inline(never)
  private mutating func readLongType(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(ScanError) {
    let text = try CellText.attribute(bytes, range, place)
    let trimmed = ScannedNumber.trim(text.span, 0..<text.count)
    if trimmed.count == 1, let type = Self.type(text[trimmed.lowerBound]) {
      stored.type = type
    } else if Markup.equals(text.span, trimmed, Self.formulaText) {
      stored.type = .formulaText
    } else if Markup.equals(text.span, trimmed, Self.inlineText) {
      stored.type = .inlineText
    } else {
      throw .value(bytes, range, place, "the type of the cell", expected: "b, d, e, inlineStr, n, s or str")
    }
  }

  // MARK: Children

  /// Parses the attributes of an `f` element and moves `at` past its `>`.
  @inline(always)
  func readFormulaTag(
    _ bytes: Span<UInt8>, _ at: inout Int
  ) throws(ScanError) -> (kind: StoredFormulaKind, isEmpty: Bool, declaresNamespace: Bool) {
    var kind = StoredFormulaKind.normal
    var declares = false
    while let attribute = try Markup.attribute(bytes, &at, place) {
      if attribute.name.count == 1, bytes[attribute.name.lowerBound] == UInt8(ascii: "t") {
        kind = try formulaKind(bytes, attribute.value)
      } else if Markup.isDeclaration(bytes, attribute.name) {
        declares = true
      }
    }
    let isEmpty = bytes[at] == UInt8(ascii: "/")
    at += isEmpty ? 2 : 1
    return (kind, isEmpty, declares)
  }

  @inline(never)
  private func formulaKind(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(ScanError) -> StoredFormulaKind {
    let text = try CellText.attribute(bytes, range, place)
    switch String(decoding: text, as: UTF8.self) {
    case "normal": return .normal
    case "shared": return .sharedMaster
    case "array": return .array
    case "dataTable": return .dataTable
    default:
      throw .value(bytes, range, place, "the type of the formula", expected: "normal, shared, array or dataTable")
    }
  }

  mutating func setValue(_ bytes: Span<UInt8>, _ tag: Tag, _ content: Range<Int>?) throws(ScanError) {
    guard !stored.hasValueElement else {
      throw .markup(bytes, at: tag.range.lowerBound, place, expected: "one value")
    }
    let content = content ?? Self.hole(tag)
    stored.valueStart = UInt32(truncatingIfNeeded: content.lowerBound)
    stored.valueEnd = UInt32(truncatingIfNeeded: content.upperBound)
  }

  mutating func setInline(_ bytes: Span<UInt8>, _ tag: Tag, _ content: Range<Int>?) throws(ScanError) {
    guard inline.upperBound == 0 else {
      throw .markup(bytes, at: tag.range.lowerBound, place, expected: "one inline string")
    }
    inline = content ?? Self.hole(tag)
  }

  /// The position at which the content of a self-closed element would be: its `/`.
  private static func hole(_ tag: Tag) -> Range<Int> { (tag.range.upperBound - 2)..<(tag.range.upperBound - 2) }

  /// Decides how to read the value. If an `inlineStr` cell only has a `v`, its text is there. If a cell has an `is` but no `v`,
  /// the `is` is its text, whatever `t` says.
  @inline(always)
  mutating func settleType() {
    if inline.upperBound > 0, stored.type == .inlineText || !stored.hasValueElement {
      stored.type = .inlineText
      stored.valueStart = UInt32(truncatingIfNeeded: inline.lowerBound)
      stored.valueEnd = UInt32(truncatingIfNeeded: inline.upperBound)
    } else if stored.type == .inlineText, stored.hasValueElement {
      stored.type = .formulaText
    }
  }

  private static let formulaText = Array("str".utf8)
  static let inlineText = Array("inlineStr".utf8)
}
