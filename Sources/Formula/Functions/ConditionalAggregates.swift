import Spreadsheet

/// COUNTIF, COUNTIFS, SUMIF, SUMIFS, AVERAGEIF and AVERAGEIFS.
extension Evaluator {
  /// The arguments of such a function: a condition for each of several columns of equal length, and what to sum.
  struct ConditionalCall {
    let function: Function
    var conditions: [(column: Column, criterion: Vector, place: Int)] = []
    /// What is summed; nil when only counting.
    var summed: Column?
    /// Whether the columns go from the first row to that of the lane only.
    var isToHere: [Bool] = []

    var isCount: Bool { function == .countIf || function == .countIfs }
    var isAverage: Bool { function == .averageIf || function == .averageIfs }
  }

  func conditional(_ function: Function, _ arguments: [Int], _ vectors: [Vector], _ lanes: Lanes) -> Vector {
    var call = ConditionalCall(function: function)
    func toHere(_ place: Int) -> Bool {
      if case .cellsToHere = plan.nodes[place].operation { return true }
      return false
    }
    func add(_ range: Int, _ criterion: Int) {
      call.conditions.append((column(arguments[range]), vectors[criterion], arguments[criterion]))
      call.isToHere.append(toHere(arguments[range]))
    }
    switch function {
    case .countIf, .countIfs:
      for pair in stride(from: 0, to: arguments.count, by: 2) { add(pair, pair + 1) }
    case .sumIf, .averageIf:
      add(0, 1)
      let summed = arguments[arguments.count > 2 ? 2 : 0]
      // The summed cells are as many as those that are looked at, from the first on.
      call.summed = column(summed)
    default:
      for pair in stride(from: 1, to: arguments.count, by: 2) { add(pair, pair + 1) }
      call.summed = column(arguments[0])
      call.isToHere.append(toHere(arguments[0]))
    }
    // Columns of different lengths: #VALUE!. Those that grow with the row are as long as others in one row only.
    let isToHere = call.isToHere.first ?? false
    if call.isToHere.contains(!isToHere) { return .valueError }
    if !isToHere {
      let counts = call.conditions.map(\.column.count)
      if counts.contains(where: { $0 != counts[0] }) { return .valueError }
      if function == .sumIfs || function == .averageIfs, call.summed?.count != counts.first { return .valueError }
    }
    if strategy == .indexed, let indexed = conditionalIndexed(call, lanes) { return indexed }
    return conditionalPlain(call, lanes)
  }

  /// By going through all rows for each lane.
  private func conditionalPlain(_ call: ConditionalCall, _ lanes: Lanes) -> Vector {
    let isConstant = call.conditions.allSatisfy(\.criterion.isConstant) && call.isToHere.first == false
    let cells = isConstant ? 1 : lanes.count
    var builder = ColumnBuilder(capacity: cells)
    for lane in 0..<cells {
      let end = call.isToHere.first == true ? lanes.row(lane) + 1 : call.conditions[0].column.count
      builder.append(conditionalPlain(call, lane, end))
    }
    return Vector(column: builder.finish(), stride: isConstant ? 0 : 1)
  }

  private func conditionalPlain(_ call: ConditionalCall, _ lane: Int, _ end: Int) -> CellValue {
    var criteria: [Criterion] = []
    for condition in call.conditions {
      let value = condition.criterion[lane]
      guard let criterion = Criterion(value) else { return value }
      criteria.append(criterion)
    }
    var total = ConditionalTotal()
    for row in 0..<end {
      let matches = zip(criteria, call.conditions).allSatisfy { criterion, condition in
        criterion.matches(row < condition.column.count ? condition.column[row] : .blank)
      }
      if matches { total.add(call.summed, row) }
    }
    return total.result(call)
  }
}

/// What the rows that fulfil all conditions add up to.
struct ConditionalTotal {
  var rows = 0
  var numbers = 0
  var sum = KahanSum()
  var error: CellValue?

  mutating func add(_ summed: Column?, _ row: Int) {
    rows += 1
    guard let summed, row < summed.count else { return }
    switch summed.kinds[row] {
    case .number:
      numbers += 1
      sum.add(summed.payload[row])
    case .error: if error == nil { error = summed[row] }
    case .blank, .boolean, .text: break
    }
  }

  func result(_ call: Evaluator.ConditionalCall) -> CellValue {
    if call.isCount { return .number(Double(rows)) }
    if let error { return error }
    if call.isAverage, numbers == 0 { return .error(.divisionByZero) }
    let result = call.isAverage ? sum.total / Double(numbers) : sum.total
    return result.isFinite ? .number(result) : .error(.number)
  }
}
