// SPDX-License-Identifier: Apache-2.0

extension SheetCells {
  /// The range of ``bytes`` with the text of a formula as it is stored, escaped. Nil if the formula belongs to other cells too, is empty, or
  /// has a quotation mark or a character written by its number, which only ``formula(of:row:)`` reads.
  package func plainFormula(of cell: StoredCell) -> Range<Int>? {
    guard cell.formulaKind == .normal else { return nil }
    let bytes = bytes.span
    var start = cell.formula.lowerBound
    var end = cell.formula.upperBound - 1
    while start < end, bytes[start] != UInt8(ascii: ">") { start += 1 }
    start += 1
    while end > start, bytes[end] != UInt8(ascii: "<") { end -= 1 }
    guard start < end else { return nil }
    for at in start..<end {
      switch bytes[at] {
      case UInt8(ascii: "<"): return nil
      case UInt8(ascii: "&"):
        // `&amp;`, `&lt;` and `&gt;` stand for signs that are neither in a name nor around a text.
        let isSign =
          bytes[at + 1] == UInt8(ascii: "l") || bytes[at + 1] == UInt8(ascii: "g")
          || bytes[at + 1] == UInt8(ascii: "a") && bytes[at + 2] == UInt8(ascii: "m")
        guard isSign else { return nil }
      default: break
      }
    }
    return start..<end
  }

  /// The number (`si`) of the shared formula of a cell; nil if it has none that can be read at once.
  package func sharedNumber(of cell: StoredCell) -> Int? {
    let bytes = bytes.span
    var at = cell.formula.lowerBound
    let end = cell.formula.upperBound - 4
    while at < end, bytes[at] != UInt8(ascii: ">") {
      if bytes[at] == UInt8(ascii: " "), bytes[at + 1] == UInt8(ascii: "s"), bytes[at + 2] == UInt8(ascii: "i"),
        bytes[at + 3] == UInt8(ascii: "=")
      {
        var digit = at + 5
        var number = 0
        while digit < cell.formula.upperBound, number < 1 << 40, (0x30...0x39).contains(bytes[digit]) {
          number = number * 10 + Int(bytes[digit] & 15)
          digit += 1
        }
        return digit > at + 5 && bytes[digit] == bytes[at + 4] ? number : nil
      }
      at += 1
    }
    return nil
  }
}
