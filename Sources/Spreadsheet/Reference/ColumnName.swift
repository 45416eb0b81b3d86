// SPDX-License-Identifier: Apache-2.0

/// Converts between the letters of a worksheet column (`A` … `XFD`) and its number (1 … 16,384).
public enum ColumnName {
  /// The letters of column `number` (1 is `A`). The number must be within 1 … 16,384.
  public static func letters(_ number: Int) -> String {
    precondition(number >= 1 && number <= CellReference.maxColumn, "column out of range")
    var bytes: [UInt8] = []
    append(number, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the letters of column `number` as ASCII, without creating a string; for writing many cells.
  public static func append(_ number: Int, to bytes: inout [UInt8]) {
    if number > 702 { bytes.append(letterA + UInt8((number - 703) / 676)) }
    if number > 26 { bytes.append(letterA + UInt8((number - 27) / 26 % 26)) }
    bytes.append(letterA + UInt8((number - 1) % 26))
  }

  /// The column number for `letters` (upper or lower case); nil if they do not name a column.
  public static func number(_ letters: some StringProtocol) -> Int? {
    var value = 0
    for byte in letters.utf8 {
      guard let digit = digit(byte), value <= CellReference.maxColumn else { return nil }
      value = value * 26 + digit
    }
    return value >= 1 && value <= CellReference.maxColumn ? value : nil
  }

  /// 1 … 26 for an ASCII letter (upper or lower case), otherwise nil.
  package static func digit(_ byte: UInt8) -> Int? {
    let upper = byte & 0xDF
    return upper >= letterA && upper <= letterA + 25 ? Int(upper - letterA) + 1 : nil
  }

  private static let letterA = UInt8(ascii: "A")
}
