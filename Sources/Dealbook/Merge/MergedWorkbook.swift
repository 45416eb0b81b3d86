public import Playbook
public import Spreadsheet
import Zip

/// A workbook after an edit that came from elsewhere, with its computed columns computed anew.
public struct MergedWorkbook: Sendable {
  public let bytes: [UInt8]
  /// The cells that differ, by position of the sheet: what formulas of the team's own may rest on.
  public let changed: [Int: Set<CellReference>]
  /// Whether there are formulas that are not ours.
  public let hasTeamFormulas: Bool
  /// What was computed anew; nil for a workbook that Dealbook never filled.
  public let filled: FillReport?

  /// What becomes of the sheet of conflicts.
  public enum Conflicts: Sendable {
    /// It stays, if there is one.
    case kept
    /// One that is there goes, and this one comes.
    case replaced(DesignedSheet?)
  }

  public init(
    _ workbook: Workbook, _ edit: WorkbookEdit, playbook: Playbook, options: ReadOptions, conflicts: Conflicts
  ) throws(DealbookError) {
    do throws(SpreadsheetError) {
      var changed: [Int: Set<CellReference>] = [:]
      var quiet = edit
      // Whoever has the values of all formulas calculates them, or asks for it.
      quiet.recalculation = .never
      var bytes = edit.changesNothing ? workbook.package.archive.bytes : try workbook.applying(quiet)
      Self.note(edit, &changed)
      var report: FillReport?
      if !edit.changesNothing {
        let merged = try Workbook(bytes, limits: workbook.package.limits)
        let (computed, wishes, told) = try Self.filled(merged, playbook, options)
        bytes = computed ?? bytes
        report = told
        if let wishes { Self.note(wishes, &changed) }
      }
      if case .replaced(let sheet) = conflicts {
        let current = try Workbook(bytes, limits: workbook.package.limits)
        if let old = ConflictSheet.position(in: current) {
          // Taken out first, so that the new one may have its name.
          var without = WorkbookEdit()
          without.recalculation = .never
          without.removedSheets = [old]
          bytes = try current.applying(without)
        }
        if let sheet {
          var last = WorkbookEdit()
          last.recalculation = .never
          last.newDesigns = [sheet]
          bytes = try Workbook(bytes, limits: workbook.package.limits).applying(last)
        }
      }
      hasTeamFormulas =
        try RecordBook(TeamWorkbook(workbook, playbook: playbook, options: options)).hasTeamFormulas
        || edit.writesFormulas
      self.bytes = bytes
      self.changed = changed
      filled = report
    } catch {
      throw .spreadsheet(error)
    }
  }

  /// The bytes with the computed columns that are there and hold formulas of ours; nil where there are none.
  private static func filled(
    _ workbook: Workbook, _ playbook: Playbook, _ options: ReadOptions
  ) throws(SpreadsheetError) -> ([UInt8]?, WorkbookEdit?, FillReport?) {
    do throws(DealbookError) {
      let analysis = try Analysis(workbook, playbook: playbook, options: options, columns: .present)
      guard analysis.holdsOwnFormulas else { return (nil, nil, nil) }
      let (edit, report) = try FillPlanner(analysis).plan()
      guard edit.sheets.values.contains(where: { !$0.isEmpty }) || !edit.definedNames.isEmpty else {
        return (nil, nil, report)
      }
      var quiet = edit
      quiet.recalculation = .never
      if let bytes = try? workbook.applying(quiet) { return (bytes, edit, report) }
      // A sheet that refuses is left out.
      let filled = try FilledWorkbook(analysis)
      return (filled.bytes, edit, filled.report)
    } catch {
      if case .spreadsheet(let error) = error { throw error }
      // A playbook whose formulas cannot be read computes nothing.
      return (nil, nil, nil)
    }
  }

  private static func note(_ edit: WorkbookEdit, _ changed: inout [Int: Set<CellReference>]) {
    for (sheet, wishes) in edit.sheets {
      changed[sheet, default: []].formUnion(wishes.cells.keys)
      for fill in wishes.fills {
        for (index, isWritten) in fill.written.enumerated() where isWritten {
          if let cell = CellReference(row: fill.firstRow + index, column: fill.column) {
            changed[sheet, default: []].insert(cell)
          }
        }
      }
    }
  }
}

extension RecordBook {
  /// Whether cells that are no computed columns of ours have formulas.
  var hasTeamFormulas: Bool {
    sheets.contains { sheet in sheet.columns.contains { !$0.formulas.isEmpty && !($0.isComputed && sheet.kind.isData) }
    }
  }
}

extension WorkbookEdit {
  var writesFormulas: Bool { sheets.values.contains { $0.cells.values.contains { $0.formula != nil } } }

  /// Whether it asks for nothing.
  var changesNothing: Bool {
    sheets.values.allSatisfy(\.isEmpty) && newSheets.isEmpty && newListSheets.isEmpty && newDesigns.isEmpty
      && removedSheets.isEmpty && definedNames.isEmpty && insertedRows.isEmpty
  }
}

extension Analysis {
  /// Whether some cell of a computed column holds a formula of ours.
  var holdsOwnFormulas: Bool { states.holdFormulas { templates[$0] != nil } }
}
