internal import Synchronization
internal import XML

/// What a worksheet part holds beside its rows, read when it is asked for.
public struct SheetFrame: Sendable {
  private let part: PartName
  /// The part without its rows.
  let bytes: [UInt8]
  private let encoding: XMLEncoding
  /// Where in ``bytes`` the rows were, for one who streams them; nil when they can't be.
  let rows: Int?
  private let limits: Limits
  /// The first row or cell that is stored twice or out of order.
  public let disorder: SheetDisorder?

  init(
    part: PartName, bytes: [UInt8], encoding: XMLEncoding, rows: Int?, limits: Limits, disorder: SheetDisorder?
  ) {
    self.disorder = disorder
    self.part = part
    self.bytes = bytes
    self.encoding = encoding
    self.rows = rows
    self.limits = limits
  }

  /// Merged cells, filter, columns and other facts outside the rows.
  public func facts() throws(SpreadsheetError) -> SheetFacts {
    try SheetFacts(surroundings(), part: part, limits: limits)
  }

  /// What stands around the rows. Its places are those in ``bytes``.
  func surroundings() throws(SpreadsheetError) -> WorksheetSurroundings {
    do throws(XMLError) {
      return try WorksheetSurroundings(bytes, encoding: encoding, without: 0..<0, limits: limits.xml)
    } catch {
      throw SpreadsheetError(error, in: part)
    }
  }
}

/// The frames of the sheets whose rows have been read to the end: who reads them again need not look for them first.
final class SheetFrames: Sendable {
  private let frames = Mutex<[Int: SheetFrame]>([:])

  func note(_ frame: SheetFrame, ofSheet index: Int) { frames.withLock { $0[index] = frame } }

  func frame(ofSheet index: Int) -> SheetFrame? { frames.withLock { $0[index] } }
}
