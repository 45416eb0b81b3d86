// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Remembers how one formula was bound. A playbook's formula is bound again for every workbook, nearly always to the same names.
final class BindingMemo: Sendable {
  /// A class, so that looking at one of several counts no references to what it holds.
  private final class Binding: Sendable {
    let prefix: String?
    /// The names that were looked up, and whether each one was a column.
    let names: [(key: String, isColumn: Bool)]
    let formula: BoundFormula

    init(_ prefix: String?, _ names: [String: Bool], _ formula: BoundFormula) {
      self.prefix = prefix
      self.names = names.map { ($0.key, $0.value) }
      self.formula = formula
    }

    func fits(_ prefix: String?, _ environment: Environment) -> Bool {
      prefix == self.prefix && names.allSatisfy { environment.isColumn(key: $0.key) == $0.isColumn }
    }
  }

  private let known = Mutex<[Binding]>([])

  /// Returns an earlier binding if every name still means the same kind of thing; otherwise calls `bind` and keeps the result.
  func formula(
    sheet prefix: String?, in environment: Environment,
    _ bind: () throws(FormulaError) -> (BoundFormula, names: [String: Bool])
  ) throws(FormulaError) -> BoundFormula {
    let found = known.withLock { known in
      known.first { $0.fits(prefix, environment) }
    }
    if let found { return found.formula }
    let (formula, names) = try bind()
    known.withLock { known in
      if known.count == Self.most { known.removeFirst() }
      known.append(Binding(prefix, names, formula))
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
