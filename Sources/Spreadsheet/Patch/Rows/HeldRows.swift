// SPDX-License-Identifier: Apache-2.0

internal import XML
internal import Zip

/// The rows of a worksheet part that is in memory as a whole, and their splices.
struct HeldRows {
  /// The part in UTF-8.
  let source: [UInt8]
  let encoding: XMLEncoding
  let layout: SheetLayout
  private let reader: CellReader
  private var splices = SpliceBuffer()

  init(_ bytes: [UInt8], part: PartName, sheet: String, dateSystem: DateSystem) throws(SpreadsheetError) {
    do throws(XMLError) {
      encoding = try XMLEncoding.detect(bytes)
      source = try encoding.toUTF8(bytes)
    } catch {
      throw SpreadsheetError(error, in: part)
    }
    do throws(ScanError) {
      layout = try SheetLayout(source)
    } catch {
      throw .scan(part: part, sheet: sheet, error)
    }
    reader = CellReader(layout, dateSystem: dateSystem)
  }

  var isChanged: Bool { !splices.isEmpty }

  mutating func write(_ plan: CellPlan, _ context: SheetContext) throws(SpreadsheetError) -> SheetOutcome {
    var patch = SheetDataPatch(reader, prefix: layout.prefix, context: context, plan: plan)
    try patch.run(source, layout)
    splices = patch.splices
    return patch.outcome
  }

  /// The part with the splices of the rows and those of `frame`, which are outside the rows.
  func spliced(with frame: [Splice]) throws(XMLError) -> SplicedContents {
    var all = splices
    all.append(frame)
    return try all.applied(to: source)
  }
}
