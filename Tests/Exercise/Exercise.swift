// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet
import TestSupport
import XML
import Zip

/// How to treat an input. Each case is a way for a stranger's bytes to enter the program.
public enum Exercise: String, CaseIterable, Sendable {
  /// An archive.
  case zip
  /// A raw deflate stream, which must give the same result as with zlib.
  case deflate
  /// The rows of a worksheet.
  case sheet
  /// One of the small parts, selected by the first byte.
  case part
  /// A formula.
  case formula
  /// A whole workbook: reads everything, sets one cell, and checks that the rest is unchanged.
  case edit
  /// A whole workbook: reads everything.
  case workbook

  /// How it ended. A bug of ours ends the process.
  public enum Outcome: Sendable {
    case accepted(String)
    case refused(String)
  }

  /// Does everything with `bytes` that the program would do, within the limits for untrusted files.
  ///
  /// - Parameter samples: whether expensive work, which needs a whole workbook around the input and takes a hundred times as
  ///   long, is done with only one in 16 inputs (always the same ones), to leave time for more inputs.
  public func run(_ bytes: [UInt8], samples: Bool = false) -> Outcome {
    do {
      if samples, self == .sheet || self == .part {
        let summary = self == .sheet ? try Self.readRows(bytes) : try Self.readPart(bytes)
        // FNV-1a
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        if (hash >> 32) % 16 != 0 { return .accepted(summary) }
      }
      switch self {
      case .zip: return .accepted(try Self.readArchive(bytes))
      case .deflate: return Self.inflate(bytes)
      case .sheet: return .accepted(try Self.edit(Frame.workbook(rows: bytes)))
      case .part: return .accepted(try Self.edit(Frame.workbook(part: bytes)))
      case .formula: return .accepted(try Self.readFormula(bytes))
      case .edit: return .accepted(try Self.edit(bytes))
      case .workbook: return .accepted(try Contents(Workbook(bytes, limits: .untrusted)).summary)
      }
    } catch {
      let sentence = "\(error)"
      precondition(!sentence.isEmpty, "an error that says nothing")
      return .refused(sentence)
    }
  }

  private static func readArchive(_ bytes: [UInt8]) throws -> String {
    let archive = try ZipArchive(bytes, limits: .untrusted)
    var total = 0
    for entry in archive.entries { total += try archive.contents(of: entry).count }
    return "\(archive.entries.count) entries, \(total) bytes"
  }

  private static func inflate(_ bytes: [UInt8]) -> Outcome {
    let limit = 1 << 20
    let expected = ZlibReference.inflate(bytes, limit: limit)
    // As a whole, and in pieces of any size.
    for room in [limit, 1 + Int(bytes.first ?? 0) * 31] {
      var inflater = Inflater(bytes, bytes.indices, expecting: bytes.count)
      var found: [UInt8] = []
      var status = InflateStatus.outputFull
      while status == .outputFull, found.count < limit {
        status = inflater.append(to: &found, room: min(room, limit - found.count))
      }
      let isWhole = status == .finished || status == .outputFull
      precondition((isWhole ? found : nil) == expected, "zlib makes something else of it")
    }
    return expected.map { .accepted("\($0.count) bytes") }
      ?? .refused("no deflate stream of a zip entry, as zlib says, too")
  }

  /// Only the scanner for rows and cells.
  private static func readRows(_ rows: [UInt8]) throws -> String {
    let bytes = Frame.worksheet(rows: rows)
    let layout = try SheetLayout(bytes)
    let reader = CellReader(layout, dateSystem: .year1900)
    var cursor = RowCursor(layout)
    var row = StoredRow()
    var count = 0
    while try cursor.next(in: bytes.span, into: &row) {
      for cell in row.cells {
        count += 1
        let scalar = try reader.scalar(of: cell, row: row.index, in: bytes.span)
        switch scalar {
        case .text: _ = try reader.text(of: cell, row: row.index, in: bytes.span)
        case .error: _ = try reader.error(of: cell, row: row.index, in: bytes.span)
        default: break
        }
        if let formula = try reader.formula(of: cell, row: row.index, in: bytes.span)?.text {
          _ = try? ParsedFormula(formula)
        }
      }
    }
    return "\(count) cells"
  }

  /// Only the XML of a small part.
  private static func readPart(_ bytes: [UInt8]) throws -> String {
    let document = try XMLDocument(Array(bytes.dropFirst()), limits: .untrusted)
    return "\(document.root.children.reduce(0) { sum, _ in sum + 1 }) elements"
  }

  private static func readFormula(_ bytes: [UInt8]) throws -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    let tokens = FormulaTokenizer.tokens(in: Array(text.utf8))
    precondition(tokens.reduce(0) { $0 + $1.range.count } == text.utf8.count, "tokens lose bytes")
    _ = SharedFormula.shifted(text, rows: 7, columns: -3)
    let expression = try Expression(parsing: text)
    let printed = expression.description
    let again: Expression
    do { again = try Expression(parsing: printed) } catch {
      // The printed formula may be longer than the original.
      guard printed.utf16.count > ParsedFormula.maxLength else {
        preconditionFailure("‘\(printed)’ does not parse: \(error)")
      }
      return "printed too long"
    }
    precondition(again == expression, "‘\(printed)’ is another formula")
    _ = FormulaComparison.sameFormula(a: text, b: printed)
    return printed
  }

  /// Sets one cell of the first sheet and checks the promises of an edit.
  private static func edit(_ bytes: [UInt8]) throws -> String {
    let workbook = try Workbook(bytes, limits: .untrusted)
    let before = try Contents(workbook)
    guard let index = workbook.sheets.indices.first(where: { workbook.sheets[$0].kind == .worksheet }),
      let place = CellReference("B2")
    else { return "no worksheet" }
    var wish = SheetEdit()
    wish.cells[place] = CellEdit(.text("<&\"'=1+1"))
    var edit = WorkbookEdit()
    edit.sheets[index] = wish
    let changed = try workbook.applying(edit)
    let result: Workbook
    let after: Contents
    do {
      result = try Workbook(changed)
      try result.verify(against: workbook)
      after = try Contents(result)
    } catch {
      preconditionFailure("what an edit made can't be read: \(error)")
    }
    let cell = SheetCell(sheet: index, reference: place)
    precondition(after.cells[cell]?.value == .text("<&\"'=1+1"), "the edited cell has another value")
    for (other, content) in before.cells where other != cell && content.value != .blank {
      precondition(after.cells[other] == content, "\(other) changed with another cell")
    }
    precondition(
      after.cells.keys.allSatisfy { before.cells[$0] != nil || $0 == cell || after.cells[$0]?.value == .blank },
      "a cell appeared")
    let again = try? result.applying(edit)
    precondition(again == changed, "the same edit changes something again")
    return before.summary
  }
}
