/// The shared strings of a workbook with the place of each: text is made when it is asked for. Cheap to copy.
public struct SharedStringTable: Sendable {
  private let index: SharedStringIndex
  private let part: PartName
  public let count: Int

  /// That of a workbook without shared strings.
  static let none = SharedStringTable(index: SharedStringIndex(), part: PartName(""))

  private init(index: SharedStringIndex, part: PartName) {
    self.index = index
    self.part = part
    count = index.items.count
  }

  /// Stands for the table of `part` while that is read: none of the first `count` items is out of it, and it has no texts.
  init(unread part: PartName, count: Int) {
    index = SharedStringIndex()
    self.part = part
    self.count = count
  }

  /// Finds the items of a part that has been transcoded to UTF-8.
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

  /// The part in UTF-8.
  public var bytes: [UInt8] { index.bytes }

  /// The part, in UTF-8, with nothing in the items that are not `wanted`.
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

  /// The text of all runs of item `index`, without phonetic runs, `_xHHHH_` read, white space kept.
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

  /// Where in ``bytes`` the text of an item stands as it is; nil when it has to be made, or there is no such item.
  public func plainText(at position: Int) -> Range<Int>? {
    guard position >= 0, position < index.items.count else { return nil }
    let item = index.items[position]
    let bytes = index.bytes
    return item.isPlain && CellText.isItself(bytes.span, item.range) ? item.range : nil
  }

  /// Calls `body` with the text of those items of `positions` that `wanted` marks, in UTF-8 and in order. Quicker than asking for
  /// each: most texts are taken as they stand in the part.
  public func forEachText(
    of positions: Range<Int>, where wanted: [Bool], _ body: (Int, Span<UInt8>) -> Void
  ) throws(SpreadsheetError) {
    do throws(ScanError) { try index.forEachText(of: positions, where: wanted, body) } catch {
      throw .scan(part: part, sheet: nil, error)
    }
  }
}
