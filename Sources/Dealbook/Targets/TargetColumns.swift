// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Targets with a row for each owner and a column for each month, quarter or year.
struct TargetColumns {
  /// Why a sheet that says it holds such targets is not read.
  enum Doubt: Hashable {
    /// Nothing says of which year its months or quarters are.
    case noYear
    /// A column of totals says something else than its parts.
    case otherTotal(CellReference)
    /// Formulas whose values are not known.
    case unstored(CellReference)
    /// Of which business year its periods are can be read in two ways.
    case businessYear
    /// A period stands above two columns.
    case twice(CellReference)
  }

  struct Period {
    let number: Int
    let first: SerialDate
    let last: SerialDate
  }

  let headerRow: Int
  /// The column of the owners.
  let owners: Int
  /// The columns of the shortest periods, from left to right.
  let columns: [Period]
  /// From the first owner to the last.
  let rows: ClosedRange<Int>
  /// The rows of owners; others are blank or totals.
  let ownerRows: [Int]
  /// The year that deals alone say; nil if the sheet says it.
  let yearOfDeals: Int?

  /// What is known beside the sheet.
  struct Context {
    /// The folded names of those who own deals, and what else stands for them.
    var owners: Set<String>
    /// The year in which all deals of the workbook close; nil if there are several.
    var year: Int?
    /// The first month of the period, if it is a business year that does not begin in January, and its calendar year.
    var businessYear: (month: Int, year: Int)?
    var totals: TotalWords
    var isStale: Bool
  }

  enum Outcome {
    case read(TargetColumns)
    case doubted(Doubt)
  }

  /// Nil for a sheet of something else.
  static func read(_ sample: SheetSample, _ context: Context) -> Outcome? {
    guard !context.owners.isEmpty else { return nil }
    for row in sample.rows.prefix(mostRowsAbove) {
      let periods = row.cells.compactMap { cell in
        PeriodHeader(cell, sample.dateSystem).map { (cell: cell, period: $0) }
      }
      guard let first = periods.first, periods.count > 1 || first.period.length == .year || first.period.year != nil
      else { continue }
      guard let place = TargetOwners(sample, below: row.index, leftOf: first.cell.column, context),
        periods.count > 1 || row[place.column] != nil
      else { continue }
      return read(periods, sample, row, place, context)
    }
    return nil
  }

  private static func read(
    _ periods: [(cell: SheetSample.Cell, period: PeriodHeader)], _ sample: SheetSample, _ row: SheetSample.Row,
    _ place: TargetOwners, _ context: Context
  ) -> Outcome? {
    guard let shortest = periods.map(\.period.length).min() else { return nil }
    let parts = periods.filter { $0.period.length == shortest }
    var seen: Set<PeriodHeader> = []
    for part in parts where !seen.insert(part.period).inserted {
      return CellReference(row: row.index, column: part.cell.column).map { .doubted(.twice($0)) }
    }
    // A column of a single year beside those of its months is their total.
    let said = SaidYears(periods.map(\.period), sample, header: row)
    let hasOwnYears = parts.allSatisfy { $0.period.year != nil }
    guard let year = hasOwnYears ? 0 : said.year ?? context.year else { return .doubted(.noYear) }
    var columns: [Period] = []
    for part in parts {
      var (first, calendarYear) = (part.period.firstMonth, part.period.year ?? year)
      if let business = context.businessYear, shortest != .month || !hasOwnYears {
        // The months of a business year lie in two calendar years.
        guard shortest != .year, calendarYear == business.year || calendarYear == business.year + 1 else {
          return .doubted(.businessYear)
        }
        if shortest == .month {
          calendarYear = first >= business.month ? business.year : business.year + 1
        } else {
          let month = business.month - 1 + first - 1
          (first, calendarYear) = (month % 12 + 1, business.year + month / 12)
        }
      }
      let end = first - 1 + shortest.rawValue
      guard let day = SerialDate(year: calendarYear, month: first, day: 1),
        let next = SerialDate(year: calendarYear + end / 12, month: end % 12 + 1, day: 1),
        let last = next.serial(in: .year1900).flatMap({ SerialDate(serial: $0 - 1, system: .year1900) })
      else { return nil }
      columns.append(Period(number: part.cell.column, first: day, last: last))
    }
    if let doubt = place.doubt(parts.map(\.cell.column), isStale: context.isStale) { return .doubted(doubt) }
    if let cell = place.otherTotal(of: parts.map { ($0.cell.column, $0.period) }, beside: periods, in: row, context) {
      return .doubted(.otherTotal(cell))
    }
    guard let firstRow = place.rows.first, let lastRow = place.rows.last else { return nil }
    return .read(
      TargetColumns(
        headerRow: row.index, owners: place.column, columns: columns, rows: firstRow...lastRow, ownerRows: place.rows,
        yearOfDeals: hasOwnYears || said.year != nil ? nil : year))
  }

