// SPDX-License-Identifier: Apache-2.0

import Base
import Dealbook
import Playbook
import Spreadsheet

/// The result of a merge, for people and for programs.
struct MergeReport {
  private let plan: MergePlan
  /// What became known when the result was made.
  var further: [MergeRemark] = []
  private let base: String
  private let output: String?
  private let words: MergeWords
  private let style: TextStyle

  init(_ plan: MergePlan, base: String, output: String?, language: Language, style: TextStyle) {
    (self.plan, self.base, self.output, self.style) = (plan, base, output, style)
    words = MergeWords(language: language)
  }

  func text(_ outcome: SaveOutcome?, quiet: Bool) -> String {
    var lines: [String] = []
    for conflict in plan.conflicts {
      lines.append(style.removed(Printable.text(words.heading(conflict) + words.named(conflict.kind.rule))))
      if [.cell, .note, .discussion, .formula, .tab, .header].contains(conflict.kind) {
        lines.append("    \(words.base): \(value(conflict.base))")
      }
      for option in conflict.options {
        let who = words.list(option.sides.map { Printable.text(plan.sides[$0]) })
        lines.append("    \(who): \(option.isDeletion ? words.deleted : value(option.shown(in: words.language)))")
      }
    }
    if !quiet {
      lines += remarks.map { Printable.text($0) }
      lines.append(words.summary(plan))
      if !plan.conflicts.isEmpty { lines.append(words.hold(plan.disputed)) }
      lines.append(outcome == nil ? words.notWrittenYet : words.wrote(output ?? plan.sides[0]))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private var remarks: [String] { (plan.remarks + further).map { words.describe($0) + words.named($0.rule) } }

  private func value(_ text: String) -> String { text.isEmpty ? words.empty : Printable.text(text) }

  func json(_ outcome: SaveOutcome?) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.field("schemaVersion", 1)
      json.field("base", base)
      json.field("copies", plan.sides)
      json.field("output", outcome == nil ? nil : output ?? plan.sides[0])
      json.field("changedCells", plan.changedCells)
      json.field("addedRows", plan.addedRows)
      json.field("removedRows", plan.removedRows)
      json.field("addedColumns", plan.addedColumns)
      json.field("changedNotes", plan.changedNotes)
      json.objects("conflicts", plan.conflicts) { json, conflict in
        json.field("kind", conflict.kind.rawValue)
        json.field("rule", conflict.kind.rule)
        json.field("sheet", conflict.sheet)
        json.field("rowId", conflict.rowID)
        json.field("name", conflict.rowName)
        json.field("column", conflict.column)
        json.field("header", conflict.header)
        json.field("cell", conflict.cell?.description)
        json.field("base", conflict.base)
        json.field("newId", conflict.newID)
        json.objects("options", conflict.options) { json, option in
          json.key("copies")
          json.array { json in for side in option.sides { json.string(plan.sides[side]) } }
          json.field("value", option.shown)
          json.field("deleted", option.isDeletion)
          if conflict.kind == .row {
            json.objects("notes", option.notes) { json, note in
              json.field("column", note.column)
              json.field("header", note.header)
              json.field("base", note.base)
              json.field("value", note.text)
              json.field("discussion", note.isDiscussion)
            }
          }
        }
      }
      json.key("remarks")
      json.array { json in for remark in remarks { json.string(remark) } }
    }
    json.newline()
    return json.bytes
  }
}
