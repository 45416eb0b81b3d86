// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Dealbook
import Isolation
import Nightly
import Playbook
import Spreadsheet

struct CellsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cells",
    abstract: "Print every stored cell with its value.",
    discussion: """
      Example:
        dealbook cells workbooks/messy_hant.xlsx --format jsonl

      Cells come by sheet, row and column; empty ones are left out. The type is number, text, boolean, error or date \
      (a number whose format shows a date; the stored number is given as serial).
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, jsonl, csv }

  @Argument(help: ArgumentHelp("The workbook.", valueName: "FILE"))
  var file: String

  @Option(help: ArgumentHelp("Only this sheet.", valueName: "NAME"))
  var sheet: String?

  @Option(help: ArgumentHelp("Format of the cells.", valueName: "text|jsonl|csv"))
  var format: Format = .text

  @Flag(help: "Read every value, but print only how many there are of each type.")
  var count = false

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let limits = try reading.resolved()
    StandardOutput.endWithReader()
    throw try Confinement(reading: reading, file: file).run {
      do throws(Failure) {
        try write(limits)
        return .done
      } catch {
        StandardOutput.flush()
        StandardError.complain(error.message)
        return error.status
      }
    }
  }

  private func write(_ limits: Limits) throws(Failure) {
    let source = try WorkbookFile(file, limits: limits)
    Spoken.go(onIn: source.workbook.writtenLanguage)
    let chosen = try indices(source.workbook)
    // Name the sheets that are not listed, so that nobody thinks they were.
    for info in source.workbook.sheets where sheet == nil && info.kind != .worksheet {
      StandardError.complain(
        Spoken.words(
          "\(file)：「\(info.name)」不是一般的工作表，沒有儲存格可列",
          "\(file): ‘\(info.name)’ is \(info.kind.described) and has no cells to list"))
    }
    do throws(SpreadsheetError) {
      if count {
        try printCounts(source.workbook, chosen)
      } else {
        try printCells(source.workbook, chosen)
      }
    } catch {
      throw Failure(.unreadable, Spoken.words.at(file, Spoken.words.text(error)))
    }
  }

  private func indices(_ workbook: Workbook) throws(Failure) -> [Int] {
    let all = workbook.sheets.indices.filter { workbook.sheets[$0].kind == .worksheet }
    guard let sheet else { return all }
    let found = all.filter { workbook.sheets[$0].name == sheet }
    guard !found.isEmpty else {
      let names = all.map { workbook.sheets[$0].name }
      throw Failure(
        .usage,
        Spoken.words(
          "\(file)：沒有工作表「\(sheet)」", "\(file): there is no sheet ‘\(sheet)’")
          + Spoken.words.nearest(Suggestion.nearest(sheet, among: names), of: names))
    }
    return found
  }

  private func printCounts(_ workbook: Workbook, _ indices: [Int]) throws(SpreadsheetError) {
    for (name, number) in try CellCounts(workbook, sheets: indices).named {
      StandardOutput.write("\(name)\t\(number)\n")
    }
  }

  private func printCells(_ workbook: Workbook, _ indices: [Int]) throws(SpreadsheetError) {
    var writer = CellWriter(format)
    writer.writeHeader()
    for index in indices {
      try CellListing.forEach(in: workbook, sheetIndex: index) { cell in writer.write(cell) }
    }
    writer.finish()
  }
}
