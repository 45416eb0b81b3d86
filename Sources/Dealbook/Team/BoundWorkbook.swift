// SPDX-License-Identifier: Apache-2.0

import Formula
public import Playbook
public import Spreadsheet

/// A team's workbook as Dealbook understands it: sheets located, columns recognized, settings and lists read.
public struct BoundWorkbook: Sendable {
  public let workbook: Workbook
  public let playbook: Playbook
  /// The language of the workbook's labels, in which its cells are read and new cells are written. It depends on the workbook alone,
  /// whatever the language of messages.
  public let language: Language
  /// The language of messages: the caller's, otherwise the workbook's, otherwise the caller's fallback.
  public let messageLanguage: Language
  public let profile: Profile
  /// The data sheets that were found, in the playbook's order.
  public internal(set) var sheets: [LocatedSheet]
  /// Sheets that are not the playbook's, or a second one of a kind, by position.
  public let otherSheets: [OtherSheet]
  public internal(set) var settings: SettingsTable
  public internal(set) var lists: ListTables
  /// The index of the funnel sheet.
  public let funnelIndex: Int?
  let meta: MetaSheet?
  /// Whether the file requests a full calculation before the values of its formulas are used.
  let callsValuesStale: Bool
  /// The sheets before they were marked with what they say of each other.
  var asRead: [LocatedSheet] = []
  /// By what the sheets refer to each other.
  var references = References()
  /// The rows that cells of other sheets seem to mean.
  var likes = LikeReferences()
  /// People whose names are spelled in several ways.
  var persons = PersonSpellings.none
  /// By what name the person is called whom a cell names, however the cell spells it.
  package func calledName(_ text: String) -> String { persons.name(text) }

  private let positions: [String: Int]

  init(
    workbook: Workbook, playbook: Playbook, language: Language, messageLanguage: Language, profile: Profile,
    sheets: [LocatedSheet], otherSheets: [OtherSheet], settings: SettingsTable, lists: ListTables, funnelIndex: Int?,
    meta: MetaSheet?, callsValuesStale: Bool
  ) {
    self.workbook = workbook
    self.playbook = playbook
    self.language = language
    self.messageLanguage = messageLanguage
    self.profile = profile
    self.sheets = sheets
    self.otherSheets = otherSheets
    self.settings = settings
    self.lists = lists
    self.funnelIndex = funnelIndex
    self.meta = meta
    self.callsValuesStale = callsValuesStale
    positions = Dictionary(uniqueKeysWithValues: sheets.enumerated().map { ($0.element.prefix, $0.offset) })
  }

  public func sheet(_ prefix: String) -> LocatedSheet? { positions[prefix].map { sheets[$0] } }

  /// Whether the workbook has the sheet.
  func has(_ prefix: String) -> Bool { positions[prefix] != nil }

  /// Whether the workbook has the column, whoever fills it.
  func has(_ id: ColumnID) -> Bool { positions[id.sheet].map { sheets[$0].holds(id.key) } ?? false }

  /// The cells of a column of a sheet; nil if the workbook does not have it.
  func values(of id: ColumnID) -> Column? {
    guard let position = positions[id.sheet] else { return nil }
    return sheets[position].values(of: id.key)
  }

  /// The date to which all ages are counted, as a serial number in the workbook's date system.
  public var asOf: Double? { settings.number("AsOf") }

  /// Whether a computed column holds plain values from the tool: it has no formula, or an earlier run wrote values instead.
  func holdsValues(_ id: ColumnID) -> Bool {
    playbook.sheet(id.sheet)?.column(id.key)?.formula == nil
      || meta?.entries[MetaSheet.valuesKey(id.sheet)]?.text?.split(separator: " ").contains(Substring(id.key)) == true
  }

  /// Whether formulas of the team's own have values that the file marks as stale.
  var restsOnStaleValues: Bool {
    sheets.contains { $0.columns.contains { $0.unstored?.state == .stale || $0.calculated?.state == .stale } }
      || settings.entries.values.contains { $0.stored == .stale || $0.calculated == .stale }
  }

