// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

extension FormatCode {
  /// The text of a number in this format; nil if it cannot show the number, as with a date before the calendar begins.
  func text(_ value: Double, in system: DateSystem) -> String? {
    let (section, shown, hasOwnSign) = choose(value)
    guard let section else { return "" }
    if section.tokens.isEmpty { return shown < 0 && !hasOwnSign ? "-" : "" }
    if section.isDate {
      return DateFormatting.text(shown, section.tokens, in: system)
    }
    return NumberLayout.text(shown, section.tokens, showsSign: !hasOwnSign)
  }

  /// The text that this format shows for a text.
  func text(_ text: String) -> String {
    let section = sections.count == 4 ? sections[3] : sections.last { $0.hasText }
    guard let section else { return text }
    return section.tokens.map { token in
      switch token {
      case .text: text
      case .literal(let literal): literal
      default: ""
      }
    }.joined()
  }

  /// The section for a number, the number to show, and whether the section writes the sign itself.
  private func choose(_ value: Double) -> (Section?, Double, hasOwnSign: Bool) {
    // The last of several sections is the one of text, if it shows any.
    let numbers =
      sections.count > 1 && (sections.count == 4 || sections[sections.count - 1].hasText)
      ? Array(sections.dropLast()) : sections
    guard let first = numbers.first else { return (nil, value, false) }
    if first.condition != nil || numbers.dropFirst().first?.condition != nil {
      for section in numbers {
        guard let condition = section.condition else { return (section, value, false) }
        if condition.holds(value) {
          let isNegativeOnly = condition.comparison.hasPrefix("<") && condition.value <= 0
          return (section, isNegativeOnly ? value.magnitude : value, isNegativeOnly)
        }
      }
      // A number that the only condition leaves out is shown as without a format.
      return (numbers.count == 1 ? Section.general : nil, value, false)
    }
    switch numbers.count {
    case 1: return (first, value, false)
    case 2: return value < 0 ? (numbers[1], value.magnitude, true) : (first, value, false)
    default:
      if value < 0 { return (numbers[1], value.magnitude, true) }
      return value == 0 ? (numbers[2], value, false) : (first, value, false)
    }
  }
}

/// Places the digits of a number in the placeholders of a format.
enum NumberLayout {
  static func text(_ value: Double, _ tokens: [FormatCode.Token], showsSign: Bool) -> String? {
    // Where only text is shown as it is, a number is too.
    if tokens.contains(.general) || tokens.contains(.text) && !tokens.contains(where: isDigit) {
      let general = DecimalDigits.general(showsSign ? value : value.magnitude)
      return tokens.map { token in
        switch token {
        case .general, .text: general
        case .literal(let text): text
        default: ""
        }
      }.joined()
    }
    if let slash = tokens.firstIndex(of: .slash) { return Fractions.text(value, tokens, slash, showsSign: showsSign) }
    if tokens.contains(where: { if case .exponent = $0 { true } else { false } }) {
      return scientific(value, tokens, showsSign: showsSign)
    }
    return plain(value, tokens, showsSign: showsSign)
  }

  private static func isDigit(_ token: FormatCode.Token) -> Bool { if case .digit = token { true } else { false } }

  private static func plain(_ value: Double, _ tokens: [FormatCode.Token], showsSign: Bool) -> String {
    let point = tokens.firstIndex(of: .point) ?? tokens.endIndex
    let lastWhole = tokens[..<point].lastIndex(where: isDigit)
    let firstWhole = tokens[..<point].firstIndex(where: isDigit)
    let places = tokens[point...].count(where: isDigit)
    var digits = DecimalDigits(value)
    digits.shift(by: 2 * tokens.count { $0 == .percent })
    // Each comma after the last digit placeholder divides by a thousand; a comma between placeholders requests grouping.
    var grouped = false
    for (index, token) in tokens.enumerated() where token == .comma {
      guard let firstWhole, let lastWhole, index > firstWhole else { continue }
      if index < lastWhole {
        grouped = true
      } else if tokens[lastWhole..<index].dropFirst().allSatisfy({ $0 == .comma }) {
        digits.shift(by: -3)
      }
    }
    if firstWhole == nil {
      // `.00,` divides as well.
      if let last = tokens.lastIndex(where: isDigit) {
        digits.shift(by: -3 * tokens[last...].dropFirst().prefix { $0 == .comma }.count)
      }
    } else if point < tokens.endIndex, let last = tokens.lastIndex(where: isDigit), last > point {
      digits.shift(by: -3 * tokens[last...].dropFirst().prefix { $0 == .comma }.count)
    }
    digits.round(toPlaces: places)
    var result = ""
    let hasDigits = tokens.contains(where: isDigit)
    if showsSign, value < 0, !digits.isZero || !hasDigits { result = "-" }
    result += laid(digits, tokens, point: point, firstWhole: firstWhole, grouped: grouped)
    return result
  }

