// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing
import XML
import Zip

/// A tiny workbook and the result of editing it. The laws for all edits are checked each time: changed parts can be parsed,
/// applying the edit again changes nothing, and untouched entries keep their compressed bytes.
struct EditedBook {
  let before: ZipArchive
  let after: ZipArchive
  let bytes: [UInt8]

  init(_ builder: WorkbookBuilder, _ change: (inout WorkbookEdit) -> Void) throws {
    let bytes = try builder.bytes()
    let workbook = try Workbook(bytes)
    var edit = WorkbookEdit()
    change(&edit)
    try checkStreaming(workbook, edit)
    self.bytes = try workbook.applying(edit)
    before = workbook.package.archive
    after = try ZipArchive(self.bytes)
    try checkLaws(edit)
  }

  /// Edits the only sheet of a workbook, which has these rows.
  init(rows: String, before: String = "", after: String = "", _ change: (inout SheetEdit) -> Void) throws {
    var builder = WorkbookBuilder()
    builder.add(sheet: "Sheet1", rows: rows, before: before, after: after)
    try self.init(builder) { change(&$0.sheets[0, default: SheetEdit()]) }
  }

  /// Sets one cell of it.
  init(rows: String, _ cell: String, _ edit: CellEdit, before: String = "", after: String = "") throws {
    let reference = try #require(CellReference(cell))
    try self.init(rows: rows, before: before, after: after) { $0.cells[reference] = edit }
  }

  var isUnchanged: Bool { bytes == before.bytes }

  /// The text of a part after the edit.
  func text(_ part: String) throws -> String {
    String(decoding: try after.contents(of: #require(after.entry(named: part))), as: UTF8.self)
  }

  /// The part of the first sheet after the edit.
  var sheet: String { get throws { try text("xl/worksheets/sheet1.xml") } }

  /// The contents of `sheetData` in the first sheet.
  var rows: String {
    get throws {
      let sheet = try sheet
      let start = try #require(sheet.firstRange(of: "<sheetData>")).upperBound
      return String(sheet[start..<(try #require(sheet.firstRange(of: "</sheetData>")).lowerBound)])
    }
  }

  /// The names of the entries that differ, were added or were removed.
  var changedParts: [String] {
    get throws {
      var changed: [String] = []
      for entry in before.entries {
        guard let new = after.entry(named: entry.name) else {
          changed.append("-" + entry.name)
          continue
        }
        if try before.contents(of: entry) != after.contents(of: new) { changed.append(entry.name) }
      }
      for entry in after.entries where before.entry(named: entry.name) == nil { changed.append("+" + entry.name) }
      return changed
    }
  }

  /// The difference in a part that exists before and after the edit.
  func difference(in part: String) throws -> ByteDifference? {
    ByteDifference(
      from: try before.contents(of: #require(before.entry(named: part))),
      to: try after.contents(of: #require(after.entry(named: part))))
  }

  private func checkLaws(_ edit: WorkbookEdit) throws {
    var again = edit
    again.newSheets = []
    #expect(try Workbook(bytes).applying(again) == bytes, "a second application changes something")
    #expect(try Workbook(before.bytes).applying(edit) == bytes, "not deterministic")
    for entry in after.entries where entry.name.hasSuffix(".xml") || entry.name.hasSuffix(".rels") {
      _ = try XMLDocument(after.contents(of: entry))
    }
    let workbook = try Workbook(bytes)
    for sheet in workbook.sheets where sheet.kind == .worksheet {
      guard let part = sheet.part else { continue }
      let stored = try workbook.package.bytes(of: part)
      let scanned = try ScannedSheet(part: XMLEncoding.detect(stored).toUTF8(stored))
      #expect(scanned.disorder == nil)
      _ = try scanned.cells()
      for formula in try scanned.formulas() { #expect(!formula.contains("?"), "a formula without its master") }
    }
  }
}

/// Checks that sheets are the same whether they are streamed or held in memory.
private func checkStreaming(_ workbook: Workbook, _ edit: WorkbookEdit) throws {
  let workbook = try spaced(workbook)
  let held = Result { try workbook.applying(edit) }
  for piece in [1, 60, 1 << 17] {
    let streamed = Result { try workbook.applying(edit, SheetStreaming(cells: 0, piece: piece)) }
    switch (held, streamed) {
    case (.failure(let held), .failure(let streamed)): #expect("\(held)" == "\(streamed)")
    case (.success(let held), .success(let streamed)): #expect(try contents(held) == contents(streamed))
    default: Issue.record("held: \(held), streamed: \(streamed)")
    }
  }
}

/// The workbook with so much white space before the rows of its sheets that no row is in the first piece read.
private func spaced(_ workbook: Workbook) throws -> Workbook {
  var patch = ZipPatch()
  for entry in workbook.package.archive.entries where entry.name.contains("worksheets/sheet") {
    let text = String(decoding: try workbook.package.archive.contents(of: entry), as: UTF8.self)
    guard let opening = text.firstMatch(of: /<(\w+:)?sheetData[^>]*>/)?.range else { continue }
    let (before, after) = (text[..<opening.lowerBound], text[opening.lowerBound...])
    var size = 1024
    while size < text[..<opening.upperBound].utf8.count { size *= 2 }
    let space = String(repeating: " ", count: size - text[..<opening.upperBound].utf8.count)
    patch.replace(entry.name, with: [Array((before + space + after).utf8)[...]])
  }
  return try Workbook(patch.apply(to: workbook.package.archive))
}

/// The inflated entries of an archive, by name.
private func contents(_ bytes: [UInt8]) throws -> [String: String] {
  let archive = try ZipArchive(bytes)
  return Dictionary(
    uniqueKeysWithValues: try archive.entries.map {
      ($0.name, String(decoding: try archive.contents(of: $0), as: UTF8.self))
    })
}

/// The error of an edit of one cell.
func refusal(rows: String, before: String = "", after: String = "", _ cell: String, _ edit: CellEdit) throws
  -> EditError?
{
  try refusal { _ = try EditedBook(rows: rows, cell, edit, before: before, after: after) }
}

/// The error of an edit; nil if there is none.
func refusal(_ body: () throws -> Void) throws -> EditError? {
  do {
    try body()
    return nil
  } catch SpreadsheetError.edit(let error) {
    return error
  }
}
