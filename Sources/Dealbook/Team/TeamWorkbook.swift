public import Playbook
public import Spreadsheet

/// A team's workbook as Dealbook understands it: its sheets found, its columns bound, its settings and lists read.
public struct TeamWorkbook: Sendable {
  public let workbook: Workbook
  public let playbook: Playbook
  /// The language of the workbook's labels: what its cells mean and what new cells are written in. It comes from the workbook
  /// alone, whatever language the caller wants to be told in.
  public let language: Language
  /// The language of messages: the caller's, else the workbook's, else the caller's fallback.
  public let messageLanguage: Language
  public let profile: Profile
  /// The data sheets that were found, in the playbook's order.
  public internal(set) var sheets: [LocatedSheet]
  /// Sheets that no title of the playbook names, or a second one for a title, by position.
  public let otherSheets: [OtherSheet]
  public internal(set) var settings: SettingsTable
  public internal(set) var lists: ListTables
  /// The position of the funnel sheet.
  public let funnelIndex: Int?
  let meta: MetaSheet?
  /// Whether the file asks for a full calculation before the values of its formulas are looked at.
  let callsValuesStale: Bool

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

  /// The day that every age is counted to, as a serial number of the workbook.
  public var asOf: Double? { settings.number("AsOf") }

  /// Whether a computed column holds plain values of ours: it has no formula, or an earlier run left the formulas out.
  func holdsValues(_ id: ColumnID) -> Bool {
    playbook.sheet(id.sheet)?.column(id.key)?.computed?.formula == nil
      || meta?.entries[MetaSheet.valuesKey(id.sheet)]?.text?.split(separator: " ").contains(Substring(id.key)) == true
  }

  /// Whether formulas of the team's own have values that the file calls stale, so that something was left out for them.
  var restsOnStaleValues: Bool {
    sheets.contains { $0.columns.contains { $0.unstored?.state == .stale || $0.calculated?.state == .stale } }
      || settings.entries.values.contains { $0.stored == .stale || $0.calculated == .stale }
  }

  /// Data rows of all sheets.
  public var rowCount: Int { sheets.reduce(0) { $0 + $1.rows.dataCount } }
}

/// A sheet that is left alone, and why.
public struct OtherSheet: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// It is no sheet of the playbook, as far as titles, headers and contents tell.
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

/// What a caller may fix instead of leaving it to the workbook.
public struct ReadOptions: Sendable {
  /// The language to be told in; without it the workbook's own. It never changes what the workbook means.
  public var language: Language?
  /// The language to be told in when the workbook has no words to tell its own by; without it traditional Chinese.
  public var fallbackLanguage: Language?
  /// The name of the file without its folders, which may say what is in it.
  public var fileName: String?
  /// The language of the labels, for who made the workbook and knows it.
  var workbookLanguage: Language?
  public var profile: Profile?
  /// The day that every age is counted to; without it the workbook's own `AsOf`.
  public var asOf: SerialDate?
  /// The day that `AsOf` takes when neither the caller nor the workbook gives one; without it the playbook's own.
  public var today: SerialDate?
  /// Read `114/6/30` as a date of the Republic of China, as a workbook can also ask for itself
  /// (``SettingsTable/rocYears``). With `民國` before it it is one in any case.
  public var rocYears: Bool
  /// Whether rows that are in the file count as data even where nothing is typed in them: a new workbook has one such row
  /// on each sheet, which holds the formulas.
  var countsBlankRows = false
  /// Whether values of formulas count as stale; nil where the file decides. A repaired workbook asks for a calculation, and is
  /// as stale as it was before.
  var callsValuesStale: Bool?

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

extension TeamWorkbook {
  /// The as-of date as `2026-03-31`.
  public var asOfText: String? {
    asOf.flatMap { SerialDate.isoText(serial: $0.rounded(.down), system: workbook.dateSystem) }
  }
}
