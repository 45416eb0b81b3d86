// SPDX-License-Identifier: Apache-2.0

public import Playbook
public import Spreadsheet
import Zip

/// A workbook after an external edit, with its computed columns recomputed.
public struct MergedWorkbook: Sendable {
  public let bytes: [UInt8]
  /// The changed cells, by sheet index; the team's own formulas may depend on them.
  public let changed: [Int: Set<CellReference>]
  /// Whether there are formulas that are not the tool's.
  public let hasTeamFormulas: Bool
  /// What was recomputed; nil for a workbook that Dealbook never filled.
  public let filled: FillReport?
  /// The formulas whose values are still those of before; nil for all.
  let others: OtherFormulas?

  /// What people should know of what was recomputed.
  public var remarks: [MergeRemark] {
    let cells = filled?.changedCells ?? 0
    return cells > 0 ? [.computedRenewed(cells: cells)] : []
  }

  /// What happens to the sheet of conflicts.
  public enum Conflicts: Sendable {
    /// It stays, if there is one.
    case kept
    /// An existing one is replaced with this one.
    case replaced(DesignedSheet?)
  }

  /// - Parameters:
  ///   - grown: the lists to which the edit adds rows.
  ///   - hasTeamFormulas: whether `workbook` has formulas that are not the tool's, if that is known; otherwise it is read once more to find
  ///     out.
  public init(
    _ workbook: Workbook, _ edit: WorkbookEdit, growing grown: GrownLists = GrownLists(), playbook: Playbook,
    options: ReadOptions, conflicts: Conflicts, hasTeamFormulas known: Bool? = nil
  ) throws(DealbookError) {
    do throws(SpreadsheetError) {
      var changed: [Int: Set<CellReference>] = [:]
      var quiet = edit
      // The caller calculates the values of all formulas, or requests it.
      quiet.recalculation = .never
      var bytes = edit.changesNothing ? workbook.package.archive.bytes : try workbook.applying(quiet, .sparing)
      Self.note(edit, &changed)
      // New sheets come behind the others; what their formulas read may differ here.
      for (place, sheet) in edit.newSheets.enumerated() {
        let formulas = sheet.cells.filter { $0.value.formula != nil }.keys
        if !formulas.isEmpty { changed[workbook.sheets.count + place] = Set(formulas) }
      }
      var report: FillReport?
      var others: OtherFormulas?
      if !edit.changesNothing {
        let merged = try Workbook(bytes, limits: workbook.package.limits)
        for (sheet, rows) in edit.removedRows where !rows.isEmpty {
          changed[sheet] = RemovedRowTrace(rows).moved(changed[sheet] ?? [])
        }
        if edit.removedRows.contains(where: { !$0.value.isEmpty }) {
          changed.merge(try RemovedRowTrace.numbering(in: merged)) { $0.union($1) }
        }
        let fill = try Self.filled(merged, playbook, options)
        bytes = fill.bytes ?? bytes
        (report, others) = (fill.report, fill.others)
        if let wishes = fill.edit { Self.note(wishes, &changed) }
      }
      // Charts keep a copy of what they display, so the computed columns come first.
      let lists = grown.without(edit.removedRows)
      if !lists.lists.isEmpty {
        let growth = try lists.grow(in: Workbook(bytes, limits: workbook.package.limits))
        bytes = growth.bytes ?? bytes
        for (sheet, cells) in growth.grown.cells { changed[sheet, default: []].formUnion(cells) }
      }
      if case .replaced(let sheet) = conflicts {
        let current = try Workbook(bytes, limits: workbook.package.limits)
        if let old = ConflictSheet.position(in: current) {
          // Removed first, so that the new one can have its name.
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
      if edit.writesFormulas {
        hasTeamFormulas = true
      } else if let known {
        hasTeamFormulas = known
      } else {
        hasTeamFormulas =
          try RecordBook(BoundWorkbook(workbook, playbook: playbook, options: options), options).hasTeamFormulas
      }
      self.bytes = bytes
      self.changed = changed
      filled = report
      self.others = others
    } catch {
      throw .spreadsheet(error)
    }
  }

  /// What recomputing the columns that hold the tool's formulas gives.
  private struct Fill {
    /// Nil if nothing changes.
    var bytes: [UInt8]?
    var edit: WorkbookEdit?
    var report: FillReport?
    var others: OtherFormulas?
  }

  private static func filled(
    _ workbook: Workbook, _ playbook: Playbook, _ options: ReadOptions
  ) throws(SpreadsheetError) -> Fill {
    do throws(DealbookError) {
      let analysis = try Analysis(workbook, playbook: playbook, options: options, columns: .present)
      guard analysis.holdsOwnFormulas else { return Fill() }
      let (edit, report) = try FillPlanner(analysis).plan()
      do throws(SpreadsheetError) {
        let others = try FollowedFormulas(analysis, edit, after: [:]).others()
        guard edit.sheets.values.contains(where: { !$0.isEmpty }) || !edit.definedNames.isEmpty else {
          return Fill(report: report, others: others)
        }
        var quiet = edit
        quiet.recalculation = .never
        if let bytes = try? workbook.applying(quiet, .sparing) {
          return Fill(bytes: bytes, edit: edit, report: report, others: others)
        }
      } catch {
        throw .spreadsheet(error)
      }
      // A sheet that cannot be written is left out.
      let filled = try FilledWorkbook(analysis)
      return Fill(bytes: filled.bytes, edit: edit, report: filled.report)
    } catch {
      if case .spreadsheet(let error) = error { throw error }
      // With an unreadable formula in the playbook, nothing is computed.
      return Fill()
    }
  }

  private static func note(_ edit: WorkbookEdit, _ changed: inout [Int: Set<CellReference>]) {
    for (sheet, wishes) in edit.sheets { changed[sheet, default: []].formUnion(wishes.writtenCells) }
  }
}

extension RecordBook {
  /// Whether cells other than the tool's computed columns have formulas.
  public var hasTeamFormulas: Bool {
    sheets.contains { sheet in sheet.columns.contains { !$0.formulas.isEmpty && !($0.isComputed && sheet.kind.isData) }
    }
  }
}

extension WorkbookEdit {
  var writesFormulas: Bool {
    sheets.values.contains { $0.cells.values.contains { $0.formula != nil } }
      || newSheets.contains { $0.cells.values.contains { $0.formula != nil } }
  }

  /// Whether the edit changes nothing.
  var changesNothing: Bool {
    sheets.values.allSatisfy(\.isEmpty) && newSheets.isEmpty && newListSheets.isEmpty && newDesigns.isEmpty
      && removedSheets.isEmpty && definedNames.isEmpty && insertedRows.isEmpty
      && removedRows.allSatisfy(\.value.isEmpty)
  }
}

extension Analysis {
  /// Whether any cell of a computed column holds a formula of the tool.
  var holdsOwnFormulas: Bool { states.holdFormulas { templates[$0] != nil } }
}
