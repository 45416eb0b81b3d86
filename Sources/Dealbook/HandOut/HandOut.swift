// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// A workbook split by owner: a copy for each person with that person's rows and the rows they refer to.
public struct HandOut: Sendable {
  /// One copy.
  public struct Copy: Sendable {
    public let owner: String
    public let bytes: [UInt8]
    /// The number of the person's own rows, and of rows that they refer to.
    public let ownRows: Int
    public let otherRows: Int
  }

  public let book: RecordBook
  /// All owners of rows, sorted.
  public let owners: [String]
  /// Sheets that no copy contains: those outside the method.
  public let leftOut: [String]
  /// Sheets outside the method that copies contain nevertheless, because formulas refer to them.
  public let kept: [String]

  private let names: RowNames
  private let index: [ColumnReference: [String: Int]]
  private let removed: Set<Int>
  /// By prefix, whose each tab is, where nothing on them names an owner.
  private let tabOwners: [String: [Int: String]]
  /// The indexes of tabs to which formulas elsewhere refer.
  private let namedTabs: Set<Int>

  public init(_ book: RecordBook) throws(DealbookError) {
    self.book = book
    names = RowNames(book.team)
    tabOwners = Self.tabOwners(book, names)
    owners = Set(names.everyOwner + tabOwners.values.flatMap(\.values)).sorted()
    var index: [ColumnReference: [String: Int]] = [:]
    let named = book.team.references.columns(book.team.playbook)
    for sheet in book.sheets {
      guard case .data(let prefix) = sheet.kind else { continue }
      for column in sheet.columns
      where column.isKnown && !column.isComputed
        && (column.isID || column.type == .key || named.contains(ColumnReference(sheet: prefix, column: column.key)))
      {
        var places: [String: Int] = [:]
        for (row, record) in sheet.rows.enumerated() {
          let key = ReferenceIndex.key(column.values[record.offset].shownText)
          if !key.isEmpty, places[key] == nil { places[key] = row }
        }
        index[ColumnReference(sheet: prefix, column: column.key)] = places
      }
    }
    self.index = index
    do throws(SpreadsheetError) {
      let (gone, named) = try Self.outside(book)
      removed = gone
      namedTabs = try Self.namedTabs(book, without: gone)
      leftOut = gone.sorted().map { book.team.workbook.sheets[$0].name }
      kept = named.map { book.team.workbook.sheets[$0].name }
    } catch {
      throw .spreadsheet(error)
    }
  }

  /// Sheets outside the method, and those among them that formulas of the others refer to.
  private static func outside(_ book: RecordBook) throws(SpreadsheetError) -> (Set<Int>, [Int]) {
    let workbook = book.team.workbook
    var candidates = Set(book.sheets.filter { $0.kind == .plain }.map(\.sheetIndex))
    if let data = try StoredDashboard(book.team)?.dataIndex { candidates.insert(data) }
    if let index = try FindingSheet.position(in: workbook) { candidates.insert(index) }
    if let index = ConflictSheet.position(in: workbook) { candidates.insert(index) }
    let named = try named(candidates, by: Set(workbook.sheets.indices).subtracting(candidates), in: workbook)
    return (candidates.subtracting(named), named.sorted())
  }

  /// Those of some sheets to which formulas on others refer.
  private static func named(
    _ candidates: Set<Int>, by others: Set<Int>, in workbook: Workbook
  ) throws(SpreadsheetError) -> Set<Int> {
    var formulas = workbook.definedNames.filter { $0.sheetIndex == nil }.map(\.formula)
    for index in others.sorted() where workbook.sheets[index].kind == .worksheet {
      formulas += try CellGrid(workbook.worksheet(at: index)).formulas.values
    }
    return candidates.filter { index in
      let name = workbook.sheets[index].name
      let quoted = SheetName.quoted(name) + "!"
      return formulas.contains { $0.contains(quoted) || $0.contains(name + "!") }
    }
  }

