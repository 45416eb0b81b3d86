// SPDX-License-Identifier: Apache-2.0

public import Playbook

/// A file that decides what a night checks or accepts: a playbook or a list of waivers. It is either in force, or was found and
/// ignored.
public struct Authority: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case playbook, waivers

    /// The file name to look for beside a history, beside a workbook and in the folders above it.
    public var fileName: String {
      switch self {
      case .playbook: "dealbook.yaml"
      case .waivers: "dealbook-waivers.yaml"
      }
    }
  }

  public var kind: Kind
  /// The path of the file, or ``builtIn``.
  public var path: String
  /// The hash of its bytes; empty for an ignored file, which nobody has read.
  public var sha256: String
  public var isInForce: Bool

  /// Stands in for the path of the playbook that comes with the program.
  public static let builtIn = "built-in"

  /// The option that accepts files found among the workbooks.
  public static let option = "--trust-found"

  public init(_ kind: Kind, _ path: String, sha256: String = "", isInForce: Bool) {
    self.kind = kind
    self.path = path
    self.sha256 = sha256
    self.isInForce = isInForce
  }

  /// Whether this is the built-in playbook, which is in force when nothing else is given.
  public var isUsual: Bool { isInForce && path == Self.builtIn }

  /// A sentence for the log: `playbook in force: built-in (sha256 …)`.
  public var told: String {
    isInForce
      ? "\(kind.rawValue) in force: \(path) (sha256 \(sha256))"
      : "\(kind.rawValue) ignored: \(path) (the option \(Self.option) accepts what is found among the workbooks)"
  }

  /// The same in a language: `所用規則手冊：內建（sha256 …）`.
  public func told(in language: Language) -> String {
    guard language != .english else { return told }
    let words = DigestWords(language: language)
    let (what, path, why) = told(words)
    return what + words.colon + path + words.inBrackets(why)
  }

  func told(_ words: DigestWords) -> (what: String, path: String, why: String) {
    let name =
      switch kind {
      case .playbook: words.pick("規則手冊", "规则手册", "Playbook")
      case .waivers: words.pick("豁免清單", "豁免清单", "Waivers")
      }
    guard isInForce else {
      return (
        words.pick("未採用的\(name)", "未采用的\(name)", "\(name), ignored"), path,
        words.pick(
          "在工作簿之間找到；加上 \(Self.option) 才會採用", "在工作簿之间找到；加上 \(Self.option) 才会采用",
          "found among the workbooks; \(Self.option) accepts it")
      )
    }
    return (
      words.pick("所用\(name)", "所用\(name)", "\(name) in force"),
      path == Self.builtIn ? words.pick("內建", "内置", path) : path, "sha256 \(sha256)"
    )
  }
}

extension Authority {
  private enum Key: CodingKey { case kind, path, sha256, isInForce, acceptedBy }

  /// With the option that accepts a file that was ignored.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(path, forKey: .path)
    try container.encode(sha256, forKey: .sha256)
    try container.encode(isInForce, forKey: .isInForce)
    if !isInForce { try container.encode(Self.option, forKey: .acceptedBy) }
  }
}

extension [Authority] {
  /// Those in force first, then by kind and path, without duplicates.
  public var inOrder: [Authority] {
    Set(self).sorted { first, second in
      (first.isInForce ? 0 : 1, first.kind.rawValue, first.path) < (
        second.isInForce ? 0 : 1, second.kind.rawValue, second.path
      )
    }
  }
}
