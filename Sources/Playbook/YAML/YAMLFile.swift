// SPDX-License-Identifier: Apache-2.0

internal import Yams

/// Reads a YAML file into a tree.
struct YAMLFile {
  let name: String
  /// The index among the files that are read together.
  let index: Int

  /// The most values that a tree may have.
  static let nodeLimit = 200_000

  /// The most bytes to read, over all rounds, to find duplicate keys.
  private static let workLimit = 8 << 20

  private(set) var issues: [PlaybookIssue] = []
  private(set) var root: YAMLNode?
  private var count = 0

  init(_ bytes: [UInt8], name: String, index: Int) {
    self.name = name
    self.index = index
    for finding in YAMLGuard.findings(in: bytes) {
      report(finding.kind, YAMLPlace(file: index, line: finding.line, column: finding.column), finding.message)
    }
    guard issues.isEmpty else { return }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let line = Self.firstInvalidLine(bytes)
      report(.notYAML, YAMLPlace(file: index, line: line, column: 1), "the file is not UTF-8 text")
      return
    }
    compose(text)
  }

  private mutating func report(_ kind: PlaybookIssue.Kind, _ place: YAMLPlace, _ message: String) {
    issues.append(
      PlaybookIssue(kind: kind, severity: .error, file: name, line: place.line, column: place.column, message: message))
  }

  /// Yams stops reading at a duplicate key. The key is reported and hidden, so that the rest of the file can be read too.
  private mutating func compose(_ text: String) {
    var text = text
    // Each round reads the whole text.
    for _ in 0..<min(50, max(2, Self.workLimit / max(1, text.utf8.count))) {
      do {
        guard let node = try Parser(yaml: text, encoding: .utf8).singleRoot() else {
          report(.notYAML, YAMLPlace(file: index, line: 1, column: 1), "the file is empty")
          return
        }
        root = converted(node, depth: 0)
        return
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        guard let key = keys.first, let hidden = Self.hidingSecond(key, after: context.mark.line, in: text) else {
          report(
            .duplicate, YAMLPlace(file: index, line: context.mark.line, column: context.mark.column),
            "the key ‘\(keys.first ?? "")’ appears more than once in one mapping")
          return
        }
        report(
          .duplicate, YAMLPlace(file: index, line: hidden.line, column: hidden.column),
          "‘\(key)’ already exists, on line \(context.mark.line)")
        text = hidden.text
      } catch let error as YamlError {
        let (place, message) = Self.explained(error)
        report(.notYAML, YAMLPlace(file: index, line: place.line, column: place.column), message)
        return
      } catch {
        report(.notYAML, YAMLPlace(file: index, line: 1, column: 1), "\(error)")
        return
      }
    }
  }

  /// The depth is bounded, because the guard has checked the indentation and the brackets.
  private mutating func converted(_ node: Node, depth: Int) -> YAMLNode {
    let mark = node.mark
    let place = YAMLPlace(file: index, line: mark?.line ?? 1, column: mark?.column ?? 1)
    count += 1
    guard count <= Self.nodeLimit, depth <= YAMLGuard.depthLimit else {
      if issues.isEmpty {
        report(
          .limit, place, "more than \(Self.nodeLimit) values, or more than \(YAMLGuard.depthLimit) inside one another")
      }
      return YAMLNode(.sequence([]), at: place)
    }
    switch node {
    case .scalar(let scalar):
      let style: YAMLNode.Style =
        switch scalar.style {
        case .singleQuoted, .doubleQuoted: .quoted
        case .literal, .folded: .block
        case .any, .plain: .plain
        }
      return YAMLNode(.scalar(scalar.string, style), at: place)
    case .sequence(let sequence):
      return YAMLNode(.sequence(sequence.map { converted($0, depth: depth + 1) }), at: place)
    case .mapping(let mapping):
      var pairs: [YAMLPair] = []
      for (key, value) in mapping {
        let keyPlace = YAMLPlace(
          file: index, line: key.mark?.line ?? place.line, column: key.mark?.column ?? place.column)
        let value = converted(value, depth: depth + 1)
        guard case .scalar(let scalar) = key else {
          report(.wrongType, keyPlace, "expected a word as a key, found a list or a mapping")
          continue
        }
        if !scalar.string.unicodeScalars.contains(Self.hiddenMark) {
          pairs.append(YAMLPair(key: scalar.string, keyPlace: keyPlace, value: value))
        }
      }
      return YAMLNode(.mapping(pairs), at: place)
    case .alias:
      report(.limit, place, "an alias is not allowed in a playbook; write the value out")
      return YAMLNode(.sequence([]), at: place)
    }
  }
}
