// SPDX-License-Identifier: Apache-2.0

/// Checks the bytes of a YAML file before parsing, so that no file can exhaust memory or the stack.
///
/// Anchors, aliases and tags are not part of the playbook format: with them, a few lines can expand to gigabytes.
struct YAMLGuard {
  /// Five times the size of the built-in playbook.
  static let sizeLimit = 1 << 20
  /// The format itself has seven levels.
  static let depthLimit = 64
  /// The number of apparent aliases, anywhere in the file: even if all of them were real, this few cannot expand to much.
  static let aliasLimit = 15
  /// Five times the number of keys in the built-in playbook.
  static let keyLimit = 30_000

  struct Finding {
    var kind: PlaybookIssue.Kind
    var line: Int
    var column: Int
    var message: String
  }

  private var findings: [Finding] = []
  private var flowDepth = 0
  private var aliasLikes = 0
  private var keyLikes = 0
  /// The quote that is still open at the end of a line.
  private var quote: UInt8?
  /// The indentation of the line whose `|` or `>` began a block scalar.
  private var blockIndent: Int?

  static func findings(in bytes: [UInt8]) -> [Finding] {
    guard bytes.count <= sizeLimit else {
      return [
        Finding(
          kind: .limit, line: 1, column: 1,
          message: "the file has \(bytes.count) bytes; a playbook has at most \(sizeLimit)")
      ]
    }
    var state = YAMLGuard()
    var number = 0
    var rest = bytes[...]
    while state.findings.count < 20 {
      let (line, after) = nextLine(rest)
      number += 1
      state.scan(line, number: number)
      guard let after else { break }
      rest = after
    }
    return state.findings
  }

  /// The first line and the text after it; nil after the last line. Lines end where the parser ends them: at LF, CR, CR LF, NEL, and the
  /// line and paragraph separators.
  private static func nextLine(_ bytes: ArraySlice<UInt8>) -> (line: ArraySlice<UInt8>, after: ArraySlice<UInt8>?) {
    var at = bytes.startIndex
    func byte(_ offset: Int) -> UInt8? { at + offset < bytes.endIndex ? bytes[at + offset] : nil }
    while at < bytes.endIndex {
      let length: Int? =
        switch bytes[at] {
        case 0x0A: 1
        case 0x0D: byte(1) == 0x0A ? 2 : 1
        case 0xC2: byte(1) == 0x85 ? 2 : nil
        case 0xE2: byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9) ? 3 : nil
        default: nil
        }
      if let length { return (bytes[bytes.startIndex..<at], bytes[(at + length)...]) }
      at += 1
    }
    return (bytes, nil)
  }

  private mutating func scan(_ line: ArraySlice<UInt8>, number: Int) {
    let indent = line.prefix { $0 == UInt8(ascii: " ") }.count
    if let open = blockIndent {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) || indent > open { return countAliasLikes(line, number: number) }
      blockIndent = nil
    }
    if indent > Self.depthLimit * 4 {
      report(.limit, number, indent + 1, "indented by \(indent) spaces; a playbook does not nest that deep")
    }
    var at = line.startIndex
    var isTokenStart = true
    var dashes = 0
    while at < line.endIndex {
      let byte = line[at]
      let after = at + 1 < line.endIndex ? line[at + 1] : 0x20
      if let open = quote {
        if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") {
          at += 1
        } else if byte == open {
          // Two single quotes stand for one.
          if open == UInt8(ascii: "'"), after == open { at += 1 } else { quote = nil }
        }
        at += 1
        continue
      }
      let startsToken = isTokenStart
      isTokenStart = false
      switch byte {
      case UInt8(ascii: " "), 0x09, 0x0D: isTokenStart = startsToken
      case UInt8(ascii: "#") where at == line.startIndex || line[at - 1] == 0x20 || line[at - 1] == 0x09: return
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if startsToken { quote = byte }
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        // In a plain scalar in block style, `{key}` is text.
        if startsToken || flowDepth > 0 {
          flowDepth += 1
          isTokenStart = true
          if flowDepth > Self.depthLimit {
            report(.limit, number, at - line.startIndex + 1, "more than \(Self.depthLimit) brackets inside one another")
          }
        }
      case UInt8(ascii: "]"), UInt8(ascii: "}"): flowDepth = max(0, flowDepth - 1)
      case UInt8(ascii: ","): isTokenStart = flowDepth > 0
      case UInt8(ascii: ":"):
        isTokenStart = after == 0x20 || after == 0x09 || flowDepth > 0
        if isTokenStart { keyLikes += 1 }
        if keyLikes == Self.keyLimit + 1 {
          report(.limit, number, at - line.startIndex + 1, "more than \(Self.keyLimit) keys")
        }
      case UInt8(ascii: "?"):
        isTokenStart = after == 0x20 || after == 0x09 || flowDepth > 0
        if startsToken, isTokenStart { dashes += 1 }
        if dashes > Self.depthLimit {
          report(.limit, number, at - line.startIndex + 1, "more than \(Self.depthLimit) keys inside one another")
          return
        }
      case UInt8(ascii: "-"):
        isTokenStart = startsToken && (after == 0x20 || after == 0x09)
        if isTokenStart { dashes += 1 }
        if dashes > Self.depthLimit {
          report(.limit, number, at - line.startIndex + 1, "more than \(Self.depthLimit) lists inside one another")
          return
        }
      case UInt8(ascii: "|"), UInt8(ascii: ">"):
        if startsToken, flowDepth == 0 {
          blockIndent = indent
          return countAliasLikes(line[at...], number: number)
        }
      case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
        guard startsToken, after != 0x20 else { break }
        let what =
          byte == UInt8(ascii: "&") ? "an anchor" : byte == UInt8(ascii: "*") ? "an alias" : "a tag"
        report(
          .limit, number, at - line.startIndex + 1,
          "\(what) is not allowed in a playbook; write the value out, or put the text in quotes")
      default: break
      }
      at += 1
    }
    countAliasLikes(line, number: number)
  }

  /// Counts `*name` after white space or a bracket, ignoring quotes and blocks.
  private mutating func countAliasLikes(_ line: ArraySlice<UInt8>, number: Int) {
    var previous = UInt8(ascii: " ")
    for (offset, byte) in line.enumerated() {
      defer { previous = byte }
      guard byte == UInt8(ascii: "*"), [0x20, 0x09, 0x2C, 0x3A, 0x5B, 0x7B].contains(previous),
        let next = line.dropFirst(offset + 1).first, next > 0x20, next != UInt8(ascii: "{"), next != UInt8(ascii: "(")
      else { continue }
      aliasLikes += 1
      if aliasLikes == Self.aliasLimit + 1 {
        report(.limit, number, offset + 1, "more than \(Self.aliasLimit) texts look like aliases (‘*name’)")
      }
    }
  }

  private mutating func report(_ kind: PlaybookIssue.Kind, _ line: Int, _ column: Int, _ message: String) {
    findings.append(Finding(kind: kind, line: line, column: column, message: message))
  }
}
