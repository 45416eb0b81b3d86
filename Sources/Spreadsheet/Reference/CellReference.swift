// SPDX-License-Identifier: Apache-2.0

/// The position of a cell in a worksheet: `B7` is row 7, column 2. Both are counted from 1, as in the file.
public struct CellReference: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The last row of a worksheet (ECMA-376 Part 1, 18.3.1.73).
  public static let maxRow = 1_048_576
  /// The last column of a worksheet, `XFD`.
  public static let maxColumn = 16_384

  public let row: Int
  public let column: Int

  /// Nil if the position is outside the worksheet grid.
  public init?(row: Int, column: Int) {
    guard row >= 1, row <= Self.maxRow, column >= 1, column <= Self.maxColumn else { return nil }
    self.row = row
    self.column = column
  }

  /// Parses `B7` or `$B$7`. Nil for anything else, including references outside the grid, such as `B0` and `XFE1`.
  public init?(_ text: some StringProtocol) {
    var letters = 0
    var row = 0
    var phase = Phase.start
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "$"):
        switch phase {
        case .start: phase = .dollarColumn
        case .letters: phase = .dollarRow
        default: return nil
        }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard phase == .letters || phase == .dollarRow || phase == .digits, row <= Self.maxRow
        else { return nil }
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
        phase = .digits
      default:
        guard phase == .start || phase == .dollarColumn || phase == .letters,
          let digit = ColumnName.digit(byte), letters <= Self.maxColumn
        else { return nil }
        letters = letters * 26 + digit
        phase = .letters
      }
    }
    guard phase == .digits else { return nil }
    self.init(row: row, column: letters)
  }

  public var description: String { ColumnName.letters(column) + String(row) }

  /// Reading order: by row, then by column.
  public static func < (a: Self, b: Self) -> Bool {
    a.row != b.row ? a.row < b.row : a.column < b.column
  }

  private enum Phase { case start, dollarColumn, letters, dollarRow, digits }
}
