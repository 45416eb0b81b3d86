// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// The repairs of one pass, as requested changes to cells.
struct RepairPlan {
  struct Wish {
    var repair: Repair
    var sheetIndex: Int
    /// The current style of the cell.
    var style: Int
    var note: CellNote?
    /// The number format that the team uses for such cells, if any.
    var format: String?
    /// The cells of a column that changes its unit are repaired together or not at all.
    var group: Int?
  }

  /// A cell of the workbook.
  struct Place: Hashable {
    var sheetIndex: Int
    var cell: CellReference
  }

  var wishes: [Wish] = []
  var unmade: [UnmadeRepair] = []
  /// What still states the former unit of a converted column.
  var stating: [OutsideReader] = []

  /// The edit that makes all changes.
  func edit(in workbook: Workbook) -> WorkbookEdit {
    var edit = WorkbookEdit()
    var styles = CellStyles()
    for wish in wishes {
      let style = Self.style(of: wish, in: workbook, &styles)
      let value = wish.repair.restoresFormula ? .blank : wish.repair.new
      edit.sheets[wish.sheetIndex, default: SheetEdit()].cells[wish.repair.cell] = CellEdit(value, style: style)
      if let note = wish.note {
        edit.sheets[wish.sheetIndex, default: SheetEdit()].notes[wish.repair.cell] = .append(note)
      }
    }
    edit.newStyles = styles.newStyles
    return edit
  }

  /// Removes the change to a cell that the file refuses, with its whole group. Returns false if no change to that cell was planned.
  mutating func drop(_ place: Place, because error: EditError) -> Bool {
    guard let refused = wishes.first(where: { $0.sheetIndex == place.sheetIndex && $0.repair.cell == place.cell })
    else { return false }
    func goes(_ wish: Wish) -> Bool {
      wish.sheetIndex == place.sheetIndex && wish.repair.cell == place.cell
        || wish.group != nil && wish.group == refused.group
    }
    wishes.removeAll(where: goes)
    unmade.append(
      UnmadeRepair(
        rule: refused.repair.rule, sheet: refused.repair.sheet, cell: place.cell, reason: .refused(error)))
    return true
  }

  /// A number needs a format that suits it: not the text format, a date format for a date, a percent format for a share.
  private static func style(of wish: Wish, in workbook: Workbook, _ styles: inout CellStyles) -> StyleChoice {
    guard let type = wish.repair.type, type.isNumeric, wish.repair.restoresFormula || wish.repair.new.number != nil
    else { return .keep }
    let known = workbook.styles.cellFormats
    guard known.isEmpty || known.indices.contains(wish.style) else { return .keep }
    let format = workbook.styles.numberFormat(at: wish.style)
    let isText = format.code == "@"
    let isRescaled = wish.group != nil && type == .percent
    let isShare = (wish.repair.new.number?.magnitude ?? 0) <= 1
    let needsFormat =
      switch type {
      case .date: !format.isDate
      case .percent:
        // 60 is not a share: in a percent format it would show as 6,000 %.
        isText || format.isDate
          || (format.code == NumberFormat.general.code || isRescaled) && !format.isPercent && isShare
      default: isText || format.isDate
      }
    // The apostrophe that made it text would do so again the next time it is edited.
    let isQuoted = known.indices.contains(wish.style) && known[wish.style].hasQuotePrefix
    guard needsFormat || isQuoted else { return .keep }
    return styles.choice(
      NewStyle(
        base: wish.style,
        numberFormat: needsFormat ? wish.format ?? CellStyles.numberFormat(of: type) : nil,
        quotePrefix: isQuoted ? false : nil))
  }
}
