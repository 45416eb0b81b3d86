/// The shared strings of a workbook with the place of each: text is made when it is asked for. Cheap to copy.
public struct SharedStringTable: Sendable {
  private let index: SharedStringIndex
  private let part: PartName

  /// That of a workbook without shared strings.
  static let none = SharedStringTable(index: SharedStringIndex(), part: PartName(""))

  private init(index: SharedStringIndex, part: PartName) {
    self.index = index
    self.part = part
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

  public var count: Int { index.items.count }

  /// The part in UTF-8.
  public var bytes: [UInt8] { index.bytes }

  /// The text of all runs of item `index`, without phonetic runs, `_xHHHH_` read, white space kept.
  public func text(at position: Int) throws(SpreadsheetError) -> String {
    guard position >= 0, position < count else { throw .noSharedString(index: position, count: count) }
    do throws(ScanError) {
      return try index.text(of: index.items[position], at: position)
    } catch {
      throw .scan(part: part, sheet: nil, error)
    }
  }

  /// Where in ``bytes`` the text of an item stands as it is; nil when it has to be made, or there is no such item.
  public func plainText(at position: Int) -> Range<Int>? {
    guard position >= 0, position < count else { return nil }
    let item = index.items[position]
    let bytes = index.bytes
    return item.isPlain && CellText.isItself(bytes.span, item.range) ? item.range : nil
  }

  /// Calls `body` for those items of `positions` that `wanted` marks, in order. Quicker than asking for each.
  public func forEachText(
    of positions: Range<Int>, where wanted: [Bool], _ body: (Int, String) -> Void
  ) throws(SpreadsheetError) {
    do throws(ScanError) { try index.forEachText(of: positions, where: wanted, body) } catch {
      throw .scan(part: part, sheet: nil, error)
    }
  }
}