  /// Fills the placeholders; digits without a placeholder of their own go before the first one.
  private static func laid(
    _ digits: DecimalDigits, _ tokens: [FormatCode.Token], point: Int, firstWhole: Int?, grouped: Bool
  ) -> String {
    var place = tokens[..<point].count(where: isDigit) - 1
    let top = digits.isZero ? -1 : digits.exponent
    var result = ""
    var decimal = -1
    for (index, token) in tokens.enumerated() {
      switch token {
      case .digit(let kind):
        if index < point {
          if index == firstWhole, top > place {
            for extra in stride(from: top, to: place, by: -1) {
              append(digits.digit(at: extra), at: extra, grouped, &result)
            }
          }
          if place <= top || kind == "0" {
            append(digits.digit(at: place), at: place, grouped && (place <= top || kind == "0"), &result)
          } else if kind == "?" {
            result += " "
          }
          place -= 1
        } else {
          let isNeeded = -decimal <= digits.places
          if isNeeded || kind == "0" {
            result.append(Character(Unicode.Scalar(48 + digits.digit(at: decimal))))
          } else if kind == "?" {
            result += " "
          }
          decimal -= 1
        }
      case .point:
        if firstWhole == nil, top >= 0 {
          for extra in stride(from: top, through: 0, by: -1) {
            append(digits.digit(at: extra), at: extra, grouped, &result)
          }
        }
        result += "."
      case .percent: result += "%"
      case .literal(let text): result += text
      default: break
      }
    }
    return result
  }

  private static func append(_ digit: UInt8, at place: Int, _ grouped: Bool, _ result: inout String) {
    result.append(Character(Unicode.Scalar(48 + digit)))
    if grouped, place > 0, place % 3 == 0 { result += "," }
  }

  private static func scientific(_ value: Double, _ tokens: [FormatCode.Token], showsSign: Bool) -> String {
    guard let mark = tokens.firstIndex(where: { if case .exponent = $0 { true } else { false } }),
      case .exponent(let isSigned, let letter) = tokens[mark]
    else { return "" }
    let mantissa = Array(tokens[..<mark])
    let point = mantissa.firstIndex(of: .point) ?? mantissa.endIndex
    let whole = max(1, mantissa[..<point].count(where: isDigit))
    let places = mantissa[point...].count(where: isDigit)
    var digits = DecimalDigits(value)
    var power = 0
    if !digits.isZero {
      func step(_ exponent: Int) -> Int {
        exponent >= 0 ? exponent / whole * whole : -((whole - 1 - exponent) / whole * whole)
      }
      power = step(digits.exponent)
      var rounded = digits
      rounded.shift(by: -power)
      rounded.round(toPlaces: places)
      if rounded.exponent >= whole { power += whole }
      digits.shift(by: -power)
      digits.round(toPlaces: places)
    }
    var result = showsSign && value < 0 && !digits.isZero ? "-" : ""
    result += laid(
      digits, mantissa, point: point, firstWhole: mantissa[..<point].firstIndex(where: isDigit), grouped: false)
    result += letter + (power < 0 ? "-" : isSigned ? "+" : "")
    let width = tokens[mark...].count(where: isDigit)
    let text = String(power.magnitude)
    result += String(repeating: "0", count: max(0, width - text.count)) + text
    var seen = 0
    for token in tokens[mark...].dropFirst() {
      if isDigit(token) { seen += 1 } else if case .literal(let text) = token, seen > 0 { result += text }
    }
    return result
  }
}

