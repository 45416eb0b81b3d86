// SPDX-License-Identifier: Apache-2.0

import Calculation
import Playbook
import Spreadsheet

/// Updates a team's workbook with the rows of an export, matched by ID: new rows are added below the others, changed inputs are set. Rows
/// that the export no longer has stay and are reported; a blank cell in the export changes nothing.
/// ```swift
/// let update = try WorkbookUpdate(of: team, from: export)
/// let bytes = try update.apply()
/// ```
public struct WorkbookUpdate: Sendable {
  public let report: UpdateReport
  private let edit: WorkbookEdit
  private let workbook: Workbook
  private let asOf: SerialDate?
  /// The rows of the lists to which rows are added, as they were before.
  private let lists: [Int: ClosedRange<Int>]
  private let grownLists: GrownLists

  /// - Parameter accepted: headers of columns whose amounts, or IDs, are brought over although they may mean something else.
  /// - Throws: if no sheet of the export is one of the team's, no sheet has IDs to match rows by, or neither file has an accepted header.
  public init(
    of team: BoundWorkbook, from export: BoundWorkbook, accepting accepted: [String] = []
  ) throws(DealbookError) {
    try Self.check(accepted, team, export)
    workbook = team.workbook
    asOf = team.asOf.flatMap { SerialDate(serial: $0, system: team.workbook.dateSystem) }
    var report = UpdateReport()
    var unmatched: [(LocatedSheet, LocatedSheet)] = []
    var edit = WorkbookEdit()
    var lists: [Int: ClosedRange<Int>] = [:]
    var additions: [ListGrowth] = []
    var numbers: [Int: [CellReference: WorkbookEdit.NumberKind]] = [:]
    for source in export.sheets where source.rows.count > 0 {
      guard let target = team.sheet(source.prefix), target.headerRow != nil else { continue }
      guard let key = Self.key(of: source, target) else {
        unmatched.append((source, target))
        continue
      }
      var sheet = SheetUpdate(
        source, target, key: key, team: team, export: export, accepting: Set(accepted.map(TextFolding.label)))
      do { try sheet.compare() } catch { throw .spreadsheet(error) }
      report.sheets.append(sheet.report)
      for (index, wish) in target.divided(sheet.edit) where !wish.cells.isEmpty || !wish.tables.isEmpty {
        edit.sheets[index] = wish
        numbers[index] = target.numberKinds(in: wish)
      }
      for rows in sheet.additions {
        edit.insertedRows[rows.sheetIndex] = rows.insertion
        lists[rows.sheetIndex] = rows.list
        if let list = rows.list {
          additions.append(
            ListGrowth(
              sheet: rows.sheetIndex,
              list: ListRows(header: rows.sheetIndex == target.sheetIndex ? target.headerRow : nil, rows: list),
              last: rows.edit.appendedRows.map { $0.after + $0.count } ?? list.upperBound))
        }
        edit.sheets[rows.sheetIndex, default: SheetEdit()].cells.merge(rows.edit.cells) { $1 }
        edit.sheets[rows.sheetIndex]?.appendedRows = rows.edit.appendedRows
        numbers[rows.sheetIndex, default: [:]].merge(target.numberKinds(in: rows.edit)) { $1 }
      }
    }
    do { try edit.showNumbers(numbers, of: workbook) } catch { throw .spreadsheet(error) }
    if report.sheets.isEmpty, let (source, target) = unmatched.first { throw Self.noIDs(source, target) }
    report.unmatched = unmatched.map(\.1.title)
    guard !report.sheets.isEmpty else {
      throw .usage(
        Spoken.words(
          "匯出檔裡沒有一張表是團隊工作簿有的；dealbook inspect 可看各有哪些表",
          "no sheet of the export is also in the team's workbook; dealbook inspect shows what each has"))
    }
    self.report = report
    self.edit = edit
    self.lists = lists
    do { grownLists = try GrownLists(additions, of: team) } catch { throw .spreadsheet(error) }
  }

  /// The workbook with the rows of the export, in which the team's own formulas that read them are calculated anew; its own bytes if
  /// nothing changes.
  public func apply() throws(DealbookError) -> [UInt8] {
    do { return try workbook.applyingCalculated(edit, CalculationOptions(asOf: asOf)).bytes } catch {
      throw .spreadsheet(error)
    }
  }

