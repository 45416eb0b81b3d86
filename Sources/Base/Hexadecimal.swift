// SPDX-License-Identifier: Apache-2.0

extension UnsignedInteger {
  /// The number in hexadecimal, in lower case, with zeros in front up to so many digits.
  @inlinable
  package func hexadecimal(digits: Int) -> String {
    let text = String(self, radix: 16)
    return String(repeating: "0", count: Swift.max(0, digits - text.count)) + text
  }
}
