// SPDX-License-Identifier: Apache-2.0

internal import Base
import Formula
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
  private let options: ReadOptions

  public init(_ workbook: Workbook, playbook: Playbook, options: ReadOptions) throws(DealbookError) {
    do throws(SpreadsheetError) {
      try self.init(BoundWorkbook(workbook, playbook: playbook, options: options), options)
    } catch {
      throw .spreadsheet(error)
    }
  }

  /// - Parameter apart: prefixes of sheets whose tabs are compared by their cells, each for itself.
  init(
    _ team: BoundWorkbook, _ options: ReadOptions, apart: Set<String> = []
  ) throws(SpreadsheetError) {
    self.team = team
    self.options = options
    readers = CellReaders(team)
    let own = try Self.madeByUs(team)
    let workbook = team.workbook
    var tasks: [Task] = []
    let located = Dictionary(team.sheets.map { ($0.sheetIndex, $0) }, uniquingKeysWith: { first, _ in first })
    let parts = Set(team.sheets.filter { !apart.contains($0.prefix) }.flatMap { $0.parts.map(\.sheetIndex) })
    for (index, sheet) in workbook.sheets.enumerated() where sheet.kind == .worksheet && !own.contains(index) {
      guard let part = sheet.part, workbook.package.contains(part), !parts.contains(index) else { continue }
      if let data = located[index], data.headerRow != nil, !data.columns.isEmpty, !apart.contains(data.prefix) {
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

  /// The same records with other sheets.
  private init(_ other: RecordBook, sheets: [RecordSheet], team: BoundWorkbook? = nil) {
    (readers, options) = (other.readers, other.options)
    self.sheets = sheets
    self.team = team ?? other.team
  }

  /// The same without the values of computed columns that nobody typed over, which a merge does not read. They are most of a filled
  /// workbook.
  public var withoutComputed: RecordBook {
    let named = Set(RowNames.keys)
    func isDropped(_ column: LocatedColumn) -> Bool { column.definition.isComputed && !named.contains(column.key) }
    var kept: [String: Set<String>] = [:]
    let sheets = sheets.map { sheet -> RecordSheet in
      guard case .data(let prefix) = sheet.kind else { return sheet }
      let columns = sheet.columns.map { column -> RecordColumn in
        guard let located = column.located, isDropped(located), column.typed.isEmpty else {
          if let located = column.located { kept[prefix, default: []].insert(located.key) }
          return column
        }
        var column = column
        column.values = Column([])
        column.located?.values = column.values
        return column
      }
      return sheet.with(columns: columns)
    }
    var team = team
    team.sheets = team.sheets.map { sheet in
      guard let keys = kept[sheet.prefix] else { return sheet }
      var sheet = sheet
      for place in sheet.columns.indices
      where isDropped(sheet.columns[place]) && !keys.contains(sheet.columns[place].key) {
        sheet.columns[place].values = Column([])
      }
      return sheet
    }
    return RecordBook(self, sheets: sheets, team: team)
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

  /// The workbooks with the same tabs read as one sheet in each of them, and with their tabs numbered alike.
  ///
  /// Whether a tab is read with others depends on what it holds. One that is so in one of the workbooks is in all of them; where that
  /// cannot be, the tabs of that sheet are compared by their cells.
  ///
  /// - Parameter asFirst: whether the first workbook decides, and is left as it is.
  static func agreeing(_ books: [RecordBook], asFirst: Bool = false) throws(SpreadsheetError) -> [RecordBook] {
    var known: [String: KnownTab] = [:]
    for book in asFirst ? Array(books.prefix(1)) : books {
      for tab in KnownTab.all(book.team) where known[tab.title] == nil { known[tab.title] = tab }
    }
    guard !known.isEmpty else { return books }
    var result: [RecordBook] = []
    for book in books {
      guard !book.team.lacking(known).isEmpty else {
        result.append(book)
        continue
      }
      var options = book.options
      options.knownTabs = known
      let team = try BoundWorkbook(book.team.workbook, playbook: book.team.playbook, options: options)
      result.append(try RecordBook(team, options))
    }
    let apart = Set(result.flatMap { $0.team.lacking(known) })
    if !apart.isEmpty {
      if asFirst { return books }
      for place in result.indices {
        result[place] = try RecordBook(books[place].team, books[place].options, apart: apart)
      }
    }
    for prefix in Set(known.values.map(\.prefix)).subtracting(apart) { numberTabs(prefix, &result) }
    return result
  }

  private static func numberTabs(_ prefix: String, _ books: inout [RecordBook]) {
    var numbers = TabNumbers(books[0].data(prefix))
    for place in books.indices {
      guard let data = books[place].data(prefix) else { continue }
      let new = numbers.numbered(data)
      let sheets = books[place].sheets.map { sheet -> RecordSheet in
        if sheet.kind == data.kind { return new }
        guard case .around(prefix) = sheet.kind, let tab = new.tabs.first(where: { $0.sheetIndex == sheet.sheetIndex })
        else { return sheet }
        return sheet.with(rows: sheet.rows.map { $0.on(tab: tab.number) }, tabs: [tab])
      }
      books[place] = RecordBook(books[place], sheets: sheets)
    }
  }

  /// The rows of a data sheet of the playbook.
  func data(_ prefix: String) -> RecordSheet? { sheets.first { $0.kind == .data(prefix) } }
}
