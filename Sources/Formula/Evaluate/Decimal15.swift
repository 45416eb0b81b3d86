#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Powers of ten and the decimal places of numbers.
enum Decimal15 {
  /// The exact powers of ten.
  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
    1e20, 1e21, 1e22,
  ]

  static func power(_ exponent: UInt) -> Double {
    exponent < UInt(powers.count) ? powers[Int(exponent)] : pow(10, Double(exponent))
  }

  /// The place of the first digit of a positive number: 0 for 1 … 9.99, -1 for 0.1.
  static func exponent(of value: Double) -> Int { Int(log10(value).rounded(.down)) }
}
