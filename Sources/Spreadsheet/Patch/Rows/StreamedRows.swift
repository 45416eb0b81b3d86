internal import XML
internal import Zip

/// The rows of a large worksheet part, deflated anew while they are inflated: neither what they were nor what they become is held.
struct StreamedRows {
  private let workbook: Workbook
  private let index: Int
  private let streaming: SheetStreaming
  /// The part without them.
  let frame: SheetFrame
  /// Where in it they are.
  private let place: Int
  private var deflated: DeflatedStretch?
  private(set) var isChanged = false

  /// Nil for a part that is not in UTF-8 or has no rows, and must be held. Reads the part to its end, unless somebody has.
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
    // What is so dense that it would be refused when it is read is made less so.
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

  /// The part with the rows as they were written, and with splices of what surrounds them.
  func contents(with splices: [Splice], of part: PartName) throws(SpreadsheetError) -> [DeflatedStretch] {
    let rows = if let deflated { deflated } else { try unchanged(part) }
    var (before, after) = (SpliceBuffer(), SpliceBuffer())
    before.append(splices.filter { $0.range.upperBound < place })
    after.append(splices.filter { $0.range.upperBound >= place })
    return [
      try stretch(0..<place, &before, part), rows, try stretch(place..<frame.bytes.count, &after, part),
    ]
  }

  /// The rows as they are.
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
