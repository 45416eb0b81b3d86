// SPDX-License-Identifier: Apache-2.0

internal import XML

/// The styles part with the formats that an edit needs. Existing equal formats are reused and missing ones appended; none is ever
/// moved.
struct StyleSheetPatch {
  private var patch: PartPatch
  private var numberFormats: StyleSection
  var fonts: StyleSection
  private var fills: StyleSection
  var borders: StyleSection
  var formats: StyleSection
  var differentials: StyleSection
  private let limits: XMLLimits

  init(_ document: XMLDocument, part: PartName, limits: XMLLimits) {
    patch = PartPatch(part: part, document: document)
    let root = document.root
    numberFormats = StyleSection("numFmts", of: "numFmt", in: root)
    fonts = StyleSection("fonts", of: "font", in: root)
    fills = StyleSection("fills", of: "fill", in: root)
    borders = StyleSection("borders", of: "border", in: root)
    differentials = StyleSection("dxfs", of: "dxf", in: root)
    formats = StyleSection("cellXfs", of: "xf", in: root)
    self.limits = limits
  }

  /// The number of formats before the edit.
  var oldCount: Int { formats.items.count }

  /// The prefix of the elements, including the colon.
  var prefix: String { patch.prefix }

  /// The part with the appended items.
  func finished() -> PartPatch {
    var patch = patch
    for section in [numberFormats, fonts, fills, borders, formats, differentials] { section.write(to: &patch) }
    return patch
  }

  /// The index of the format that `style` describes.
  mutating func index(of style: NewStyle) throws(SpreadsheetError) -> Int {
    guard formats.items.indices.contains(style.base) else {
      throw .edit(EditError(.styleOutOfRange(style.base, count: oldCount)))
    }
    let base = formats.items[style.base]
    var changes: [(name: String, value: String)] = []
    if let code = style.numberFormat {
      let id = try numberFormatID(code, current: base.integer("numFmtId") ?? 0)
      if id != base.integer("numFmtId") ?? 0 { changes += [("numFmtId", String(id)), ("applyNumberFormat", "1")] }
    }
    if style.bold != nil || style.textColor != nil {
      let old = base.integer("fontId") ?? 0
      let id = try fontID(old, style)
      if id != old { changes += [("fontId", String(id)), ("applyFont", "1")] }
    }
    if let color = style.fill {
      let id = try fillID(color)
      if id != base.integer("fillId") ?? 0 { changes += [("fillId", String(id)), ("applyFill", "1")] }
    }
    var children = base.isSelfClosed ? "" : text(base.content)
    if let wraps = style.wrapText, wraps != base.firstChild("alignment")?.boolean("wrapText") ?? false {
      children = alignment(of: base, wraps: wraps)
      changes.append(("applyAlignment", "1"))
    }
    if let isQuoted = style.quotePrefix, isQuoted != base.boolean("quotePrefix") ?? false {
      changes.append(("quotePrefix", isQuoted ? "1" : "0"))
    }
    // Without differences, the base itself is used.
    if changes.isEmpty { return style.base }
    let markup = start(of: base, changes) + (children.isEmpty ? "/>" : ">\(children)</\(base.qualifiedName)>")
    let index = formats.position(of: markup, try parsed(markup))
    guard formats.count <= ExcelLimits.cellFormats || index < oldCount else { throw .edit(EditError(.tooManyStyles)) }
    return index
  }

  // MARK: Number formats

  mutating func numberFormatID(_ code: String, current: Int) throws(SpreadsheetError) -> Int {
    guard !code.isEmpty, code.utf16.count <= 255 else { throw .edit(EditError(.styleValue(code))) }
    let declared = numberFormats.items.filter { $0.xString("formatCode") == code }.compactMap { $0.integer("numFmtId") }
    if declared.contains(current) { return current }
    if let id = BuiltInFormats.fixed[code] ?? declared.first ?? added[code] { return id }
    let used =
      numberFormats.items.compactMap { $0.integer("numFmtId") } + formats.items.compactMap { $0.integer("numFmtId") }
    // 164 is the first id that is not reserved. Ids that are used but not declared keep their meaning.
    let id = max(163, used.max() ?? 0, added.values.max() ?? 0) + 1
    added[code] = id
    let markup =
      "<\(patch.prefix)numFmt numFmtId=\"\(id)\" formatCode=\"\(XMLEscape.attribute(XString.encoded(code)))\"/>"
    _ = numberFormats.position(of: markup, try parsed(markup))
    return id
  }

