// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing
import XML
import Zip

@Suite struct `Limits of a workbook` {
  private func breach(_ builder: WorkbookBuilder, _ change: (inout Limits) -> Void) throws -> LimitBreach? {
    var limits = Limits.default
    change(&limits)
    let bytes = try builder.bytes()
    do throws(SpreadsheetError) {
      let workbook = try Workbook(bytes, limits: limits)
      _ = try workbook.sharedStrings.table()
      return nil
    } catch {
      guard case .limit(let breach) = error else { throw error }
      return breach
    }
  }

  @Test func `zip limits are told by the name of their option`() throws {
    let found = try breach(WorkbookBuilder(rows: "")) { $0.zip.entries = 3 }
    #expect(found == LimitBreach(name: "entries", place: nil, actual: 5, limit: 3))
  }

  @Test func `XML limits are told with part, line and byte`() throws {
    let found = try breach(WorkbookBuilder(rows: "")) { $0.xml.depth = 1 }
    #expect(found?.name == "xml-depth")
    #expect(found?.place?.hasPrefix("[Content_Types].xml, line 2, byte ") == true)
    #expect(found?.description.contains("--limit xml-depth=N") == true)
  }

  @Test func `bytes of all entries`() throws {
    #expect(try breach(WorkbookBuilder(rows: "")) { $0.totalInflated = 1_000 }?.name == "total-inflated")
  }

  @Test func `ratio of the whole file, above the grace`() throws {
    let builder = WorkbookBuilder(rows: String(repeating: "<row/>", count: 10_000))
    #expect(try breach(builder) { $0.totalRatio = 2 } == nil)
    let found = try breach(builder) {
      $0.totalRatio = 2
      $0.totalRatioGrace = 1_000
    }
    #expect(found?.name == "total-ratio")
  }

  @Test func `counts of sheets, names, formats, strings and relationships`() throws {
    var builder = WorkbookBuilder(rows: "")
    builder.add(sheet: "B")
    builder.afterSheets =
      "<definedNames><definedName name='a'>1</definedName><definedName name='b'>2</definedName></definedNames>"
    builder.styles = "<cellXfs><xf/><xf/></cellXfs>"
    builder.sharedStrings = "<si/><si/>"
    #expect(try breach(builder) { _ in } == nil)
    #expect(try breach(builder) { $0.sheets = 1 }?.name == "sheets")
    #expect(try breach(builder) { $0.definedNames = 1 }?.name == "defined-names")
    #expect(try breach(builder) { $0.cellFormats = 1 }?.name == "cell-formats")
    #expect(try breach(builder) { $0.sharedStrings = 1 }?.name == "shared-strings")
    #expect(try breach(builder) { $0.sharedStringBytes = 10 }?.name == "shared-string-bytes")
    #expect(try breach(builder) { $0.relationships = 3 }?.name == "relationships")
  }

  @Test func `each has a name by which it is read and set`() {
    var limits = Limits.default
    for (number, entry) in Limits.named.enumerated() { limits[entry.name] = number + 7 }
    for (number, entry) in Limits.named.enumerated() { #expect(limits[entry.name] == number + 7) }
    #expect(limits["nonsense"] == nil)
    #expect(Set(Limits.named.map(\.name)).isSuperset(of: ZipLimit.allCases.map(\.rawValue)))
  }

  @Test func `untrusted allows nothing more than default`() {
    for entry in Limits.named {
      #expect(Limits.untrusted[keyPath: entry.limit] <= Limits.default[keyPath: entry.limit], "\(entry.name)")
    }
  }
}
