// SPDX-License-Identifier: Apache-2.0

internal import XML

/// The style indices of the looks of one sheet.
struct ResolvedLooks: LookBook {
  fileprivate var formats: [CellLook: Int] = [:]
  fileprivate var differentials: [DifferentialLook: Int] = [:]

  func index(of look: CellLook) -> Int { formats[look] ?? 0 }
  func index(of look: DifferentialLook) -> Int { differentials[look] ?? 0 }
}

extension StyleSheetPatch {
  /// Resolves all looks of a sheet to style indices.
  mutating func resolve(_ sheet: SheetDesign) throws(SpreadsheetError) -> ResolvedLooks {
    var looks = ResolvedLooks()
    // Go through the cells in order, so that the same design gives the same bytes.
    let cells = sheet.cells.sorted { $0.key < $1.key }.map(\.value.look)
    for look in sheet.columns.map(\.look) + cells where looks.formats[look] == nil {
      looks.formats[look] = try index(of: look)
    }
    for format in sheet.conditionalFormats where looks.differentials[format.look] == nil {
      let markup = try editing { () throws(EditError) in try StyleBook.markup(of: format.look, prefix: prefix) }
      looks.differentials[format.look] = differentials.position(of: markup, try parsed(markup))
    }
    return looks
  }

  /// The index of a format that consists only of this look, in the font of the workbook.
  private mutating func index(of look: CellLook) throws(SpreadsheetError) -> Int {
    if look == CellLook() { return 0 }
    let p = prefix
    let number = try numberFormatID(look.numberFormat, current: -1)
    let font = try fontID(of: look)
    let fill = try look.fill.map { (color) throws(SpreadsheetError) in try fillID(color) } ?? 0
    let border = try editing { () throws(EditError) in try BorderMarkup.text(of: look, prefix: p) }
    let borderID = try border.map { (markup) throws(SpreadsheetError) in
      borders.position(of: markup, try parsed(markup))
    }
    var markup =
      "<\(p)xf numFmtId=\"\(number)\" fontId=\"\(font)\" fillId=\"\(fill)\" borderId=\"\(borderID ?? 0)\" xfId=\"0\""
    if number != 0 { markup += " applyNumberFormat=\"1\"" }
    if font != 0 { markup += " applyFont=\"1\"" }
    if fill != 0 { markup += " applyFill=\"1\"" }
    if borderID != nil { markup += " applyBorder=\"1\"" }
    let alignment = StyleBook.alignment(look, prefix: p)
    markup += alignment.isEmpty ? "/>" : " applyAlignment=\"1\">\(alignment)</\(p)xf>"
    let index = formats.position(of: markup, try parsed(markup))
    guard formats.count <= ExcelLimits.cellFormats || index < oldCount else { throw .edit(EditError(.tooManyStyles)) }
    return index
  }

  private mutating func fontID(of look: CellLook) throws(SpreadsheetError) -> Int {
    let p = prefix
    var markup = look.isBold ? "<\(p)b/>" : ""
    if look.isItalic { markup += "<\(p)i/>" }
    if look.isUnderlined { markup += "<\(p)u/>" }
    let usual = fonts.items.first
    if let size = look.fontSize ?? usual?.firstChild("sz")?.double("val") {
      markup += "<\(p)sz val=\"\(NumberText.text(size))\"/>"
    }
    if let color = look.textColor {
      markup += "<\(p)color rgb=\"\(try editing { () throws(EditError) in try ColorText.argb(color) })\"/>"
    }
    for child in ["name", "family", "charset", "scheme"] {
      if let value = usual?.firstChild(child)?.attribute("val") {
        markup += "<\(p)\(child) val=\"\(XMLEscape.attribute(value))\"/>"
      }
    }
    let font = "<\(p)font>\(markup)</\(p)font>"
    return fonts.position(of: font, try parsed(font))
  }

  private func editing<Result>(_ body: () throws(EditError) -> Result) throws(SpreadsheetError) -> Result {
    do throws(EditError) { return try body() } catch { throw .edit(error) }
  }
}
