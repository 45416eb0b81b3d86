// SPDX-License-Identifier: Apache-2.0

/// The text of a string item: an `is` in a cell or an `si` in the shared string table, which have the same content model
/// (ECMA-376 Part 1, 18.4.8, CT_Rst).
///
/// It is the text of `t`, or of the `t` elements of all runs `r`. Phonetic runs `rPh` are ignored.
enum InlineText {
  /// - Parameters:
  ///   - range: the range between the tags of the item.
  ///   - scope: the namespace prefixes that apply there.
  static func text(
    _ bytes: Span<UInt8>, _ range: Range<Int>, scope: NamespaceScope, _ place: ScanError.Place
  ) throws(ScanError) -> String {
    var scope = scope
    var result: [UInt8] = []
    var at = range.lowerBound
    // Only runs are descended into, so at most one element is open.
    var run: Range<Int>?
    while let tag = try Markup.nextTag(bytes, &at, place), tag.range.upperBound <= range.upperBound {
      if tag.kind == .end {
        guard let open = run, Markup.sameName(bytes, open, tag.name) else {
          throw .markup(bytes, at: tag.range.lowerBound, place, expected: "text or a run of it")
        }
        run = nil
        scope.close(depth: 4)
        continue
      }
      try scope.declare(bytes, tag, depth: run == nil ? 4 : 5, place)
      if scope.isMain(bytes, tag.name, textName) {
        if tag.kind == .start {
          let content = try Markup.skipText(bytes, &at, of: tag.name, place)
          // An escape is within one text element; runs never split it.
          var text: [UInt8] = []
          try CellText.append(bytes, content, to: &text, place)
          result += CellText.withoutEscapes(text)
        }
      } else if run == nil, tag.kind == .start, scope.isMain(bytes, tag.name, runName) {
        run = tag.name
        continue
      } else if tag.kind == .start {
        try Markup.skipContent(bytes, &at, of: tag.name, place)
      }
      scope.close(depth: run == nil ? 4 : 5)
    }
    guard run == nil else { throw .markup(bytes, at: range.upperBound, place, expected: "the end of a run") }
    return try CellText.string(result.span, bytes, range, place)
  }

  /// The range of the text if the item is just `<t>…</t>` or `<t xml:space="preserve">…</t>`; otherwise nil.
  ///
  /// - Parameter prefix: the prefix, including the colon, of an enclosing element of the main namespace.
  static func plain(_ bytes: Span<UInt8>, _ range: Range<Int>, prefix: [UInt8]) -> Range<Int>? {
    var at = range.lowerBound
    guard Markup.byte(bytes, at) == UInt8(ascii: "<"), Markup.matches(bytes, at + 1, prefix),
      let tag = try? Markup.tag(bytes, &at, .part), tag.kind == .start, !tag.declaresNamespace,
      tag.name.count == prefix.count + 1, bytes[tag.name.upperBound - 1] == UInt8(ascii: "t")
    else { return nil }
    let start = at
    while at < range.upperBound, bytes[at] != UInt8(ascii: "<") { at += 1 }
    let end = at
    guard at < range.upperBound, let close = try? Markup.tag(bytes, &at, .part), close.kind == .end,
      close.range.upperBound == range.upperBound, Markup.sameName(bytes, tag.name, close.name)
    else { return nil }
    return start..<end
  }

  private static let textName = Array("t".utf8)
  private static let runName = Array("r".utf8)
}
