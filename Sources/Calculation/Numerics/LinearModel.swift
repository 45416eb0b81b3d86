// SPDX-License-Identifier: Apache-2.0

/// A least-squares fit with any number of variables.
struct LinearModel {
  /// In the order of the variables; 0 for one that is linearly dependent on the others.
  private(set) var coefficients: [Double]
  private(set) var constant: Double
  private(set) var coefficientErrors: [Double]
  private(set) var constantError = 0.0
  private(set) var squaresOfRegression = 0.0
  private(set) var squaresOfResiduals = 0.0
  /// Degrees of freedom.
  private(set) var degrees: Double
  /// The number of linearly independent variables.
  private(set) var rank: Double

  /// The standard error of the estimates of y.
  var errorOfY: Double { degrees > 0 ? (squaresOfResiduals / degrees).squareRoot() : 0 }

  /// R²: the share of the variance of y that the model explains.
  var determination: Double {
    let total = squaresOfRegression + squaresOfResiduals
    return total == 0 ? 1 : squaresOfRegression / total
  }

  /// The F statistic; nil without residuals or degrees of freedom.
  var fisher: Double? {
    guard degrees > 0, rank > 0, squaresOfResiduals > 0 else { return nil }
    return squaresOfRegression / rank / (squaresOfResiduals / degrees)
  }

  func value(at point: [Double]) -> Double {
    zip(coefficients, point).reduce(constant) { $0 + $1.0 * $1.1 }
  }

  /// - Parameters:
  ///   - variables: each with one value for each of `y`.
  ///   - hasConstant: whether the model has a constant; if not, the fit passes through the origin.
  init(_ y: [Double], _ variables: [[Double]], hasConstant: Bool) {
    let n = Double(y.count)
    let meanY = hasConstant ? y.reduce(0, +) / n : 0
    let means = variables.map { hasConstant ? $0.reduce(0, +) / n : 0 }
    let rest = y.map { $0 - meanY }
    let centred = zip(variables, means).map { values, mean in values.map { $0 - mean } }
    // Orthogonal directions, each orthogonalized twice against those before it (Gram–Schmidt) to keep precision.
    var directions: [(column: Int, values: [Double])] = []
    var triangle: [[Double]] = []
    for (column, values) in centred.enumerated() {
      var direction = values
      var weights = [Double](repeating: 0, count: directions.count)
      for _ in 0..<2 {
        for (place, known) in directions.enumerated() {
          let weight = Self.product(known.values, direction)
          weights[place] += weight
          for index in direction.indices { direction[index] -= weight * known.values[index] }
        }
      }
      let length = Self.product(direction, direction).squareRoot()
      let size = Self.product(values, values).squareRoot()
      guard length > 1e-10 * size, length > 0 else { continue }
      directions.append((column, direction.map { $0 / length }))
      triangle.append(weights + [length])
    }
    let count = directions.count
    let shares = directions.map { Self.product($0.values, rest) }
    var found = [Double](repeating: 0, count: count)
    for row in stride(from: count - 1, through: 0, by: -1) {
      var value = shares[row]
      for other in stride(from: row + 1, to: count, by: 1) { value -= triangle[other][row] * found[other] }
      found[row] = value / triangle[row][row]
    }
    coefficients = [Double](repeating: 0, count: variables.count)
    coefficientErrors = coefficients
    for (place, direction) in directions.enumerated() { coefficients[direction.column] = found[place] }
    constant = meanY - zip(coefficients, means).reduce(0) { $0 + $1.0 * $1.1 }
    rank = Double(count)
    degrees = n - rank - (hasConstant ? 1 : 0)
    let model = self
    for (index, value) in y.enumerated() {
      let residual = value - model.value(at: variables.map { $0[index] })
      squaresOfResiduals += residual * residual
    }
    let total = Self.product(rest, rest)
    // The residue that rounding leaves in a perfect fit counts as zero.
    if squaresOfResiduals < total * 1e-28 { squaresOfResiduals = 0 }
    squaresOfRegression = total - squaresOfResiduals
    let inverse = Self.inverse(triangle)
    let sigma = errorOfY
    var spread = hasConstant ? 1 / n : 0
    for (place, direction) in directions.enumerated() {
      coefficientErrors[direction.column] = sigma * Self.product(inverse[place], inverse[place]).squareRoot()
    }
    if hasConstant {
      for column in 0..<count {
        var sum = 0.0
        for place in 0..<count { sum += inverse[place][column] * means[directions[place].column] }
        spread += sum * sum
      }
      constantError = sigma * spread.squareRoot()
    }
  }

  private static func product(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

  /// The inverse of the upper triangular matrix with these columns.
  private static func inverse(_ columns: [[Double]]) -> [[Double]] {
    let count = columns.count
    var result = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for column in 0..<count {
      result[column][column] = 1 / columns[column][column]
      for row in stride(from: column - 1, through: 0, by: -1) {
        var sum = 0.0
        for other in (row + 1)...column { sum += columns[other][row] * result[other][column] }
        result[row][column] = -sum / columns[row][row]
      }
    }
    return result
  }
}
