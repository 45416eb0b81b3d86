// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Remembers how one formula was bound. A playbook's formula is bound again for every workbook, nearly always to the same names.
final class BindingMemo: Sendable {
  private struct Binding {
    let prefix: String?
    /// The names that were looked up, and whether each one was a column.
    let names: [String: Bool]
    let formula: BoundFormula
  }

  private let known = Mutex<[Binding]>([])

  /// Returns an earlier binding if every name still means the same kind of thing; otherwise calls `bind` and keeps the result.
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

  /// Eight bindings are enough: a rule is used on few sheets, and a name seldom changes between column and value.
  private static let most = 8
}

extension FormulaTemplate {
  /// Binds the formula to the names of `environment`, as ``BoundFormula/init(_:sheet:in:)`` does, and keeps the result for the next
  /// environment in which all its names are of the same kind (column or value).
  public func bound(sheet prefix: String?, in environment: Environment) throws(FormulaError) -> BoundFormula {
    try memo.formula(sheet: prefix, in: environment) { () throws(FormulaError) in
      var binder = Binder(prefix: prefix, environment: environment)
      try binder.bind(expression)
      return (BoundFormula(binder.plan), binder.names)
    }
  }
}

extension Environment {
  /// Whether the name is a column rather than a single value; nil if the environment does not have it.
  fileprivate func isColumn(key: String) -> Bool? {
    switch self[key: key] {
    case .column: true
    case .value: false
    case nil: nil
    }
  }
}
