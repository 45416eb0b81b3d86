// SPDX-License-Identifier: Apache-2.0

internal import XML

/// Assigns style indices to looks.
protocol LookBook {
  /// The index into `cellXfs`.
  mutating func index(of look: CellLook) throws(EditError) -> Int
  /// The index into `dxfs`.
  mutating func index(of look: DifferentialLook) throws(EditError) -> Int
}

/// The styles part of a new workbook (18.8.39). Each look is stored once, in the order of first use.
struct StyleBook: LookBook {
  /// Items that are referred to by position; equal items are stored once.
  private struct Section {
    private(set) var items: [String]
    private var positions: [String: Int]

    init(_ items: [String] = []) {
      self.items = items
      positions = Dictionary(
        items.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func position(of item: String) -> Int {
      if let known = positions[item] { return known }
      positions[item] = items.count
      items.append(item)
      return items.count - 1
    }
  }

  private let fontName: String
  private let fontSize: Double
  private var numberFormats = Section()
  private var fonts: Section
  // The first two fills are reserved (18.8.21).
  private var fills = Section([
    "<fill><patternFill patternType=\"none\"/></fill>", "<fill><patternFill patternType=\"gray125\"/></fill>",
  ])
  private var borders = Section(["<border><left/><right/><top/><bottom/><diagonal/></border>"])
  private var formats = Section(["<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"])
  private var differentials = Section()
  private var known: [CellLook: Int] = [CellLook(): 0]

  init(fontName: String, fontSize: Double) {
    self.fontName = fontName
    self.fontSize = fontSize
    fonts = Section()
    _ = fonts.position(of: font(CellLook()))
  }

  /// The index into `cellXfs`.
  mutating func index(of look: CellLook) throws(EditError) -> Int {
    if let index = known[look] { return index }
    let numberFormat = try numberFormatID(look.numberFormat)
    let font = fonts.position(of: try checkedFont(look))
    let fill =
      try look.fill.map { (color) throws(EditError) in fills.position(of: Self.fill(try ColorText.argb(color))) } ?? 0
    let border = try BorderMarkup.text(of: look).map { borders.position(of: $0) } ?? 0
    var markup =
      "<xf numFmtId=\"\(numberFormat)\" fontId=\"\(font)\" fillId=\"\(fill)\" borderId=\"\(border)\" xfId=\"0\""
    if numberFormat != 0 { markup += " applyNumberFormat=\"1\"" }
    if font != 0 { markup += " applyFont=\"1\"" }
    if fill != 0 { markup += " applyFill=\"1\"" }
    if border != 0 { markup += " applyBorder=\"1\"" }
    let alignment = Self.alignment(look)
    markup += alignment.isEmpty ? "/>" : " applyAlignment=\"1\">\(alignment)</xf>"
    let index = formats.position(of: markup)
    guard index < ExcelLimits.cellFormats else { throw EditError(.tooManyStyles) }
    known[look] = index
    return index
  }

  /// The index into `dxfs`.
  mutating func index(of look: DifferentialLook) throws(EditError) -> Int {
    differentials.position(of: try Self.markup(of: look, prefix: ""))
  }

  /// - Parameter prefix: the prefix of the elements, including the colon.
  static func markup(of look: DifferentialLook, prefix p: String) throws(EditError) -> String {
    var font = look.isBold ? "<\(p)b/>" : ""
    if let color = look.textColor { font += "<\(p)color rgb=\"\(try ColorText.argb(color))\"/>" }
    var markup = font.isEmpty ? "" : "<\(p)font>\(font)</\(p)font>"
    if let color = look.fill {
      let argb = try ColorText.argb(color)
      // For a solid fill in a differential format, programs read bgColor (18.8.14).
      markup += "<\(p)fill><\(p)patternFill patternType=\"solid\"><\(p)fgColor rgb=\"\(argb)\"/>"
      markup += "<\(p)bgColor rgb=\"\(argb)\"/></\(p)patternFill></\(p)fill>"
    }
    return "<\(p)dxf>\(markup)</\(p)dxf>"
  }

  func part() -> String {
    func list(_ name: String, _ section: Section) -> String {
      section.items.isEmpty ? "" : "<\(name) count=\"\(section.items.count)\">\(section.items.joined())</\(name)>"
    }
    return "<styleSheet xmlns=\"\(XMLNamespace.spreadsheet)\">" + list("numFmts", numberFormats)
      + list("fonts", fonts) + list("fills", fills) + list("borders", borders)
      + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
      + list("cellXfs", formats)
      + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
      + list("dxfs", differentials) + "</styleSheet>"
  }

  // MARK: Items

  private mutating func numberFormatID(_ code: String) throws(EditError) -> Int {
    if code == "General" { return 0 }
    if let id = BuiltInFormats.fixed[code] { return id }
    guard !code.isEmpty, code.utf16.count <= 255 else { throw EditError(.styleValue(code)) }
    // 164 is the first id that is not reserved (18.8.30). Ids are assigned in order, so that an item's position gives its id.
    let escaped = XMLEscape.attribute(XString.encoded(code))
    if let known = numberFormats.items.firstIndex(where: { $0.hasSuffix("formatCode=\"\(escaped)\"/>") }) {
      return 164 + known
    }
    let id = 164 + numberFormats.items.count
    _ = numberFormats.position(of: "<numFmt numFmtId=\"\(id)\" formatCode=\"\(escaped)\"/>")
    return id
  }

  private func checkedFont(_ look: CellLook) throws(EditError) -> String {
    if let color = look.textColor { _ = try ColorText.argb(color) }
    return font(look)
  }

  private func font(_ look: CellLook) -> String {
    var markup = look.isBold ? "<b/>" : ""
    if look.isItalic { markup += "<i/>" }
    if look.isUnderlined { markup += "<u/>" }
    markup += "<sz val=\"\(NumberText.text(look.fontSize ?? fontSize))\"/>"
    if let color = look.textColor { markup += "<color rgb=\"FF\(color.uppercased())\"/>" }
    return "<font>\(markup)<name val=\"\(XMLEscape.attribute(fontName))\"/><family val=\"2\"/></font>"
  }

  private static func fill(_ argb: String) -> String {
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"\(argb)\"/><bgColor indexed=\"64\"/></patternFill></fill>"
  }

  /// - Parameter p: the prefix of the element, including the colon.
  static func alignment(_ look: CellLook, prefix p: String = "") -> String {
    var attributes = look.horizontal.map { " horizontal=\"\($0.rawValue)\"" } ?? ""
    if let vertical = look.vertical { attributes += " vertical=\"\(vertical.rawValue)\"" }
    if look.wrapsText { attributes += " wrapText=\"1\"" }
    if look.indent > 0 { attributes += " indent=\"\(look.indent)\"" }
    if look.shrinksToFit { attributes += " shrinkToFit=\"1\"" }
    return attributes.isEmpty ? "" : "<\(p)alignment\(attributes)/>"
  }
}
