// SPDX-License-Identifier: Apache-2.0

import Base
import Dealbook
import Playbook
import Spreadsheet

/// The repairs made by a fill, as text and as JSON.
struct RepairText {
  private let repaired: RepairedWorkbook?
  private let words: RepairWords

  /// Nil prints nothing, because no repair was asked for.
  init(_ repaired: RepairedWorkbook?, language: Language) {
    self.repaired = repaired
    words = RepairWords(language: language)
  }

  func lines() -> [String] {
    guard let repaired else { return [] }
    var lines = repaired.repairs.map { repair in
      let id = repair.rowID.isEmpty ? "" : " \(repair.rowID)"
      return
        "\(repair.sheet)!\(repair.cell)\(id) \(repair.header): \(shown(repair.oldText, isText: isText(repair))) → \(result(repair)) (\(repair.rule))"
    }
    lines += repaired.unmade.map(words.notRepaired)
    lines += repaired.stating.map(words.stating)
    if let readers = Self.readers(of: repaired, in: words.language) { lines.append(readers) }
    lines.append(words.repaired(repaired.repairs.count))
    return lines
  }

  func write(to json: inout JSONText) {
    guard let repaired else { return }
    json.key("repairs")
    json.array { json in
      for repair in repaired.repairs {
        json.object { json in
          json.field("rule", repair.rule)
          json.field("sheet", repair.sheet)
          json.field("cell", "\(repair.cell)")
          json.field("row", repair.cell.row)
          json.field("rowId", repair.rowID)
          json.field("column", repair.column)
          json.field("header", repair.header)
          json.field("from", repair.oldText)
          if let number = repair.newNumber { json.field("to", number) } else { json.field("to", repair.newText) }
          if repair.restoresFormula { json.field("formula", repair.newFormula) }
        }
      }
    }
    json.key("stillStating")
    json.array { json in for reader in repaired.stating { json.string("\(reader)") } }
    json.key("readBy")
    json.array { json in for reader in repaired.readers { json.string("\(reader)") } }
    json.key("notRepaired")
    json.array { json in
      for place in repaired.unmade {
        json.object { json in
          json.field("rule", place.rule)
          json.field("sheet", place.sheet)
          json.field("cell", "\(place.cell)")
          json.field("code", place.reason.code)
          json.field("reason", place.reason.words[words.language])
        }
      }
    }
  }

  /// What else uses repaired cells; nil if nothing does.
  static func readers(of repaired: RepairedWorkbook, in language: Language) -> String? {
    guard !repaired.readers.isEmpty else { return nil }
    return RepairWords(language: language).readers(repaired.readers, hasMore: repaired.hasMoreReaders)
  }

  private func isText(_ repair: Repair) -> Bool {
    if case .text = repair.old { repair.oldFormula == nil } else { false }
  }

  private func result(_ repair: Repair) -> String {
    if repair.restoresFormula { return repair.newFormula.map { "\(repair.newText)  =\($0)" } ?? repair.newText }
    if case .text = repair.new { return shown(repair.newText, isText: true) }
    return repair.newText
  }

  /// Text is quoted to make spaces visible.
  private func shown(_ text: String, isText: Bool) -> String {
    isText ? "\"\(text)\"" : text.isEmpty ? words.empty : text
  }
}