  /// The number of data rows in all sheets.
  public var rowCount: Int { sheets.reduce(0) { $0 + $1.rows.dataCount } }
}

/// A sheet that is left alone, and why.
public struct OtherSheet: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// It is not a sheet of the playbook, as far as titles, headers and contents tell.
    case unlike(SheetRejection)
    /// Another sheet was taken for this prefix.
    case secondOf(String)
    /// A chart sheet or another kind without cells.
    case noWorksheet
  }

  public let sheetIndex: Int
  public let title: String
  public let reason: Reason
}

/// Choices of the caller that override what the workbook says.
public struct ReadOptions: Sendable {
  /// The language of messages; by default the workbook's own. It never changes how the workbook is read.
  public var language: Language?
  /// The language of messages if the workbook has no words from which to tell its own; by default Traditional Chinese.
  public var fallbackLanguage: Language?
  /// The name of the file without its folders; it may hint at the contents.
  public var fileName: String?
  /// The language of the labels, for callers that made the workbook and know it.
  var workbookLanguage: Language?
  public var profile: Profile?
  /// The date to which all ages are counted; by default the workbook's own `AsOf`.
  public var asOf: SerialDate?
  /// Whether ``asOf`` is that of a night over many workbooks: a fill then writes it, and the next one goes by the clock again.
  public var isOfANight = false
  /// The period of the figures; by default the workbook's own.
  public var period: ReportPeriod?
  /// The value of `AsOf` if neither the caller nor the workbook gives one; by default the playbook's.
  public var today: SerialDate?
  /// Whether to read `114/6/30` as a date in the calendar of the Republic of China. A workbook can also request this itself
  /// (``SettingsTable/rocYears``). With `民國` in front it is always read so.
  public var rocYears: Bool
  /// Whether rows in the file count as data even if nothing is typed in them: a new workbook has one such row on each sheet, which holds
  /// the formulas.
  var countsBlankRows = false
  /// Whether values of formulas count as stale; nil if the file decides. A repaired workbook requests a calculation, but is only as stale
  /// as it was before.
  var callsValuesStale: Bool?
  /// Tabs that are read with others as one sheet in another state of the workbook, by their names in lower case.
  var knownTabs: [String: KnownTab] = [:]

  public init(
    language: Language? = nil, profile: Profile? = nil, asOf: SerialDate? = nil, today: SerialDate?,
    rocYears: Bool = false
  ) {
    self.language = language
    self.profile = profile
    self.asOf = asOf
    self.today = today
    self.rocYears = rocYears
  }
}

/// The first and the last day of a period.
public struct ReportPeriod: Hashable, Sendable {
  public let first: SerialDate
  public let last: SerialDate

  /// Nil if it ends before it begins.
  public init?(first: SerialDate, last: SerialDate) {
    guard (first.year, first.month, first.day) <= (last.year, last.month, last.day) else { return nil }
    (self.first, self.last) = (first, last)
  }
}

extension BoundWorkbook {
  /// The as-of date as `2026-03-31`.
  public var asOfText: String? {
    asOf.flatMap { SerialDate.isoText(serial: $0.rounded(.down), system: workbook.dateSystem) }
  }

  /// Throws if a caller's period is another than that which the workbook states in cells, which its formulas would go by.
  public func requireOwnPeriod(_ options: ReadOptions) throws(DealbookError) {
    guard options.period != nil, !settings.hasFillsPeriod,
      case .cell(let index, let cell)? = settings.entries["PeriodStart"]?.source
    else {
      return
    }
    let place = "\(workbook.sheets[index].name)!\(cell)"
    throw .wish(
      "--period", "這份工作簿的期間寫在 \(place)；請改那裡（report、check、brief 可以用 --period）",
      "the workbook states its period in \(place): change it there (report, check and brief take --period)")
  }
}
