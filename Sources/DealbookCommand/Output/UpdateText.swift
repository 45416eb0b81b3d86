// SPDX-License-Identifier: Apache-2.0

import Base
import Dealbook
import Playbook
import Spreadsheet

/// The result of an update, as text and as JSON.
struct UpdateText {
  private let report: UpdateReport
  private let fill: FillReport
  private let path: String
  private let isWritten: Bool
  private let words: UpdateWords
  private let grown: [OutsideReader]
  private let short: [OutsideReader]

  /// How many ids of each kind to list.
  private static let mostTold = 10

  /// - Parameters:
  ///   - grown: what of the team's own now reads the rows that were added.
  ///   - short: what of the team's own reads lists as they were before.
  init(
    _ report: UpdateReport, _ fill: FillReport, path: String, language: Language, isWritten: Bool,
    grown: [OutsideReader] = [], short: [OutsideReader] = []
  ) {
    words = UpdateWords(language: language)
    (self.grown, self.short) = (grown, short)
    (self.report, self.fill, self.path, self.isWritten) = (report, fill, path, isWritten)
  }

  func text() -> String {
    let filling = FillWords(language: words.language)
    var lines: [String] = []
    for sheet in report.sheets {
      let rows = Set(sheet.changes.map { "\($0.sheet) \($0.cell.row)" }).count
      lines.append(
        words.sheet(
          sheet.title, added: sheet.added.count, cells: sheet.changes.count, rows: rows, missing: sheet.missing.count))
      func tell(_ what: String, _ texts: [String]) {
        if !texts.isEmpty { lines.append("  \(what)\(words.colon)\(told(texts))") }
      }
      tell(words.added, sheet.added.map { words.added($0, onTabs: sheet.tabs.count > 1) })
      for change in sheet.changes.prefix(Self.mostTold) {
        lines.append(
          "  \(change.sheet)!\(change.cell)\(words.colon)\(shown(change.oldText)) → \(shown(change.newText))")
      }
      if sheet.changes.count > Self.mostTold {
        lines.append("  " + words.moreCells(sheet.changes.count - Self.mostTold))
      }
      tell(words.missing, sheet.missing)
      for (reason, kept) in grouped(sheet.kept) {
        tell(
          words.kept(reason, header: kept.first?.column ?? "", key: sheet.key, tabs: sheet.tabs), kept.map(text))
      }
      tell(words.misplaced, sheet.misplaced.map(words.misplaced))
      tell(words.unknownLabels, sheet.unknownLabels.map(text))
      tell(words.otherNames, sheet.otherNames.map { "\($0.export) = \($0.team)" })
      tell(words.passedOver, sheet.passedOver.map(words.passedOver))
    }
    lines += report.unmatched.map(words.unmatched)
    if !grown.isEmpty { lines.append(words.grown + words.colon + told(grown.map { $0.words[words.language] })) }
    if !short.isEmpty { lines.append(words.short + words.colon + told(short.map { $0.words[words.language] })) }
    lines.append(words.computed(fill.changedCells))
    lines += fill.leftOut.map(filling.leftOut)
    lines += fill.remarks.map { $0[words.language] }
    lines.append(isWritten ? filling.wrote(path) : words.nothingWritten)
    return lines.map { Printable.text($0) + "\n" }.joined()
  }

  private func grouped(_ kept: [UpdateReport.Kept]) -> [(UpdateReport.Kept.Reason, [UpdateReport.Kept])] {
    let order: [UpdateReport.Kept.Reason] = [
      .reopened, .noTab, .noRoom, .otherIDs, .otherID, .ambiguousID, .similarID, .noID, .otherUnit, .factor, .ambiguous,
      .otherCurrency, .outOfRange, .percentScale, .otherKind, .unreadable, .formula,
    ]
    return order.compactMap { reason in
      let found = kept.filter { $0.reason == reason }
      return found.isEmpty ? nil : (reason, found)
    }
  }

  private static func name(_ reason: UpdateReport.Kept.Reason) -> String {
    switch reason {
    case .formula: "formula"
    case .unreadable: "unreadable"
    case .otherKind: "otherKind"
    case .ambiguous: "ambiguous"
    case .otherCurrency: "otherCurrency"
    case .outOfRange: "outOfRange"
    case .percentScale: "percentScale"
    case .similarID: "similarId"
    case .otherUnit: "otherUnit"
    case .factor: "factor"
    case .otherID: "otherId"
    case .otherIDs: "otherIds"
    case .noTab: "noTab"
    case .reopened: "reopened"
    case .ambiguousID: "ambiguousId"
    case .noID: "noId"
    case .noRoom: "noRoom"
    }
  }

  private func text(_ kept: UpdateReport.Kept) -> String {
    kept.column.isEmpty
      ? kept.row + (kept.value.isEmpty ? "" : " ~ \(kept.value)")
      : "\(kept.row) \(kept.column) " + Spoken(language: words.language).quoted(kept.value)
  }

  private func told(_ texts: [String]) -> String {
    words.list(Array(texts.prefix(Self.mostTold)), andMore: texts.count - Self.mostTold)
  }

  private func shown(_ text: String) -> String { text.isEmpty ? words.empty : text }

  func json() -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.field("file", path)
      json.field("written", isWritten)
      json.field("computedCells", fill.changedCells)
      json.field("incomplete", report.isIncomplete)
      json.key("grown")
      json.array { json in
        for reader in grown { json.string(reader.sheet.isEmpty ? reader.place : "\(reader.sheet)!\(reader.place)") }
      }
      json.key("withoutNewRows")
      json.array { json in for reader in short { json.string("\(reader.sheet)!\(reader.place)") } }
      json.key("unmatched")
      json.array { json in for title in report.unmatched { json.string(title) } }
      json.objects("sheets", report.sheets) { json, sheet in
        json.field("sheet", sheet.title)
        for (key, texts) in [
          ("added", sheet.added.map(\.id)), ("missing", sheet.missing), ("passedOver", sheet.passedOver.map(\.header)),
        ] {
          json.key(key)
          json.array { json in for text in texts { json.string(text) } }
        }
        json.objects("changes", sheet.changes) { json, change in
          json.field("sheet", change.sheet)
          json.field("cell", "\(change.cell)")
          json.field("old", change.oldText)
          json.field("new", change.newText)
        }
        json.objects("notTheSame", sheet.passedOver.filter { $0.reason != .noColumn }) { json, column in
          json.field("column", column.header)
          switch column.reason {
          case .noColumn: break
          case .unit: json.field("reason", "unit")
          case .otherOrder: json.field("reason", "otherOrder")
          case .factor(let factor):
            json.field("reason", "factor")
            json.field("factor", factor)
          case .labels(let labels):
            json.field("reason", "labels")
            json.key("labels")
            json.array { json in for label in labels { json.string(label) } }
          case .percentScale: json.field("reason", "percentScale")
          case .currency(let export, let team):
            json.field("reason", "currency")
            json.field("export", export)
            if let team { json.field("team", team) }
          }
        }
        json.objects("otherNames", sheet.otherNames) { json, names in
          json.field("export", names.export)
          json.field("team", names.team)
        }
        json.objects("misplaced", sheet.misplaced) { json, row in
          json.field("row", row.row)
          json.field("sheet", row.tab)
          json.field("column", row.column)
          json.field("value", row.value)
        }
        json.objects("unknownLabels", sheet.unknownLabels) { json, label in
          json.field("row", label.row)
          json.field("column", label.column)
          json.field("value", label.value)
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
