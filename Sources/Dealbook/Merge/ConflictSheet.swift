// SPDX-License-Identifier: Apache-2.0

public import Playbook
public import Spreadsheet

/// The sheet on which a person chooses between conflicting copies.
///
/// It holds the values exactly as they would be written to the cells, so that the choices can be applied from it alone.
public struct ConflictSheet: Sendable {
  /// The header of a hidden column, by which the sheet is recognized.
  static let mark = "dealbook conflicts 1"
  static let headerRow = 3
  /// The number of columns before those of the copies.
  static let baseColumn = 7

  private let plan: MergePlan
  private let words: ConflictWords

  public init(_ plan: MergePlan, language: Language) {
    self.plan = plan
    words = ConflictWords(language: language)
  }

  /// The index of the sheet in a workbook that has one.
  static func position(in workbook: Workbook) -> Int? {
    let names = Set(Language.allCases.map { ConflictWords(language: $0).sheet })
    return workbook.sheets.indices.first { index in
      guard workbook.sheets[index].kind == .worksheet,
        names.contains(where: { workbook.sheets[index].name.hasPrefix($0) }),
        let sheet = try? workbook.worksheet(at: index),
        let grid = try? CellGrid(sheet, within: headerRow...headerRow)
      else { return false }
      return markColumn(of: grid) != nil
    }
  }

  /// The number of conflicts on the sheet whose choices are not applied yet.
  static func undecided(in workbook: Workbook) throws(SpreadsheetError) -> Int {
    guard let index = position(in: workbook) else { return 0 }
    let grid = try CellGrid(workbook.worksheet(at: index))
    guard let mark = markColumn(of: grid) else { return 0 }
    return stride(from: headerRow + 1, through: grid.lastRow, by: 1).count { row in
      grid[row, mark].text.flatMap { MergeConflict.Kind(rawValue: $0) } != nil
    }
  }

  static func markColumn(of grid: CellGrid) -> Int? {
    (1...max(1, grid.lastColumn)).first { grid[headerRow, $0].text == mark }
  }

  /// The sheet as it is added to the result.
  public func design(for workbook: Workbook) -> DesignedSheet {
    var taken = Set(workbook.sheets.map { $0.name.lowercased() })
    if let old = Self.position(in: workbook) { taken.remove(workbook.sheets[old].name.lowercased()) }
    var name = words.sheet
    var number = 2
    while taken.contains(name.lowercased()) {
      name = "\(words.sheet) \(number)"
      number += 1
    }
    var sheet = SheetDesign(name: name)
    sheet.tabColor = "C00000"
    sheet.frozenRows = Self.headerRow
    put(
      1, 1, .text(words.title(plan.conflicts.count)), &sheet,
      CellLook().with {
        $0.isBold = true
        $0.fontSize = 14
      })
    put(2, 1, .text(words.instruction), &sheet)
    let sides = labels
    let mark = Self.baseColumn + sides.count + 3
    let heads = words.headers + sides + [words.choice, words.newID]
    let bold = CellLook().with {
      $0.isBold = true
      $0.fill = "D9E1F2"
    }
    for (place, head) in heads.enumerated() { put(Self.headerRow, place + 1, .text(head), &sheet, bold) }
    for (place, head) in [Self.mark, "sheet", "row", "column"].enumerated() {
      put(Self.headerRow, mark + place, .text(head), &sheet)
    }
    var row = Self.headerRow + 1
    for conflict in plan.conflicts { row = add(conflict, at: row, sides: sides, mark: mark, &sheet) }
    let widths: [Double] = [14, 14, 14, 22, 18, 8, 22] + sides.map { _ in 22 } + [14, 12]
    sheet.columns = widths.enumerated().map { ColumnDesign(column: $0 + 1, width: $1) }
    for column in mark...max(mark + 4 + sides.count, sheet.cells.keys.map(\.column).max() ?? 0) {
      sheet.columns.append(ColumnDesign(column: column, width: 10, isHidden: true))
    }
    sheet.print = .added(headerRow: Self.headerRow)
    return DesignedSheet(sheet)
  }

  /// The names of the copies; ours and theirs if there are two.
  private var labels: [String] {
    guard plan.sides.count > 2 else { return [words.ours, words.theirs] }
    var labels = [words.ours]
    for (number, name) in plan.sides.dropFirst().enumerated() {
      let file = name.split(separator: "/").last.map(String.init) ?? name
      let plain = String(file.filter { !",\"".contains($0) }.prefix(40))
      labels.append(plain.isEmpty || labels.contains(plain) ? "\(words.theirs) \(number + 1)" : plain)
    }
    return labels
  }