  /// Tabs of one sheet to which formulas elsewhere refer: they are in every copy.
  private static func namedTabs(_ book: RecordBook, without gone: Set<Int>) throws(SpreadsheetError) -> Set<Int> {
    let workbook = book.team.workbook
    var all: Set<Int> = []
    for sheet in book.sheets where sheet.kind.isData && sheet.tabs.count > 1 {
      for tab in sheet.tabs {
        let others = Set(workbook.sheets.indices).subtracting(gone).subtracting([tab.sheetIndex])
        all.formUnion(try named([tab.sheetIndex], by: others, in: workbook))
      }
    }
    return all
  }

  /// A tab for each person, whose name is on it, needs no column of owners.
  private static func tabOwners(_ book: RecordBook, _ names: RowNames) -> [String: [Int: String]] {
    var owners: [String: [Int: String]] = [:]
    for sheet in book.sheets where sheet.tabs.count > 1 {
      guard case .data(let prefix) = sheet.kind,
        !sheet.rows.contains(where: { !names.owner(sheet: prefix, offset: $0.offset).isEmpty })
      else { continue }
      // A year, a month or a number is nobody.
      for tab in sheet.tabs where !tab.title.contains(where: \.isNumber) {
        owners[prefix, default: [:]][tab.number] = StraySpace.cleaned(tab.title)
      }
    }
    return owners
  }

  private func owner(_ sheet: RecordSheet, _ prefix: String, _ row: RecordRow) -> String {
    let name = names.owner(sheet: prefix, offset: row.offset)
    return name.isEmpty ? tabOwners[prefix]?[row.tab] ?? "" : name
  }

  // MARK: One person

  /// The rows for a person: their own, those that these refer to, and sheets whose rows belong to nobody.
  private func given(_ owner: String) -> (own: [String: Set<Int>], all: [String: Set<Int>]) {
    var own: [String: Set<Int>] = [:]
    var all: [String: Set<Int>] = [:]
    var open: [(prefix: String, row: Int)] = []
    for sheet in book.sheets {
      guard case .data(let prefix) = sheet.kind else { continue }
      let isNobodys = !sheet.rows.contains { !self.owner(sheet, prefix, $0).isEmpty }
      for (row, record) in sheet.rows.enumerated() {
        let belongs = self.owner(sheet, prefix, record)
        if belongs.lowercased() == owner.lowercased(), !belongs.isEmpty { own[prefix, default: []].insert(row) }
        if isNobodys || own[prefix]?.contains(row) == true, all[prefix, default: []].insert(row).inserted {
          open.append((prefix, row))
        }
      }
    }
    while let (prefix, row) = open.popLast() {
      guard let sheet = book.data(prefix) else { continue }
      for (place, column) in sheet.columns.enumerated() {
        guard case .reference(let target)? = column.located?.definition.allowed else { continue }
        let key = ReferenceIndex.key(sheet.cell(row, place).value.shownText)
        guard !key.isEmpty, let found = index[target]?[key], all[target.sheet, default: []].insert(found).inserted
        else {
          continue
        }
        open.append((target.sheet, found))
      }
    }
    return (own, all)
  }

