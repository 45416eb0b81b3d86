// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// The names by which drop-down lists offer the labels of the Lists sheet. No formula of the tool has to use them, so nothing else would make
/// them longer when somebody adds a label.
struct LabelNames {
  /// The names that end above the last label, with all labels.
  let grown: [DefinedNameEdit]

  init(_ team: BoundWorkbook) {
    // Before a fill has left its mark, a name is the team's whatever it is called.
    guard team.meta != nil, let index = team.lists.sheetIndex else {
      grown = []
      return
    }
    grown = team.workbook.definedNames.compactMap { name in
      guard name.sheetIndex == nil, case .listColumn(let list, let column)? = team.playbook.meaning(ofName: name.name),
        let table = team.lists[list], let number = table.places[column], table.count > 0,
        let place = SheetPlace(name.formula, in: team.workbook), place.sheetIndex == index,
        place.range.columns == number...number
      else { return nil }
      let rows = table.rows.lowerBound...(table.rows.lowerBound + table.count - 1)
      // A name for some of the labels that every workbook has was meant to stand for those.
      guard place.range.rows.lowerBound == rows.lowerBound, place.range.rows.upperBound < rows.upperBound,
        place.range.rows.count >= table.definition.rows.count
      else { return nil }
      return DefinedNameEdit(
        name: name.name,
        formula: AbsoluteReference.text(sheet: team.workbook.sheets[index].name, column: number, rows: rows))
    }
  }
}
