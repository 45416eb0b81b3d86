// SPDX-License-Identifier: Apache-2.0

/// A tree of YAML values as a text that takes a millisecond to read.
///
/// The built-in playbook is written in YAML, in `BuiltIn/`, and carried by the program in this form: reading the YAML at
/// each start would take forty times as long. One value a line: `{3` and `[3` with the number of values, `}` for the end of either; `=text` plain,
/// `'text` quoted, `|text` a block, each with `\n` and `\\` escaped; in a mapping each value follows its key, `:key`.
enum PackedTree {
  static func text(of root: YAMLNode) -> String {
    var lines: [String] = []
    // Values still to write, the next one last.
    var open: [Step] = [.value(root)]
    while let step = open.popLast() {
      switch step {
      case .end: lines.append("}")
      case .key(let key): lines.append(":" + escaped(key))
      case .value(let node):
        switch node.content {
        case .scalar(let text, let style): lines.append(marker(of: style) + escaped(text))
        case .sequence(let items):
          lines.append("[\(items.count)")
          open.append(.end)
          open.append(contentsOf: items.reversed().map(Step.value))
        case .mapping(let pairs):
          lines.append("{\(pairs.count)")
          open.append(.end)
          for pair in pairs.reversed() {
            open.append(.value(pair.value))
            open.append(.key(pair.key))
          }
        }
      }
    }
    return lines.joined(separator: "\n")
  }

  private enum Step {
    case value(YAMLNode)
    case key(String)
    case end
  }

  private static func marker(of style: YAMLNode.Style) -> String {
    switch style {
    case .plain, .implied: "="
    case .quoted: "'"
    case .block: "|"
    }
  }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\n") }) else { return text }
    return text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\")
      .split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
  }

  /// The tree that `text(of:)` wrote; nil for a text that it did not write.
  static func tree(of text: String) -> YAMLNode? {
    let bytes = Array(text.utf8)
    var builder = Builder()
    var start = 0
    while start <= bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      guard builder.take(bytes[start..<end]) else { return nil }
      start = end + 1
    }
    return builder.result
  }

  /// Puts a tree together from its lines.
  private struct Builder {
    private enum Open {
      case sequence([YAMLNode])
      case mapping([YAMLPair], key: String?)
    }

    private var open: [Open] = []
    private(set) var result: YAMLNode?

    /// False for a line that cannot stand here.
    mutating func take(_ line: ArraySlice<UInt8>) -> Bool {
      guard let marker = line.first, result == nil else { return false }
      switch marker {
      case UInt8(ascii: "{"):
        var pairs: [YAMLPair] = []
        pairs.reserveCapacity(Self.count(line))
        open.append(.mapping(pairs, key: nil))
      case UInt8(ascii: "["):
        var items: [YAMLNode] = []
        items.reserveCapacity(Self.count(line))
        open.append(.sequence(items))
      case UInt8(ascii: "}"):
        switch open.popLast() {
        case .sequence(let items): return add(YAMLNode(.sequence(items), at: .builtIn))
        case .mapping(let pairs, key: nil): return add(YAMLNode(.mapping(pairs), at: .builtIn))
        default: return false
        }
      case UInt8(ascii: ":"):
        guard case .mapping(let pairs, key: nil)? = open.popLast() else { return false }
        open.append(.mapping(pairs, key: Self.text(line.dropFirst())))
      case UInt8(ascii: "="): return add(YAMLNode(.scalar(Self.text(line.dropFirst()), .plain), at: .builtIn))
      case UInt8(ascii: "'"): return add(YAMLNode(.scalar(Self.text(line.dropFirst()), .quoted), at: .builtIn))
      case UInt8(ascii: "|"): return add(YAMLNode(.scalar(Self.text(line.dropFirst()), .block), at: .builtIn))
      default: return false
      }
      return true
    }

    private mutating func add(_ node: YAMLNode) -> Bool {
      switch open.popLast() {
      case nil: result = node
      case .sequence(var items):
        items.append(node)
        open.append(.sequence(items))
      case .mapping(var pairs, let key?):
        pairs.append(YAMLPair(key: key, keyPlace: .builtIn, value: node))
        open.append(.mapping(pairs, key: nil))
      case .mapping: return false
      }
      return true
    }

    /// How many values follow a bracket; a hint only.
    private static func count(_ line: ArraySlice<UInt8>) -> Int {
      min(line.dropFirst().reduce(0) { ($0 & 0xFFFF) * 10 + Int($1 & 0xF) }, 256)
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
      guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
      var plain: [UInt8] = []
      var isEscaped = false
      for byte in bytes {
        if isEscaped {
          plain.append(byte == UInt8(ascii: "n") ? UInt8(ascii: "\n") : byte)
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else {
          plain.append(byte)
        }
      }
      return String(decoding: plain, as: UTF8.self)
    }
  }
}
