// SPDX-License-Identifier: Apache-2.0

internal import Base
public import Playbook
public import Spreadsheet

/// A workbook as records: the rows of its data sheets, its settings and lists, and all other cells that people write.
///
/// Generated content (the funnel, dashboards, the sheets of findings and conflicts, `_meta`) is left out. Costs one pass over the cells in
/// addition to that of ``BoundWorkbook``, if the sheets have formulas or columns of the team's own.
public struct RecordBook: Sendable {
  public let team: BoundWorkbook
  public let sheets: [RecordSheet]
  let readers: CellReaders

  public init(_ workbook: Workbook, playbook: Playbook, options: ReadOptions) throws(DealbookError) {
    do throws(SpreadsheetError) {
      try self.init(BoundWorkbook(workbook, playbook: playbook, options: options))
    } catch {
      throw .spreadsheet(error)
    }
  }

  init(_ team: BoundWorkbook) throws(SpreadsheetError) {
    self.team = team
    readers = CellReaders(team)
    let own = try Self.madeByUs(team)
    let workbook = team.workbook
    var tasks: [Task] = []
    let located = Dictionary(team.sheets.map { ($0.sheetIndex, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, sheet) in workbook.sheets.enumerated() where sheet.kind == .worksheet && !own.contains(index) {
      guard let part = sheet.part, workbook.package.contains(part) else { continue }
      // Rows of several tabs are numbered consecutively, so such sheets are compared by their cells.
      if let data = located[index], data.headerRow != nil, !data.columns.isEmpty, data.parts.isEmpty {
        tasks.append(.data(data))
      } else if index == team.settings.sheetIndex {
        tasks.append(.settings(index))
      } else if index == team.lists.sheetIndex {
        tasks.append(.lists(index))
      } else {
        tasks.append(.plain(index))
      }
    }
    let jobs = tasks
    sheets = try concurrentMap(jobs.count) { (place: Int) throws(SpreadsheetError) in
      switch jobs[place] {
      case .data(let sheet): try RecordReader(workbook).data(sheet)
      case .settings(let index): [try RecordReader(workbook).settings(at: index)]
      case .lists(let index): try RecordReader(workbook).lists(team.lists, at: index)
      case .plain(let index): [try RecordReader(workbook).plain(at: index)]
      }
    }.flatMap(\.self)
  }

  private enum Task: Sendable {
    case data(LocatedSheet)
    case settings(Int)
    case lists(Int)
    case plain(Int)
  }

  /// Sheets that are generated from the others.
  private static func madeByUs(_ team: BoundWorkbook) throws(SpreadsheetError) -> Set<Int> {
    var own: Set<Int> = []
    if let index = team.funnelIndex { own.insert(index) }
    if let index = team.meta?.sheetIndex { own.insert(index) }
    if let index = try StoredDashboard(team)?.dataIndex { own.insert(index) }
    if let index = try FindingSheet.position(in: team.workbook) { own.insert(index) }
    if let index = ConflictSheet.position(in: team.workbook) { own.insert(index) }
    return own
  }

  /// The sheet at `index` as plain cells, whatever the playbook takes it for.
  func plain(at index: Int) throws(SpreadsheetError) -> RecordSheet { try RecordReader(team.workbook).plain(at: index) }

  /// The rows of a data sheet of the playbook.
  func data(_ prefix: String) -> RecordSheet? { sheets.first { $0.kind == .data(prefix) } }
}
