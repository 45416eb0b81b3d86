// SPDX-License-Identifier: Apache-2.0

/// A value in a YAML document and its place.
///
/// The playbook has its own tree type, so that its decoder does not depend on Yams and the built-in playbook can be read from its packed
/// form without Yams.
struct YAMLNode: Hashable, Sendable {
  var content: Content
  var place: YAMLPlace

  enum Content: Hashable, Sendable {
    case scalar(String, Style)
    case sequence([YAMLNode])
    case mapping([YAMLPair])
  }

  /// How a scalar is written. Only plain ones can be numbers or words such as `off`.
  enum Style: Hashable, Sendable {
    case plain
    case quoted
    /// After `|` or `>`.
    case block
    /// Not written but derived: the old title of a renamed column.
    case implied
  }

  init(_ content: Content, at place: YAMLPlace) {
    self.content = content
    self.place = place
  }

  var pairs: [YAMLPair]? {
    guard case .mapping(let pairs) = content else { return nil }
    return pairs
  }

  var items: [YAMLNode]? {
    guard case .sequence(let items) = content else { return nil }
    return items
  }

  /// The text of a scalar.
  var text: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }

  /// The text of a plain scalar.
  var plainText: String? {
    guard case .scalar(let text, .plain) = content else { return nil }
    return text
  }

  /// `key:` without a value, `~` or `null`: removes the key from the lower playbook.
  var isNull: Bool { plainText.map { $0.isEmpty || $0 == "~" || $0 == "null" } ?? false }

  subscript(key: String) -> YAMLNode? { pairs?.first { $0.key == key }?.value }

  /// A description for messages: `a list`, `‘off’`.
  var found: String {
    switch content {
    case .scalar("", .plain): "nothing"
    case .scalar(let text, _): "‘\(text.count > 60 ? text.prefix(59) + "…" : text[...])’"
    case .sequence(let items): items.isEmpty ? "an empty list" : "a list"
    case .mapping: "a mapping"
    }
  }
}

struct YAMLPair: Hashable, Sendable {
  var key: String
  var keyPlace: YAMLPlace
  var value: YAMLNode
}

/// The place of a value in a file.
///
/// There are thousands of these, so the type is kept small; no file has too many lines for it.
struct YAMLPlace: Hashable, Sendable {
  private var storedFile: Int32
  private var storedLine: Int32
  private var storedColumn: Int32

  /// The index among the files that are read together; nil for the built-in playbook.
  var file: Int? { storedFile < 0 ? nil : Int(storedFile) }
  /// From 1; 0 for the built-in playbook.
  var line: Int { Int(storedLine) }
  /// From 1, in characters (Unicode scalars).
  var column: Int { Int(storedColumn) }

  init(file: Int?, line: Int, column: Int) {
    storedFile = Int32(clamping: file ?? -1)
    storedLine = Int32(clamping: line)
    storedColumn = Int32(clamping: column)
  }

  static let builtIn = YAMLPlace(file: nil, line: 0, column: 0)
}
