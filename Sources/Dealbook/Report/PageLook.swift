// SPDX-License-Identifier: Apache-2.0

/// The palette of all pages, in light and dark mode: navy for data, orange for what needs attention.
package enum PageLook {
  package static let base =
    """
    :root{color-scheme:light dark;--ink:#2b2b2b;--quiet:#595959;--paper:#fff;--wash:#f3f4f6;--rule:#d9d9d9;--navy:#1f3a5f;\
    --blue:#5b8dbe;--pale:#a9c4de;--back:#e3e9f0;--orange:#c55a11;--down:#c55a11;--warn:#8a3a05;--link:#0b4f8a}\
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
      let length = max(dayLength(bytes[place...], after: last), optionLength(bytes[place...], after: last))
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
