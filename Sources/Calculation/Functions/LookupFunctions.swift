import Formula
import Spreadsheet

/// Cells by their place.
enum LookupFunctions {
  static let all: [Function] = [
    Function("ROW", "R") { (call) throws(Halt) in
      guard call.has(0) else { return .number(call.place.row) }
      guard let area = try call.area(0) else { throw .value }
      if area.rows == 1 || !call.frame.inArray { return .number(area.top) }
      return .array(
        try Matrix(rows: call.evaluator.book.trimmed(area).rows, columns: 1) { (row, _) throws(Halt) in
          .number(Double(area.top + row))
        })
    },
    Function("COLUMN", "R") { (call) throws(Halt) in
      guard call.has(0) else { return .number(call.place.column) }
      guard let area = try call.area(0) else { throw .value }
      if area.columns == 1 || !call.frame.inArray { return .number(area.left) }
      return .array(
        try Matrix(rows: 1, columns: area.columns) { (_, column) throws(Halt) in .number(Double(area.left + column)) })
    },
    Function("ROWS", "R") { (call) throws(Halt) in
      if let area = try call.area(0) { return .number(area.rows) }
      if case .scalar(.error(let error)) = call.values[0] { throw .error(error) }
      return .number(try call.matrix(0).rows)
    },
    Function("COLUMNS", "R") { (call) throws(Halt) in
      if let area = try call.area(0) { return .number(area.columns) }
      if case .scalar(.error(let error)) = call.values[0] { throw .error(error) }
      return .number(try call.matrix(0).columns)
    },
    Function("CHOOSE", "V|L") { (call) throws(Halt) in
      let index = try call.whole(0)
      guard index >= 1, index < Double(call.count) else { throw .value }
      let value = try call.evaluate(Int(index))
      return value.isMissing ? .number(0) : value
    },
  ]
}
