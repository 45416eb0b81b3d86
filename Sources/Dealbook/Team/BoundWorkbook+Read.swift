// SPDX-License-Identifier: Apache-2.0

internal import Base
internal import Formula
public import Playbook
public import Spreadsheet

extension BoundWorkbook {
  /// Finds the sheets, headers, settings and lists of a workbook.
  public init(
    _ workbook: Workbook, playbook: Playbook, options: ReadOptions
  ) throws(SpreadsheetError) {
    let prepared = PreparedPlaybook.of(playbook)
    let meta = try MetaSheet(workbook)
    let callsValuesStale =
      options.callsValuesStale ?? Self.callsValuesStale(workbook, playbook: playbook, meta: meta)
    let planned = try SheetPlanner(
      workbook: workbook, playbook: playbook, prepared: prepared, fileName: options.fileName,
      hasMark: meta?.isOurs == true, record: meta?.record ?? FillRecord(),
      knownTabs: options.knownTabs
    ).plan()
    let state: StoredState? = callsValuesStale ? .stale : nil
    let locators = planned.plans.map {
      SheetLocator(
        plan: $0, totals: prepared.totals, countsBlankRows: options.countsBlankRows, storedState: state)
    }
    var sheets = try concurrentMap(locators.count) { (position: Int) throws(SpreadsheetError) in
      try locators[position].locate(workbook)
    }
    var settings = try SettingsTable.read(
      workbook, sheetIndex: planned.special[.settings], playbook: playbook, storedState: state)
    if let open = OpenFormulas(sheets, settings) {
      let known = open.calculated(
        in: workbook, trustsStored: !callsValuesStale, day: Self.day(options, settings, workbook.dateSystem))
      for (position, locator) in locators.enumerated() where !sheets[position].openFormulas.isEmpty {
        var again = locator
        again.calculated = known[sheets[position].sheetIndex]
        sheets[position] = try again.locate(workbook)
      }
      settings = try SettingsTable.read(
        workbook, sheetIndex: planned.special[.settings], playbook: playbook, storedState: state, calculated: known)
    }
    try Self.requireText(of: sheets, in: workbook)
    let stated = settings.statedLanguage
    let known = options.workbookLanguage ?? stated ?? WorkbookLanguage.found(in: sheets, prepared)
    let language = known ?? .traditionalChinese
    settings.speak(language)
    settings.fixAsOf(options, clock: meta?.record.clock, in: workbook.dateSystem)
    settings.hasFillsPeriod = settings.storedPeriod != nil && settings.storedPeriod == meta?.record.period
    if let period = options.period {
      settings.fixPeriod(period, in: workbook.dateSystem)
    } else {
      settings.movePeriodToAsOf(in: workbook.dateSystem)
      settings.beginYear(in: SaidYear.firstMonth(of: sheets), workbook.dateSystem)
    }
    if options.rocYears { settings.rocYears = true }

    let lists = try ListTables.read(
      workbook, sheetIndex: planned.special[.lists], added: meta?.record.sheets[.lists], playbook: playbook,
      language: language)
    let rocYears = settings.rocYears
    let labels = Self.labelReaders(lists, of: playbook, language: language)
    // Of all lists, the stages are indispensable for figures, and formulas ask for certain labels of contacts; an unknown label of another
    // list is a mistake in its row.
    let counted: Set = [playbook.funnel?.list ?? "", "cs", "br"]
    sheets = sheets.map { sheet in
      sheet.settled(workbook, language: language, rocYears: rocYears, hundreds: prepared.hundreds) {
        counted.contains($0) ? labels[$0] : nil
      }
    }
    let profile =
      options.profile ?? playbook.profile ?? meta?.entries["profile"]?.text.flatMap { Profile(rawValue: $0) }
      ?? (sheets.count == playbook.sheets.count ? .full : .core)
    self.init(
      workbook: workbook, playbook: playbook, language: language,
      messageLanguage: options.language ?? known ?? (sheets.isEmpty ? workbook.writtenLanguage : nil)
        ?? options.fallbackLanguage ?? language,
      profile: profile,
      sheets: sheets,
      otherSheets: planned.others, settings: settings,
      lists: lists, funnelIndex: planned.special[.funnel], meta: meta, callsValuesStale: callsValuesStale)
    try mark(sheets)
  }

