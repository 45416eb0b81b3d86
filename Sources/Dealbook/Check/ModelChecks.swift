import Formula
import Playbook
import Spreadsheet

/// The built-in checks of computed figures that compare a row with its group.
struct ModelChecks {
  let team: TeamWorkbook
  let computation: Computation

  func run(_ findings: inout FindingCollector) {
    for rule in findings.rules(.medianRatio) { medianRatio(rule, &findings) }
  }

  /// Rows whose figure is more than a factor above the median of their group (TGT-009).
  private func medianRatio(_ rule: Int, _ findings: inout FindingCollector) {
    let definition = team.playbook.rules[rule]
    guard case .sheet(let prefix) = definition.sheet, let sheet = team.sheet(prefix),
      definition.needs.allSatisfy({ team.sheet($0) != nil }),
      let key = definition.parameters.text("column"), let factor = definition.parameters.number("factor"),
      let values = computation.columns[ColumnID(sheet: prefix, key: key)]
    else { return }
    let group = definition.parameters.texts("group")
    let parts = group.compactMap { sheet.column($0) }
    guard parts.count == group.count else { return }

    var figures: [[CellValue]: [(offset: Int, figure: Double)]] = [:]
    for offset in 0..<sheet.rows.count where sheet.rows.kinds[offset] == .data {
      guard let figure = values[offset].number else { continue }
      figures[parts.map { $0.values[offset] }, default: []].append((offset, figure))
    }
    for members in figures.values {
      let sorted = members.map(\.figure).sorted()
      let middle = sorted.count / 2
      let median = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
      for (offset, figure) in members where figure > factor * median {
        findings.add(
          Finding(
            rule: rule, sheet: prefix, row: sheet.rows.range.lowerBound + offset,
            columnNumber: sheet.column(key)?.number ?? 0, column: key, rowID: sheet.rowID(at: offset),
            found: .number(figure), repair: nil,
            arguments: ["a": CellValue.shown(figure), "b": CellValue.shown((median * 1e4).rounded() / 1e4)]))
      }
    }
  }
}
