// SPDX-License-Identifier: Apache-2.0

import Calculation
import Foundation
import Spreadsheet
import TestSupport
import Testing

/// The test cases in `Cases`: formulas, the cells they read, the value Excel gives, and where that is known from.
///
/// There is a file for each family of functions and a line for each case, with tabs between formula, cells (`A1=1 | A2="x" |
/// A3==1/0`, may be empty), value (`1.5`, `"text"`, `TRUE`, `#N/A`) and source. Lines that begin with `#` are comments.
struct CaseTable {
  struct Case {
    var line: Int
    var formula: String
    var cells: [(reference: String, content: String)]
    var value: String
  }

  let family: String
  let cases: [Case]

  static var folder: String { (#filePath as NSString).deletingLastPathComponent + "/Cases" }

  static func families() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".tsv") }.sorted()
  }

  init(_ family: String) throws {
    self.family = family
    let text = try String(contentsOfFile: Self.folder + "/" + family, encoding: .utf8)
    var cases: [Case] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 4 else { throw Malformed(line: "\(family):\(number + 1)") }
      var cells: [(reference: String, content: String)] = []
      for cell in fields[1].components(separatedBy: " | ") where !cell.isEmpty {
        let at = cell.firstIndex(of: "=") ?? cell.endIndex
        cells.append((String(cell[..<at]), String(cell[at...].dropFirst())))
      }
      cases.append(Case(line: number + 1, formula: String(fields[0].dropFirst()), cells: cells, value: fields[2]))
    }
    self.cases = cases
  }

  struct Malformed: Error { let line: String }

  /// A workbook with each case on its own sheet. The formula is in Z99, stored either plainly or as a dynamic array formula.
  func workbook() throws -> Workbook {
    var builder = WorkbookBuilder()
    for (number, item) in cases.enumerated() {
      var rows: [Int: [(Int, String)]] = [:]
      for (reference, content) in item.cells {
        let cell = try #require(CellReference(reference))
        rows[cell.row, default: []].append((cell.column, Self.cell(reference, content)))
      }
      rows[99, default: []].append((26, "<c r=\"Z99\"><f>\(Self.escaped(item.formula))</f></c>"))
      let xml = rows.sorted { $0.key < $1.key }.map { row, cells in
        "<row r=\"\(row)\">" + cells.sorted { $0.0 < $1.0 }.map(\.1).joined() + "</row>"
      }
      builder.add(sheet: "c\(number)", rows: xml.joined())
    }
    return try Workbook(builder.bytes())
  }

  private static func cell(_ reference: String, _ content: String) -> String {
    if content.hasPrefix("=") { return "<c r=\"\(reference)\"><f>\(escaped(String(content.dropFirst())))</f></c>" }
    if content.hasPrefix("\"") {
      let text = escaped(String(content.dropFirst().dropLast()))
      return "<c r=\"\(reference)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(text)</t></is></c>"
    }
    switch content {
    case "TRUE", "FALSE": return "<c r=\"\(reference)\" t=\"b\"><v>\(content == "TRUE" ? 1 : 0)</v></c>"
    default:
      return content.hasPrefix("#")
        ? "<c r=\"\(reference)\" t=\"e\"><v>\(content)</v></c>" : "<c r=\"\(reference)\"><v>\(content)</v></c>"
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
      .replacingOccurrences(of: ">", with: "&gt;")
  }
}
