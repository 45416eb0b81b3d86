// SPDX-License-Identifier: Apache-2.0

import Formula

/// Sums, counts and extremes of numbers.
enum SumFunctions {
  static let all: [Function] = [
    Function("SUM", "R") { (call) throws(Halt) in
      // Each addition snaps to zero if it lost nearly all its digits.
      var sum = 0.0
      var first = 0
      if case .area(let area)? = call.values.first, let known = try call.evaluator.sums.sum(area, call.evaluator) {
        (sum, first) = (known, 1)
      }
      try call.forEachNumber(from: first) { sum = ApproximateNumber.add(sum, $0) }
      return .number(sum)
    },
    Function("PERCENTOF", "R") { (call) throws(Halt) in
      var (part, whole) = (0.0, 0.0)
      try call.forEachNumber(from: 0, through: 0) { part = ApproximateNumber.add(part, $0) }
      try call.forEachNumber(from: 1, through: 1) { whole = ApproximateNumber.add(whole, $0) }
      guard whole != 0 else { throw .divisionByZero }
      return .number(part / whole)
    },
    Function("PRODUCT", "R") { (call) throws(Halt) in
      var product = 1.0
      var count = 0
      for index in 0..<call.count where !call.values[index].isMissing {
        try call.forEachNumber(from: index, through: index) {
          product *= $0
          count += 1
        }
      }
      return .number(count == 0 ? 0 : product)
    },
    Function("SUMSQ", "R") { (call) throws(Halt) in
      var sum = 0.0
      try call.forEachNumber { sum += $0 * $0 }
      return .number(sum)
    },
    Function("AVERAGE", "R") { (call) throws(Halt) in
      var sum = 0.0
      var count = 0
      try call.forEachNumber {
        sum += $0
        count += 1
      }
      guard count > 0 else { throw .divisionByZero }
      return .number(sum / Double(count))
    },
    Function("AVERAGEA", "R") { (call) throws(Halt) in
      var sum = 0.0
      var count = 0
      try call.forEachNumber(countsAll: true) {
        sum += $0
        count += 1
      }
      guard count > 0 else { throw .divisionByZero }
      return .number(sum / Double(count))
    },
    Function("MIN", "R") { (call) throws(Halt) in
      var best: Double?
      try call.forEachNumber { best = Swift.min(best ?? $0, $0) }
      return .number(best ?? 0)
    },
    Function("MAX", "R") { (call) throws(Halt) in
      var best: Double?
      try call.forEachNumber { best = Swift.max(best ?? $0, $0) }
      return .number(best ?? 0)
    },
    Function("MINA", "R") { (call) throws(Halt) in
      var best: Double?
      try call.forEachNumber(countsAll: true) { best = Swift.min(best ?? $0, $0) }
      return .number(best ?? 0)
    },
    Function("MAXA", "R") { (call) throws(Halt) in
      var best: Double?
      try call.forEachNumber(countsAll: true) { best = Swift.max(best ?? $0, $0) }
      return .number(best ?? 0)
    },
    Function("COUNT", "R") { (call) throws(Halt) in
      var count = 0
      for value in call.values {
        switch value {
        case .scalar(.text(let text)): count += NumberText.number(text) == nil ? 0 : 1
        case .scalar(.error): break
        case .scalar, .missing: count += 1
        default: try call.evaluator.forEach(value) { if $0.isNumber { count += 1 } }
        }
      }
      return .number(count)
    },
    Function("COUNTA", "R") { (call) throws(Halt) in
      var count = 0
      for value in call.values {
        switch value {
        case .scalar, .missing: count += 1
        default: try call.evaluator.forEach(value) { if !$0.isBlank { count += 1 } }
        }
      }
      return .number(count)
    },
    Function("COUNTBLANK", "R") { (call) throws(Halt) in
      guard let area = try call.area(0) else { throw .value }
      var filled = 0
      try call.evaluator.forEachStored(area) { (_, _, scalar) throws(Halt) in
        switch scalar {
        case .blank: break
        case .text(let text): filled += text.isEmpty ? 0 : 1
        default: filled += 1
        }
      }
      return .number(area.rows * area.columns - filled)
    },
    Function("SUMPRODUCT", "A") { (call) throws(Halt) in
      let first = try call.matrix(0)
      var products = first.cells.map { _ in 1.0 }
      for index in 0..<call.count {
        let matrix = try call.matrix(index)
        guard matrix.rows == first.rows, matrix.columns == first.columns else { throw .value }
        for (at, cell) in matrix.cells.enumerated() {
          switch cell {
          case .number(let number): products[at] *= number
          case .error(let error): throw .error(error)
          default: products[at] = 0
          }
        }
      }
      return .number(products.reduce(0, +))
    },
  ]
}
