// SPDX-License-Identifier: Apache-2.0

import Base
import Dealbook
import Playbook
import Spreadsheet

extension DifferenceReport {
  func json() -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.field("schemaVersion", 1)
      json.field("old", old)
      json.field("new", new)
      json.field("language", language.rawValue)
      json.key("summary")
      json.object { json in
        for change in [WorkbookDifference.Change.added, .removed, .changed] {
          json.field(change.rawValue, difference.count(change))
        }
        json.field("sheets", difference.sheets.count)
      }
      json.key("sheets")
      json.array { json in for sheet in difference.sheets { write(sheet, to: &json) } }
    }
    json.newline()
    return json.bytes
  }

  func write(_ sheet: WorkbookDifference.Sheet, to json: inout JSONText) {
    json.object { json in
      json.field("sheet", sheet.title)
      json.field("oldSheet", sheet.oldTitle)
      json.field("kind", sheet.kind.name)
      json.field("prefix", sheet.kind.prefix)
      json.field("change", sheet.change.rawValue)
      json.objects("renamedColumns", sheet.renamedColumns) { json, column in
        json.field("old", column.old)
        json.field("new", column.new)
      }
      json.field("addedColumns", sheet.addedColumns)
      json.field("removedColumns", sheet.removedColumns)
      json.objects("rows", sheet.rows) { json, row in
        json.field("change", row.change.rawValue)
        json.field("rowId", row.id)
        json.field("formerId", row.formerID)
        json.field("name", row.name)
        json.field("oldRow", row.oldRow)
        json.field("newRow", row.newRow)
        json.field("certainty", (row.certainty * 1000).rounded() / 1000)
        json.key("cells")
        json.array { json in for cell in row.cells { write(cell, to: &json) } }
      }
    }
  }

  func write(_ cell: WorkbookDifference.Cell, to json: inout JSONText) {
    json.object { json in
      json.field("kind", cell.kind.rawValue)
      json.field("column", cell.column)
      json.field("header", cell.header)
      json.field("old", cell.old)
      json.field("new", cell.new)
      json.field("oldCell", cell.oldCell?.description)
      json.field("newCell", cell.newCell?.description)
      json.field("computed", cell.isComputed)
    }
  }
}