  private func put(
    _ row: Int, _ column: Int, _ value: CellValue, _ sheet: inout SheetDesign, _ look: CellLook = CellLook()
  ) {
    guard value != .blank, let place = CellReference(row: row, column: column) else { return }
    sheet.cells[place] = CellDesign(value, look: look)
  }

  /// Writes the lines of one conflict and returns the next row.
  private func add(
    _ conflict: MergeConflict, at row: Int, sides: [String], mark: Int, _ sheet: inout SheetDesign
  ) -> Int {
    let texts = [words.kind(conflict.kind), conflict.sheet, conflict.rowID, conflict.rowName, conflict.header]
    for (place, text) in texts.enumerated() where !text.isEmpty { put(row, place + 1, .text(text), &sheet) }
    if let cell = conflict.cell, let link = CellReference(row: row, column: 6) {
      put(
        row, 6, .text("\(cell)"), &sheet,
        CellLook().with {
          $0.isUnderlined = true
          $0.textColor = "0563C1"
        })
      sheet.links.append(
        CellLink(cell: link, location: "\(SheetName.quoted(conflict.sheet))!\(cell)"))
    }
    let machine = [
      conflict.kind.rawValue, Self.name(conflict.sheetKind, conflict.sheet), conflict.rowID, conflict.column,
    ]
    for (place, text) in machine.enumerated() where !text.isEmpty { put(row, mark + place, .text(text), &sheet) }
    if let id = conflict.newID { put(row, mark - 1, .text(id), &sheet) }
    var choices: [String] = []
    switch conflict.kind {
    case .cell, .note, .formula:
      content(conflict.baseCell, isStuck: false, isDate: conflict.isDate, row, Self.baseColumn, mark: mark, &sheet)
      choices.append(words.base)
    case .discussion:
      put(row, Self.baseColumn, shown(conflict.base), &sheet)
      store(conflict.baseCell.value.text ?? "", row, Self.baseColumn, mark: mark, &sheet)
      choices.append(words.base)
    case .row: choices.append(words.delete)
    case .id: choices.append(words.both)
    case .tab, .header: put(row, Self.baseColumn, shown(conflict.base), &sheet)
    case .covered: value(conflict.baseCell, isDate: conflict.isDate, row, Self.baseColumn, &sheet)
    case .room, .sheet: break
    }
    for option in conflict.options {
      for side in option.sides {
        let column = Self.baseColumn + 1 + side
        switch conflict.kind {
        case .cell, .note:
          content(option.cell, isStuck: option.isStuck, isDate: conflict.isDate, row, column, mark: mark, &sheet)
          if option.isStuck { put(row, column, shown(option.shown), &sheet) }
        case .discussion:
          put(row, column, shown(option.shown.isEmpty ? words.deleted : option.shown), &sheet)
          store(option.cell.value.text ?? "", row, column, mark: mark, &sheet)
        case .row, .sheet:
          put(row, column, shown(option.isDeletion ? words.deleted : option.shown(in: words.language)), &sheet)
        case .id, .room, .formula, .covered, .tab, .header: put(row, column, shown(option.shown), &sheet)
        }
        if !option.isDeletion, !conflict.kind.isByHand { choices.append(sides[side]) }
      }
    }
    if conflict.kind.isByHand { choices.append(words.done) }
    if !choices.isEmpty, let cell = CellReference(row: row, column: mark - 2) {
      sheet.cells[cell] = CellDesign(
        .blank,
        look: CellLook().with {
          $0.fill = "FFF2CC"
          $0.border = "BF9000"
        })
      sheet.validations.append(EntryRule(range: CellRange(cell, cell), kind: .list(choices), severity: .none))
    }
    var next = row + 1
    for option in conflict.options where conflict.kind == .row {
      func line(
        _ part: RowPart, _ column: String, header: String, base: RecordCell, new: RecordCell, isStuck: Bool = false,
        isDate: Bool = false
      ) {
        put(next, 5, .text(header), &sheet)
        content(base, isStuck: false, isDate: isDate, next, Self.baseColumn, mark: mark, &sheet)
        for side in option.sides {
          content(
            part.isEmptied ? RecordCell(value: .text(words.empty)) : new, isStuck: isStuck, isDate: isDate, next,
            Self.baseColumn + 1 + side, mark: mark, &sheet)
        }
        for (place, text) in [part.rawValue, machine[1], conflict.rowID, column].enumerated() where !text.isEmpty {
          put(next, mark + place, .text(text), &sheet)
        }
        next += 1
      }
      for change in option.changes {
        line(
          change.cell.isNothing && !change.isStuck ? .emptiedCell : .cell, change.key, header: change.header,
          base: change.base, new: change.cell, isStuck: change.isStuck, isDate: change.isDate)
      }
      for change in option.notes {
        if let discussion = change.discussion {
          for side in option.sides {
            store(DiscussionText(discussion).text, next, Self.baseColumn + 1 + side, mark: mark, &sheet)
          }
        }
        line(
          change.part, change.column,
          header: change.isDiscussion ? words.discussion(on: change.header) : words.note(on: change.header),
          base: RecordCell(value: shown(change.base)), new: RecordCell(value: shown(change.text)))
      }
    }
    return next
  }

