// SPDX-License-Identifier: Apache-2.0

internal import XML
internal import Zip

/// The rows of a large worksheet part, deflated while they are inflated. Neither the old nor the new rows are in memory as a
/// whole.
struct StreamedRows {
  private let workbook: Workbook
  private let index: Int
  private let streaming: SheetStreaming
  /// The part without its rows.
  let frame: SheetFrame
  /// The offset in ``frame`` at which the rows belong.
  private let place: Int
  private var deflated: DeflatedStretch?
  private(set) var isChanged = false

  /// Nil if the part is not in UTF-8 or has no rows; it must then be read as a whole. Reads the part to its end, unless that has
  /// been done before.
  init?(_ workbook: Workbook, at index: Int, _ streaming: SheetStreaming) throws(SpreadsheetError) {
    frame =
      if let known = workbook.frames.frame(ofSheet: index) { known } else {
        try workbook.forEachRow(ofSheet: index) { _, _ in }
      }
    guard let place = frame.rows else { return nil }
    self.place = place
    self.workbook = workbook
    self.index = index
    self.streaming = streaming
  }

  mutating func write(_ plan: CellPlan, _ context: SheetContext) throws(SpreadsheetError) -> SheetOutcome {
    var outcome = SheetOutcome()
    // If the result is so dense that a reader would reject it, it is deflated again with less effort.
    for effort in DeflateEffort.allCases {
      guard var stream = try workbook.rowStream(ofSheet: index, piece: streaming.piece) else { break }
      let prefix = String(decoding: stream.prefix, as: UTF8.self)
      var patch = SheetDataPatch(stream.cells.reader, prefix: prefix, context: context, plan: plan)
      var deflater = StretchDeflater(effort)
      isChanged = try patch.run(&stream, onto: &deflater)
      do throws(ZipError) { deflated = try deflater.finish() } catch { throw SpreadsheetError(error) }
      outcome = patch.outcome
      if deflated?.isTooDense == false { break }
    }
    return outcome
  }

  /// The contents of the part: the rows as written, and the rest with its splices.
  func contents(with splices: [Splice], of part: PartName) throws(SpreadsheetError) -> [DeflatedStretch] {
    let rows = if let deflated { deflated } else { try unchanged(part) }
    var (before, after) = (SpliceBuffer(), SpliceBuffer())
    before.append(splices.filter { $0.range.upperBound < place })
    after.append(splices.filter { $0.range.upperBound >= place })
    return [
      try stretch(0..<place, &before, part), rows, try stretch(place..<frame.bytes.count, &after, part),
    ]
  }

  /// The rows, deflated again without changes.
  private func unchanged(_ part: PartName) throws(SpreadsheetError) -> DeflatedStretch {
    var copy = self
    _ = try copy.write(
      CellPlan(), SheetContext(sheet: workbook.sheets[index].name, part: part, strings: workbook.sharedStrings))
    guard let deflated = copy.deflated else { throw .missingPart(part, neededBy: "the edit") }
    return deflated
  }

  private func stretch(
    _ range: Range<Int>, _ splices: inout SpliceBuffer, _ part: PartName
  ) throws(SpreadsheetError) -> DeflatedStretch {
    var deflater = StretchDeflater()
    try splices.drain(frame.bytes, range, of: part, onto: &deflater)
    do throws(ZipError) { return try deflater.finish() } catch { throw SpreadsheetError(error) }
  }
}
