// SPDX-License-Identifier: Apache-2.0

/// `+ - * / ^`, unary minus and percent.
enum Arithmetic {
  enum Operation: Sendable {
    case add, subtract, multiply, divide, power
    /// An addition or subtraction that is the last operation of a formula. If it loses nearly all digits, the result is zero.
    case lastSum, lastDifference
  }

  static func apply(_ operation: Operation, _ a: Vector, _ b: Vector, lanes: Int) -> Vector {
    switch operation {
    case .add: numbers(a, b, lanes) { $0 + $1 }
    case .subtract: numbers(a, b, lanes) { $0 - $1 }
    case .lastSum: numbers(a, b, lanes) { ApproximateNumber.add($0, $1) }
    case .lastDifference: numbers(a, b, lanes) { ApproximateNumber.subtract($0, $1) }
    case .multiply: numbers(a, b, lanes) { $0 * $1 }
    case .divide: numbers(a, b, lanes) { $1 == 0 ? divisionByZero : $0 / $1 }
    case .power: numbers(a, b, lanes) { Mathematics.power($0, $1) }
    }
  }

  static func negated(_ a: Vector, lanes: Int) -> Vector { numbers(a, lanes) { 0 - $0 } }

  static func percent(_ a: Vector, lanes: Int) -> Vector { numbers(a, lanes) { $0 / 100 } }

  /// What a numeric function returns for `#DIV/0!`: a quiet NaN with its own payload. Any other result that is not finite means `#NUM!`.
  static let divisionByZero = Double(nan: 1, signaling: false)
  /// What a numeric function returns for `#VALUE!`.
  static let valueError = Double(nan: 2, signaling: false)
  /// What a numeric function returns for `#N/A`.
  static let notAvailable = Double(nan: 3, signaling: false)

  @inline(__always)
  static func numbers(_ a: Vector, _ lanes: Int, _ compute: (Double) -> Double) -> Vector {
    let a = Coercion.numbers(a)
    let cells = a.cells(lanes)
    let x = a.column.payload
    var result = [Double](repeating: 0, count: cells)
    for lane in 0..<cells { result[lane] = compute(x[lane]) }
    return finished(result, [a])
  }

  @inline(__always)
  static func numbers(_ a: Vector, _ b: Vector, _ lanes: Int, _ compute: (Double, Double) -> Double) -> Vector {
    let a = Coercion.numbers(a)
    let b = Coercion.numbers(b)
    let cells = a.isConstant && b.isConstant ? 1 : lanes
    let x = a.column.payload
    let y = b.column.payload
    var result = [Double](repeating: 0, count: cells)
    switch (a.stride, b.stride) {
    case (0, 0): result[0] = compute(x[0], y[0])
    case (0, _): for lane in 0..<cells { result[lane] = compute(x[0], y[lane]) }
    case (_, 0): for lane in 0..<cells { result[lane] = compute(x[lane], y[0]) }
    default: for lane in 0..<cells { result[lane] = compute(x[lane], y[lane]) }
    }
    return finished(result, [a, b])
  }

  /// Makes a vector of computed numbers. An error in an argument takes precedence, the leftmost first, over an error of the computation.
  static func finished(_ numbers: [Double], _ arguments: [Vector]) -> Vector {
    let stride = arguments.allSatisfy(\.isConstant) ? 0 : 1
    if arguments.allSatisfy(\.isArithmetic), numbers.allSatisfy(\.isFinite) {
      return Vector(column: Column(kinds: .all(.number), payload: numbers), stride: stride)
    }
    var pools = PoolUnion(arguments.map(\.column.pool))
    var payload = numbers
    var kinds = [CellKind](repeating: .number, count: payload.count)
    for lane in payload.indices {
      if let place = arguments.firstIndex(where: { $0.kind(lane) == .error }) {
        kinds[lane] = .error
        payload[lane] = pools.error(arguments[place].payload(lane), from: place)
      } else if !payload[lane].isFinite {
        kinds[lane] = .error
        payload[lane] = code(payload[lane])
      }
    }
    return Vector(column: Column(kinds: .collapsed(kinds), payload: payload, pool: pools.pool), stride: stride)
  }

  /// The error that a result which is not finite stands for.
  private static func code(_ number: Double) -> Double {
    switch number.bitPattern {
    case divisionByZero.bitPattern: ErrorCode.divisionByZero
    case valueError.bitPattern: ErrorCode.value
    case notAvailable.bitPattern: ErrorCode.notAvailable
    default: ErrorCode.number
    }
  }
}
