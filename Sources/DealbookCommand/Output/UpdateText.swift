// SPDX-License-Identifier: Apache-2.0

import Base
import Dealbook
import Spreadsheet

/// The result of an update, as text and as JSON.
struct UpdateText {
  private let report: UpdateReport
  private let fill: FillReport
  private let path: String
  private let isWritten: Bool

  /// How many ids of each kind to list.
  private static let mostTold = 10

  init(_ report: UpdateReport, _ fill: FillReport, path: String, isWritten: Bool) {
    (self.report, self.fill, self.path, self.isWritten) = (report, fill, path, isWritten)
  }

  func text() -> String {
    var lines: [String] = []
    for sheet in report.sheets {
      let rows = Set(sheet.changes.map { "\($0.sheet) \($0.cell.row)" }).count
      lines.append(
        "\(sheet.title): \(sheet.added.count) rows added, \(sheet.changes.count) cells changed in \(rows) rows, "
          + "\(sheet.missing.count) rows are not in the export")
      if !sheet.added.isEmpty { lines.append("  added: \(told(sheet.added))") }
      for change in sheet.changes.prefix(Self.mostTold) {
        lines.append("  \(change.sheet)!\(change.cell): \(shown(change.old)) -> \(shown(change.new))")
      }
      if sheet.changes.count > Self.mostTold {
        lines.append("  and \(sheet.changes.count - Self.mostTold) more changed cells")
      }
      if !sheet.missing.isEmpty { lines.append("  not in the export, kept: \(told(sheet.missing))") }
      for (reason, kept) in grouped(sheet.kept) {
        lines.append("  left as it is, \(Self.words(reason)): \(told(kept.map(Self.text)))")
      }
      if !sheet.passedOver.isEmpty {
        lines.append("  columns of the export that are not brought over: \(told(sheet.passedOver))")
      }
    }
    lines.append("computed columns: \(fill.changedCells) cells changed")
    lines += fill.leftOut.map { "left out the sheet \($0.sheet): \($0.why)" }
    lines.append(isWritten ? "wrote \(path)" : "nothing written")
    return lines.map { Printable.text($0) + "\n" }.joined()
  }

  private func grouped(_ kept: [UpdateReport.Kept]) -> [(UpdateReport.Kept.Reason, [UpdateReport.Kept])] {
    let order: [UpdateReport.Kept.Reason] = [.noRoom, .ambiguousID, .noID, .unreadable, .formula]
    return order.compactMap { reason in
      let found = kept.filter { $0.reason == reason }
      return found.isEmpty ? nil : (reason, found)
    }
  }

  private static func words(_ reason: UpdateReport.Kept.Reason) -> String {
    switch reason {
    case .formula: "as the cell has a formula"
    case .unreadable: "as the export's value can't be read in one way"
    case .ambiguousID: "as the id stands in several rows"
    case .noID: "as the row of the export has no id"
    case .noRoom: "as something stands below the data, so that no row can be added"
    }
  }

  private static func name(_ reason: UpdateReport.Kept.Reason) -> String {
    switch reason {
    case .formula: "formula"
    case .unreadable: "unreadable"
    case .ambiguousID: "ambiguousId"
    case .noID: "noId"
    case .noRoom: "noRoom"
    }
  }

  private static func text(_ kept: UpdateReport.Kept) -> String {
    kept.column.isEmpty ? kept.row : "\(kept.row) \(kept.column) \u{2018}\(kept.value)\u{2019}"
  }

  private func told(_ texts: [String]) -> String {
    let rest = texts.count - Self.mostTold
    return texts.prefix(Self.mostTold).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  private func shown(_ value: CellValue) -> String { value == .blank ? "(blank)" : value.shownText }

  func json() -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.field("file", path)
      json.field("written", isWritten)
      json.field("computedCells", fill.changedCells)
      json.objects("sheets", report.sheets) { json, sheet in
        json.field("sheet", sheet.title)
        for (key, texts) in [
          ("added", sheet.added), ("missing", sheet.missing), ("passedOver", sheet.passedOver),
        ] {
          json.key(key)
          json.array { json in for text in texts { json.string(text) } }
        }
        json.objects("changes", sheet.changes) { json, change in
          json.field("sheet", change.sheet)
          json.field("cell", "\(change.cell)")
          json.field("old", change.old.shownText)
          json.field("new", change.new.shownText)
        }
        json.objects("kept", sheet.kept) { json, kept in
          json.field("reason", Self.name(kept.reason))
          json.field("row", kept.row)
          json.field("column", kept.column)
          json.field("value", kept.value)
        }
      }
    }
    json.newline()
    return json.bytes
  }
}
