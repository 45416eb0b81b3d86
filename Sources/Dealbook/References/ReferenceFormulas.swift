// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook

/// Formulas of a playbook for a workbook whose sheets refer to each other by names.
///
/// Where a formula compares a column that holds names with the ID of what they name, the ID gives way to the name: in
/// `SUMIFS(de_amount,de_account_id,{account_id})` on the sheet of accounts to `{name}`, in `MATCH({account_id},acc_account_id,0)` on that of
/// deals to `acc_name`.
struct ReferenceFormulas: Sendable {
  let references: References
  let playbook: Playbook

  init(_ references: References, _ playbook: Playbook) {
    (self.references, self.playbook) = (references, playbook)
  }

  /// - Returns: the formula, and the column that keeps it from being computed: one that holds neither IDs nor names, or names where another
  ///   that is compared with it holds IDs.
  func applied(to template: FormulaTemplate, on prefix: String?) -> (template: FormulaTemplate, lacks: ColumnID?) {
    guard !references.isEmpty else { return (template, nil) }
    var work = Work(references: references, playbook: playbook, prefix: prefix)
    let rewritten = work.rewritten(template.expression)
    if let lacks = work.lacks { return (template, lacks) }
    let guarded = DayFormulas(timed: references.timed, prefix: prefix, playbook).applied(to: work.guarded(rewritten))
    guard guarded != template.expression, let changed = try? FormulaTemplate.known("=\(guarded)") else {
      return (template, nil)
    }
    return (changed, nil)
  }
}

/// One formula.
private struct Work {
  let references: References
  let playbook: Playbook
  /// That of the sheet on which the formula stands.
  let prefix: String?
  private(set) var lacks: ColumnID?
  /// The column by which the row of the formula is looked up instead of its ID.
  private var ownName: String?

  init(references: References, playbook: Playbook, prefix: String?) {
    (self.references, self.playbook, self.prefix) = (references, playbook, prefix)
  }

  /// A column that says which row of a sheet is meant.
  private struct Key {
    let column: ColumnID
    /// The prefix of that sheet.
    let target: String
    /// The column of that sheet whose cells it holds.
    let holds: String
    /// Whether it is the ID of that sheet itself.
    let isOwn: Bool
  }

  private func key(_ column: ColumnID) -> Key? {
    if let own = playbook.sheet(column.sheet)?.idColumn?.key, own == column.key {
      let holds = references.standIns[column.sheet] ?? own
      return Key(column: column, target: column.sheet, holds: holds, isOwn: true)
    }
    let source = references.source(of: column)
    guard let target = References.target(of: source, playbook), let id = playbook.sheet(target)?.idColumn?.key else {
      return nil
    }
    let holds = references.named[source] ?? references.standIns[target] ?? id
    return Key(column: source, target: target, holds: holds, isOwn: false)
  }

  private func key(in expression: Expression) -> Key? {
    switch expression {
    case .cell(let key), .cellsToHere(let key): prefix.flatMap { self.key(ColumnID(sheet: $0, key: key)) }
    case .name(let name, nil):
      if case .column(let reference)? = playbook.meaning(ofName: name) {
        key(ColumnID(sheet: reference.sheet, key: reference.column))
      } else {
        nil
      }
    case .call("INDEX", let arguments): arguments.first.flatMap(key(in:))
    case .binary(.concatenate, let text, .text("")): key(in: text)
    default: nil
    }
  }

  /// The expression with another column of the same sheet.
  private mutating func replacing(_ expression: Expression, by name: String) -> Expression {
    switch expression {
    case .cell:
      ownName = name
      return .cell(key: name)
    case .cellsToHere: return .cellsToHere(key: name)
    case .name(let written, let sheet):
      guard case .column(let reference)? = playbook.meaning(ofName: written) else { return expression }
      return .name("\(reference.sheet)_\(name)", sheet: sheet)
    case .call("INDEX", var arguments) where !arguments.isEmpty:
      arguments[0] = replacing(arguments[0], by: name)
      return .call("INDEX", arguments)
    case .binary(.concatenate, let text, let empty): return .binary(.concatenate, replacing(text, by: name), empty)
    default: return expression
    }
  }

  /// What is compared, so that both sides hold the same: IDs or names.
  private mutating func align(_ left: inout Expression, _ right: inout Expression) {
    guard let first = key(in: left), let second = key(in: right), first.target == second.target,
      first.column != second.column
    else { return }
    // On its own sheet it is a blank, and formulas ask for that.
    if let absent = [first.column, second.column].first(where: { references.missing.contains($0) && $0.sheet != prefix }
    ) {
      lacks = absent
      return
    }
    let (isLost, isOtherLost) = (references.lost[first.column] != nil, references.lost[second.column] != nil)
    if isLost || isOtherLost {
      // Two columns with names that nobody has listed are compared as they are.
      if !(isLost && isOtherLost) { lacks = isLost ? first.column : second.column }
      return
    }
    if first.holds == second.holds { return }
    if first.isOwn {
      left = replacing(left, by: second.holds)
    } else if second.isOwn {
      right = replacing(right, by: first.holds)
    } else {
      lacks = references.named[first.column] == nil ? second.column : first.column
    }
  }

