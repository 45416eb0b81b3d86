import Synchronization

/// What one formula has been bound to: a formula of a playbook is bound for every workbook, nearly always to the same names.
final class BindingMemo: Sendable {
  private struct Binding {
    let prefix: String?
    /// The names that were looked up, and whether each was a column.
    let names: [String: Bool]
    let formula: BoundFormula
  }

  private let known = Mutex<[Binding]>([])

  /// The binding made before where every name is what it was then, else one that `bind` makes.
  func formula(
    sheet prefix: String?, in environment: Environment,
    _ bind: () throws(FormulaError) -> (BoundFormula, names: [String: Bool])
  ) throws(FormulaError) -> BoundFormula {
    let found = known.withLock { known in
      known.first { binding in
        binding.prefix == prefix && binding.names.allSatisfy { environment.isColumn(key: $0.key) == $0.value }
      }
    }
    if let found { return found.formula }
    let (formula, names) = try bind()
    known.withLock { known in
      if known.count == Self.most { known.removeFirst() }
      known.append(Binding(prefix: prefix, names: names, formula: formula))
    }
    return formula
  }

  /// A rule stands on few sheets, and what a name is changes seldom.
  private static let most = 8
}

/// Memos say nothing about the formula that they belong to.
extension BindingMemo: Hashable {
  static func == (left: BindingMemo, right: BindingMemo) -> Bool { true }
  func hash(into hasher: inout Hasher) {}
}

extension FormulaTemplate {
  /// The formula bound to the names of `environment`, as ``BoundFormula/init(_:sheet:in:)`` binds it; kept for the next
  /// environment in which all its names are there as they are in this one.
  public func bound(sheet prefix: String?, in environment: Environment) throws(FormulaError) -> BoundFormula {
    try memo.formula(sheet: prefix, in: environment) { () throws(FormulaError) in
      var binder = Binder(prefix: prefix, environment: environment)
      try binder.bind(expression)
      return (BoundFormula(binder.plan), binder.names)
    }
  }
}

extension Environment {
  /// Whether the name is a column; nil when there is none.
  fileprivate func isColumn(key: String) -> Bool? {
    switch self[key: key] {
    case .column: true
    case .value: false
    case nil: nil
    }
  }
}
