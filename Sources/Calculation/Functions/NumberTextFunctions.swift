// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// Conversion of numbers to text and text to numbers.
enum NumberTextFunctions {
  static let all: [Function] = [
    Function("TEXT", "V") { (call) throws(Halt) in
      let scalar = try call.scalar(0)
      let code = try call.text(1)
      if case .error(let error) = scalar { throw .error(error) }
      // An empty format shows no numbers, and text as it is.
      if code.isEmpty {
        guard case .text(let text) = scalar, NumberText.number(text) == nil else { return .text("") }
        return .text(text)
      }
      let habits = FormatHabits(code)
      if habits == .foreign { throw .kept(.language(function: "TEXT", format: code)) }
      guard let format = FormatCode(code) else { throw .value }
      if habits == .unclear { call.evaluator.unclearFormat = code }
      if format.needsLanguage { throw .kept(.language(function: "TEXT", format: code)) }
      if case .boolean = scalar { return .text(format.text(try scalar.text)) }
      if case .text(let text) = scalar {
        guard let number = NumberText.number(text) else { return .text(format.text(text)) }
        return .text(try shown(number, format, call.dateSystem))
      }
      return .text(try shown(scalar.number, format, call.dateSystem))
    },
    Function("VALUE", "V") { (call) throws(Halt) in
      let scalar = try call.scalar(0)
      if case .boolean = scalar { throw .value }
      return .number(try scalar.number)
    },
    Function("NUMBERVALUE", "V") { (call) throws(Halt) in
      let decimal = try call.text(1, default: ".").first ?? "."
      let group = try call.text(2, default: ",").first ?? ","
      if call.has(1), try call.text(1).isEmpty { throw .value }
      guard let number = localNumber(try call.text(0), decimal: decimal, group: group) else { throw .value }
      return .number(number)
    },
    Function("FIXED", "V") { (call) throws(Halt) in
      let number = try call.number(0)
      let places = try call.int(1, default: 2)
      let plain = try call.truth(2, default: false)
      guard places <= 127 else { throw .value }
      return .text(fixed(number, places: places, grouped: !plain))
    },
    Function("DOLLAR", "V") { (call) throws(Halt) in
      let number = try call.number(0)
      let places = try call.int(1, default: 2)
      guard places <= 127 else { throw .value }
      let text = fixed(number.magnitude, places: places, grouped: true)
      return .text(number < 0 && text.contains { ("1"..."9").contains($0) } ? "($\(text))" : "$\(text)")
    },
  ]

  private static func shown(
    _ number: Double, _ format: FormatCode, _ system: DateSystem
  ) throws(Halt) -> String {
    guard let text = format.text(number, in: system) else { throw .value }
    return text
  }

  private static func fixed(_ number: Double, places: Int, grouped: Bool) -> String {
    let rounded = DecimalRounding.round(number, places: places)
    let digits = DecimalDigits(rounded)
    let text = digits.text(places: max(places, 0), grouped: grouped)
    return rounded < 0 ? "-" + text : text
  }

  /// Reads `1.234,5 %` with the given decimal and group separators.
  private static func localNumber(_ text: String, decimal: Character, group: Character) -> Double? {
    var digits = ""
    var percents = 0
    var hasDecimal = false
    for character in text where !character.isWhitespace {
      if character == decimal {
        if hasDecimal { return nil }
        hasDecimal = true
        digits.append(".")
      } else if character == group {
        if hasDecimal { return nil }
      } else if character == "%" {
        percents += 1
      } else {
        guard percents == 0 else { return nil }
        digits.append(character)
      }
    }
    if digits.isEmpty { return percents == 0 ? 0 : nil }
    guard let number = NumberText.number(digits) else { return nil }
    return number / Libc.pow(100, Double(percents))
  }
}