  /// What a line below that of a row in conflict is about.
  enum RowPart: String {
    case cell = "row-cell"
    /// A cell without a value on this side, for which the line holds a word.
    case emptiedCell = "row-cell-emptied"
    case note = "row-note"
    case removedNote = "row-note-removed"
    case discussion = "row-discussion"
    case removedDiscussion = "row-discussion-removed"

    var isEmptied: Bool { self == .emptiedCell || self == .removedNote || self == .removedDiscussion }
    var isNote: Bool { self == .note || self == .removedNote }
    var isDiscussion: Bool { self == .discussion || self == .removedDiscussion }
  }

  /// The hidden columns with the whole of a discussion that another column shows: as many as it needs, one for each column that may show
  /// one apart.
  static func storedColumns(_ column: Int, mark: Int) -> StrideTo<Int> {
    stride(from: mark + 4 + column - baseColumn, to: CellReference.maxColumn + 1, by: mark - baseColumn - 2)
  }

  private func store(_ text: String, _ row: Int, _ column: Int, mark: Int, _ sheet: inout SheetDesign) {
    guard !text.isEmpty else { return }
    for (place, part) in zip(Self.storedColumns(column, mark: mark), TextCut.parts(text)) {
      put(row, place, .text(part), &sheet)
    }
  }

  /// In place of a formula that cannot be written.
  static let stuck = "?"

  /// What a cell would hold. A formula is shown as text and kept beside.
  private func content(
    _ cell: RecordCell, isStuck: Bool, isDate: Bool, _ row: Int, _ column: Int, mark: Int, _ sheet: inout SheetDesign
  ) {
    guard cell.formula != nil || isStuck else { return value(cell, isDate: isDate, row, column, &sheet) }
    put(row, column, shown("=" + (cell.formula ?? "")), &sheet)
    store(isStuck ? Self.stuck : cell.formula ?? "", row, column, mark: mark, &sheet)
  }

  /// What is only shown may be longer than a cell can hold.
  private func shown(_ text: String) -> CellValue { .text(TextCut.fitting(text, sign: words.cut)) }

  private func value(_ cell: RecordCell, isDate: Bool, _ row: Int, _ column: Int, _ sheet: inout SheetDesign) {
    put(
      row, column, cell.value, &sheet,
      CellLook().with {
        if isDate {
          $0.numberFormat = "yyyy-mm-dd"
        } else if let number = cell.value.number, abs(number) >= Self.large {
          $0.numberFormat = number == number.rounded() ? "#,##0" : "#,##0.00"
        }
      })
  }

  /// Numbers from here on have separators. Dates and years aside, they are amounts.
  private static let large = 10_000.0

  /// The identifier of a sheet in the hidden column.
  static func name(_ kind: RecordSheet.Kind, _ title: String) -> String {
    switch kind {
    case .data(let prefix): "data \(prefix)"
    case .around(let prefix): "around \(prefix)"
    case .list(let prefix): "list \(prefix)"
    case .settings: "settings"
    case .plain: "plain \(title)"
    }
  }
}

extension MergeConflict.NoteChange {
  fileprivate var part: ConflictSheet.RowPart {
    if isDiscussion { return text.isEmpty ? .removedDiscussion : .discussion }
    return text.isEmpty ? .removedNote : .note
  }
}