  private static let mostRowsAbove = 12
}

/// The one year that the texts above a table, its headers and the name on its tab say.
private struct SaidYears {
  let year: Int?

  init(_ periods: [PeriodHeader], _ sample: SheetSample, header: SheetSample.Row) {
    var years = Set(periods.compactMap(\.year))
    if years.isEmpty {
      for row in sample.rows where row.index <= header.index {
        for cell in row.cells { if let text = cell.typedText { years.formUnion(PeriodHeader.years(in: text)) } }
      }
      years.formUnion(PeriodHeader.years(in: sample.title))
    }
    year = years.count == 1 ? years.first : nil
  }
}

/// The rows of a table in which owners stand.
private struct TargetOwners {
  let column: Int
  let rows: [Int]
  private let sample: SheetSample

  /// Nil if no column holds the owners of deals.
  init?(_ sample: SheetSample, below header: Int, leftOf period: Int, _ context: TargetColumns.Context) {
    var best: (column: Int, rows: [Int], known: Int)?
    let below = sample.rows.filter { $0.index > header }
    let columns = Set(below.flatMap { $0.cells.filter { $0.typedText != nil }.map(\.column) }).filter { $0 < period }
    for column in columns.sorted() {
      var (rows, known): ([Int], Int) = ([], 0)
      var last = header
      for row in below {
        // Below two blank rows another table begins.
        guard row.index <= last + 3 else { break }
        guard let name = row[column]?.value.text, !StraySpace.isBlank(name) else { continue }
        last = row.index
        if context.totals.contains(name) || context.totals.nameTotal(name) { continue }
        rows.append(row.index)
        if context.owners.contains(ReferenceIndex.key(name)) { known += 1 }
      }
      guard known > 0, known * 2 >= rows.count, known > best?.known ?? 0 else { continue }
      best = (column, rows, known)
    }
    guard let best, sample.rows.last.map({ $0.index < SheetSample.lastRow }) ?? false else { return nil }
    (column, rows, self.sample) = (best.column, best.rows, sample)
  }

  /// Amounts that formulas give and the file does not hold.
  func doubt(_ columns: [Int], isStale: Bool) -> TargetColumns.Doubt? {
    for index in rows {
      guard let row = sample.row(index) else { continue }
      for column in columns {
        guard let cell = row[column], cell.hasFormula, isStale || cell.isBlank,
          let place = CellReference(row: index, column: column)
        else { continue }
        return .unstored(place)
      }
    }
    return nil
  }

  /// A cell of a total beside the periods that is not the sum of its parts.
  func otherTotal(
    of parts: [(column: Int, period: PeriodHeader)], beside periods: [(cell: SheetSample.Cell, period: PeriodHeader)],
    in header: SheetSample.Row, _ context: TargetColumns.Context
  ) -> CellReference? {
    guard let shortest = parts.first?.period.length else { return nil }
    var totals: [(column: Int, parts: [Int])] = []
    for (cell, period) in periods where period.length > shortest {
      let inside = parts.filter { part in
        (period.year == nil || part.period.year == nil || period.year == part.period.year)
          && (period.firstMonth..<(period.firstMonth + period.length.rawValue)).contains(part.period.firstMonth)
      }
      guard inside.count * shortest.rawValue == period.length.rawValue else { continue }
      totals.append((cell.column, inside.map(\.column)))
    }
    if Set(parts.map(\.period.year)).count == 1 {
      for cell in header.cells {
        guard let text = cell.typedText, context.totals.nameTotal(text) || context.totals.contains(text) else {
          continue
        }
        totals.append((cell.column, parts.map(\.column)))
      }
    }
    for index in rows {
      guard let row = sample.row(index) else { continue }
      for (column, parts) in totals {
        guard let total = row[column]?.value.number else { continue }
        let sum = parts.reduce(0) { $0 + (row[$1]?.value.number ?? 0) }
        if abs(sum - total) > max(1, abs(total) / 1000) { return CellReference(row: index, column: column) }
      }
    }
    return nil
  }
}
