// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing
import Zip

@Suite struct `Taking a fill out again` {
  static let options = ReadOptions(today: SerialDate(year: 2026, month: 11, day: 23))

  func filled(
    _ bytes: [UInt8], _ playbook: Playbook = .builtIn, asOf: SerialDate? = nil, values: Bool = false,
    dashboard: DashboardWish = .renewed
  ) throws -> [UInt8] {
    var options = Self.options
    options.asOf = asOf
    let analysis = try Analysis(Workbook(bytes), playbook: playbook, options: options)
    return try FilledWorkbook(analysis, asValues: values, dashboard: dashboard).bytes
  }

  func removed(_ bytes: [UInt8], _ playbook: Playbook = .builtIn) throws -> RemovedFill {
    try RemovedFill(Workbook(bytes), playbook: playbook, options: Self.options)
  }

  /// All parts but the styles, to which a fill appends formats that are unused afterwards.
  func parts(_ bytes: [UInt8]) throws -> [String: [UInt8]] {
    let archive = try Workbook(bytes).package
    var parts: [String: [UInt8]] = [:]
    for entry in archive.archive.entries where !entry.name.contains("styles") {
      parts[entry.name] = try archive.bytes(of: PartName(entry.name))
    }
    // An empty list of names is equivalent to none.
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].map {
      Array(String(decoding: $0, as: UTF8.self).replacing("<definedNames />", with: "").utf8)
    }
    return parts
  }

  func cells(_ bytes: [UInt8]) throws -> [String: CellValue] {
    let workbook = try Workbook(bytes)
    var cells: [String: CellValue] = [:]
    for index in workbook.sheets.indices where workbook.sheets[index].kind == .worksheet {
      try CellListing.forEach(in: workbook, sheetIndex: index) { cells["\($0.sheet)!\($0.cell)"] = $0.value }
    }
    return cells
  }

  func setting(_ bytes: [UInt8], _ sheet: String, _ cells: [String: CellValue]) throws -> [UInt8] {
    let workbook = try Workbook(bytes)
    let index = try #require(workbook.sheets.firstIndex { $0.name == sheet })
    var edit = WorkbookEdit()
    for (cell, value) in cells {
      edit.sheets[index, default: SheetEdit()].cells[try #require(CellReference(cell))] = CellEdit(value)
    }
    return try workbook.applying(edit)
  }

  @Test(arguments: ["inputs_hant.xlsx", "inputs_hans.xlsx", "inputs_en.xlsx"])
  func `every part but the styles has its bytes again, whatever day was given`(_ name: String) throws {
    let original = try Golden.bytes(name)
    let filled = try filled(original, asOf: SerialDate(year: 2026, month: 3, day: 1), dashboard: .added)
    #expect(try parts(filled) != parts(original))
    let back = try removed(filled)
    #expect(try parts(back.bytes) == parts(original))
    #expect(back.report.untold.isEmpty && back.report.missing.isEmpty && back.report.refusal == nil)
  }

  @Test func `the cells and names of a workbook kept by hand are as before`() throws {
    let original = try Golden.bytes("team_messy_hant.xlsx")
    let back = try removed(filled(original)).bytes
    #expect(try cells(back) == cells(original))
    let names = try Set(Workbook(original).definedNames.map(\.name))
    #expect(try Set(Workbook(back).definedNames.map(\.name)) == names)
    #expect(try Workbook(back).sheets.map(\.name) == Workbook(original).sheets.map(\.name))
  }

  @Test func `a second time writes nothing`() throws {
    let back = try removed(filled(Golden.bytes("inputs_en.xlsx"))).bytes
    let twice = try removed(back)
    #expect(twice.bytes == back)
    #expect(twice.report.refusal == .noRecord)
  }

  @Test func `what was filled twice, the second time with another day, goes as a whole`() throws {
    let original = try Golden.bytes("inputs_en.xlsx")
    let once = try filled(original, asOf: SerialDate(year: 2026, month: 3, day: 1))
    let twice = try filled(once, asOf: SerialDate(year: 2026, month: 4, day: 1))
    #expect(try cells(removed(twice).bytes) == cells(original))
  }

  @Test func `inputs typed since stay, and a computed cell that was typed over stays with its header`() throws {
    let book = try small { _ in }
    var typed = try filled(book, SmallBook.playbook())
    let before = try cells(typed)
    #expect(before["Test!D1"] == .text("F one") && before["Test!E1"] == .text("F two"))
    typed = try setting(typed, "Test", ["B3": .number(60), "E3": .number(777)])
    let back = try removed(typed, SmallBook.playbook())
    var wanted = try cells(book)
    wanted["Test!B3"] = .number(60)
    wanted["Test!E1"] = .text("F two")
    wanted["Test!E3"] = .number(777)
    #expect(try cells(back.bytes) == wanted)
    #expect(back.report.columns.map(\.kept) == [0, 1])
    #expect(back.report.columns.map(\.isRemoved) == [true, false])
  }

  @Test func `a column whose header the team had keeps it`() throws {
    let book = try small { $0.beside = [1: "<c r='D1' t='inlineStr'><is><t>F one</t></is></c>"] }
    let filled = try filled(book, SmallBook.playbook())
    #expect(try cells(filled)["Test!D2"] == .number(10))
    let back = try removed(filled, SmallBook.playbook())
    #expect(try cells(back.bytes) == cells(book))
    #expect(back.report.columns.map(\.isRemoved) == [false, true])
  }

  @Test func `a column whose cells had our formula before any fill is left, and it is said`() throws {
    let book = try small {
      $0.beside = [
        1: "<c r='D1' t='inlineStr'><is><t>F one</t></is></c>",
        2: #"<c r='D2'><f>IF(ISNUMBER($B2),$B2*2,"")</f><v>10</v></c>"#,
      ]
    }
    let filled = try filled(book, SmallBook.playbook())
    let back = try removed(filled, SmallBook.playbook())
    #expect(back.report.untold.map(\.description) == ["xx.one"])
    #expect(try cells(back.bytes)["Test!D3"] == .number(12))
    #expect(try cells(back.bytes)["Test!E1"] == nil)
  }

  @Test func `values without formulas go while they are what is computed`() throws {
    let book = try small { _ in }
    let filled = try filled(book, SmallBook.playbook(), values: true)
    #expect(try cells(removed(filled, SmallBook.playbook()).bytes) == cells(book))
    let typed = try setting(filled, "Test", ["D3": .number(1)])
    #expect(try cells(removed(typed, SmallBook.playbook()).bytes)["Test!D3"] == .number(1))
  }

  @Test(arguments: ["SUM(xx_b)", "SUM(D2:D4)", "Test!$E$2*2"])
  func `nothing goes where a formula of the team's reads it`(_ formula: String) throws {
    let filled = try filled(small { _ in }, SmallBook.playbook())
    let workbook = try Workbook(filled)
    var edit = WorkbookEdit()
    edit.sheets[0, default: SheetEdit()].cells[try #require(CellReference("H9"))] = CellEdit(
      .number(1), formula: formula)
    let bytes = try workbook.applying(edit)
    let back = try removed(bytes, SmallBook.playbook())
    guard case .readers(let readers)? = back.report.refusal else {
      Issue.record("expected to be told who reads it")
      return
    }
    #expect(readers.map(\.place) == ["H9"])
    #expect(back.bytes == bytes)
  }

  @Test func `a table has its columns again, and its formats`() throws {
    let book = try small { $0.addTable("Rows", "A1:C4", ["Row", "In a", "In b"]) }
    let filled = try filled(book, SmallBook.playbook())
    #expect(try Workbook(filled).tables(ofSheet: 0).map { "\($0.range)" } == ["A1:E4"])
    let back = try removed(filled, SmallBook.playbook()).bytes
    for part in ["xl/tables/table1.xml", "xl/worksheets/sheet1.xml"] {
      #expect(try parts(back)[part] == parts(book)[part])
    }
  }

  @Test func `a sheet of ours on which somebody typed stays with its values`() throws {
    let original = try Golden.bytes("team_messy_hant.xlsx")
    let filled = try filled(original)
    let added = try Workbook(filled).sheets.map(\.name).filter { name in
      try !Workbook(original).sheets.contains { $0.name == name } && name != "_meta"
    }
    let sheet = try #require(added.last)
    let typed = try setting(filled, sheet, ["A2": .text("ours now")])
    let back = try removed(typed)
    #expect(back.report.keptSheets == [sheet])
    #expect(try cells(back.bytes)["\(sheet)!A2"] == .text("ours now"))
    for index in try Workbook(back.bytes).sheets.indices where try Workbook(back.bytes).sheets[index].name == sheet {
      try CellListing.forEach(in: Workbook(back.bytes), sheetIndex: index) { #expect($0.formula == nil) }
    }
  }

  @Test func `a workbook made new has no record and stays`() throws {
    let new = try NewCase(language: .english, profile: .core, hasSample: false).bytes()
    let back = try removed(new)
    #expect(back.bytes == new && back.report.refusal == .noRecord)
  }

  /// The sheet of ``SmallBook`` surrounded by what `change` adds.
  private func small(_ change: (inout SmallBook) -> Void) throws -> [UInt8] {
    var book = SmallBook()
    change(&book)
    return try book.bytes()
  }
}