  /// The updated workbook in which what reads a whole list reads the rows that were added as well, with what does so now and what still does
  /// not.
  ///
  /// - Parameters:
  ///   - bytes: the workbook with the rows, after a fill: charts keep a copy of what they display.
  ///   - updated: the workbook with the rows.
  public func growingReaders(
    in bytes: [UInt8], of updated: BoundWorkbook
  ) throws(DealbookError) -> (bytes: [UInt8], grown: [OutsideReader], short: [OutsideReader]) {
    do throws(SpreadsheetError) {
      let limits = workbook.package.limits
      let filled = try Workbook(bytes, limits: limits)
      let (longer, grown) = try grownLists.grow(in: filled)
      let short = try ShortRanges(in: updated, below: lists, except: grown).readers
      guard let longer else { return (bytes, [], short) }
      var changed = edit.sheets.mapValues(\.writtenCells)
      for (sheet, cells) in grown.cells { changed[sheet, default: []].formUnion(cells) }
      let result = try Workbook(longer, limits: limits)
      let calculated = try result.recalculated(after: changed, CalculationOptions(asOf: asOf))
      var consequences = calculated.edit
      consequences.recalculation = calculated.kept.isEmpty ? .never : .always
      return (try result.applying(consequences), try grown.readers(in: result), short)
    } catch {
      throw .spreadsheet(error)
    }
  }

  /// Says which of the export's columns to rename, and to what.
  private static func noIDs(_ source: LocatedSheet, _ target: LocatedSheet) -> DealbookError {
    let ids = target.definition.inputColumns.first { $0.type == .id && target.column($0.key) != nil }
    guard let header = ids.flatMap({ target.column($0.key)?.header }) else {
      return .usage(
        Spoken.words(
          "\(target.title)：列只能按編號對上，而這張表沒有編號欄",
          "\(target.title): rows can only be matched by their IDs, and the sheet has no column of them"))
    }
    let unread = source.unknownHeaders.prefix(12).map { Spoken.words.quoted($0.header) }
    let others = Spoken.words.list(Array(unread))
    return .usage(
      Spoken.words(
        "\(target.title)：列只能按編號「\(header)」對上，而匯出檔的「\(source.title)」沒有這一欄；其中認不出的欄：\(others)。哪一欄是編號，就把欄名改成「\(header)」",
        "\(target.title): rows can only be matched by “\(header)”, and \(source.title) of the export has no such column; "
          + "its columns that were not recognised: \(others). Rename the one with the IDs to “\(header)”"))
  }

  private static func check(
    _ accepted: [String], _ team: BoundWorkbook, _ export: BoundWorkbook
  ) throws(DealbookError) {
    let headers = Set((team.sheets + export.sheets).flatMap(\.columns).map { TextFolding.label($0.header) })
    guard let unknown = accepted.first(where: { !headers.contains(TextFolding.label($0)) }) else { return }
    throw .usage(
      Spoken.words(
        "--accept \(unknown)：兩個檔案都沒有這個欄名的欄",
        "--accept \(unknown): neither file has a column with this header"))
  }

  /// Whether no row of the export can be matched, because none of its sheets has the team's column of IDs, as far as it is understood.
  public static func lacksIDs(_ export: BoundWorkbook, for team: BoundWorkbook) -> Bool {
    !export.sheets.contains { source in
      source.rows.count > 0 && team.sheet(source.prefix).map { key(of: source, $0) != nil } ?? false
    }
  }

  /// The column that identifies rows, if both sheets have it: that of the IDs, or, of invoices, that of their numbers.
  private static func key(of source: LocatedSheet, _ target: LocatedSheet) -> String? {
    let ids = target.definition.inputColumns.filter { $0.type == .id }.map(\.key)
    return (ids + [invoiceNumber]).first { source.column($0) != nil && target.column($0) != nil }
  }

  private static let invoiceNumber = "invoice_no"
}

extension LocatedSheet {
  /// The cells of an edit that get numbers, whose number formats have to suit.
  fileprivate func numberKinds(in edit: SheetEdit) -> [CellReference: WorkbookEdit.NumberKind] {
    let dates = Set(columns.filter { $0.definition.type == .date }.map(\.number))
    return edit.cells.filter { $1.value.number != nil && $1.formula == nil }
      .reduce(into: [:]) { $0[$1.key] = dates.contains($1.key.column) ? .date : .number }
  }
}