  /// Takes these sheets as they were read, and marks what they say of each other.
  mutating func mark(_ read: [LocatedSheet]) throws(SpreadsheetError) {
    asRead = read
    let prepared = PreparedPlaybook.of(playbook)
    let references = References(read, playbook)
    var sheets = references.marking(read, playbook)
    sheets = try AccountCurrencies.marking(sheets, references, in: workbook)
    sheets = CurrencyClashes.marking(MergedIDs(sheets, lookedUp: prepared.lookedUp(in: playbook)).marking(sheets))
    sheets = try RepeatedIDs.marking(sheets, in: workbook, playbook)
    try RowDoubts(lists: lists, others: otherSheets, workbook: workbook).mark(&sheets)
    PatternOwners.mark(&sheets, playbook)
    TargetScale.mark(&sheets, playbook)
    MergedKeys.mark(&sheets, playbook)
    likes = LikeReferences(sheets, references, playbook)
    if ClosedOpenDeals.areOwnStages(playbook) { ClosedOpenDeals(lists)?.mark(&sheets) }
    self.references = references
    self.sheets = sheets
    persons = PersonSpellings(sheets)
  }

  /// Throws if the rows show more text than ``Limits/textBytes``. A small file may store a long text once and show it in every cell.
  private static func requireText(of sheets: [LocatedSheet], in workbook: Workbook) throws(SpreadsheetError) {
    let limit = workbook.package.limits.textBytes
    var most = 0
    for sheet in sheets {
      for column in sheet.columns { most += column.values.mostTextBytes }
    }
    guard most > limit else { return }
    var bytes = 0
    for sheet in sheets {
      for column in sheet.columns where bytes <= limit { bytes += column.values.textBytes(upTo: limit - bytes) }
      guard bytes > limit else { continue }
      let part = workbook.sheets[sheet.sheetIndex].part?.entryName ?? ""
      throw .limit(
        LimitBreach(name: "text-bytes", place: "\(part), sheet “\(sheet.title)”", actual: bytes, limit: limit))
    }
  }

  /// The result of TODAY in formulas that have to be calculated: the date to which all ages are counted.
  private static func day(_ options: ReadOptions, _ settings: SettingsTable, _ system: DateSystem) -> SerialDate? {
    if let day = options.asOf { return day }
    guard let entry = settings.entries["AsOf"], entry.source != .standard, entry.stored == nil,
      let serial = entry.value.number
    else { return options.today }
    return SerialDate(serial: serial, system: system) ?? options.today
  }

  /// The label reader of each list, by prefix.
  static func labelReaders(
    _ lists: ListTables, of playbook: Playbook, language: Language
  ) -> [String: LabelReader] {
    let prepared = PreparedPlaybook.of(playbook)
    let standard = prepared.labels(language, of: playbook)
    guard lists.sheetIndex != nil else { return standard }
    return lists.tables.reduce(into: [:]) { readers, entry in
      readers[entry.key] = labelReader(entry.key, entry.value, of: playbook, language: language)
    }
  }

  /// The label reader of a list on the Lists sheet. Most teams leave the lists as they are, on their sheet too.
  static func labelReader(
    _ prefix: String, _ table: ListTables.Table, of playbook: Playbook, language: Language
  ) -> LabelReader {
    let prepared = PreparedPlaybook.of(playbook)
    let own = prepared.lists(language, of: playbook)
    let isStandard = !table.isOnSheet || own[prefix].map { $0.columns == table.columns } == true
    return (isStandard ? prepared.labels(language, of: playbook)[prefix] : nil)
      ?? LabelReader(table, language: language)
  }

  /// Whether the file itself says that the values of its formulas cannot be trusted until it is calculated.
  ///
  /// A fill requests a calculation too, although the values of the team's own formulas are then as valid as before. Such a workbook is
  /// recognized by the tool's mark or names, and `_meta` records whether its values were stale before.
  private static func callsValuesStale(_ workbook: Workbook, playbook: Playbook, meta: MetaSheet?) -> Bool {
    guard workbook.calculation.fullCalculationOnLoad else { return false }
    let isFilled =
      meta != nil
      || workbook.definedNames.contains { name in
        guard name.sheetIndex == nil, case .column? = playbook.meaning(ofName: name.name) else { return false }
        return true
      }
    return !isFilled || meta?.entries[MetaSheet.staleKey]?.isEmpty == false
  }
}

