// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing
import Zip

/// A workbook to which every limit applies, and what each limit counts in it.
private enum Measured {
  static let deepest = "SUM(1,(2+(3+MAX(4,5))))"
  /// The longest formula. Its brackets are inside a text and don't count.
  static let longest = "\"(((((((((((((((((((((((((((((((((\"&\"表\""

  static func book() throws -> [UInt8] {
    let cells = "<c r='A1'><f>\(deepest)</f><v>1</v></c><c r='B1' t='s'><v>0</v></c><c r='C1'/>"
    var builder = WorkbookBuilder(rows: "<row r='1'>\(cells)</row>")
    builder.add(
      sheet: "Other",
      rows: "<row r='2'><c r='A2' t='str'><f>\(longest.replacing("&", with: "&amp;"))</f><v>x</v></c></row>",
      after: "<mergeCells><mergeCell ref='A1:B1'/><mergeCell ref='A2:B2'/></mergeCells>")
    builder.sharedStrings = "<si><t>one</t></si><si><t>two</t></si>"
    builder.styles = "<cellXfs count='2'><xf numFmtId='0'/><xf numFmtId='1'/></cellXfs>"
    builder.afterSheets =
      "<definedNames><definedName name='n1'>1</definedName><definedName name='n2'>2</definedName></definedNames>"
    builder.set("xl/media/image1.emf", bytes: [UInt8](repeating: 0, count: 40_000))
    return try builder.bytes()
  }

  /// Reads everything that a limit applies to.
  static func read(_ bytes: [UInt8], _ limits: Limits) throws {
    let workbook = try Workbook(bytes, limits: limits)
    _ = try workbook.package.bytes(of: PartName("/xl/media/image1.emf"))
    for index in workbook.sheets.indices {
      let sheet = try workbook.worksheet(at: index)
      _ = try sheet.facts()
      try sheet.forEachRow { row throws(SpreadsheetError) in
        for cell in row.cells {
          _ = try sheet.value(of: cell, row: row.index)
          _ = try sheet.formula(of: cell, row: row.index)
        }
      }
    }
  }

  static func breach(_ bytes: [UInt8], _ limits: Limits) throws -> LimitBreach? {
    do { try read(bytes, limits) } catch {
      guard let error = error as? SpreadsheetError, case .limit(let breach) = error else { throw error }
      return breach
    }
    return nil
  }
}

@Suite struct `Every limit` {
  /// Without the minimum size below which compression ratios are ignored.
  private static let base: Limits = {
    var limits = Limits.default
    limits.zip.ratioGrace = 0
    limits.totalRatioGrace = 0
    limits.zip.ratio = 2_000
    limits.totalRatio = 2_000
    return limits
  }()

  /// Limits on texts, blank rows, outlooks, formulas and findings are enforced by other modules, which know what the rows mean.
  private static let others = [
    "text-bytes", "blank-rows", "distribution-steps", "formula-steps", "findings-per-rule", "finding-bytes",
    "calculation-steps",
    "calculation-bytes",
  ]

  @Test(arguments: Limits.named.map(\.name).filter { !others.contains($0) })
  func `lets through what just keeps to it and names itself, the number and the flag for one less`(name: String) throws
  {
    let bytes = try Measured.book()
    // Find the lowest limit that lets the workbook pass.
    var (low, high) = (0, max(100_000, bytes.count))
    while low < high {
      var limits = Self.base
      limits[name] = (low + high) / 2
      if try Measured.breach(bytes, limits) == nil { high = (low + high) / 2 } else { low = (low + high) / 2 + 1 }
    }
    #expect(low > 0 && low < max(100_000, bytes.count), "nothing in the workbook is counted")
    var limits = Self.base
    limits[name] = low - 1
    let breach = try #require(try Measured.breach(bytes, limits))
    #expect(breach.name == name)
    #expect(breach.limit == low - 1)
    #expect(breach.actual >= low)
    #expect(breach.description.contains("--limit \(name)=N"))
    // These limits concern the file as a whole, all others a part.
    #expect((breach.place == nil) == ["file-size", "entries"].contains(name))
  }

  @Test(arguments: [
    ("cells-per-sheet", 3), ("cells-per-workbook", 4), ("formula-depth", 3), ("sheets", 2), ("merged-cells", 2),
    ("defined-names", 2), ("cell-formats", 2), ("shared-strings", 2), ("formula-length", Measured.longest.utf16.count),
    ("entry-inflated", 40_000), ("entries", 9),
  ])
  func `counts what it says`(name: String, number: Int) throws {
    let bytes = try Measured.book()
    var limits = Self.base
    limits[name] = number
    #expect(try Measured.breach(bytes, limits) == nil)
    limits[name] = number - 1
    #expect(try Measured.breach(bytes, limits)?.actual == number)
  }

  @Test func `on formulas names the cell`() throws {
    var limits = Self.base
    limits.formulaDepth = 2
    #expect(
      try Measured.breach(Measured.book(), limits)
        == LimitBreach(
          name: "formula-depth", place: "xl/worksheets/sheet1.xml, sheet “Sheet1”, cell A1", actual: 3, limit: 2))
  }

  @Test func `on the cells of a workbook counts a sheet once, however often it is read`() throws {
    var limits = Self.base
    limits.cellsPerWorkbook = 4
    let workbook = try Workbook(Measured.book(), limits: limits)
    for _ in 0..<3 {
      for index in workbook.sheets.indices { try workbook.worksheet(at: index).forEachRow { _ in } }
    }
  }
}