/// Fraction formats such as `# ?/?`.
private enum Fractions {
  static func text(_ value: Double, _ tokens: [FormatCode.Token], _ slash: Int, showsSign: Bool) -> String? {
    func isDigit(_ token: FormatCode.Token) -> Bool { if case .digit = token { true } else { false } }
    // The numerator's placeholders are the run of digits before the slash.
    var start = slash
    while start > 0, isDigit(tokens[start - 1]) { start -= 1 }
    // The denominator is a run of placeholders, or a number: `?/16`, `?/100`. What follows it is text.
    var end = slash + 1
    var fixed = ""
    var rest = ""
    if end < tokens.count, case .literal(let text) = tokens[end] {
      fixed = String(text.prefix { $0.isASCII && $0.isNumber })
      rest = String(text.dropFirst(fixed.count))
      if !fixed.isEmpty { end += 1 }
    }
    while rest.isEmpty, end < tokens.count, case .digit(let kind) = tokens[end] {
      if !fixed.isEmpty, kind == "0" { fixed.append(kind) }
      end += 1
    }
    for case .literal(let text) in tokens[end...] { rest += text }
    let width = fixed.isEmpty ? max(end - slash - 1, 1) : fixed.count
    guard start < slash, fixed.isEmpty || (Int(fixed) ?? 0) > 0 else { return nil }
    let hasWhole = tokens[..<start].contains(where: isDigit)
    let magnitude = value.magnitude
    let whole = hasWhole ? magnitude.rounded(.down) : 0
    // Beyond this, a number has no fraction in its digits.
    guard magnitude < 1e12 else {
      return (showsSign && value < 0 ? "-" : "") + DecimalDigits(magnitude).text(places: 0) + (hasWhole ? "" : "/1")
        + rest
    }
    let (numerator, denominator) =
      Int(fixed).map { ((magnitude - whole) * Double($0)).rounded() }.map { (Int($0), Int(fixed) ?? 1) }
      ?? nearest(magnitude - whole, most: width >= 9 ? 999_999_999 : Int(Libc.pow(10, Double(width))) - 1)
    var total = whole
    var top = numerator
    if hasWhole, top == denominator {
      total += 1
      top = 0
    }
    var result = showsSign && value < 0 ? "-" : ""
    var wholeDone = false
    let places = slash - start
    for token in tokens[..<start] {
      switch token {
      case .digit(let kind):
        if !wholeDone, total > 0 || kind == "0" || top == 0 {
          result += DecimalDigits(total).text(places: 0)
        }
        wholeDone = true
      case .literal(let text): result += text
      default: break
      }
    }
    // Only `?` holds a place for a digit that is not there.
    let isBlank = tokens[start..<slash].contains(.digit("?"))
    if hasWhole, top == 0 {
      guard isBlank else {
        while result.last == " " { result.removeLast() }
        return result + rest
      }
      return result + String(repeating: " ", count: places + 1 + width) + rest
    }
    let upper = String(top)
    let lower = String(denominator)
    result += String(repeating: " ", count: isBlank ? max(0, places - upper.count) : 0) + upper + "/" + lower
    return result + String(repeating: " ", count: isBlank ? max(0, width - lower.count) : 0) + rest
  }

  /// The fraction nearest to a number from 0 to 1, found by continued fractions.
  private static func nearest(_ value: Double, most: Int) -> (Int, Int) {
    var best = (Int(value.rounded()), 1)
    var error = (value - Double(best.0)).magnitude
    var (p0, q0, p1, q1) = (0, 1, 1, 0)
    var rest = value
    for _ in 0..<40 {
      let whole = rest.rounded(.down)
      guard whole < 1e9 else { break }
      let (p, q) = (Int(whole) * p1 + p0, Int(whole) * q1 + q0)
      // Excel takes the last step that fits, even if a part of the next one would be nearer: π as `# ??/??` is 3 1/7.
      if q > most { break }
      (p0, q0, p1, q1) = (p1, q1, p, q)
      if (value - Double(p) / Double(q)).magnitude < error {
        best = (p, q)
        error = (value - Double(p) / Double(q)).magnitude
      }
      let remainder = rest - whole
      if remainder < 1e-12 { break }
      rest = 1 / remainder
    }
    return best
  }
}
