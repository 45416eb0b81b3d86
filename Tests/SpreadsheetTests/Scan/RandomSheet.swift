// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport

/// Random worksheet parts that use every freedom XML gives a writer; the same for the same seed.
struct RandomSheet {
  private var random: SeededRandom
  private var out = ""

  init(seed: Int) { random = SeededRandom(seed) }

  private mutating func pick(_ choices: [String]) -> String { random.one(of: choices) }

  private mutating func space() -> String { pick(["", "", "", " ", "\n", "\r\n\t"]) }

  private mutating func filler() -> String {
    pick([
      "", "", "", "", "", "\n  ", "<!-- <c r='A1'><v>7</v></c> -->", "<?x <row?>",
      "<e:x xmlns:e='urn:e'><e:v>1</e:v></e:x>",
    ])
  }

  private mutating func attribute(_ name: String, _ value: String) -> String {
    let quote = pick(["'", "\"", "\""])
    return "\(pick([" ", " ", " ", "\n", "  "]))\(name)\(space())=\(space())\(quote)\(value)\(quote)"
  }

  private mutating func tag(_ name: String, _ attributes: [String], _ content: String?) -> String {
    guard let content else { return "<\(name)\(attributes.joined())\(space())/>" }
    return "<\(name)\(attributes.joined())\(space())>\(content)</\(name)\(space())>"
  }

  private mutating func text() -> String {
    (0..<random.roll(4)).map { _ in
      pick([
        "a", "客戶", " ", "&amp;", "&lt;", "&#65;", "&#x1F600;", "<![CDATA[<v>]]>", "<!-- x -->", "\r\n", "_x0041_",
        "_x00", "é", "_x005F_x0009_", "&#13;", "]",
      ])
    }.joined()
  }

  mutating func part() -> String {
    let p = pick(["", "", "x:", "main-1.a:"])
    let strict = random.roll(4) == 0
    let uri = strict ? "http://purl.oclc.org/ooxml/spreadsheetml/main" : ScannedSheet.main
    var rows = ""
    var row = 0
    for _ in 0..<(1 + random.roll(5)) {
      let stated = random.roll(4) > 0
      row += stated ? 1 + random.roll(3) : 1
      rows += filler() + self.row(p, row, stated: stated)
    }
    let declaration = p.isEmpty ? "xmlns" : "xmlns:" + p.dropLast()
    let before = pick(["", "<?xml version=\"1.0\" encoding='UTF-8'?>\n", "\u{FEFF}<!-- x -->\n"])
    let root = tag(
      p + "worksheet", [attribute(declaration, uri), " xmlns:y='urn:y'"],
      filler() + tag(p + "sheetData", [], rows + filler()) + filler())
    return before + root + pick(["", "\n", "<!-- end -->"])
  }

  private mutating func row(_ p: String, _ row: Int, stated: Bool) -> String {
    var cells = ""
    var column = 0
    for _ in 0..<random.roll(6) {
      let hasReference = random.roll(4) > 0
      column += hasReference ? 1 + random.roll(2) : 1
      cells += filler() + cell(p, hasReference ? "\(ColumnName.letters(column))\(row)" : nil)
    }
    var attributes = [attribute("spans", "1:9")]
    if stated { attributes.insert(attribute("r", "\(row)"), at: random.roll(2)) }
    return tag(p + "row", attributes, cells.isEmpty && random.roll(2) == 0 ? nil : cells + filler())
  }

  private mutating func cell(_ p: String, _ reference: String?) -> String {
    var attributes: [String] = []
    if let reference { attributes.append(attribute("r", reference)) }
    if random.roll(2) == 0 {
      attributes.insert(attribute("s", "\(random.roll(9))"), at: random.roll(attributes.count + 1))
    }
    if random.roll(8) == 0 {
      attributes.insert(attribute(pick(["cm", "y:r", "ph"]), "1"), at: random.roll(attributes.count + 1))
    }
    var children: [String] = []
    let type = pick(["", "n", "str", "inlineStr", "b", "e", "d", "s"])
    if !type.isEmpty { attributes.insert(attribute("t", type), at: random.roll(attributes.count + 1)) }
    if type == "inlineStr" {
      let content =
        random.roll(2) == 0
        ? tag(p + "t", [], text())
        : (0..<random.roll(3)).map { _ in
          tag(p + "r", [], tag(p + "rPr", [], tag(p + "b", [], nil)) + tag(p + "t", [], text()))
        }.joined()
          + tag(p + "rPh", [" sb='0'"], tag(p + "t", [], "phonetic"))
      children.append(tag(p + "is", [], random.roll(6) == 0 ? nil : content))
    } else if random.roll(5) > 0 {
      children.append(tag(p + "v", [], random.roll(6) == 0 ? nil : type == "str" ? text() : "\(random.roll(100))"))
    }
    if random.roll(3) == 0 {
      let shared = random.roll(3) == 0 ? [attribute("t", "shared"), attribute("si", "0")] : []
      children.insert(
        tag(p + "f", shared, random.roll(4) == 0 ? nil : "A1" + text()), at: random.roll(children.count + 1))
    }
    if random.roll(9) == 0 { children.append(tag(p + "extLst", [], "<v>5</v><c/>")) }
    let content = children.map { filler() + $0 }.joined()
    return tag(p + "c", attributes, children.isEmpty && random.roll(2) == 0 ? nil : content)
  }
}
