// SPDX-License-Identifier: Apache-2.0

import Base
import Spreadsheet

/// COUNTIFS, SUMIFS and AVERAGEIFS computed with indexes.
extension Evaluator {
  /// Returns nil if an index would gain nothing, because all criteria are the same in all lanes.
  func conditionalIndexed(_ call: ConditionalCall, _ lanes: RowSelection) -> Vector? {
    var call = call
    if call.isToHere {
      // Extends all columns to the length that the last lane needs.
      let count = (0..<lanes.count).map { lanes.row($0) + 1 }.max() ?? 0
      call = call.extended(to: count)
    }
    let varying = call.conditions.filter { !$0.criterion.operand.isConstant }
    if varying.isEmpty, !call.isToHere { return nil }

    var included: [Bool]?
    for condition in call.conditions where condition.criterion.operand.isConstant {
      let criterion = condition.criterion.criterion(0)
      let coded = coded(condition)
      let matching = coded.matching(criterion)
      included = included ?? [Bool](repeating: true, count: coded.codes.count)
      for row in coded.codes.indices where !matching[Int(coded.codes[row])] { included?[row] = false }
    }

    var equalities: [(condition: Condition, coded: CodedColumn, wanted: LaneCodes)] = []
    var ranges: [(column: Column, texts: SortedTexts, rows: RankedRows)] = []
    for condition in varying {
      let coded = coded(condition)
      switch condition.criterion.relation {
      case nil, .equal, .notEqual:
        equalities.append((condition, coded, Self.codes(condition.criterion, coded, lanes.count)))
      case .some(let relation):
        let place = ranges.firstIndex { $0.column.storage === condition.column.storage }
        let texts = place.map { ranges[$0].texts } ?? SortedTexts(coded)
        var rows = place.map { ranges[$0].rows } ?? RankedRows(criteria: coded, texts: texts, lanes: lanes.count)
        Self.limit(&rows, relation, condition.criterion, coded, texts, lanes.count)
        if let place { ranges[place].rows = rows } else { ranges.append((condition.column, texts, rows)) }
      }
    }
    if call.isToHere {
      let none = Column([])
      ranges.append(
        (none, SortedTexts(CodedColumn(none)), RankedRows(rowsUpTo: lanes, count: call.conditions[0].column.count)))
    }
    guard ranges.count <= 2 else { return nil }
    let table =
      equalities.allSatisfy(\.condition.isStored)
      ? environment.indexes.groups(equalities.map(\.condition.column)) : GroupTable(equalities.map(\.coded))
    let groups = LaneGroups(table, equalities.map(\.wanted), lanes: lanes.count)
    let query = RowQuery(
      table: equalities.isEmpty ? nil : table, groups: groups, ranges: ranges.map(\.rows), included: included)

    var results = [CellValue?](repeating: nil, count: lanes.count)
    switch ranges.count {
    case 0: query.totals(call, into: &results)
    case 1: query.totalsInRange(call, into: &results)
    default: query.totalsInRectangle(call, into: &results)
    }
    // What no index covers is computed by scanning the rows, once for each distinct set of criteria.
    let operands = varying.map(\.criterion.operand)
    var known: [LaneKey: CellValue] = [:]
    return Vector(results) { lane in
      let key = call.isToHere ? nil : LaneKey(operands, lane)
      let result = key.flatMap { known[$0] } ?? conditionalPlain(call, lane, lanes)
      if let key { known[key] = result }
      return result
    }
  }

  private func coded(_ condition: Condition) -> CodedColumn {
    condition.isStored ? environment.indexes.coded(condition.column) : CodedColumn(condition.column)
  }

  /// The codes that each lane's criterion matches by equality.
  private static func codes(_ vector: CriterionVector, _ coded: CodedColumn, _ lanes: Int) -> LaneCodes {
    LaneCodes(vector.operand, lanes: lanes) { value in
      let criterion = Criterion(vector.relation, value)
      guard criterion.relation == .equal else { return nil }
      return coded.codes(matching: criterion.operand)
    }
  }

  private static func limit(
    _ rows: inout RankedRows, _ relation: Relation, _ vector: CriterionVector, _ coded: CodedColumn,
    _ texts: SortedTexts, _ lanes: Int
  ) {
    func places(_ criterion: Criterion) -> Range<Int>? {
      guard criterion.relation != .equal, criterion.relation != .notEqual else { return nil }
      if case .nothing = criterion.operand { return 0..<0 }
      if case .text(let word, _) = criterion.operand {
        let first = coded.numbers.count
        return texts.places(of: criterion.relation, word).map { $0.lowerBound + first..<$0.upperBound + first }
      }
      return CodedColumn.places(of: criterion.relation, criterion.operand, in: coded.numbers)
    }
    var known: [Double: Range<Int>?] = [:]
    for lane in 0..<lanes {
      let found: Range<Int>?
      let payload = vector.operand.payload(lane)
      switch vector.operand.kind(lane) {
      case .number:
        found = CodedColumn.places(of: relation, NumberFormatting.asWritten(payload), in: coded.numbers)
      case .text:
        found = known[payload] ?? places(vector.criterion(lane))
        known[payload] = .some(found)
      case .blank, .boolean, .error: found = places(vector.criterion(lane))
      }
      if let found { rows.limit(lane, to: found) } else { rows.giveUp(lane) }
    }
  }
}

extension Evaluator.ConditionalCall {
  /// Extends the columns to at least `count` rows and to one common length; the added cells are blank.
  func extended(to count: Int) -> Self {
    var call = self
    let longest = max(count, conditions.map(\.column.count).max() ?? 0)
    for place in call.conditions.indices where call.conditions[place].column.count < longest {
      let column = call.conditions[place].column
      call.conditions[place].column = column.picked((0..<Int32(longest)).map { $0 })
      call.conditions[place].isStored = false
    }
    return call
  }
}
