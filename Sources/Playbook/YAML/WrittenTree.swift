// SPDX-License-Identifier: Apache-2.0

/// A small YAML file that is not a playbook, such as a list of scenarios: texts, lists and mappings with their line numbers.
///
/// It is read as strictly as a playbook: no anchors, aliases or tags, and the same limits.
public struct WrittenTree: Sendable {
  public enum Content: Sendable {
    /// Numbers and other scalars are kept as text.
    case text(String)
    case list([WrittenTree])
    case mapping([(key: String, value: WrittenTree)])
  }

  public let content: Content
  /// From 1.
  public let line: Int

  /// - Parameters:
  ///   - bytes: the content of the file.
  ///   - name: the file's name in messages.
  /// - Throws: the first mistake.
  public init(_ bytes: [UInt8], name: String) throws(PlaybookIssue) {
    let file = YAMLFile(bytes, name: name, index: 0)
    if let issue = file.issues.first { throw issue }
    guard let root = file.root else {
      throw PlaybookIssue(
        kind: .notYAML, severity: .error, file: name, line: 1, column: 1, message: "the file is empty")
    }
    self.init(root)
  }

  private init(_ node: YAMLNode) {
    line = node.place.line
    switch node.content {
    case .scalar(let text, _): content = node.isNull ? .text("") : .text(text)
    case .sequence(let items): content = .list(items.map { WrittenTree($0) })
    case .mapping(let pairs): content = .mapping(pairs.map { ($0.key, WrittenTree($0.value)) })
    }
  }

  /// The text of a scalar; nil for a list or a mapping.
  public var text: String? { if case .text(let text) = content { text } else { nil } }

  public var items: [WrittenTree]? { if case .list(let items) = content { items } else { nil } }

  public var pairs: [(key: String, value: WrittenTree)]? {
    if case .mapping(let pairs) = content { pairs } else { nil }
  }
}
