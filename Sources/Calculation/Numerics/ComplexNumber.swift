// SPDX-License-Identifier: Apache-2.0

/// A complex number for the IM functions.
struct ComplexNumber: Hashable {
  var real: Double
  var imaginary: Double

  init(_ real: Double, _ imaginary: Double = 0) {
    self.real = real
    self.imaginary = imaginary
  }

  var magnitude: Double { Libc.hypot(real, imaginary) }
  var argument: Double { Libc.atan2(imaginary, real) }
  var conjugate: ComplexNumber { ComplexNumber(real, -imaginary) }
  var isZero: Bool { real == 0 && imaginary == 0 }

  static func + (a: Self, b: Self) -> Self { Self(a.real + b.real, a.imaginary + b.imaginary) }
  static func - (a: Self, b: Self) -> Self { Self(a.real - b.real, a.imaginary - b.imaginary) }

  static func * (a: Self, b: Self) -> Self {
    Self(a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real)
  }

  static func / (a: Self, b: Self) -> Self {
    let square = b.real * b.real + b.imaginary * b.imaginary
    return Self(
      (a.real * b.real + a.imaginary * b.imaginary) / square, (a.imaginary * b.real - a.real * b.imaginary) / square)
  }

  static func polar(_ magnitude: Double, _ angle: Double) -> Self {
    Self(magnitude * Libc.cos(angle), magnitude * Libc.sin(angle))
  }

  var exponential: Self { Self.polar(Libc.exp(real), imaginary) }
  var logarithm: Self { Self(Libc.log(magnitude), argument) }
  var squareRoot: Self { Self.polar(magnitude.squareRoot(), 0.5 * argument) }

  func power(_ exponent: Double) -> Self { Self.polar(Libc.pow(magnitude, exponent), exponent * argument) }

  var sine: Self {
    Self(Libc.sin(real) * Libc.cosh(imaginary), Libc.cos(real) * Libc.sinh(imaginary))
  }

  var cosine: Self {
    Self(Libc.cos(real) * Libc.cosh(imaginary), -Libc.sin(real) * Libc.sinh(imaginary))
  }

  var hyperbolicSine: Self {
    Self(Libc.sinh(real) * Libc.cos(imaginary), Libc.cosh(real) * Libc.sin(imaginary))
  }

  var hyperbolicCosine: Self {
    Self(Libc.cosh(real) * Libc.cos(imaginary), Libc.sinh(real) * Libc.sin(imaginary))
  }

  var tangent: Self { sine / cosine }
  var cotangent: Self { cosine / sine }
  var secant: Self { Self(1) / cosine }
  var cosecant: Self { Self(1) / sine }
  var hyperbolicSecant: Self { Self(1) / hyperbolicCosine }
  var hyperbolicCosecant: Self { Self(1) / hyperbolicSine }
}

extension ComplexNumber {
  /// Reads `3+4i`, `-j`, `2.5`, `1E3i`; nil if the text is not a complex number.
  ///
  /// - Returns: the number, and the imaginary unit it is written with (nil if none).
  static func read(_ text: String) -> (number: ComplexNumber, unit: Character?)? {
    if text.isEmpty { return (ComplexNumber(0), nil) }
    let unit = text.last.flatMap { $0 == "i" || $0 == "j" ? $0 : nil }
    guard let unit else { return number(text).map { (ComplexNumber($0), nil) } }
    let body = text.dropLast()
    let split = lastSign(body)
    let imaginaryText = split.map { body[$0...] } ?? body
    let realText = split.map { body[..<$0] } ?? ""
    let imaginary: Double?
    switch imaginaryText {
    case "", "+": imaginary = 1
    case "-": imaginary = -1
    default: imaginary = number(String(imaginaryText))
    }
    guard let imaginary, let real = realText.isEmpty ? 0 : number(String(realText)) else { return nil }
    return (ComplexNumber(real, imaginary), unit)
  }

  /// The sign between the two parts: the last one that is not part of an exponent and not at the start of the text.
  private static func lastSign(_ text: Substring) -> Substring.Index? {
    var place = text.endIndex
    while place > text.startIndex {
      place = text.index(before: place)
      guard text[place] == "+" || text[place] == "-" else { continue }
      if place == text.startIndex { return nil }
      let before = text[text.index(before: place)]
      if before != "E", before != "e" { return place }
    }
    return nil
  }

  private static func number(_ text: String) -> Double? {
    guard let first = text.utf8.first, "+-.0123456789".utf8.contains(first),
      text.utf8.allSatisfy({ "+-.eE0123456789".utf8.contains($0) })
    else { return nil }
    return Double(text)
  }
}