extension SettingsTable {
  /// The caller's date takes precedence over the workbook's; the clock is only used if there is neither.
  /// - Parameter clock: the date that the last fill took from the clock; while it stands there, it is nobody's choice.
  fileprivate mutating func fixAsOf(_ options: ReadOptions, clock: Double?, in system: DateSystem) {
    let isMissing = entries["AsOf"]?.source == .standard || holdsDay(of: clock)
    guard var day = options.asOf ?? (isMissing ? options.today : nil) else { return }
    // A period that is over is looked at from its last day.
    if options.asOf == nil, let last = options.period?.last,
      (last.year, last.month, last.day) < (day.year, day.month, day.day)
    {
      day = last
    }
    if let serial = day.serial(in: system) { override("AsOf", with: .number(serial)) }
  }

  fileprivate mutating func fixPeriod(_ period: ReportPeriod, in system: DateSystem) {
    guard let first = period.first.serial(in: system), let last = period.last.serial(in: system) else { return }
    override("PeriodStart", with: .number(first))
    override("PeriodEnd", with: .number(last))
  }

  /// A workbook that states no period, and on whose sheets a text says in which month the business year begins, gets that year.
  mutating func beginYear(in month: Int?, _ system: DateSystem) {
    guard let month, !statesPeriod, let asOf = number("AsOf"),
      let day = SerialDate.isoText(serial: asOf.rounded(.down), system: system), let year = Int(day.prefix(4)),
      let current = Int(day.dropFirst(5).prefix(2))
    else { return }
    let first = current >= month ? year : year - 1
    guard let start = SerialDate(year: first, month: month, day: 1)?.serial(in: system),
      let next = SerialDate(year: first + 1, month: month, day: 1)?.serial(in: system)
    else { return }
    override("PeriodStart", with: .number(start))
    override("PeriodEnd", with: .number(next - 1))
  }

  /// A workbook that states no period gets the playbook's period, moved to the year of the as-of date. The period in the playbook is that
  /// of its sample.
  mutating func movePeriodToAsOf(in system: DateSystem) {
    guard let asOf = number("AsOf"), let start = entries["PeriodStart"], let end = entries["PeriodEnd"],
      start.source == .standard && end.source == .standard || hasFillsPeriod,
      case .date(let startYear, let startMonth, let startDay) = start.definition.defaultValue,
      case .date(let endYear, let endMonth, let endDay) = end.definition.defaultValue,
      let year = SerialDate.isoText(serial: asOf.rounded(.down), system: system).flatMap({ Int($0.prefix(4)) })
    else { return }
    // A business year may begin in the calendar year before that of the as-of date.
    for shift in (year - endYear - 1)...(year - endYear + 1) {
      guard
        let first = SerialDate(year: startYear + shift, month: startMonth, day: startDay)?.serial(in: system),
        let last = SerialDate(year: endYear + shift, month: endMonth, day: endDay)?.serial(in: system),
        (first...max(first, last)).contains(asOf.rounded(.down))
      else { continue }
      override("PeriodStart", with: .number(first))
      override("PeriodEnd", with: .number(last))
      return
    }
  }
}

extension SettingsTable {
  /// Whether the as-of date is still the one that a fill took from the clock; nil for none.
  fileprivate func holdsDay(of clock: Double?) -> Bool { clock != nil && storedAsOf?.number == clock }

  /// The language that the workbook's own cell states.
  fileprivate var statedLanguage: Language? {
    guard let entry = entries["Lang"], entry.source != .standard, entry.rejected == nil else { return nil }
    return entry.value.number.flatMap { Int(exactly: $0) }.flatMap { Language(settingValue: $0) }
  }

  /// Sets the language in use. Formulas read the workbook's own cell: if that holds no language, they find none.
  fileprivate mutating func speak(_ language: Language) {
    let isUnreadable = entries["Lang"]?.source != .standard && statedLanguage == nil && entries["Lang"]?.stored == nil
    let found = entries["Lang"].map { $0.rejected ?? $0.value }
    override("Lang", with: .number(Double(language.settingValue)))
    if isUnreadable { reject("Lang", found) }
  }
}

extension BoundWorkbook {
  /// Whether the as-of date in the settings is that of the clock when the workbook was last filled.
  var followsClock: Bool {
    settings.holdsDay(of: meta?.record.clock)
  }
}
