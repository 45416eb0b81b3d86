// SPDX-License-Identifier: Apache-2.0

/// Numbers as people read them.
package enum ThousandsGroups {
  /// A number with a comma between every three digits before the point: `-1,234,567.5`. What is written with an exponent stays.
  package static func text(_ number: String) -> String {
    let sign = number.hasPrefix("-") ? "-" : ""
    let digits = number.dropFirst(sign.count).prefix { $0.isASCII && $0.isNumber }
    let rest = number.dropFirst(sign.count + digits.count)
    guard digits.count > 3, rest.isEmpty || rest.first == "." && !rest.contains("e") else { return number }
    var whole = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { whole.append(",") }
      whole.append(digit)
    }
    return sign + whole + rest
  }
}
