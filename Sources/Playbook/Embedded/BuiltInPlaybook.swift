// SPDX-License-Identifier: Apache-2.0

/// The playbook that is embedded in the program.
package enum BuiltInPlaybook {
  /// The parts that make up the playbook, in order; each is a file in `BuiltIn/`.
  package static let parts = [
    "workbook", "settings", "lists", "products", "people", "accounts", "drivers", "contacts", "plan", "targets",
    "leads",
    "deals", "visits", "contracts", "payments", "renewals",
  ]

  /// The parts of the vocabulary; each is a file in `BuiltIn/Vocabulary/`. They are embedded separately, so that a run that does not need
  /// the vocabulary does not read it.
  package static let vocabularyParts = [
    "groups", "titles", "deals", "leads", "customers", "contracts", "payments", "renewals", "activities", "planning",
    "others", "values",
  ]

  /// Packs the parts from their YAML into the text that the program embeds. `Scripts/pack-playbook` writes it to a file, and a test checks
  /// that the two agree.
  package static func packed(_ sources: [PlaybookSource]) -> (text: String, issues: [PlaybookIssue]) {
    var issues: [PlaybookIssue] = []
    let tree = PlaybookReader.tree(of: sources, issues: &issues)
    return (tree.map(PackedTree.text) ?? "", issues)
  }

  package static var packedText: String { packedBuiltInPlaybook }
  package static var packedVocabularyText: String { packedVocabulary }

  /// Nil only if the packed text is damaged, which a test would find.
  static let tree = PackedTree.tree(of: packedBuiltInPlaybook)
}

extension Playbook {
  /// The key-account method (`extends: key-account`), decoded on first use.
  public static let builtIn: Playbook = {
    var decoder = PlaybookDecoder([], checks: false)
    // Not `BuiltInPlaybook.tree`, which would stay in memory.
    let tree = PackedTree.tree(of: packedBuiltInPlaybook) ?? YAMLNode(.mapping([]), at: .builtIn)
    var playbook = decoder.playbook(tree)
    playbook.isBuiltIn = true
    return playbook
  }()
}

extension Vocabulary {
  /// The vocabulary built into the program.
  public static let builtIn = Vocabulary(packed: packedVocabulary)

  /// - Parameter packed: what ``BuiltInPlaybook/packed(_:)`` made of the parts of a vocabulary.
  package init(packed: String) {
    var decoder = PlaybookDecoder([], checks: false)
    self = PackedTree.tree(of: packed)?["vocabulary"].map { decoder.vocabulary($0) } ?? Vocabulary()
  }
}
