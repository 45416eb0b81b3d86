// SPDX-License-Identifier: Apache-2.0

extension Unicode.Scalar {
  /// Whether a character commands a terminal, ends a line or turns the direction of what follows. Text from a workbook must do
  /// none of these to whoever reads about it.
  package var isControl: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
