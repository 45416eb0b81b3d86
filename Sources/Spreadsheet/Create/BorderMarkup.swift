// SPDX-License-Identifier: Apache-2.0

/// The `border` element for a cell look (18.8.4).
enum BorderMarkup {
  /// Nil if the look has no border lines. `p` is the prefix of the elements, including the colon.
  static func text(of look: CellLook, prefix p: String = "") throws(EditError) -> String? {
    guard look.border != nil || look.leftEdge != nil || look.topEdge != nil else { return nil }
    let all = look.border.map { EdgeLine($0) }
    let sides: [(String, EdgeLine?)] = [
      ("left", look.leftEdge ?? all), ("right", all), ("top", look.topEdge ?? all), ("bottom", all),
    ]
    var markup = ""
    for (name, line) in sides {
      guard let line else {
        markup += "<\(p)\(name)/>"
        continue
      }
      let style = line.isThick ? "thick" : "thin"
      markup += "<\(p)\(name) style=\"\(style)\"><\(p)color rgb=\"\(try ColorText.argb(line.color))\"/></\(p)\(name)>"
    }
    return "<\(p)border>\(markup)<\(p)diagonal/></\(p)border>"
  }
}
