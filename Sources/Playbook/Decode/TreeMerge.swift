// SPDX-License-Identifier: Apache-2.0

/// Merges the tree of one file over that of another.
///
/// Mappings are merged key by key; any other value in the upper tree replaces the lower one. In addition: `aliases` and `formerly` are
/// appended to the lower ones; a renamed sheet or column keeps its old titles as aliases, and a column with a new formula keeps the old one
/// under `formerly`; `key:` without a value removes the key; a rule, sheet, column, setting, list or row that is `off` is switched off; a
/// setting may be given as its default alone, `PotHigh: 2000000`, and a rule as its severity alone, `DEA-010: info`.
struct TreeMerge {
  /// Marks what is switched off; no key in a file is spelled like this.
  static let offKey = "(off)"

  /// Parts of one playbook may not define the same thing twice; a company's file may redefine it.
  let reportsDuplicates: Bool
  /// Whether a company's file is merged over a method: anything the method does not have must be complete to count as new.
  let reportsUnknown: Bool
  private(set) var duplicates: [YAMLPair] = []
  /// Things that are switched off or changed but do not exist.
  private(set) var unknown: [Unknown] = []
  /// The places where settings, lists and their rows were removed, by path: `settings.PotHigh`, `lists.st.rows.BID`.
  private(set) var takenAway: [String: YAMLPlace] = [:]
  /// Scalars or lists where a mapping is required. They are left out, so that one mistake is reported once.
  private(set) var misplaced: [YAMLNode] = []

  init(reportsDuplicates: Bool = false, reportsUnknown: Bool = false) {
    self.reportsDuplicates = reportsDuplicates
    self.reportsUnknown = reportsUnknown
  }

  /// A reference to something that does not exist.
  struct Unknown {
    var pair: YAMLPair
    var isOff: Bool
    var nearest: String?
    var shape: Shape
  }

  /// The kind of mapping at a place in a playbook, as far as merging depends on it.
  enum Shape {
    case root
    case settings, setting
    case lists, list, rows, row
    case sheets, sheet, columns, column
    case rules, rule
    case funnel
    case vocabulary, words
    case other

    func child(_ key: String) -> Shape {
      switch (self, key) {
      case (.root, "settings"): .settings
      case (.root, "lists"): .lists
      case (.root, "sheets"), (.root, "special_sheets"): .sheets
      case (.root, "rules"): .rules
      case (.root, "funnel"): .funnel
      case (.root, "vocabulary"): .vocabulary
      case (.vocabulary, _): .words
      case (.settings, _): .setting
      case (.lists, _): .list
      case (.list, "rows"): .rows
      case (.rows, _): .row
      case (.sheets, _): .sheet
      case (.sheet, "columns"), (.funnel, "columns"): .columns
      case (.columns, _): .column
      case (.rules, _): .rule
      default: .other
      }
    }

    /// Nil if it cannot be `off`; otherwise whether it stays known after being switched off.
    var staysKnownWhenOff: Bool? {
      switch self {
      case .rule, .sheet, .column, .funnel: true
      case .setting, .list, .row: false
      default: nil
      }
    }

    /// The keys of which a new definition needs at least one, and the name of such a thing.
    var essentialKeys: (keys: [String], what: String)? {
      switch self {
      case .setting: (["title"], "setting")
      case .list: (["rows"], "list")
      case .row: (Language.allCases.map(\.rawValue), "row")
      case .sheet: (["title", "columns"], "sheet")
      case .column: (["type"], "column")
      case .rule: (["message", "test", "kind"], "rule")
      default: nil
      }
    }

    /// Whether it is a named definition, which may be given only once.
    var isDefinition: Bool {
      switch self {
      case .setting, .list, .row, .sheet, .column, .rule: true
      default: false
      }
    }
  }

