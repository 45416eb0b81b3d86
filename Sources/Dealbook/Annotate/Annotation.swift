// SPDX-License-Identifier: Apache-2.0

public import Playbook
public import Spreadsheet

/// Writes findings into a workbook: a sheet that lists them, and notes on their cells. Whatever an earlier annotation wrote is replaced or
/// removed. Notes written by people stay as they are, and their cells get no new note.
public struct AnnotationPlanner: Sendable {
  /// More notes per sheet would not help; the worst findings get them.
  public static let notesPerSheet = 500

  private let workbook: Workbook
  private let words: AnnotationWords

  public init(_ workbook: Workbook, language: Language) {
    self.workbook = workbook
    words = AnnotationWords(language: language)
  }

  /// - Parameter findings: sorted by severity, otherwise kept in this order. If empty, the edit removes annotations.
  public func plan(_ findings: [AnnotatedFinding]) throws(DealbookError) -> WorkbookEdit {
    let ranked = findings.enumerated().sorted { a, b in
      (b.element.severity, a.offset) < (a.element.severity, b.offset)
    }.map(\.element)
    var edit = WorkbookEdit()
    do throws(SpreadsheetError) {
      try planSheet(ranked, &edit)
      try planNotes(ranked, &edit)
    } catch {
      throw .spreadsheet(error)
    }
    return edit
  }

  private func planSheet(_ findings: [AnnotatedFinding], _ edit: inout WorkbookEdit) throws(SpreadsheetError) {
    let old = try FindingSheet.position(in: workbook)
    if findings.isEmpty {
      guard let old else { return }
      // The sheet must not be removed if a formula refers to it.
      if try workbook.partThatNames(sheetAt: old, table: FindingSheet.table) == nil, workbook.sheets.count > 1 {
        edit.removedSheets = [old]
        return
      }
    }
    var sheet = FindingSheet(words: words).sheet(findings, called: name(replacing: old), of: workbook)
    if let old {
      if try FindingSheet.isSame(sheet, at: old, of: workbook) { return }
      edit.removedSheets = [old]
      sheet.place = old
    }
    edit.newListSheets = [sheet]
  }

  /// The name of the sheet that is replaced, since formulas may refer to it; otherwise a name that no sheet has.
  private func name(replacing old: Int?) -> String {
    if let old { return workbook.sheets[old].name }
    let taken = Set(workbook.sheets.map { $0.name.lowercased() })
    var name = words.sheet
    var number = 2
    while taken.contains(name.lowercased()) {
      name = "\(words.sheet) \(number)"
      number += 1
    }
    return name
  }

  private func planNotes(_ findings: [AnnotatedFinding], _ edit: inout WorkbookEdit) throws(SpreadsheetError) {
    var bySheet: [String: [CellReference: [AnnotatedFinding]]] = [:]
    for finding in findings where finding.isMarked {
      guard let cell = finding.cell.flatMap({ CellReference($0) }) else { continue }
      if bySheet[finding.sheet]?[cell] == nil, bySheet[finding.sheet]?.count ?? 0 >= Self.notesPerSheet { continue }
      bySheet[finding.sheet, default: [:]][cell, default: []].append(finding)
    }
    for (index, sheet) in workbook.sheets.enumerated() where sheet.kind == .worksheet {
      guard let part = sheet.part, workbook.package.contains(part), !edit.removedSheets.contains(index) else {
        continue
      }
      var notes: [CellReference: NoteEdit] = [:]
      for (cell, findings) in bySheet[sheet.name] ?? [:] {
        notes[cell] = .set(CellNote(author: FindingNote.author, text: FindingNote.text(findings, words)))
      }
      let stored = try workbook.notes(at: index)
      for (cell, note) in stored.notes {
        guard !stored.discussed.contains(cell), let rest = FindingNote.rest(of: note.text) else {
          notes[cell] = nil
          continue
        }
        if !rest.isEmpty {
          notes[cell] = .set(CellNote(author: note.author, text: rest))
        } else if notes[cell] == nil {
          notes[cell] = .remove
        }
      }
      if !notes.isEmpty { edit.sheets[index, default: SheetEdit()].notes = notes }
    }
  }
}
