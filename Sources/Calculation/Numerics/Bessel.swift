// SPDX-License-Identifier: Apache-2.0

/// Bessel functions of integer order, by the polynomials that Excel uses. They have only seven to nine correct digits, but a workbook shows
/// the same digits as in Excel.
///
/// Sources: Abramowitz and Stegun, 9.4 and 9.8; Hart, Computer Approximations, for the quotients below 8. Higher orders by recurrence,
/// upwards where that is stable, otherwise downwards by Miller's method.
enum Bessel {
  private static func polynomial(_ x: Double, _ coefficients: [Double]) -> Double {
    coefficients.reversed().reduce(0) { $0 * x + $1 }
  }

  // MARK: J

  static func j(_ order: Int, _ x: Double) -> Double {
    if order == 0 { return j0(x) }
    if order == 1 { return j1(x) }
    let ax = abs(x)
    if ax == 0 { return 0 }
    var result: Double
    if ax > Double(order) {
      var (before, current) = (j0(ax), j1(ax))
      for k in 1..<order { (before, current) = (current, 2 * Double(k) / ax * current - before) }
      result = current
    } else {
      let start = 2 * ((order + Int((40 * Double(order)).squareRoot())) / 2)
      var takes = false
      var (after, current, sum) = (0.0, 1.0, 0.0)
      result = 0
      for k in stride(from: start, to: 0, by: -1) {
        let before = Double(k) * 2 / ax * current - after
        (after, current) = (current, before)
        if current.magnitude > 1e10 {
          current *= 1e-10
          after *= 1e-10
          result *= 1e-10
          sum *= 1e-10
        }
        if takes { sum += current }
        takes.toggle()
        if k == order { result = after }
      }
      result /= 2 * sum - current
    }
    return x < 0 && order % 2 == 1 ? -result : result
  }

  private static func j0(_ x: Double) -> Double {
    let ax = abs(x)
    if ax < 8 {
      let y = x * x
      return polynomial(
        y,
        [57_568_490_574, -13_362_590_354, 651619640.7, -11214424.18, 77392.33017, -184.9052456])
        / polynomial(y, [57_568_490_411, 1_029_532_985, 9494680.718, 59272.64853, 267.8532712, 1])
    }
    let (p, q, z) = large0(ax, isFirstKind: true)
    let phase = ax - 0.785398164
    return (0.636619772 / ax).squareRoot() * (Libc.cos(phase) * p - z * Libc.sin(phase) * q)
  }

  private static func j1(_ x: Double) -> Double {
    let ax = abs(x)
    if ax < 8 {
      let y = x * x
      return x
        * polynomial(
          y,
          [72_362_614_232, -7_895_059_235, 242396853.1, -2972611.439, 15704.48260, -30.16036606])
        / polynomial(y, [144_725_228_442, 2_300_535_178, 18583304.74, 99447.43394, 376.9991397, 1])
    }
    let (p, q, z) = large1(ax, isFirstKind: true)
    let phase = ax - 2.356194491
    let result = (0.636619772 / ax).squareRoot() * (Libc.cos(phase) * p - z * Libc.sin(phase) * q)
    return x < 0 ? -result : result
  }

  /// - Parameter isFirstKind: for J0, where Excel's second coefficient differs from the book's.
  private static func large0(_ x: Double, isFirstKind: Bool) -> (p: Double, q: Double, z: Double) {
    let z = 8 / x
    let y = z * z
    let second = isFirstKind ? -0.1098628267e-2 : -0.1098628627e-2
    let last = isFirstKind ? -0.934935152e-7 : -0.934945152e-7
    return (
      polynomial(y, [1, second, 0.2734510407e-4, -0.2073370639e-5, 0.2093887211e-6]),
      polynomial(y, [-0.1562499995e-1, 0.1430488765e-3, -0.6911147651e-5, 0.7621095161e-6, last]), z
    )
  }

  /// - Parameter isFirstKind: for J1, where Excel has the third coefficient twice.
  private static func large1(_ x: Double, isFirstKind: Bool) -> (p: Double, q: Double, z: Double) {
    let z = 8 / x
    let y = z * z
    let repeated = isFirstKind ? [-0.3516396496e-4] : []
    return (
      polynomial(y, [1, 0.183105e-2, -0.3516396496e-4] + repeated + [0.2457520174e-5, -0.240337019e-6]),
      polynomial(y, [0.04687499995, -0.2002690873e-3, 0.8449199096e-5, -0.88228987e-6, 0.105787412e-6]), z
    )
  }

  // MARK: Y

  static func y(_ order: Int, _ x: Double) -> Double {
    guard x > 0 else { return .nan }
    if order == 0 { return y0(x) }
    var (before, current) = (y0(x), y1(x))
    for k in 1..<max(1, order) {
      (before, current) = (current, 2 * Double(k) / x * current - before)
      if !current.isFinite { return .nan }
    }
    return current
  }

