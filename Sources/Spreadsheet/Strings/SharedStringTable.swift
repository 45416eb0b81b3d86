// SPDX-License-Identifier: Apache-2.0

/// The shared strings of a workbook. The table holds the position of each item and creates strings on request. Cheap to copy.
public struct SharedStringTable: Sendable {
  private let index: SharedStringIndex
  private let part: PartName
  public let count: Int

  /// The table of a workbook without shared strings.
  static let none = SharedStringTable(index: SharedStringIndex(), part: PartName(""))

  private init(index: SharedStringIndex, part: PartName) {
    self.index = index
    self.part = part
    count = index.items.count
  }

  /// A placeholder for the table of `part` until it has been read: indices below `count` are valid, but there are no texts.
  init(unread part: PartName, count: Int) {
    index = SharedStringIndex()
    self.part = part
    self.count = count
  }

  /// Finds the items of a part that has been converted to UTF-8.
  init(_ bytes: [UInt8], part: PartName, limit: Int) throws(SpreadsheetError) {
    let index: SharedStringIndex?
    do throws(ScanError) {
      index = try SharedStringIndex(bytes, limit: limit)
    } catch {
      throw .scan(part: part, sheet: nil, error)
    }
    guard let index else {
      throw .limit(LimitBreach(name: "shared-strings", place: part.entryName, actual: limit + 1, limit: limit))
    }
    self.init(index: index, part: part)
  }

  /// The bytes of the part, in UTF-8.
  public var bytes: [UInt8] { index.bytes }

  /// The bytes of the part, in UTF-8, with the items that are not `wanted` emptied.
  func bytes(of wanted: [Bool]) -> [UInt8] {
    let whole = index.bytes
    var kept: [UInt8] = []
    kept.reserveCapacity(whole.count)
    var done = 0
    for (position, item) in index.items.enumerated() where !wanted[position] {
      kept += whole[done..<item.range.lowerBound]
      done = item.range.upperBound
    }
    return kept + whole[done...]
  }

  /// The text of all runs of an item, without phonetic runs. `_xHHHH_` is decoded and white space is preserved.
  public func text(at position: Int) throws(SpreadsheetError) -> String {
    guard position >= 0, position < index.items.count else {
      throw .noSharedString(index: position, count: count)
    }
    do throws(ScanError) {
      return try index.text(of: index.items[position], at: position)
    } catch {
      throw .scan(part: part, sheet: nil, error)
    }
  }

  /// The range of ``bytes`` that is the text of an item; nil if the bytes have to be decoded first or there is no such item.
  public func plainText(at position: Int) -> Range<Int>? {
    guard position >= 0, position < index.items.count else { return nil }
    let item = index.items[position]
    let bytes = index.bytes
    return item.isPlain && CellText.isItself(bytes.span, item.range) ? item.range : nil
  }

  /// Calls `body` with the UTF-8 text of every item in `positions` that is marked in `wanted`, in order. Faster than asking for
  /// each item, because most texts are passed on straight from the bytes of the part.
  public func forEachText(
    of positions: Range<Int>, where wanted: [Bool], _ body: (Int, Span<UInt8>) -> Void
  ) throws(SpreadsheetError) {
    do throws(ScanError) { try index.forEachText(of: positions, where: wanted, body) } catch {
      throw .scan(part: part, sheet: nil, error)
    }
  }
}
