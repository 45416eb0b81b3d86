import Formula

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Which of two values comes first: numbers before texts before booleans; a blank is the other side's 0, "" or FALSE.
enum Ordering {
  /// -1, 0 or 1. Errors are thrown, the first before the second.
  static func compare(_ x: Scalar, _ y: Scalar) throws(Halt) -> Int {
    switch (x, y) {
    case (.number(let a), .number(let b)): return numbers(a, b)
    case (.error(let error), _), (_, .error(let error)): throw .error(error)
    case (.blank, .blank): return 0
    case (.blank, .number(let b)): return numbers(0, b)
    case (.number(let a), .blank): return numbers(a, 0)
    case (.blank, .text(let b)): return b.isEmpty ? 0 : -1
    case (.text(let a), .blank): return a.isEmpty ? 0 : 1
    case (.blank, .boolean(let b)): return b ? -1 : 0
    case (.boolean(let a), .blank): return a ? 1 : 0
    case (.text(let a), .text(let b)): return TextOrder.compare(a, b)
    case (.boolean(let a), .boolean(let b)): return a == b ? 0 : b ? -1 : 1
    case (.number, _): return -1
    case (_, .number): return 1
    case (.text, _): return -1
    default: return 1
    }
  }

  /// Numbers that agree in 15 digits are equal.
  static func numbers(_ a: Double, _ b: Double) -> Int {
    if a == b { return 0 }
    let distance = (a - b).magnitude
    if distance <= 1e-14 * max(a.magnitude, b.magnitude), Digits.fifteen(a) == Digits.fifteen(b) { return 0 }
    return a < b ? -1 : 1
  }
}

/// The order of texts without case, close to that of Excel: punctuation before digits before letters, letters by their base, then
/// by their accents; hyphens and apostrophes count last.
enum TextOrder {
  static func compare(_ a: String, _ b: String) -> Int {
    if a.utf8.elementsEqual(b.utf8) { return 0 }
    let x = CaseFolding.folded(a)
    let y = CaseFolding.folded(b)
    if x.utf8.elementsEqual(y.utf8) { return 0 }
    let p = keys(x)
    let q = keys(y)
    if p != q { return p.lexicographicallyPrecedes(q) ? -1 : 1 }
    // Alike but for hyphens: the one that has more of them comes last.
    let lengths = (x.unicodeScalars.count, y.unicodeScalars.count)
    if lengths.0 != lengths.1 { return lengths.0 < lengths.1 ? -1 : 1 }
    return x.unicodeScalars.lexicographicallyPrecedes(y.unicodeScalars) ? -1 : 1
  }

  private static func keys(_ text: String) -> [UInt32] {
    var keys: [UInt32] = []
    for scalar in text.unicodeScalars {
      if scalar == "-" || scalar == "'" { continue }
      let value = scalar.value
      switch value {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: keys.append(0x1_0000 + value)
      case ..<0x80: keys.append(Self.punctuation[value] ?? value)
      case 0xC0...0x24F:
        // The letter under the accent.
        let base = String(scalar).decomposedStringFirst
        keys.append(0x1_0000 + base.value)
      default: keys.append(0x2_0000 + value)
      }
    }
    return keys
  }

  /// The order of Windows' word sort for what is no letter and no digit.
  private static let punctuation: [UInt32: UInt32] = Dictionary(
    uniqueKeysWithValues: " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$".unicodeScalars.enumerated().map {
      ($0.element.value, UInt32($0.offset) + 0x100)
    })
}

extension String {
  /// The first scalar of the canonical decomposition.
  fileprivate var decomposedStringFirst: Unicode.Scalar {
    for scalar in unicodeScalars {
      // A letter with an accent equals its base with combining marks: found by comparing.
      for base in "AEIOUYCNSZDLTRGHJKWB".unicodeScalars {
        for mark: UInt32 in 0x300...0x338 {
          guard let combining = Unicode.Scalar(mark) else { continue }
          var composed = String.UnicodeScalarView()
          composed.append(base)
          composed.append(combining)
          if String(composed) == self { return base }
        }
      }
      return scalar
    }
    return "A"
  }
}

/// Numbers by their decimal digits.
enum Digits {
  /// `value` with 15 significant digits.
  static func fifteen(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    if value.magnitude < 1e15, value.rounded(.towardZero) == value { return value }
    return significant(value, 15)
  }

  /// `value` rounded, halves away from zero, to so many significant digits of its shortest decimal form.
  static func significant(_ value: Double, _ count: Int) -> Double {
    let exponent = Int(log10(value.magnitude).rounded(.down))
    let shift = count - 1 - exponent
    if (-22...22).contains(shift) {
      let power = Self.power(shift.magnitude)
      let scaled = shift < 0 ? value / power : value * power
      let rounded = scaled.rounded(.toNearestOrAwayFromZero)
      // Halfway needs the decimal form: it is rare.
      if ((scaled - scaled.rounded(.towardZero)).magnitude - 0.5).magnitude > 0.01 {
        let result = shift < 0 ? rounded * power : rounded / power
        if result.isFinite { return result }
      }
    }
    return Double(NumberFormatting.text(value)) ?? value
  }

  static func power(_ exponent: UInt) -> Double { exponent <= 22 ? powers[Int(exponent)] : pow(10, Double(exponent)) }

  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21,
    1e22,
  ]
}

enum Power {
  /// `^` and POWER: 0^0 is `#NUM!`, an odd root of a negative number is negative.
  static func power(_ base: Double, _ exponent: Double) throws(Halt) -> Double {
    if base == 0 {
      if exponent == 0 { throw .number }
      if exponent < 0 { throw .divisionByZero }
      return 0
    }
    let result = pow(base, exponent)
    if result.isFinite { return result }
    if base < 0, exponent.magnitude < 1 {
      let root = 1 / exponent
      let whole = root.rounded()
      if (root - whole).magnitude <= 1e-9 * whole.magnitude, whole.truncatingRemainder(dividingBy: 2) != 0 {
        return -pow(-base, exponent)
      }
    }
    throw .number
  }
}
