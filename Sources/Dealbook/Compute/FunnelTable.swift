// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The funnel table of the playbook: what each stage holds, what it should hold, and the gap (documents/method.md, The funnel table).
struct FunnelTable: Sendable {
  /// The prefix under which the table's own columns are evaluated.
  static let prefix = SpecialSheetKind.funnel.rawValue
  static let numberKey = "n"

  let definition: FunnelDefinition
  /// The formulas by column; those that cannot be computed here are left out.
  let templates: [String: FormulaTemplate]

  init(_ definition: FunnelDefinition, _ templates: [String: FormulaTemplate]) {
    self.definition = definition
    self.templates = templates
  }

  /// The values of each column, one row per stage.
  func values(
    rows: Int, firstRow: Int, in environment: Environment
  ) throws(DealbookError) -> [String: Column] {
    var environment = environment.branched()
    var values: [String: Column] = [:]
    let numbers = Column((1...rows).map { .number(Double($0)) })
    values[Self.numberKey] = numbers
    environment.define("\(Self.prefix)_\(Self.numberKey)", column: numbers)
    let keys = definition.columns.map(\.key).filter { templates[$0] != nil }
    do {
      for place in try ComputationOrder.sorted(keys.map { (name: $0, reads: templates[$0]?.keys ?? []) }) {
        guard let template = templates[keys[place]] else { continue }
        let column = try template.bound(sheet: Self.prefix, in: environment)
          .evaluate(rows: rows, mask: nil, firstRow: firstRow, in: environment)
        values[keys[place]] = column
        environment.define("\(Self.prefix)_\(keys[place])", column: column)
      }
    } catch {
      throw .formula(error, of: "funnel")
    }
    return values
  }
}
