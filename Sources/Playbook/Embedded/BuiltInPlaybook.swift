/// The playbook that the program carries.
package enum BuiltInPlaybook {
  /// Its parts, in the order in which they make up the playbook; each is a file in `BuiltIn/`.
  package static let parts = [
    "workbook", "settings", "lists", "products", "people", "accounts", "drivers", "contacts", "plan", "targets",
    "leads",
    "deals", "visits", "contracts", "payments", "renewals",
  ]

  /// The parts of the vocabulary; each is a file in `BuiltIn/Vocabulary/`. They are carried apart from the playbook, so that
  /// a run that needs no word of it does not read it.
  package static let vocabularyParts = [
    "groups", "titles", "deals", "leads", "customers", "contracts", "payments", "renewals", "activities", "planning",
    "others", "values",
  ]

  /// The parts, read from their YAML, as the text that the program carries; `Scripts/pack-playbook` writes it down, and a
  /// test sees that the two agree.
  package static func packed(_ sources: [PlaybookSource]) -> (text: String, issues: [PlaybookIssue]) {
    var issues: [PlaybookIssue] = []
    let tree = PlaybookReader.tree(of: sources, issues: &issues)
    return (tree.map(PackedTree.text) ?? "", issues)
  }

  package static var packedText: String { packedBuiltInPlaybook }
  package static var packedVocabularyText: String { packedVocabulary }

  /// Nil only when the packed text was damaged, which a test would have found.
  static let tree = PackedTree.tree(of: packedBuiltInPlaybook)
}

extension Playbook {
  /// The key-account method (`extends: key-account`), read at its first use.
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
  /// What the program knows of itself.
  public static let builtIn: Vocabulary = {
    var decoder = PlaybookDecoder([], checks: false)
    let tree = PackedTree.tree(of: packedVocabulary) ?? YAMLNode(.mapping([]), at: .builtIn)
    return tree["vocabulary"].map { decoder.vocabulary($0) } ?? Vocabulary()
  }()
}
