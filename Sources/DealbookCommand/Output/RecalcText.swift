import Calculation
import Spreadsheet

/// What `recalc` says of a workbook.
struct RecalcText {
  let text: String

  /// More formulas with one reason than this are counted.
  private static let most = 20

  init(_ result: CalculatedWorkbook, _ workbook: Workbook, path: String) {
    var lines = [
      "\(path): \(result.formulaCount) formulas, \(result.changes.count) values changed, \(result.kept.count) kept as they were"
    ]
    for kept in result.kept.prefix(Self.most) {
      lines.append("  \(workbook.sheets[kept.sheet].name)!\(kept.cell): \(Self.sentence(kept.reason))")
    }
    if result.kept.count > Self.most { lines.append("  and \(result.kept.count - Self.most) more") }
    text = lines.joined(separator: "\n") + "\n"
  }

  /// What followed from cells that were set: `, 3 formulas calculated anew`; empty when nothing did.
  static func consequences(_ result: CalculatedWorkbook, _ workbook: Workbook) -> String {
    var text = result.changes.isEmpty ? "" : ", \(result.changes.count) values of formulas calculated anew"
    if let first = result.kept.first {
      text +=
        "; \(result.kept.count) formulas could not be (\(workbook.sheets[first.sheet].name)!\(first.cell): "
        + "\(sentence(first.reason))), so the workbook asks to be calculated when it is opened"
    }
    return text
  }

  /// Each cell that would change, one a line.
  static func differences(_ result: CalculatedWorkbook, _ workbook: Workbook) -> String {
    result.changes.map { change in
      "\(workbook.sheets[change.sheet].name)!\(change.cell): \(shown(change.old)) → \(shown(change.new))\n"
    }.joined()
  }

  private static func shown(_ value: CellValue) -> String {
    switch value {
    case .blank: "(no value)"
    case .number(let number): "\(number)"
    case .text(let text): "\"\(text)\""
    case .boolean(let truth): truth ? "TRUE" : "FALSE"
    case .error(let error): error.code
    }
  }

  private static func sentence(_ reason: KeptReason) -> String {
    switch reason {
    case .unknownFunction(let name): "the function \(name) is not known here"
    case .externalLink: "it refers to another workbook"
    case .dataTable: "it belongs to a data table"
    case .volatile(let name): "\(name) gives another value each time; --as-of gives the day for TODAY and NOW"
    case .unreadable(let why): "the formula cannot be read: \(why)"
    case .cycle(let cells): "cells that need each other: \((cells + cells.prefix(1)).joined(separator: " → "))"
    case .limit(let name, let limit): "more work than allowed: \(name) is at most \(limit)"
    case .dependent(let cell): "it needs \(cell), whose value is kept"
    }
  }
}