  /// The copy for one person.
  ///
  /// - Parameters:
  ///   - origin: identifies the state of the workbook.
  ///   - redacts: whether cells with personal data are emptied in other people's rows.
  public func copy(
    for owner: String, origin: String, redacts: Bool, options: ReadOptions
  ) throws(DealbookError) -> Copy {
    let (own, all) = given(owner)
    let workbook = book.team.workbook
    let personal = PersonalColumns(book.team.playbook)
    var edit = WorkbookEdit()
    var removed = removed
    do {
      for sheet in book.sheets {
        guard case .data(let prefix) = sheet.kind else { continue }
        let rows = sheet.rows.indices.filter { all[prefix]?.contains($0) == true }
        for tab in sheet.tabs {
          let here = rows.filter { sheet.rows[$0].tab == tab.number }
          if sheet.tabs.count > 1, here.isEmpty, rows.count > 0, !namedTabs.contains(tab.sheetIndex) {
            removed.insert(tab.sheetIndex)
            continue
          }
          var emptied: Set<CellReference> = []
          if redacts {
            for row in here where own[prefix]?.contains(row) != true {
              for (place, column) in sheet.columns.enumerated()
              where personal.concerns(column, prefix, sheet.cell(row, place)) {
                if let cell = sheet.place(row, place) { emptied.insert(cell) }
              }
            }
          }
          let packed = try RowPacking(
            workbook, tab: tab, kept: here.map { sheet.rows[$0].number }, range: Self.range(of: sheet, on: tab, book),
            without: emptied
          ).edit()
          edit.sheets[tab.sheetIndex] = packed
        }
      }
      let keys = { (rows: [String: Set<Int>]) in
        rows.reduce(into: [String: Set<String>]()) { result, entry in
          guard let sheet = book.data(entry.key) else { return }
          result[entry.key] = Set(entry.value.map { sheet.rows[$0].key }.filter { !$0.isEmpty })
        }
      }
      mark(
        HandOutMark(origin: origin, owner: owner, rows: keys(all), own: keys(own), isRedacted: redacts), in: &edit)
      let merged = try MergedWorkbook(
        workbook, edit, playbook: book.team.playbook, options: options, conflicts: .kept)
      // A total must not tell the sum of the rows of others, nor must our funnel, which a fill leaves alone where no row is left.
      let isEmptied = book.sheets.contains { sheet in
        guard case .data(let prefix) = sheet.kind else { return false }
        return !sheet.rows.isEmpty && all[prefix]?.isEmpty != false
      }
      var bytes = try merged.calculated(workbook.package.limits, includesOurs: isEmptied)
      if !removed.isEmpty {
        var last = WorkbookEdit()
        last.removedSheets = removed
        bytes = try Workbook(bytes, limits: workbook.package.limits).applying(last)
      }
      bytes = try Workbook(bytes, limits: workbook.package.limits).withoutUnusedStrings()
      bytes = try Workbook(bytes, limits: workbook.package.limits).withoutUnusedPeople()
      let ownCount = own.values.reduce(0) { $0 + $1.count }
      return Copy(
        owner: owner, bytes: bytes, ownRows: ownCount, otherRows: all.values.reduce(0) { $0 + $1.count } - ownCount)
    } catch let error as DealbookError {
      throw error
    } catch let error as SpreadsheetError {
      throw .spreadsheet(error)
    } catch {
      throw .usage("\(error)")
    }
  }

  /// From the first to the last data row on a tab.
  private static func range(of sheet: RecordSheet, on tab: RecordTab, _ book: RecordBook) -> Range<Int> {
    guard sheet.tabs.count > 1 else { return book.team.sheet(sheet.prefix)?.rows.range ?? 0..<0 }
    let numbers = sheet.numbers(onTab: tab.number)
    return (numbers.min() ?? 0)..<((numbers.max() ?? -1) + 1)
  }

  private func mark(_ mark: HandOutMark, in edit: inout WorkbookEdit) {
    var cells: [CellReference: CellEdit] = [:]
    var row = book.team.meta?.lastRow ?? 0
    for (key, value) in mark.entries {
      row += 1
      if let cell = CellReference(row: row, column: MetaSheet.keyColumn) { cells[cell] = CellEdit(.text(key)) }
      if let cell = CellReference(row: row, column: MetaSheet.valueColumn) { cells[cell] = CellEdit(value) }
    }
    if let index = book.team.meta?.sheetIndex {
      edit.sheets[index, default: SheetEdit()].cells.merge(cells) { _, new in new }
    } else {
      var sheet = NewSheet(name: MetaSheet.name, hidden: true)
      sheet.cells = cells
      edit.newSheets.append(sheet)
    }
  }
}

/// Which cells hold personal data: those on the sheets that a rule about personal data watches, and any that contain such a number.
struct PersonalColumns {
  private let prefixes: Set<String>

  init(_ playbook: Playbook) {
    prefixes = Set(
      playbook.rules.filter { $0.kind == .personalData }.compactMap { rule -> String? in
        if case .sheet(let prefix) = rule.sheet { prefix } else { nil }
      })
  }

  func concerns(_ column: RecordColumn, _ prefix: String, _ cell: RecordCell) -> Bool {
    guard case .text(let text) = cell.value else { return false }
    if PersonalData.isIn(text) { return true }
    guard prefixes.contains(prefix) else { return false }
    switch column.type {
    case .text?, nil: return true
    default: return false
    }
  }
}
