// SPDX-License-Identifier: Apache-2.0

/// The tags of cells and their children, with the element prefix of the part.
///
/// This is a class so that writing a cell updates one reference count instead of a dozen.
final class CellTags: Sendable {
  let cell, cellEnd: [UInt8]
  let row, rowEnd: [UInt8]
  let formula, spacedFormula, formulaName, formulaEnd: [UInt8]
  let value, spacedValue, valueEnd: [UInt8]
  let inline, spacedInline, inlineEnd: [UInt8]

  /// `prefix` includes the colon, or is empty.
  init(prefix: String) {
    func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
    let preserve = String(decoding: Self.preserved, as: UTF8.self)
    cell = bytes("<\(prefix)c")
    cellEnd = bytes("</\(prefix)c>")
    row = bytes("<\(prefix)row")
    rowEnd = bytes("</\(prefix)row>")
    formula = bytes("<\(prefix)f>")
    spacedFormula = bytes("<\(prefix)f\(preserve)")
    formulaName = bytes("<\(prefix)f")
    formulaEnd = bytes("</\(prefix)f>")
    value = bytes("<\(prefix)v>")
    spacedValue = bytes("<\(prefix)v\(preserve)")
    valueEnd = bytes("</\(prefix)v>")
    inline = bytes("<\(prefix)is><\(prefix)t>")
    spacedInline = bytes("<\(prefix)is><\(prefix)t\(preserve)")
    inlineEnd = bytes("</\(prefix)t></\(prefix)is>")
  }

  /// Appends an `f` element with the formula `wanted`.
  func append(_ wanted: PreparedFormula, row: [UInt8], to bytes: inout [UInt8]) {
    if let share = wanted.share {
      bytes += formulaName
      bytes += Self.shared
      if let range = share.range {
        bytes += " ref=\"\(range)\"".utf8
      }
      Self.append(Self.si, share.index, to: &bytes)
      guard share.range != nil else {
        bytes += Self.selfClosed
        return
      }
      bytes += wanted.needsPreserve ? Self.preserved : Self.open
    } else if let dynamic = wanted.dynamic {
      bytes += formulaName
      bytes += " t=\"array\" ref=\"\(dynamic.cell)\"".utf8
      bytes += wanted.needsPreserve ? Self.preserved : Self.open
    } else {
      bytes += wanted.needsPreserve ? spacedFormula : formula
    }
    wanted.append(row: row, to: &bytes)
    bytes += formulaEnd
  }

  /// Appends the element for the value `wanted`: `is` for an inline string, `v` for everything else, and nothing for a blank.
  func append(_ wanted: CellValue, underFormula: Bool, to bytes: inout [UInt8]) throws(EditError) {
    switch wanted {
    case .blank: break
    case .number(let number):
      guard number.isFinite else { throw EditError(.notFinite(number)) }
      bytes += value
      NumberText.append(number, to: &bytes)
      bytes += valueEnd
    case .boolean(let truth):
      bytes += value
      bytes.append(truth ? UInt8(ascii: "1") : UInt8(ascii: "0"))
      bytes += valueEnd
    case .error(let error):
      guard error.code.utf8.first == UInt8(ascii: "#"), error.code.utf8.count > 1 else {
        throw EditError(.notAnErrorCode(error.code))
      }
      bytes += value
      TextMarkup.append(error.code, to: &bytes)
      bytes += valueEnd
    case .text(let text):
      guard !TextMarkup.isTooLong(text) else { throw EditError(.textTooLong(text.utf16.count)) }
      let spaced = TextMarkup.needsPreserve(text)
      if underFormula {
        bytes += spaced ? spacedValue : value
      } else {
        bytes += spaced ? spacedInline : inline
      }
      TextMarkup.append(text, to: &bytes)
      bytes += underFormula ? valueEnd : inlineEnd
    }
  }

  /// The `t` attribute for a cell with the value `wanted` (18.18.11); nil for none, which means a number.
  static func type(of wanted: CellValue, underFormula: Bool) -> [UInt8]? {
    switch wanted {
    case .blank, .number: nil
    case .boolean: boolean
    case .error: error
    case .text: underFormula ? formulaText : inlineText
    }
  }

  /// Appends a new cell. Pass false for `reference` in a row whose cells have no `r` attributes.
  func appendNew(
    _ wanted: CellValue, formula wantedFormula: PreparedFormula?, like template: FormulaTemplate? = nil, style: Int,
    column: Int, row: [UInt8], reference: Bool = true, to bytes: inout [UInt8]
  ) throws(EditError) {
    if reference, let template {
      let type = Self.type(of: wanted, underFormula: true)
      template.appendCell(column: column, row: row, style: style, type: type, tags: self, to: &bytes)
      try append(wanted, underFormula: true, to: &bytes)
      bytes += cellEnd
      return
    }
    bytes += cell
    if reference {
      bytes += Self.r
      ColumnName.append(column, to: &bytes)
      bytes += row
      bytes.append(UInt8(ascii: "\""))
    }
    if style != 0 { Self.append(Self.s, style, to: &bytes) }
    if let type = Self.type(of: wanted, underFormula: wantedFormula != nil) {
      bytes += Self.t
      bytes += type
      bytes.append(UInt8(ascii: "\""))
    }
    if let dynamic = wantedFormula?.dynamic { Self.append(Self.cm, dynamic.metadata, to: &bytes) }
    if wanted == .blank, wantedFormula == nil {
      bytes += Self.selfClosed
      return
    }
    bytes.append(UInt8(ascii: ">"))
    if let wantedFormula { append(wantedFormula, row: row, to: &bytes) }
    try append(wanted, underFormula: wantedFormula != nil, to: &bytes)
    bytes += cellEnd
  }

  /// Appends an attribute. `start` includes everything up to the opening quote.
  static func append(_ start: [UInt8], _ number: Int, to bytes: inout [UInt8]) {
    bytes += start
    NumberText.append(number, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  static let r = Array(" r=\"".utf8)
  static let s = Array(" s=\"".utf8)
  static let t = Array(" t=\"".utf8)
  static let cm = Array(" cm=\"".utf8)
  /// The end of a start tag, where spaces count and where they do not.
  private static let preserved = Array(" xml:space=\"preserve\">".utf8)
  private static let open = Array(">".utf8)
  private static let shared = Array(" t=\"shared\"".utf8)
  private static let si = Array(" si=\"".utf8)
  private static let boolean = Array("b".utf8)
  private static let error = Array("e".utf8)
  private static let formulaText = Array("str".utf8)
  private static let inlineText = Array("inlineStr".utf8)
  static let number = Array("n".utf8)
  static let endTagStart = Array("</".utf8)
  static let selfClosed = Array("/>".utf8)
}
