// SPDX-License-Identifier: Apache-2.0

public import Playbook

/// The labels in columns that use one list, and what each label means.
public struct AdoptedList: Sendable {
  /// Prefix of the list: `st`.
  public let prefix: String
  /// In the order of the future list.
  public internal(set) var labels: [AdoptedLabel]

  /// The list of the stages of deals.
  static let stages = "st"
  /// The list of the states of renewals.
  static let renewals = "rs"

  /// Whether its labels say which deals are open, won and lost.
  public var endsDeals: Bool { [Self.stages, OutcomeColumn.list].contains(prefix) }
  /// Whether figures depend on what its labels say, so that a label that is not understood must not become one of them.
  public var isStrict: Bool { endsDeals || Self.strict.contains(prefix) }
  private static let strict: Set<String> = [
    "br", "cl", "cs", "gl", "kt", "lc", "ls", "nm", "po", renewals, "sc", "sv",
  ]
  /// Whether a row that an earlier adoption added for a label says nothing of what the label means.
  static func saysNothing(_ code: String, _ list: ListDefinition) -> Bool {
    strict.contains(list.prefix) && list.extraColumns.isEmpty && code.first == "X"
      && code.dropFirst().allSatisfy(\.isNumber)
  }

  /// The lists of which formulas ask for a certain row, so that each meaning has one label.
  static let single: Set<String> = ["cl", "sc"]

  /// A column with more distinct labels than this is treated as free text.
  static let mostLabels = 120

  /// Whether the labels already belong to the existing list but for some rows; the list is then kept, and these are mistakes.
  var isOwn: Bool {
    guard !labels.isEmpty, labels.count(where: \.isOwn) * 2 >= labels.count else { return false }
    let others = labels.filter { !$0.isOwn && !$0.isDoubtful }
    return others.reduce(0) { $0 + $1.count } * 10 <= labels.reduce(0) { $0 + $1.count }
  }

  mutating func decide(_ text: String, _ outcome: ValueMeaning.Outcome) {
    guard let place = labels.firstIndex(where: { $0.text == text }) else { return }
    labels[place].decide(outcome, in: prefix)
  }
}

/// A label as people write it.
public struct AdoptedLabel: Hashable, Sendable {
  public let text: String
  /// The number of rows with this label.
  public let count: Int
  /// The code of the built-in list's row with the same meaning.
  public internal(set) var code: String?
  public internal(set) var outcome: ValueMeaning.Outcome
  /// Its place in the usual sequence.
  public internal(set) var order: Double
  /// The usual share of such rows that are won in the end, 0…1.
  public internal(set) var chance: Double?
  /// Whether the team's own chances of its deals are too few, or differ too much, to say what the stage's chance is.
  public internal(set) var hasDoubtfulChances = false
  /// Whether none of its words is known, or what it says can be read in two ways.
  public internal(set) var isDoubtful: Bool
  /// Whether it is not known, and other labels of its column say which deals are won and which are lost.
  var isOpenByRest = false
  /// Whether it is a label of the existing list, in any language.
  var isOwn = false

  /// Whether a deal with it is open for all that is known. A doubtful label is so only if the team's own column of chances says it, or the
  /// other labels do.
  public var isUnderstood: Bool { !isDoubtful || chance != nil || isOpenByRest }

  /// Whether it is known that such deals are open, and not how many of them are won.
  public var isWithoutChance: Bool {
    (!isDoubtful || isOpenByRest) && outcome == .open && chance == nil
  }
}

extension AdoptedLabel {
  /// A label of the column that says which deals are won and lost.
  static func outcome(
    _ text: String, count: Int, own: LabelIndex, _ list: ListDefinition, _ stages: LabelMeanings
  ) -> AdoptedLabel {
    let order: [ValueMeaning.Outcome] = [.open, .won, .lost, .onHold]
    var label = AdoptedLabel(
      text: text, count: count, code: nil, outcome: .open, order: 0, chance: nil, isDoubtful: true)
    let match = own.match(text)
    guard
      let place = match?.row
        ?? OutcomeColumn.outcome(of: text, stages).flatMap({ outcome in
          list.rows.firstIndex { $0.code == code(of: outcome) }
        })
    else { return label }
    label.code = list.rows[place].code
    label.outcome = order.first { code(of: $0) == label.code } ?? kind(of: list.rows[place], in: list, order)
    label.order = Double(order.firstIndex(of: label.outcome) ?? 0)
    label.isDoubtful = false
    label.isOwn = list.rows[place].labels.all.contains { TextFolding.label($0) == TextFolding.label(text) }
    return label
  }

  /// Takes what a person says of it.
  mutating func decide(_ outcome: ValueMeaning.Outcome, in list: String) {
    self.outcome = outcome
    isDoubtful = false
    if list == OutcomeColumn.list { code = Self.code(of: outcome) }
  }

  private static func code(of outcome: ValueMeaning.Outcome) -> String {
    switch outcome {
    case .open: "OPEN"
    case .won: "WON"
    case .lost: "LOST"
    case .onHold: "HOLD"
    }
  }

  /// What a row that an earlier adoption added says.
  private static func kind(
    of row: ListRow, in list: ListDefinition, _ order: [ValueMeaning.Outcome]
  ) -> ValueMeaning.Outcome {
    guard let place = list.extraColumns.firstIndex(of: "kind"), case .number(let kind) = row.extras[place],
      order.indices.contains(Int(kind) - 1)
    else { return .open }
    return order[Int(kind) - 1]
  }
}
