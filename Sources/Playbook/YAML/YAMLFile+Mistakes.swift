// SPDX-License-Identifier: Apache-2.0

internal import Yams

extension YAMLFile {
  /// A private-use character that replaces a key already reported as a duplicate.
  static let hiddenMark: Unicode.Scalar = "\u{E0DB}"

  /// The text with the next occurrence of a key made unrecognizable, and the place of that occurrence.
  ///
  /// In block style it is the next line, after the first one, that begins with the key at the same indentation; in flow style the next
  /// occurrence on the same line as the first.
  static func hidingSecond(
    _ key: String, after line: Int, in text: String
  ) -> (text: String, line: Int, column: Int)? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.indices.contains(line - 1) else { return nil }
    let mark = String(String.UnicodeScalarView(repeatElement(hiddenMark, count: max(1, key.unicodeScalars.count))))
    // The line number keeps two hidden keys of one mapping distinct.
    let hidden = mark + String(line)

    let first = lines[line - 1]
    if let opening = first.range(of: key), let second = first[opening.upperBound...].range(of: key),
      first[second.upperBound...].drop(while: { $0 == " " }).first == ":"
    {
      let column = first[..<second.lowerBound].unicodeScalars.count + 1
      lines[line - 1].replaceSubrange(second, with: hidden)
      return (lines.joined(separator: "\n"), line, column)
    }
    let indent = first.prefix { $0 == " " }
    for index in lines.indices.dropFirst(line) {
      let candidate = lines[index]
      let content = candidate.drop { $0 == " " }
      if content.isEmpty || content.first == "#" { continue }
      let depth = candidate.count - content.count
      if depth < indent.count { return nil }
      guard depth == indent.count else { continue }
      for written in [key, "'\(key)'", "\"\(key)\""] where content.hasPrefix(written) {
        guard content.dropFirst(written.count).drop(while: { $0 == " " }).first == ":" else { continue }
        lines[index] = indent + hidden + String(index) + content.dropFirst(written.count)
        return (lines.joined(separator: "\n"), index + 1, depth + 1)
      }
    }
    return nil
  }

  /// The message and place of an error from libyaml.
  static func explained(_ error: YamlError) -> (place: (line: Int, column: Int), message: String) {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let around = context.map { $0.text + ": " } ?? ""
      return ((mark.line, mark.column), "not YAML: \(around)\(problem)")
    case .reader(let problem, _, let value, let text):
      var line = 1
      for scalar in text.unicodeScalars {
        if scalar == "\n" { line += 1 }
        if Int32(truncatingIfNeeded: scalar.value) == value { break }
      }
      return ((line, 1), "not YAML: \(problem)")
    default:
      return ((1, 1), "not YAML: \(error)")
    }
  }

  static func firstInvalidLine(_ bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
  }
}

extension StringProtocol {
  /// The first occurrence of a text.
  fileprivate func range(of text: String) -> Range<Index>? {
    guard !text.isEmpty else { return nil }
    var at = startIndex
    while at < endIndex {
      if self[at...].hasPrefix(text) { return at..<index(at, offsetBy: text.count) }
      at = index(after: at)
    }
    return nil
  }
}