  mutating func merged(
    _ lower: YAMLNode, _ upper: YAMLNode, shape: Shape = .root, path: String = ""
  ) -> YAMLNode {
    let upper = expanded(upper, shape: shape)
    guard case .mapping(var pairs) = lower.content else { return upper }
    guard let upperPairs = upper.pairs else {
      if shape == .other { return upper }
      misplaced.append(upper)
      return lower
    }
    var positions = Dictionary(
      pairs.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var removed: Set<Int> = []
    var seen: Set<String> = []
    for pair in upperPairs {
      let childShape = shape.child(pair.key)
      if !seen.insert(pair.key).inserted { duplicates.append(pair) }
      guard let position = positions[pair.key] else {
        if pair.value.isNull { continue }
        let isOff = isOff(pair.value, childShape) != nil
        if isOff || isUnknown(pair, childShape, among: pairs) {
          let nearest = Nearest.word(to: pair.key, among: pairs.map(\.key))
          unknown.append(Unknown(pair: pair, isOff: isOff, nearest: nearest, shape: childShape))
          continue
        }
        positions[pair.key] = pairs.count
        var new = pair
        if pair.value.pairs != nil {
          let nothing = YAMLNode(.mapping([]), at: pair.value.place)
          new.value = merged(nothing, pair.value, shape: childShape, path: "\(path)\(pair.key).")
        } else {
          new.value = expanded(pair.value, shape: childShape)
        }
        pairs.append(new)
        continue
      }
      // `columns:` with nothing below it, for example because all its lines are commented out, has no effect.
      if pair.value.isNull, childShape != .other { continue }
      if pair.value.isNull || isOff(pair.value, childShape) == .some(false) {
        removed.insert(position)
        takenAway[path + pair.key] = pair.keyPlace
        continue
      }
      if reportsDuplicates, childShape.isDefinition || childShape == .other { duplicates.append(pair) }
      if pair.key == "aliases" || pair.key == "formerly", let below = pairs[position].value.items,
        let above = pair.value.items
      {
        pairs[position].value = YAMLNode(.sequence(below + above), at: pair.value.place)
      } else {
        if pair.key == "title", shape == .sheet || shape == .column {
          addImpliedAliases(of: pairs[position].value, to: &pairs, &positions)
        }
        if pair.key == "formula", shape == .column {
          add([pairs[position].value], to: "formerly", of: &pairs, &positions)
        }
        pairs[position].value = merged(
          pairs[position].value, pair.value, shape: childShape, path: "\(path)\(pair.key).")
        // The place of a renamed or changed definition is the one in the company's file.
        pairs[position].keyPlace = pair.keyPlace
      }
    }
    if !removed.isEmpty { pairs = pairs.enumerated().filter { !removed.contains($0.offset) }.map(\.element) }
    return YAMLNode(.mapping(pairs), at: upper.place)
  }

  /// Whether a definition that is not in the lower tree is probably a misspelling: it lacks the keys of a new one and resembles an existing
  /// name.
  private func isUnknown(_ pair: YAMLPair, _ shape: Shape, among pairs: [YAMLPair]) -> Bool {
    guard reportsUnknown, !pairs.isEmpty, let keys = shape.essentialKeys?.keys else { return false }
    guard let fields = pair.value.pairs else { return pair.value.text != nil }
    return !fields.contains { keys.contains($0.key) } && Nearest.word(to: pair.key, among: pairs.map(\.key)) != nil
  }

  private func isOff(_ node: YAMLNode, _ shape: Shape) -> Bool? {
    guard node.plainText == "off" else { return nil }
    return shape.staysKnownWhenOff
  }

  /// The mapping that a short form stands for.
  private func expanded(_ node: YAMLNode, shape: Shape) -> YAMLNode {
    guard let text = node.plainText, !node.isNull else {
      if shape == .setting, node.text != nil { return wrapped(node, key: "default") }
      return node
    }
    if text == "off", shape.staysKnownWhenOff == true {
      return YAMLNode(
        .mapping([YAMLPair(key: Self.offKey, keyPlace: node.place, value: node)]), at: node.place)
    }
    switch shape {
    case .setting: return wrapped(node, key: "default")
    case .rule: return wrapped(node, key: "severity")
    default: return node
    }
  }

  private func wrapped(_ node: YAMLNode, key: String) -> YAMLNode {
    YAMLNode(.mapping([YAMLPair(key: key, keyPlace: node.place, value: node)]), at: node.place)
  }

  private func addImpliedAliases(
    of title: YAMLNode, to pairs: inout [YAMLPair], _ positions: inout [String: Int]
  ) {
    let texts = title.text.map { [$0] } ?? title.pairs?.compactMap(\.value.text) ?? []
    add(texts.map { YAMLNode(.scalar($0, .implied), at: title.place) }, to: "aliases", of: &pairs, &positions)
  }

  /// Appends items to the sequence under `key`, which may not exist yet.
  private func add(
    _ implied: [YAMLNode], to key: String, of pairs: inout [YAMLPair], _ positions: inout [String: Int]
  ) {
    if let position = positions[key], let items = pairs[position].value.items {
      pairs[position].value.content = .sequence(items + implied)
    } else if let place = implied.first?.place {
      positions[key] = pairs.count
      pairs.append(YAMLPair(key: key, keyPlace: place, value: YAMLNode(.sequence(implied), at: place)))
    }
  }

  /// Moves the rules below each sheet to the top level and records their sheet, so that a file can change a rule wherever it was written.
  static func hoistingRules(_ root: YAMLNode) -> YAMLNode {
    guard var pairs = root.pairs, let sheets = pairs.firstIndex(where: { $0.key == "sheets" }),
      var sheetPairs = pairs[sheets].value.pairs
    else { return root }
    var hoisted: [YAMLPair] = []
    for index in sheetPairs.indices {
      guard var fields = sheetPairs[index].value.pairs,
        let rules = fields.firstIndex(where: { $0.key == "rules" }), let rulePairs = fields[rules].value.pairs
      else { continue }
      for var rule in rulePairs {
        if case .mapping(let parts) = rule.value.content {
          let sheet = YAMLPair(
            key: "sheet", keyPlace: sheetPairs[index].keyPlace,
            value: YAMLNode(.scalar(sheetPairs[index].key, .quoted), at: sheetPairs[index].keyPlace))
          rule.value.content = .mapping(parts.contains { $0.key == "sheet" } ? parts : [sheet] + parts)
        }
        hoisted.append(rule)
      }
      fields.remove(at: rules)
      sheetPairs[index].value.content = .mapping(fields)
    }
    guard !hoisted.isEmpty else { return root }
    pairs[sheets].value.content = .mapping(sheetPairs)
    if let rules = pairs.firstIndex(where: { $0.key == "rules" }), let own = pairs[rules].value.pairs {
      pairs[rules].value.content = .mapping(own + hoisted)
    } else {
      pairs.append(
        YAMLPair(
          key: "rules", keyPlace: root.place, value: YAMLNode(.mapping(hoisted), at: root.place)))
    }
    return YAMLNode(.mapping(pairs), at: root.place)
  }
}
