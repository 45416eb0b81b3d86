// SPDX-License-Identifier: Apache-2.0

/// Writes a tree of values as readable YAML, for `playbook show`.
///
/// Reading the result gives the same tree. Comments of the original files are lost.
struct YAMLPrinter {
  private var lines: [String] = []
  private static let width = 110

  static func text(of root: YAMLNode) -> String {
    var printer = YAMLPrinter()
    printer.write(root.pairs ?? [], indent: 0, shape: .root)
    return printer.lines.joined(separator: "\n") + "\n"
  }

  /// Recursive: trees are at most as deep as `YAMLGuard` allows in files.
  private mutating func write(_ pairs: [YAMLPair], indent: Int, shape: TreeMerge.Shape) {
    var isFirst = true
    for pair in pairs where !isImplied(pair.value) {
      let child = shape.child(pair.key)
      let standsApart = shape == .root || (child.isDefinition && child != .row)
      if !isFirst, standsApart { lines.append("") }
      isFirst = false
      write(pair, indent: indent, shape: child)
    }
  }

  private mutating func write(_ pair: YAMLPair, indent: Int, shape: TreeMerge.Shape) {
    let start = String(repeating: " ", count: indent) + scalar(pair.key, .plain, inFlow: false) + ":"
    switch pair.value.content {
    case .scalar(let text, let style):
      write(text, style, after: start, indent: indent)
    case .mapping(let pairs):
      if pairs.contains(where: { $0.key == TreeMerge.offKey }) {
        lines.append(start + " off")
      } else if pairs.isEmpty {
        lines.append(start + " {}")
      } else if shape == .other || shape == .row, let flow = flow(pair.value), start.count + flow.count < Self.width {
        lines.append(start + " " + flow)
      } else {
        lines.append(start)
        write(pairs, indent: indent + 2, shape: shape)
      }
    case .sequence(let items):
      let items = items.filter { !isImplied($0) }
      if let flow = flow(YAMLNode(.sequence(items), at: pair.value.place)), start.count + flow.count < Self.width {
        lines.append(start + " " + flow)
      } else {
        lines.append(start)
        for item in items { writeItem(item, indent: indent + 2) }
      }
    }
  }

  private mutating func writeItem(_ item: YAMLNode, indent: Int) {
    let start = String(repeating: " ", count: indent) + "-"
    switch item.content {
    case .scalar(let text, let style): lines.append("\(start) \(scalar(text, style, inFlow: false))")
    default: lines.append("\(start) \(flow(item, force: true) ?? "{}")")
    }
  }

  private mutating func write(_ text: String, _ style: YAMLNode.Style, after start: String, indent: Int) {
    let margin = String(repeating: " ", count: indent + 2)
    let isBlock = style == .block && !text.isEmpty && text.first != " " && text.first != "\n"
    if isBlock, text.utf8.contains(UInt8(ascii: "\n")), text.last != "\n" {
      lines.append(start + " |-")
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        lines.append(line.isEmpty ? "" : margin + line)
      }
    } else if isBlock, start.count + text.count > Self.width,
      let folded = Self.folded(text, width: Self.width - margin.count)
    {
      lines.append(start + " >-")
      lines += folded.map { margin + $0 }
    } else {
      lines.append(start + " " + scalar(text, style, inFlow: false))
    }
  }

  /// Lines that a YAML reader joins with single spaces; nil if the text contains other white space.
  private static func folded(_ text: String, width: Int) -> [String]? {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard !words.contains(where: \.isEmpty), !text.utf8.contains(where: { $0 == 0x0A || $0 == 0x09 }) else {
      return nil
    }
    var lines: [String] = []
    var line = ""
    for word in words {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return lines + [line]
  }

  private func isImplied(_ node: YAMLNode) -> Bool {
    if case .scalar(_, .implied) = node.content { return true }
    if let items = node.items, !items.isEmpty { return items.allSatisfy { isImplied($0) } }
    return false
  }

  // MARK: Flow style

  /// The node in flow style: `{zh-Hant: 金額, en: Amount}`. Nil if it is better written on several lines.
  private func flow(_ node: YAMLNode, force: Bool = false) -> String? {
    switch node.content {
    case .scalar(let text, let style):
      if style == .block && !force { return nil }
      return scalar(text, style, inFlow: true)
    case .sequence(let items):
      let parts = items.filter { !isImplied($0) }.map { flow($0, force: force) }
      return parts.contains(nil) ? nil : "[" + parts.compactMap { $0 }.joined(separator: ", ") + "]"
    case .mapping(let pairs):
      let parts = pairs.map { pair in
        flow(pair.value, force: force).map { "\(scalar(pair.key, .plain, inFlow: true)): \($0)" }
      }
      return parts.contains(nil) ? nil : "{" + parts.compactMap { $0 }.joined(separator: ", ") + "}"
    }
  }

  private func scalar(_ text: String, _ style: YAMLNode.Style, inFlow: Bool) -> String {
    if style == .plain && (!inFlow || Self.isPlainInFlow(text)) && !text.isEmpty { return text }
    if style == .plain && text.isEmpty { return inFlow ? "~" : "" }
    if style == .block, Self.isPlain(text), !inFlow || Self.isPlainInFlow(text) { return text }
    return YAMLText.quoted(text)
  }

  private static func isPlainInFlow(_ text: String) -> Bool {
    !text.utf8.contains { [0x2C, 0x5B, 0x5D, 0x7B, 0x7D, 0x3A].contains($0) }
  }

  /// Whether a text without quotes is valid and still read as text.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    let isLetter = (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first) || first >= 0x80 || first == 0x3D
    let bytes = Array(text.utf8)
    let hasMark = bytes.indices.dropLast().contains {
      (bytes[$0] == UInt8(ascii: ":") && bytes[$0 + 1] == 0x20)
        || (bytes[$0] == 0x20 && bytes[$0 + 1] == UInt8(ascii: "#"))
    }
    return isLetter && last != 0x20 && last != UInt8(ascii: ":") && !hasMark && !bytes.contains { $0 < 0x20 }
      && !["off", "on", "yes", "no", "true", "false", "null", "y", "n"].contains(text.lowercased())
  }
}
