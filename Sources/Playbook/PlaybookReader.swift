// SPDX-License-Identifier: Apache-2.0

/// A file of a playbook, as read from disk.
public struct PlaybookSource: Sendable {
  /// The name used in issues: a path.
  public let name: String
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// Reads playbooks from YAML and finds mistakes in them.
///
/// ```swift
/// let reading = PlaybookReader.read([PlaybookSource(name: "dealbook.yaml", bytes: bytes)])
/// print(reading.issues.first?.description ?? "fine")  // dealbook.yaml:12:9: error: ‘tilte’ is not a key of a column; did you mean ‘title’? …
/// ```
///
/// A file that says `extends: key-account` is merged over the built-in playbook; otherwise the files form a playbook of their own. Several
/// files are parts of one playbook.
public enum PlaybookReader {
  /// The result of reading a playbook.
  public struct Reading: Sendable {
    /// Nil if there is an error among the issues: a playbook with errors must not be used.
    public let playbook: Playbook?
    /// In the order of files and lines.
    public let issues: [PlaybookIssue]
  }

  public static func read(_ sources: [PlaybookSource]) -> Reading {
    read(sources, over: nil)
  }

  /// - Parameter lower: the tree that `extends: key-account` refers to: that of the built-in playbook, except in tests.
  static func read(_ sources: [PlaybookSource], over lower: YAMLNode?) -> Reading {
    let names = sources.map(\.name)
    var issues: [PlaybookIssue] = []
    guard var root = tree(of: sources, issues: &issues) else { return Reading(playbook: nil, issues: issues) }

    var decoder = PlaybookDecoder(sources)
    var takenAway: [String: YAMLPlace] = [:]
    let extends = root["extends"] != nil
    if let base = root["extends"] {
      guard base.text == "key-account" else {
        decoder.report(.unknownWord, base.place, "expected ‘extends: key-account’, found \(base.found)")
        return Reading(playbook: nil, issues: sorted(issues + decoder.issues, names))
      }
      guard let below = lower ?? BuiltInPlaybook.tree else { return Reading(playbook: nil, issues: issues) }
      var merge = TreeMerge(reportsUnknown: true)
      root = merge.merged(below, root)
      decoder.reportMerge(merge)
      takenAway = merge.takenAway
    } else {
      var merge = TreeMerge()
      root = merge.merged(YAMLNode(.mapping([]), at: root.place), root)
      decoder.reportMerge(merge)
    }
    let playbook = decoder.playbook(root)
    let linted = PlaybookLinter.issues(
      playbook, over: extends ? .builtIn : nil, sites: decoder.sites, files: names, places: decoder.places,
      takenAway: takenAway)
    issues = sorted(issues + decoder.issues + linted, names)
    return Reading(playbook: issues.contains { $0.severity == .error } ? nil : playbook, issues: issues)
  }

  /// Merges several files into one tree, with the rules of sheets moved to the top level.
  static func tree(of sources: [PlaybookSource], issues: inout [PlaybookIssue]) -> YAMLNode? {
    var root: YAMLNode?
    var decoder = PlaybookDecoder(sources)
    for (index, source) in sources.enumerated() {
      let file = YAMLFile(source.bytes, name: source.name, index: index)
      issues += file.issues
      guard let tree = file.root else { continue }
      guard tree.pairs != nil else {
        decoder.report(.wrongType, tree.place, "expected a mapping with ‘playbook:’, ‘sheets:’ …, found \(tree.found)")
        continue
      }
      let hoisted = TreeMerge.hoistingRules(tree)
      guard let lower = root else {
        root = hoisted
        continue
      }
      var merge = TreeMerge(reportsDuplicates: true)
      root = merge.merged(lower, hoisted)
      decoder.reportMerge(merge)
    }
    issues += decoder.issues
    return root
  }

  private static func sorted(_ issues: [PlaybookIssue], _ names: [String]) -> [PlaybookIssue] {
    let order = Dictionary(names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    func key(_ issue: (offset: Int, element: PlaybookIssue)) -> (Int, Int, Int, Int) {
      (order[issue.element.file] ?? -1, issue.element.line, issue.element.column, issue.offset)
    }
    var seen: Set<PlaybookIssue> = []
    return issues.enumerated().sorted { key($0) < key($1) }.map(\.element).filter { seen.insert($0).inserted }
  }
}

extension PlaybookDecoder {
  mutating func reportMerge(_ merge: TreeMerge) {
    for pair in merge.duplicates { report(.duplicate, pair.keyPlace, "‘\(pair.key)’ already exists") }
    for node in merge.misplaced { report(.wrongType, node.place, "expected a mapping, found \(node.found)") }
    for unknown in merge.unknown {
      let what = unknown.shape.essentialKeys?.what
      let name = what.map { "\($0) ‘\(unknown.pair.key)’" } ?? "‘\(unknown.pair.key)’"
      let guess = unknown.nearest.map { "; did you mean ‘\($0)’?" } ?? ""
      let keys = (unknown.shape.essentialKeys?.keys ?? []).map { "‘\($0)’" }.joined(separator: " or ")
      report(
        .unknownReference, unknown.pair.keyPlace,
        unknown.isOff
          ? "there is no \(name) here that could be switched off\(guess)"
          : "there is no \(name) here that could be changed\(guess.isEmpty ? ";" : guess) a new one needs \(keys)")
    }
  }
}
