// SPDX-License-Identifier: Apache-2.0

/// Finds the position in a file of a character inside a scalar.
struct SourcePlaces {
  /// The lines of each file.
  private let lines: [[[Unicode.Scalar]]]

  init(_ sources: [[UInt8]]) {
    lines = sources.map { bytes in
      bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
        Array(String(decoding: $0, as: UTF8.self).unicodeScalars)
      }
    }
  }

  /// The place in the file of the character at `offset` of `text`, the value of the scalar `node`.
  ///
  /// Walks along the source and the text in parallel and skips what only the source has: quotes, escapes, indentation.
  func place(of offset: Int, in text: String, node: YAMLNode) -> YAMLPlace {
    guard let file = node.place.file, lines.indices.contains(file), node.place.line > 0 else { return node.place }
    let wanted = Array(text.unicodeScalars)
    var at = 0
    var line = node.place.line - 1
    var column = node.place.column - 1
    if case .scalar(_, .block) = node.content {
      line += 1
      column = 0
    }
    while lines[file].indices.contains(line) {
      while column < lines[file][line].count {
        let isMatch = at < wanted.count && lines[file][line][column] == wanted[at]
        if at >= offset, isMatch || at >= wanted.count {
          return YAMLPlace(file: file, line: line + 1, column: column + 1)
        }
        if isMatch { at += 1 }
        column += 1
      }
      if at >= wanted.count { return YAMLPlace(file: file, line: line + 1, column: column + 1) }
      line += 1
      column = 0
    }
    return node.place
  }
}
