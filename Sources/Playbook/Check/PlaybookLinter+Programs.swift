// SPDX-License-Identifier: Apache-2.0

internal import Formula

/// Checks what happens when a formula is computed.
extension PlaybookLinter {
  /// Rejects what `fill` would reject: a whole column where one value is needed, or an argument that must be a column and is not.
  mutating func checkBinding(_ template: FormulaTemplate, in site: FormulaSite) {
    var environment = Environment()
    for name in template.names {
      switch playbook.meaning(ofName: name) {
      case .column?, .listColumn?: environment.declare(name, isColumn: true)
      case .setting?, .hasSheet?: environment.declare(name, isColumn: false)
      case nil: return
      }
    }
    do {
      _ = try template.bound(sheet: "row", in: environment)
    } catch {
      report(.formula, site.node.place, said(error, site))
    }
  }

  /// Warns about formulas that Excel and LibreOffice compute differently, so that a workbook would show two results.
  mutating func checkPrograms(_ expression: Expression, in site: FormulaSite) {
    var open = [expression]
    while let next = open.popLast() {
      switch next {
      case .text(let text) where Self.isSlashDate(text):
        warn("‘\(text)’ is a date in some countries only: write DATE(year,month,day)", site)
      case .call(_, let arguments): open += arguments
      case .unary(_, let operand): open.append(operand)
      case .binary(let operation, let left, let right):
        open += [left, right]
        compare(operation, left, right, site)
      default: break
      }
    }
  }

  private mutating func compare(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, _ site: FormulaSite
  ) {
    switch operation {
    case .equal, .notEqual:
      for side in [left, right] {
        switch side {
        case .binary where Self.subtracts(side):
          warn(
            "what rounding leaves of a difference counts as zero in LibreOffice and not in Excel: compare ROUND(…,2)",
            site)
        case .boolean, .call("TRUE", _), .call("FALSE", _):
          warn("TRUE equals 1 in LibreOffice and not in Excel: write the condition itself, or NOT(…)", site)
        default: break
        }
      }
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      for case .text(let text) in [left, right] where !text.isEmpty {
        warn("Excel and LibreOffice put texts like ‘\(text)’ in different orders: compare with =, or numbers", site)
      }
    default: break
    }
  }

  /// Whether a sum subtracts something, so that almost nothing may be left of it.
  private static func subtracts(_ expression: Expression) -> Bool {
    switch expression {
    case .binary(.subtract, _, _): true
    case .binary(.add, let left, let right): subtracts(left) || subtracts(right)
    default: false
    }
  }

  private mutating func warn(_ what: String, _ site: FormulaSite) {
    report(.programsDiffer, site.node.place, "\(site.owner.description): \(what)", severity: .warning)
  }

  /// `2026/3/31`, `3/31/26`.
  private static func isSlashDate(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 3
      && parts.allSatisfy { (1...4).contains($0.count) && $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
  }
}
