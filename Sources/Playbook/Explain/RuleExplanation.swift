// SPDX-License-Identifier: Apache-2.0

/// What a rule means and what to do about its findings, with a wrong and a right example.
public final class RuleExplanation: Sendable {
  /// Why the method has this rule, using the method's own phrase if there is one.
  public let means: Localized
  /// What to do about a finding, in one or two sentences.
  public let todo: Localized
  public let wrong: Example
  public let right: Example
  /// The values of the message's placeholders for the wrong example; those that are cells of its row are left out.
  public let says: [String: Localized]

  public enum Example: Hashable, Sendable {
    /// Cells of one row.
    case row(Row)
    /// A description in words, for what no single row can show.
    case words(Localized)
  }

  public struct Row: Hashable, Sendable {
    /// Prefix of the sheet.
    public let sheet: String
    /// The ID of the row.
    public let id: String
    /// The columns' keys and their cells as text: a date as `2026-03-31`, a share as `0.35`, a label in Traditional Chinese, empty for a
    /// blank cell.
    public let cells: [Cell]
  }

  public struct Cell: Hashable, Sendable {
    public let column: String
    public let value: String
  }

  /// The explanations of the built-in playbook's rules, by rule ID; read on first use.
  public static let builtIn: [String: RuleExplanation] = {
    Dictionary(section("explanations").compactMap { pair in RuleExplanation(pair.value).map { (pair.key, $0) } }) { $1 }
  }()

  private static let sections: [YAMLPair] = PackedTree.tree(of: packedExplanations)?.pairs ?? []

  private static func section(_ key: String) -> [YAMLPair] { sections.first { $0.key == key }?.value.pairs ?? [] }

  /// Codes that appear in cells and reports, such as the flags of deals.
  public static let codes: [Code] = section("codes").compactMap { pair in
    func texts(_ key: String) -> Localized? {
      pair.value.pairs?.first { $0.key == key }.flatMap { RuleExplanation.texts($0.value) }
    }
    guard let title = texts("title"), let means = texts("means"), let todo = texts("todo") else { return nil }
    let also = pair.value.pairs?.first { $0.key == "also" }?.value.items?.compactMap(\.text) ?? []
    return Code(id: pair.key, also: also, title: title, means: means, todo: todo)
  }

  /// What each option of the built-in lists means, by list and code: `dl.ALERT`.
  static let options: [String: Localized] = {
    Dictionary(section("options").compactMap { pair in texts(pair.value).map { (pair.key, $0) } }) { $1 }
  }()

  /// The texts of the example rows in English, by their Chinese.
  static let words: [String: String] = {
    Dictionary(section("words").compactMap { pair in pair.value.text.map { (pair.key, $0) } }) { $1 }
  }()

  /// A code and its meaning.
  public struct Code: Hashable, Sendable {
    public let id: String
    /// By what names outputs call it besides.
    public let also: [String]
    public let title: Localized
    public let means: Localized
    public let todo: Localized
  }

  /// Nil if the node is not an explanation.
  init?(_ node: YAMLNode) {
    func value(_ key: String) -> YAMLNode? { node.pairs?.first { $0.key == key }?.value }
    let sheet = value("sheet")?.text ?? ""
    guard let means = value("means").flatMap(Self.texts), let todo = value("todo").flatMap(Self.texts),
      let wrong = value("wrong").flatMap({ Self.example($0, sheet) }),
      let right = value("right").flatMap({ Self.example($0, sheet) })
    else { return nil }
    self.means = means
    self.todo = todo
    self.wrong = wrong
    self.right = right
    says = Dictionary(
      (value("says")?.pairs ?? []).compactMap { pair in
        (Self.texts(pair.value) ?? pair.value.text.map(Localized.init(everywhere:))).map { (pair.key, $0) }
      }
    ) { $1 }
  }

  private static func texts(_ node: YAMLNode) -> Localized? {
    func text(_ language: Language) -> String? { node.pairs?.first { $0.key == language.rawValue }?.value.text }
    guard let traditional = text(.traditionalChinese), let english = text(.english) else { return nil }
    return Localized(
      traditionalChinese: traditional,
      simplifiedChinese: text(.simplifiedChinese) ?? Simplified.wording(traditional), english: english)
  }

  private static func example(_ node: YAMLNode, _ sheet: String) -> Example? {
    guard let id = node.pairs?.first(where: { $0.key == "row" })?.value.text,
      let cells = node.pairs?.first(where: { $0.key == "cells" })?.value.pairs
    else { return texts(node).map(Example.words) }
    return .row(Row(sheet: sheet, id: id, cells: cells.map { Cell(column: $0.key, value: $0.value.text ?? "") }))
  }
}

extension BuiltInPlaybook {
  /// The embedded form of `BuiltIn/explanations.yaml`.
  package static var packedExplanationsText: String { packedExplanations }

  /// The text to embed for a file of explanations.
  package static func packedExplanationsText(of source: PlaybookSource) -> String {
    YAMLFile(source.bytes, name: source.name, index: 0).root.map(PackedTree.text) ?? ""
  }
}
