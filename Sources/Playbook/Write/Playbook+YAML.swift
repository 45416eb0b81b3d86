// SPDX-License-Identifier: Apache-2.0

extension Playbook {
  /// The built-in playbook as a single YAML file.
  public static var builtInYAML: String {
    BuiltInPlaybook.tree.map(YAMLPrinter.text) ?? ""
  }

  /// A first file for a company: everything that can be changed, commented out and explained.
  public static func startingPoint(language: Language) -> String {
    StartingPoint(words: ExplainWords(language: language)).text
  }
}

extension PlaybookReader {
  /// The playbook formed by the files, merged over the built-in one if they say so, as a single YAML file; nil if they cannot be read.
  public static func yaml(of sources: [PlaybookSource]) -> String? {
    var issues: [PlaybookIssue] = []
    guard let root = tree(of: sources, issues: &issues), issues.isEmpty else { return nil }
    let base = root["extends"] == nil ? YAMLNode(.mapping([]), at: root.place) : BuiltInPlaybook.tree
    guard let base else { return nil }
    var merge = TreeMerge()
    var merged = merge.merged(base, root)
    if case .mapping(let pairs) = merged.content {
      merged.content = .mapping(pairs.filter { $0.key != "extends" })
    }
    return YAMLPrinter.text(of: merged)
  }
}
