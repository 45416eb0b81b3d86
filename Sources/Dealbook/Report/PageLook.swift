// SPDX-License-Identifier: Apache-2.0

import Base

/// The palette of all pages, in light and dark mode: navy for data, orange for what needs attention.
package enum PageLook {
  package static let base =
    """
    :root{color-scheme:light dark;--ink:#2b2b2b;--quiet:#595959;--paper:#fff;--wash:#f3f4f6;--rule:#d9d9d9;--navy:#1f3a5f;\
    --blue:#5b8dbe;--pale:#a9c4de;--back:#e3e9f0;--orange:#b85410;--down:#b85410;--warn:#8a3a05;--link:#0b4f8a}\
    @media(prefers-color-scheme:dark){:root{--ink:#e8e8e8;--quiet:#b4b4b4;--paper:#16191d;--wash:#22272e;--rule:#3a424d;\
    --navy:#8fb4dc;--blue:#6f9fcf;--pale:#46617e;--back:#2b333d;--orange:#f0965a;--down:#f0965a;--warn:#f7ab78;--link:#9cc7f2}}\
    .k{white-space:nowrap}

    """

  /// The colours of bars, in the same order as ages: from what is not due to the oldest.
  package static let bars =
    """
    .back,.a0{fill:var(--back)}.up,.a3{fill:var(--navy)}.soft,.a1{fill:var(--pale)}.a2{fill:var(--blue)}\
    .down,.mark,.a4{fill:var(--orange)}.mid{fill:var(--ink)}.cut{fill:var(--paper)}

    """

  /// Tables, and the tiles of a report. On a telephone each cell of a table `stack` is a line.
  package static let tables =
    """
    .wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.85rem}caption{position:absolute;left:-99rem}\
    th,td{padding:.15rem .4rem;text-align:left;border-bottom:1px solid var(--rule);font-weight:400;vertical-align:top}\
    thead th{color:var(--quiet);word-break:keep-all}.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}\
    svg{display:block;width:100%;height:.8rem}\
    .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));grid-auto-flow:dense;gap:1.2rem;margin:1rem 0}\
    .tiles section{min-width:0}.tiles .whole{grid-column:1/-1}\
    .tiles h2{color:var(--ink);font-size:1.05rem;line-height:1.5;margin:0;border-top:1px solid var(--rule);padding-top:.4rem}\
    .whole .n{padding-right:1rem}td.d,th.d{white-space:nowrap}.tiles thead th{white-space:normal}td.m,th.m{text-align:center}td.w,th.w{min-width:7em}\
    .tiles .bar{width:30%;min-width:5rem}.tiles svg{margin-top:.25rem}.dense th,.dense td{padding:.15rem}.dense .bar{width:15%}\
    td.c,td.g,td.h,td.x,td.z{text-align:center}td.g{background:var(--navy);color:var(--paper)}td.h{background:var(--pale)}\
    td.x{background:var(--orange);color:var(--paper)}td.z{background:var(--wash);color:var(--warn)}\
    @media screen and (max-width:40rem){.tiles .bar{min-width:2.5rem}.tiles th,.tiles td{padding:.15rem .2rem}.stack thead{position:absolute;left:-99rem}\
    .stack,.stack tbody,.stack tr,.stack th[scope=row],.stack td{display:block}.stack tr{border-bottom:1px solid var(--rule);padding:.4rem 0}\
    .stack th[scope=row]{border:0;font-weight:600;text-align:left;padding:.1rem 0;white-space:normal}\
    .stack td{border:0;display:flow-root;text-align:right;white-space:normal;padding:.1rem 0;min-width:0}.stack td:empty{display:none}\
    .stack td::before{content:attr(data-l);color:var(--quiet);float:left;margin-right:1rem}\
    .stack td.m{display:inline-block;margin:0 1rem .2rem 0}.stack td.m::before{margin-right:.3rem}.stack .g::before,.stack .x::before,.stack .h::before{color:inherit}.stack td.n{padding-right:0}\
    .stack td.c,.stack td.g,.stack td.h,.stack td.x,.stack td.z{padding:.1rem .4rem}\
    .stack td.bar{width:auto;min-width:0}}\
    @media print{tr{break-inside:avoid}h2{break-after:avoid}.wide{overflow:visible}\
    .tiles{grid-template-columns:repeat(3,1fr);gap:.9rem 1.2rem}.tiles section{break-inside:avoid}.tiles .whole{order:1}}

    """

  /// Escaped for HTML. Characters that XML can't represent, and those that change the direction of text, become replacement characters.
  package static func escaped(_ text: String) -> String {
    if isPlain(text) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t", "\r": result += "&#\(scalar.value);"
      default:
        let isText = !scalar.isControl && scalar.value & 0xFFFE != 0xFFFE
        result.unicodeScalars.append(isText ? scalar : "\u{FFFD}")
      }
    }
    return result
  }

  /// A fast test: whether a text is itself when it is escaped. True for most texts, in Latin letters and in Chinese.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): false
      // The second and third bytes of a character, and the first ones of those from U+3000 to U+9FFF.
      case 0x20...0x7E, 0x80...0xBF, 0xE3...0xE9: true
      default: false
      }
    }
  }

  /// Escaped for HTML, with days kept on one line.
  package static func shown(_ text: String) -> String { keepingWhole(escaped(text)) }

  /// The markup with each day, `2026-12-01` or `2026-12`, and each option of a command, `--repair`, kept on one line: browsers break lines
  /// at hyphens.
  ///
  /// - Parameter markup: escaped text without tags.
  package static func keepingWhole(_ markup: String) -> String {
    guard markup.utf8.contains(hyphen) else { return markup }
    let bytes = Array(markup.utf8)
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let last = place > 0 ? bytes[place - 1] : nil
      let length =
        switch bytes[place] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): dayLength(bytes[place...], after: last)
        case hyphen: optionLength(bytes[place...], after: last)
        default: 0
        }
      if length > 0 {
        result += "<span class=\"k\">".utf8
        result += bytes[place..<(place + length)]
        result += "</span>".utf8
      } else {
        result.append(bytes[place])
      }
      place += max(1, length)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let hyphen = UInt8(ascii: "-")

  /// The length of the option that the bytes begin with, from its hyphens to the last of its letters; 0 for anything else.
  private static func optionLength(_ bytes: ArraySlice<UInt8>, after last: UInt8?) -> Int {
    func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    guard last != hyphen, bytes.prefix(2).elementsEqual([hyphen, hyphen]),
      bytes.dropFirst(2).first.map(isLetter) == true
    else { return 0 }
    let letters = bytes.dropFirst(2).prefix { isLetter($0) || $0 == hyphen }
    return 2 + letters.count - (letters.last == hyphen ? 1 : 0)
  }

  /// The length of the day or month that the bytes begin with; 0 for anything else, such as a part of a longer number.
  private static func dayLength(_ bytes: ArraySlice<UInt8>, after last: UInt8?) -> Int {
    func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    guard last.map({ !isDigit($0) && $0 != hyphen }) ?? true else { return 0 }
    for length in [10, 7] {
      let text = bytes.prefix(length)
      guard text.count == length else { continue }
      let fits = text.enumerated().allSatisfy { [4, 7].contains($0) ? $1 == hyphen : isDigit($1) }
      let next = bytes.dropFirst(length).first
      if fits, next.map({ !isDigit($0) && $0 != hyphen }) ?? true { return length }
    }
    return 0
  }
}