  mutating func rewritten(_ expression: Expression) -> Expression {
    switch expression {
    case .binary(let sign, var left, var right):
      if [.equal, .notEqual].contains(sign) { align(&left, &right) }
      return .binary(sign, rewritten(left), rewritten(right))
    case .unary(let sign, let operand): return .unary(sign, rewritten(operand))
    case .call(let name, var arguments):
      for (place, other) in Self.compared(name, arguments.count) { align(&arguments, place, other) }
      return .call(name, arguments.map { rewritten($0) })
    case .cell(let key):
      guard let prefix, let name = standIn(for: ColumnID(sheet: prefix, key: key)) else { return expression }
      return .cell(key: name)
    case .cellsToHere(let key):
      guard let prefix, let name = standIn(for: ColumnID(sheet: prefix, key: key)) else { return expression }
      return .cellsToHere(key: name)
    case .name(let written, let sheet):
      guard case .column(let reference)? = playbook.meaning(ofName: written),
        let name = standIn(for: ColumnID(sheet: reference.sheet, key: reference.column))
      else { return expression }
      return .name("\(reference.sheet)_\(name)", sheet: sheet)
    default: return expression
    }
  }

  private mutating func align(_ arguments: inout [Expression], _ place: Int, _ other: Int) {
    var (left, right) = (arguments[place], arguments[other])
    align(&left, &right)
    (arguments[place], arguments[other]) = (left, right)
  }

  /// The column that stands in for the ID of a sheet without IDs.
  private func standIn(for column: ColumnID) -> String? {
    guard let name = references.standIns[column.sheet], playbook.sheet(column.sheet)?.idColumn?.key == column.key
    else { return nil }
    return name
  }

  /// The places of arguments that a function compares with each other.
  private static func compared(_ function: String, _ count: Int) -> [(Int, Int)] {
    switch function {
    case "MATCH", "XMATCH", "XLOOKUP", "COUNTIF", "SUMIF", "AVERAGEIF": count > 1 ? [(0, 1)] : []
    case "COUNTIFS": stride(from: 0, to: count - 1, by: 2).map { ($0, $0 + 1) }
    case "SUMIFS", "AVERAGEIFS", "MAXIFS", "MINIFS": stride(from: 1, to: count - 1, by: 2).map { ($0, $0 + 1) }
    default: []
    }
  }

  // MARK: Rows without a name

  /// A row without the name has no figure: it asks for the name where it asked for the ID.
  mutating func guarded(_ expression: Expression) -> Expression {
    guard let ownName, let prefix, let id = playbook.sheet(prefix)?.idColumn?.key,
      references.standIns[prefix] == nil
    else { return expression }
    let needsID = Self.uses(of: id, in: expression) > 0
    return Self.asking(expression, id: id, name: ownName, needsID: needsID)
  }

  private static func isQuestion(_ sign: BinaryOperator, _ left: Expression, _ right: Expression, _ id: String) -> Bool
  {
    [.equal, .notEqual].contains(sign) && left == .cell(key: id) && right == .text("")
  }

  /// How often the ID is used but to ask whether there is one.
  private static func uses(of id: String, in expression: Expression) -> Int {
    switch expression {
    case .cell(let key): key == id ? 1 : 0
    case .unary(_, let operand): uses(of: id, in: operand)
    case .binary(let sign, let left, let right):
      isQuestion(sign, left, right, id) ? 0 : uses(of: id, in: left) + uses(of: id, in: right)
    case .call(_, let arguments): arguments.reduce(0) { $0 + uses(of: id, in: $1) }
    default: 0
    }
  }

  private static func asking(_ expression: Expression, id: String, name: String, needsID: Bool) -> Expression {
    switch expression {
    case .unary(let sign, let operand):
      return .unary(sign, asking(operand, id: id, name: name, needsID: needsID))
    case .binary(let sign, let left, let right):
      if isQuestion(sign, left, right, id) {
        let question = Expression.binary(sign, .cell(key: name), right)
        return needsID ? .call(sign == .equal ? "OR" : "AND", [expression, question]) : question
      }
      return .binary(
        sign, asking(left, id: id, name: name, needsID: needsID), asking(right, id: id, name: name, needsID: needsID))
    case .call(let function, let arguments):
      return .call(function, arguments.map { asking($0, id: id, name: name, needsID: needsID) })
    default: return expression
    }
  }
}
