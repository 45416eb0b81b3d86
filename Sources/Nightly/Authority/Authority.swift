// SPDX-License-Identifier: Apache-2.0

import Playbook

/// A file that decides what a night asks or accepts, a playbook or a list of waivers: in force, or found and left aside.
public struct Authority: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case playbook, waivers

    /// The name that is looked for beside a history, a workbook, or above it.
    public var fileName: String {
      switch self {
      case .playbook: "dealbook.yaml"
      case .waivers: "dealbook-waivers.yaml"
      }
    }
  }

  public var kind: Kind
  /// Where the file is; ``builtIn`` for what the program carries.
  public var path: String
  /// Of its bytes; empty for one that was left aside, which nobody has read.
  public var sha256: String
  public var isInForce: Bool

  /// The path of what the program carries.
  public static let builtIn = "built-in"

  /// The option that accepts what is found among the workbooks.
  public static let option = "--trust-found"

  public init(_ kind: Kind, _ path: String, sha256: String = "", isInForce: Bool) {
    self.kind = kind
    self.path = path
    self.sha256 = sha256
    self.isInForce = isInForce
  }

  /// Whether it is what the program carries, as without anything else.
  public var isUsual: Bool { isInForce && path == Self.builtIn }

  /// As a sentence of a log: `playbook in force: built-in (sha256 …)`.
  public var told: String {
    isInForce
      ? "\(kind.rawValue) in force: \(path) (sha256 \(sha256))"
      : "\(kind.rawValue) ignored: \(path) (the option \(Self.option) accepts what is found among the workbooks)"
  }

  func told(_ words: DigestWords) -> (what: String, path: String, why: String) {
    let name =
      switch kind {
      case .playbook: words.pick("規則手冊", "规则手册", "Playbook")
      case .waivers: words.pick("豁免清單", "豁免清单", "Waivers")
      }
    guard isInForce else {
      return (
        words.pick("\(name)(未採用)", "\(name)(未采用)", "\(name), ignored"), path,
        words.pick(
          "在工作簿之間找到；加上 \(Self.option) 才會採用", "在工作簿之间找到；加上 \(Self.option) 才会采用",
          "found among the workbooks; \(Self.option) accepts it")
      )
    }
    return (words.pick("\(name)(採用中)", "\(name)(采用中)", "\(name) in force"), path, "sha256 \(sha256)")
  }
}

extension [Authority] {
  /// Those in force first, then by kind and path; each once.
  public var inOrder: [Authority] {
    Set(self).sorted { first, second in
      (first.isInForce ? 0 : 1, first.kind.rawValue, first.path) < (
        second.isInForce ? 0 : 1, second.kind.rawValue, second.path
      )
    }
  }
}