  /// The ids of the number formats appended so far, by code.
  private var added: [String: Int] = [:]

  // MARK: Fonts and fills

  private mutating func fontID(_ base: Int, _ style: NewStyle) throws(SpreadsheetError) -> Int {
    let color = try style.textColor.map { (text) throws(SpreadsheetError) in try Self.argb(text) }
    let font = fonts.items.indices.contains(base) ? fonts.items[base] : nil
    let prefix = font.map { PartPatch.prefix(of: $0) } ?? patch.prefix
    var children = (font?.children.map { $0 } ?? []).map { (name: $0.localName, markup: text($0.element)) }
    if let bold = style.bold, bold != font?.firstChild("b").map({ $0.boolean("val") ?? true }) ?? false {
      children.removeAll { $0.name == "b" }
      if bold { children.append(("b", "<\(prefix)b/>")) }
    }
    if let color, font?.firstChild("color")?.attribute("rgb")?.uppercased() != color {
      children.removeAll { $0.name == "color" }
      children.append(("color", "<\(prefix)color rgb=\"\(color)\"/>"))
    }
    // Some programs write the children in any order; a new font has them in the usual one.
    func rank(_ name: String) -> Int { SchemaOrder.font.firstIndex(of: name) ?? SchemaOrder.font.count }
    children = children.enumerated().sorted { (rank($0.element.name), $0.offset) < (rank($1.element.name), $1.offset) }
      .map(\.element)
    let markup = "<\(prefix)font>\(children.map(\.markup).joined())</\(prefix)font>"
    return fonts.position(of: markup, try parsed(markup))
  }

  mutating func fillID(_ color: String) throws(SpreadsheetError) -> Int {
    let prefix = patch.prefix
    let markup =
      "<\(prefix)fill><\(prefix)patternFill patternType=\"solid\"><\(prefix)fgColor rgb=\"\(try Self.argb(color))\"/>"
      + "<\(prefix)bgColor indexed=\"64\"/></\(prefix)patternFill></\(prefix)fill>"
    return fills.position(of: markup, try parsed(markup))
  }

  /// The colour as `FFRRGGBB`.
  private static func argb(_ color: String) throws(SpreadsheetError) -> String {
    do throws(EditError) { return try ColorText.argb(color) } catch { throw .edit(error) }
  }

  // MARK: Formats

  /// The start tag of `base` without its end, with some attributes changed or added.
  private func start(of base: XMLElement, _ changes: [(name: String, value: String)]) -> String {
    var rest = changes
    var markup = "<\(base.qualifiedName)"
    for attribute in base.attributes {
      var value = XMLEscape.attribute(attribute.value)
      if let index = rest.firstIndex(where: { $0.name == attribute.qualifiedName }) {
        value = rest.remove(at: index).value
      }
      markup += " \(attribute.qualifiedName)=\"\(value)\""
    }
    for (name, value) in rest { markup += " \(name)=\"\(value)\"" }
    return markup
  }

  /// The content of `base`, with wrapping turned on or off in its alignment.
  private func alignment(of base: XMLElement, wraps: Bool) -> String {
    guard let old = base.firstChild("alignment") else {
      return "<\(PartPatch.prefix(of: base))alignment wrapText=\"1\"/>" + (base.isSelfClosed ? "" : text(base.content))
    }
    var markup = "<\(old.qualifiedName)"
    for attribute in old.attributes where attribute.qualifiedName != "wrapText" {
      markup += " \(attribute.qualifiedName)=\"\(XMLEscape.attribute(attribute.value))\""
    }
    markup += wraps ? " wrapText=\"1\"/>" : "/>"
    return text(base.content.lowerBound..<old.element.lowerBound) + markup
      + text(old.element.upperBound..<base.content.upperBound)
  }

  // MARK: Markup

  private func text(_ range: Range<Int>) -> String { String(decoding: patch.document.bytes[range], as: UTF8.self) }

  /// Parses `markup` with the namespace prefixes of this part.
  func parsed(_ markup: String) throws(SpreadsheetError) -> XMLElement {
    let root = patch.root
    var whole = patch.document.bytes[root.startTag]
    if root.isSelfClosed { whole.removeLast(2) } else { whole.removeLast() }
    let text = "\(String(decoding: whole, as: UTF8.self))>\(markup)</\(root.qualifiedName)>"
    do throws(XMLError) {
      let document = try XMLDocument(Array(text.utf8), limits: limits)
      var children = document.root.children
      return children.next() ?? document.root
    } catch {
      throw SpreadsheetError(error, in: patch.part)
    }
  }
}
