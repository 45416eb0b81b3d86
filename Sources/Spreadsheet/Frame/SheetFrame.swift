// SPDX-License-Identifier: Apache-2.0

internal import Synchronization
internal import XML

/// The content of a worksheet part outside its rows, parsed on request.
public struct SheetFrame: Sendable {
  private let part: PartName
  /// The part without its rows.
  let bytes: [UInt8]
  private let encoding: XMLEncoding
  /// The offset in ``bytes`` at which the rows were, for writing the sheet as a stream; nil if it can't be streamed.
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

  /// The merged cells, filter, columns and other properties outside the rows.
  public func facts() throws(SpreadsheetError) -> SheetFacts {
    try SheetFacts(surroundings(), part: part, limits: limits)
  }

  /// The elements around the rows. Their offsets refer to ``bytes``.
  func surroundings() throws(SpreadsheetError) -> WorksheetSurroundings {
    do throws(XMLError) {
      return try WorksheetSurroundings(bytes, encoding: encoding, without: 0..<0, limits: limits.xml)
    } catch {
      throw SpreadsheetError(error, in: part)
    }
  }
}

/// The frames of the sheets whose rows have been read to the end, so that a second reading does not have to look for them again.
final class SheetFrames: Sendable {
  private let frames = Mutex<[Int: SheetFrame]>([:])

  func note(_ frame: SheetFrame, ofSheet index: Int) { frames.withLock { $0[index] = frame } }

  func frame(ofSheet index: Int) -> SheetFrame? { frames.withLock { $0[index] } }
}
