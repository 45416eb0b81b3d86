// SPDX-License-Identifier: Apache-2.0

internal import XML

/// The theme part of a new workbook (20.1.6.9): the palette that the program offers, and the font of charts and shapes.
enum ThemeMarkup {
  static func text(font: String) -> String {
    let face = XMLEscape.attribute(font)
    let fonts = "<a:latin typeface=\"\(face)\"/><a:ea typeface=\"\(face)\"/><a:cs typeface=\"\"/>"
    let scheme = colors.map { "<a:\($0)><a:srgbClr val=\"\($1)\"/></a:\($0)>" }.joined()
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
    let line = [6350, 12700, 19050].map { "<a:ln w=\"\($0)\">\(fill)</a:ln>" }.joined()
    let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return "<a:theme xmlns:a=\"\(XMLNamespace.drawing)\" name=\"Dealbook\"><a:themeElements>"
      + "<a:clrScheme name=\"Dealbook\">\(scheme)</a:clrScheme>"
      + "<a:fontScheme name=\"Dealbook\"><a:majorFont>\(fonts)</a:majorFont><a:minorFont>\(fonts)</a:minorFont></a:fontScheme>"
      // The schema requires three of each.
      + "<a:fmtScheme name=\"Dealbook\"><a:fillStyleLst>\(fill)\(fill)\(fill)</a:fillStyleLst><a:lnStyleLst>\(line)</a:lnStyleLst>"
      + "<a:effectStyleLst>\(effect)\(effect)\(effect)</a:effectStyleLst><a:bgFillStyleLst>\(fill)\(fill)\(fill)</a:bgFillStyleLst>"
      + "</a:fmtScheme></a:themeElements></a:theme>"
  }

  private static let colors = [
    ("dk1", "1F2937"), ("lt1", "FFFFFF"), ("dk2", "1F3A5F"), ("lt2", "EAF1F7"), ("accent1", "2F6690"),
    ("accent2", "C8553D"), ("accent3", "56657A"), ("accent4", "E0A526"), ("accent5", "3A7D7C"), ("accent6", "6B8F3C"),
    ("hlink", "2F6690"), ("folHlink", "56657A"),
  ]
}
