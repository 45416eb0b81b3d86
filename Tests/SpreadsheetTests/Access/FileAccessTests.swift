// SPDX-License-Identifier: Apache-2.0

import Foundation
import Spreadsheet
import TestSupport
import Testing

@Suite struct `A workbook in a file` {
  private let folder: String
  private var path: String { folder + "/team.xlsx" }

  init() throws {
    folder = NSTemporaryDirectory() + "access-\(UUID())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(PlainWorkbook([.init("Deals", [["Deal", "Amount"], ["D-001", 1200]])]).bytes()).write(
      to: URL(fileURLWithPath: path))
  }

  @Test func `is read, changed and saved elsewhere, and stays as it was`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let before = FileManager.default.contents(atPath: path)
    var book = try Workbook(contentsOf: path)
    try book.set("Deals!B2", to: 1500)
    #expect(try book.save(to: folder + "/out.xlsx") == .written)
    #expect(FileManager.default.contents(atPath: path) == before)
    #expect(try Workbook(contentsOf: folder + "/out.xlsx")["Deals"]["B2"] == 1500)
    #expect(try book.save(to: folder + "/out.xlsx") == .written || FileManager.default.contents(atPath: path) == before)
  }

  @Test func `can be written back again and again, but not over what somebody else saved`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var book = try Workbook(contentsOf: path)
    let other = try Workbook(contentsOf: path)
    try book.set("Deals!B2", to: 1500)
    try book.save()
    try book.set("Deals!B2", to: 1600)
    try book.save()
    #expect(try Workbook(contentsOf: path)["Deals"]["B2"] == 1600)
    var late = other
    try late.set("Deals!B2", to: 1)
    #expect(throws: SaveError.changed(path, .contents)) { try late.save() }
    #expect(try Workbook(contentsOf: path)["Deals"]["B2"] == 1600)
  }

  @Test func `that is not there is an error with its path`() {
    #expect(throws: SaveError.noSuchFile("/nowhere/team.xlsx")) { try Workbook(contentsOf: "/nowhere/team.xlsx") }
  }
}
