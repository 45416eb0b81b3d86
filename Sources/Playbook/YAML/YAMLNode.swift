/// A value of a YAML document with the place where it stands.
///
/// The playbook's own tree, so that the format's decoder knows nothing of Yams, and the built-in playbook can be read
/// from its packed form without it.
struct YAMLNode: Hashable, Sendable {
  var content: Content
  var place: YAMLPlace

  enum Content: Hashable, Sendable {
    case scalar(String, Style)
    case sequence([YAMLNode])
    case mapping([YAMLPair])
  }

  /// How a scalar is written: only plain ones can be numbers or words such as `off`.
  enum Style: Hashable, Sendable {
    case plain
    case quoted
    /// After `|` or `>`.
    case block
    /// Not written at all, but following from what is: the old title of a renamed column.
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

  /// `key:` with nothing behind it, `~` or `null`: takes away what the playbook below says.
  var isNull: Bool { plainText.map { $0.isEmpty || $0 == "~" || $0 == "null" } ?? false }

  subscript(key: String) -> YAMLNode? { pairs?.first { $0.key == key }?.value }

  /// What it is, for a message: `the list [a, b]`, `‘off’`.
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

/// Where a value stands.
///
/// Small, as there are thousands of them: no file has as many lines as would not fit.
struct YAMLPlace: Hashable, Sendable {
  private var storedFile: Int32
  private var storedLine: Int32
  private var storedColumn: Int32

  /// Position among the files that are read together; nil for the built-in playbook.
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