  private static func y0(_ x: Double) -> Double {
    if x < 8 {
      let y = x * x
      let quotient =
        polynomial(
          y,
          [-2_957_821_389, 7_062_834_065, -512359803.6, 10879881.29, -86327.92757, 228.4622733])
        / polynomial(y, [40_076_544_269, 745249964.8, 7189466.438, 47447.26470, 226.1030244, 1])
      return quotient + 0.636619772 * j0(x) * Libc.log(x)
    }
    let (p, q, z) = large0(x, isFirstKind: false)
    let phase = x - 0.785398164
    return (0.636619772 / x).squareRoot() * (Libc.sin(phase) * p + z * Libc.cos(phase) * q)
  }

  private static func y1(_ x: Double) -> Double {
    if x < 8 {
      let y = x * x
      let quotient =
        x
        * polynomial(
          y,
          [-0.4900604943e13, 0.1275274390e13, -0.5153438139e11, 0.7349264551e9, -0.4237922726e7, 0.8511937935e4])
        / polynomial(
          y,
          [
            0.2499580570e14, 0.4244419664e12, 0.3733650367e10, 0.2245904002e8, 0.1020426050e6, 0.3549632885e3, 1,
          ])
      return quotient + 0.636619772 * (j1(x) * Libc.log(x) - 1 / x)
    }
    let (p, q, z) = large1(x, isFirstKind: false)
    let phase = x - 2.356194491
    return (0.636619772 / x).squareRoot() * (Libc.sin(phase) * p + z * Libc.cos(phase) * q)
  }

  // MARK: I

  static func i(_ order: Int, _ x: Double) -> Double {
    if order == 0 { return i0(x) }
    if order == 1 { return i1(x) }
    if x == 0 { return 0 }
    let step = 2 / abs(x)
    var (after, current, result) = (0.0, 1.0, 0.0)
    let start = 2 * (order + Int((40 * Double(order)).squareRoot()))
    for k in stride(from: start, to: 0, by: -1) {
      let before = after + Double(k) * step * current
      (after, current) = (current, before)
      if current.magnitude > 1e10 {
        result *= 1e-10
        current *= 1e-10
        after *= 1e-10
      }
      if k == order { result = after }
    }
    result *= i0(x) / current
    return x < 0 && order % 2 == 1 ? -result : result
  }

  private static func i0(_ x: Double) -> Double {
    let ax = abs(x)
    if ax < 3.75 {
      let y = (x / 3.75) * (x / 3.75)
      return polynomial(y, [1, 3.5156229, 3.0899424, 1.2067492, 0.2659732, 0.360768e-1, 0.45813e-2])
    }
    return Libc.exp(ax) / ax.squareRoot()
      * polynomial(
        3.75 / ax,
        [
          0.39894228, 0.1328592e-1, 0.225319e-2, -0.157565e-2, 0.916281e-2, -0.2057706e-1, 0.2635537e-1,
          -0.1647633e-1, 0.392377e-2,
        ])
  }

  private static func i1(_ x: Double) -> Double {
    let ax = abs(x)
    let result: Double
    if ax < 3.75 {
      let y = (x / 3.75) * (x / 3.75)
      result =
        ax
        * polynomial(y, [0.5, 0.87890594, 0.51498869, 0.15084934, 0.2658733e-1, 0.301532e-2, 0.32411e-3])
    } else {
      result =
        Libc.exp(ax) / ax.squareRoot()
        * polynomial(
          3.75 / ax,
          [
            0.39894228, -0.3988024e-1, -0.362018e-2, 0.163801e-2, -0.1031555e-1, 0.2282967e-1, -0.2895312e-1,
            0.1787654e-1, -0.420059e-2,
          ])
    }
    return x < 0 ? -result : result
  }

  // MARK: K

  static func k(_ order: Int, _ x: Double) -> Double {
    guard x > 0 else { return .nan }
    if order == 0 { return k0(x) }
    var (before, current) = (k0(x), k1(x))
    for n in 1..<max(1, order) {
      (before, current) = (current, before + Double(n) * 2 / x * current)
      if !current.isFinite { return .nan }
    }
    return current
  }

  private static func k0(_ x: Double) -> Double {
    if x <= 2 {
      return -Libc.log(x / 2) * i0(x)
        + polynomial(
          x * x / 4,
          [-0.57721566, 0.42278420, 0.23069756, 0.3488590e-1, 0.262698e-2, 0.10750e-3, 0.74e-5])
    }
    return Libc.exp(-x) / x.squareRoot()
      * polynomial(
        2 / x,
        [1.25331414, -0.7832358e-1, 0.2189568e-1, -0.1062446e-1, 0.587872e-2, -0.251540e-2, 0.53208e-3])
  }

  private static func k1(_ x: Double) -> Double {
    if x <= 2 {
      return Libc.log(x / 2) * i1(x) + 1 / x
        * polynomial(
          x * x / 4,
          [1, 0.15443144, -0.67278579, -0.18156897, -0.1919402e-1, -0.110404e-2, -0.4686e-4])
    }
    return Libc.exp(-x) / x.squareRoot()
      * polynomial(
        2 / x,
        [1.25331414, 0.23498619, -0.3655620e-1, 0.1504268e-1, -0.780353e-2, 0.325614e-2, -0.68245e-3])
  }
}
