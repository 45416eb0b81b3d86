// SPDX-License-Identifier: Apache-2.0

/// The value of a cell before any string is created, for loops over many cells. Copying it involves no reference counting.
public enum CellScalar: Hashable, Sendable {
  case blank
  /// A number, or the serial number of an ISO date.
  case number(Double)
  /// An index into the shared string table.
  case sharedString(Int)
  /// A text, which ``CellReader/text(of:row:in:)`` returns.
  case text
  case boolean(Bool)
  /// An error value, whose code ``CellReader/error(of:row:in:)`` returns.
  case error
}

/// Reads the values and formulas of stored cells.
package struct CellReader: Sendable {
  private let scope: NamespaceScope
  private let prefix: [UInt8]
  private let dateSystem: DateSystem

  package init(_ layout: SheetLayout, dateSystem: DateSystem) {
    self.init(scope: layout.scope, prefix: layout.prefixBytes, dateSystem: dateSystem)
  }

  init(scope: NamespaceScope, prefix: [UInt8], dateSystem: DateSystem) {
    self.scope = scope
    self.prefix = prefix
    self.dateSystem = dateSystem
  }

  // MARK: Values

  /// The value of `cell` in row `row`.
  ///
  /// A cell without a value is blank, and so is one whose value is empty where its type requires one.
  public func scalar(of cell: StoredCell, row: Int, in bytes: Span<UInt8>) throws(ScanError) -> CellScalar {
    if let scalar = Self.commonScalar(of: cell, in: bytes) { return scalar }
    return try rareScalar(of: cell, row: row, in: bytes)
  }

  /// A fast path for the common cases; nil if ``scalar(of:row:in:)`` has to decode the value.
  @inline(always)
  static func commonScalar(of cell: StoredCell, in bytes: Span<UInt8>) -> CellScalar? {
    guard cell.hasValueElement else { return .blank }
    switch cell.type {
    case .number: return ScannedNumber.double(bytes, cell.value).map { .number($0) }
    case .sharedString: return ScannedNumber.digits(bytes, cell.value).map { .sharedString($0) }
    case .formulaText, .inlineText: return .text
    case .boolean:
      guard cell.valueEnd == cell.valueStart &+ 1 else { return nil }
      switch Markup.byte(bytes, Int(cell.valueStart)) {
      case UInt8(ascii: "0"): return .boolean(false)
      case UInt8(ascii: "1"): return .boolean(true)
      default: return nil
      }
    case .error, .isoDate: return nil
    }
  }

  /// The remaining cases: values with character references or CDATA sections, booleans, errors, dates and invalid values.
  @inline(never)
  private func rareScalar(of cell: StoredCell, row: Int, in bytes: Span<UInt8>) throws(ScanError) -> CellScalar {
    let place = Self.place(cell, row)
    let text = try CellText.text(bytes, cell.value, escapes: false, place)
    let unpacked = Array(text.utf8)
    let trimmed = ScannedNumber.trim(unpacked.span, 0..<unpacked.count)
    if trimmed.isEmpty { return .blank }
    let word = String(decoding: unpacked[trimmed], as: UTF8.self)
    let expected: String
    switch cell.type {
    case .number:
      if let number = ScannedNumber.double(unpacked.span, trimmed) { return .number(number) }
      // DuckDB writes what C prints of 0/0; Excel repairs such a file, all others open it.
      if Self.isNoNumber(word) { return .text }
      // py-excel-rs writes days so, and gives them the format of a date.
      if SerialDate.serial(iso: word, system: dateSystem) != nil { return .text }
      expected = "a finite number"
    case .sharedString:
      if let index = ScannedNumber.digits(unpacked.span, trimmed) { return .sharedString(index) }
      expected = "an index into the shared strings"
    case .boolean:
      // The capitals are no XML, but those of py-excel-rs.
      if ["1", "true", "TRUE", "True"].contains(word) { return .boolean(true) }
      if ["0", "false", "FALSE", "False"].contains(word) { return .boolean(false) }
      expected = "1, 0, true or false"
    case .isoDate:
      // A text that is not a valid date in the workbook's date system stays text.
      return SerialDate.serial(iso: word, system: dateSystem).map { .number($0) } ?? .text
    case .error: return .error
    case .formulaText, .inlineText: return .text
    }
    throw .value(bytes, cell.value, place, "the value", expected: expected)
  }

  /// Whether a value is what programs print for something that is not a number or has no end.
  private static func isNoNumber(_ word: String) -> Bool {
    let plain = word.lowercased().drop { $0 == "-" || $0 == "+" }
    return ["nan", "inf", "infinity", "nan(ind)", "1.#ind", "1.#qnan", "1.#inf"].contains(plain)
  }

  /// The error of a cell whose ``CellScalar`` is `error`. The code is returned as it is stored, because later versions of Excel
  /// have more of them.
  public func error(of cell: StoredCell, row: Int, in bytes: Span<UInt8>) throws(ScanError) -> CellError {
    let text = try CellText.text(bytes, cell.value, escapes: false, Self.place(cell, row))
    let code = Array(text.utf8)
    return CellError(code: String(decoding: code[ScannedNumber.trim(code.span, 0..<code.count)], as: UTF8.self))
  }

  /// The text of a cell whose ``CellScalar`` is `text`; for a cell of another type, the text of its `v`.
  public func text(of cell: StoredCell, row: Int, in bytes: Span<UInt8>) throws(ScanError) -> String {
    let place = Self.place(cell, row)
    guard cell.type == .inlineText else { return try CellText.text(bytes, cell.value, escapes: true, place) }
    if Markup.matches(bytes, cell.element.lowerBound + 1, prefix),
      let plain = InlineText.plain(bytes, cell.value, prefix: prefix)
    {
      return try CellText.text(bytes, plain, escapes: true, place)
    }
    return try InlineText.text(bytes, cell.value, scope: inlineScope(of: cell, in: bytes, place), place)
  }

  /// The range of bytes that is the text of a cell whose ``CellScalar`` is `text`; nil if the bytes have to be decoded, or can't
  /// be.
  func plainText(of cell: StoredCell, in bytes: Span<UInt8>) -> Range<Int>? {
    var range = cell.value
    if cell.type == .inlineText {
      guard Markup.matches(bytes, cell.element.lowerBound + 1, prefix),
        let plain = InlineText.plain(bytes, range, prefix: prefix)
      else { return nil }
      range = plain
    }
    return CellText.isItself(bytes, range) ? range : nil
  }

  /// The namespace prefixes inside the `is` element of a cell. The prefix of the `c` element is already known to be that of the
  /// main namespace.
  private func inlineScope(
    of cell: StoredCell, in bytes: Span<UInt8>, _ place: ScanError.Place
  ) throws(ScanError) -> NamespaceScope {
    var scope = scope
    var at = cell.element.lowerBound
    let tag = try Markup.tag(bytes, &at, place)
    let local = Markup.localName(bytes, tag.name).lowerBound
    scope.declareMain(
      prefix: NamespaceScope.copy(bytes, tag.name.lowerBound..<max(tag.name.lowerBound, local - 1)), depth: 1)
    try scope.declare(bytes, tag, depth: 2, place)
    while at < cell.value.lowerBound, let tag = try Markup.nextTag(bytes, &at, place) {
      if tag.range.upperBound == cell.value.lowerBound { try scope.declare(bytes, tag, depth: 3, place) }
    }
    return scope
  }

  // MARK: Formulas

  /// The formula of a cell as it is stored; nil if it has none, or only an empty `f`.
  ///
  /// A derived cell of a shared formula has no text of its own here: see ``SharedFormulas``.
  public func formula(
    of cell: StoredCell, row: Int, in bytes: Span<UInt8>
  ) throws(ScanError) -> CellFormula? {
    guard cell.formulaKind != .none else { return nil }
    let place = Self.place(cell, row)
    var at = cell.formula.lowerBound
    let tag = try Markup.tag(bytes, &at, place)
    var attributes: [CellFormula.Attribute] = []
    var inTag = tag.name.upperBound
    while let attribute = try Markup.attribute(bytes, &inTag, place) {
      let value = try CellText.attribute(bytes, attribute.value, place)
      attributes.append(
        CellFormula.Attribute(
          name: String(decoding: NamespaceScope.copy(bytes, attribute.name), as: UTF8.self),
          value: try CellText.string(value.span, bytes, attribute.value, place)))
    }
    var text = ""
    if tag.kind == .start {
      let content = try Markup.skipText(bytes, &at, of: tag.name, place)
      text = try CellText.text(bytes, content, escapes: false, place)
    }
    if text.isEmpty, cell.formulaKind == .normal { return nil }
    return CellFormula(kind: cell.formulaKind, storedText: text, attributes: attributes)
  }

  static func place(_ cell: StoredCell, _ row: Int) -> ScanError.Place {
    CellReference(row: row, column: cell.column).map { .cell($0) } ?? .row(row)
  }
}
