// SPDX-License-Identifier: Apache-2.0

public import Dealbook
import Formula
public import Playbook
import Spreadsheet

extension Observation {
  /// - Parameters:
  ///   - shown: the same analysis for pages, which gives the figures; by default the analysis itself.
  ///   - language: the language of the messages; nil uses the workbook's own.
  ///   - mostPerRule: how many findings of one rule to keep. If there are more, one extra finding gives their number.
  ///   - mostBytes: how much room all findings together have in a report. If they need more, each rule keeps its share.
  ///   - hasPage: whether to compute what only a page shows.
  public init(
    _ analysis: Analysis, shown: Analysis? = nil, language: Language? = nil, mostPerRule: Int = .max,
    mostBytes: Int = .max,
    hasPage: Bool = true
  ) {
    let team = analysis.team
    asOf = team.asOfText ?? ""
    self.language = (language ?? team.messageLanguage).rawValue
    playbook = team.playbook.name
    rows = team.rowCount
    sheets = team.sheets.count
    self.hasPage = hasPage
    isStranger = team.standing == .stranger
    isGuessed = team.standing == .guessed
    // If what the workbook means is a guess, nobody has confirmed it. An unattended run must not send out findings or figures
    // based on that.
    guard team.standing == .team else { return }
    renewalWarning = team.settings.number("RenewWarn") ?? 90
    confidence = team.settings.number("TargetConf") ?? 0.8
    var currencies: Set<String> = []
    for sheet in team.sheets {
      for column in sheet.columns where column.definition.type == .money && !column.definition.isComputed {
        currencies.insert(column.convention.currency?.code ?? "")
      }
    }
    // Columns that state no currency are taken to be in that of the others.
    currencies.remove("")
    currency = currencies.sorted().joined(separator: "+")
    lazy var stages = team.labels(ofList: "st")
    unasked = analysis.unaskedRules.joined(separator: " ")
    columns = team.sheets.flatMap { sheet in sheet.columns.map { "\(sheet.prefix).\($0.key)" } }
      .joined(separator: " ")
    findings = Self.findings(analysis, language, mostPerRule, mostBytes)
    watches = Self.watches(analysis, language ?? team.messageLanguage)
    let shown = shown ?? analysis
    deals = SheetReader("de", shown).map { row in
      // A formula finds no label in another language, but whoever typed it has not moved the deal.
      let number = row.number("stage_no")
      let found = row.text("funnel_stage")
      let typed = number == nil || found.isEmpty ? stages.label(row.text("stage")) : nil
      return Deal(
        id: row.id, name: row.hasOwnID ? row.text("name") : "", owner: row.person("owner"),
        account: row.text("account_id"),
        stage: found.isEmpty ? typed?.label ?? row.text("stage") : found,
        stageNumber: number ?? typed.map { Double($0.number) }, amount: row.number("amount"),
        close: row.day("close_eff").isEmpty ? row.day("expected_close") : row.day("close_eff"),
        probability: row.number("prob"), isOpen: row.number("is_open") == 1, stalledDays: row.number("stall") ?? 0,
        isWon: row.number("is_won") == 1, ending: row.ending, reason: row.reason, place: row.place("deal_id"))
    }
    payments = SheetReader("pa", shown).map { row in
      Payment(
        id: row.id, contract: row.text("contract_id"), stage: row.text("stage"),
        stageNumber: row.number("stage_no"), status: row.text("status"), planned: row.number("planned"),
        owner: row.person("owner"), account: row.text("acct"), received: row.number("received") ?? 0,
        outstanding: row.number("outstanding") ?? 0, due: row.day("due"), daysOverdue: row.number("days_over") ?? 0,
        place: row.place("payment_id"))
    }
    renewals = SheetReader("re", shown).map { row in
      Renewal(
        id: row.id, account: row.text("account_id"), owner: row.person("owner"),
        amount: row.number("amount"), expiry: row.day("expiry"), daysLeft: row.number("days_exp"),
        alert: row.text("alert"), place: row.place("renewal_id"))
    }
    targets = SheetReader("tg", shown).map { row in
      Target(
        id: row.id, owner: row.person("owner"), start: row.day("p_start"), end: row.day("p_end"),
        target: row.number("target"), won: row.number("won"), open: row.number("open"),
        probability: row.number("p_exact"), p10: row.number("p10"), p50: row.number("p50"), p90: row.number("p90"),
        committable: row.number("commit"))
    }
    let figures = HeadlineFigures(
      shown, language: language, reports: hasPage ? SalesReport.ids : [], saysWhy: hasPage)
    headline = Headline(figures)
    if hasPage { addPage(figures, analysis, shown: shown, language) }
  }

  private static func watches(_ analysis: Analysis, _ language: Language) -> [Watch] {
    analysis.watchedColumns.map { column in
      let owners = SheetReader(column.prefix, analysis)
      return Watch(
        rule: column.rule.id, severity: column.rule.severity.rawValue, prefix: column.prefix, sheet: column.sheet,
        column: column.column, ratio: column.change.ratio, direction: column.change.direction,
        message: column.rule.message[language],
        rows: column.rows.map { row in
          Watch.Row(
            id: row.id, row: row.row, cell: row.cell, shown: row.state.shown, number: row.state.number,
            reason: row.reason, owner: owners.row(at: row.row)?.person("owner") ?? "")
        }, header: Kept.text(analysis.team.sheet(column.prefix)?.column(column.column)?.header ?? ""))
    }
  }

  private static func findings(
    _ analysis: Analysis, _ language: Language?, _ mostPerRule: Int, _ mostBytes: Int
  ) -> [ObservedFinding] {
    let writer = FindingWriter(analysis.team, language: language)
    var owners: [String: SheetReader] = [:]
    for sheet in analysis.team.sheets { owners[sheet.prefix] = SheetReader(sheet.prefix, analysis) }
    var alike: [FindingIdentity: Int] = [:]
    var counts: [Int: Int] = [:]
    var share = FindingShare(mostBytes)
    let roots = FindingCauses.roots(of: analysis)
    let kinds = ColumnKinds(analysis.team)
    for (position, finding) in analysis.findings.enumerated() {
      counts[finding.rule, default: 0] += 1
      if counts[finding.rule, default: 0] > mostPerRule {
        let rule = analysis.team.playbook.rules[finding.rule]
        share.leaveOut(rule.id, rule.severity.rawValue)
        continue
      }
      let words = writer.describe(finding)
      let root = roots[position].map { analysis.findings[$0] }
      let decisive = root ?? finding
      let rowID = words.rowID.isEmpty ? owners[finding.sheet]?.row(at: finding.row)?.id ?? "" : words.rowID
      let identity = FindingIdentity(
        rule: words.rule, sheet: finding.sheet, rowId: rowID.lowercased(), column: finding.column)
      let nth = alike[identity, default: 0]
      alike[identity] = nth + 1
      share.add(
        ObservedFinding(
          rule: words.rule, severity: words.severity.rawValue, sheet: words.sheet, prefix: finding.sheet,
          cell: words.cell, row: words.row, rowId: rowID, column: words.column, nth: nth, found: words.found,
          repair: words.repair, message: words.message,
          owner: owners[finding.sheet]?.row(at: finding.row)?.person("owner") ?? "",
          follows: root.map { analysis.team.playbook.rules[$0.rule].id },
          kind: kinds.name(of: decisive),
          header: words.column.isEmpty || words.header.isEmpty ? nil : Kept.text(words.header)))
    }
    return share.findings(DigestWords(language: language ?? analysis.team.messageLanguage))
  }
}

/// What identifies a finding within its workbook. The row number is not part of it, because rows move, and neither are the
/// words, because they count days.
private struct FindingIdentity: Hashable {
  var rule: String
  var sheet: String
  var rowId: String
  var column: String
}

/// The data rows of a sheet, in which typed and computed columns look the same.
private struct SheetReader {
  /// Nil if the workbook does not have the sheet.
  private let columns: Columns?

  init(_ prefix: String, _ analysis: Analysis) {
    columns = analysis.team.sheet(prefix).map { Columns($0, analysis) }
  }

  /// Maps the rows that hold data and have an id, or else a name. Without either, nobody could find the row again the next day.
  func map<T>(_ body: (Row) -> T) -> [T] {
    guard let columns else { return [] }
    return columns.sheet.rows.kinds.indices.compactMap { offset in
      guard columns.sheet.rows.kinds[offset] == .data else { return nil }
      let row = Row(columns: columns, offset: offset)
      return row.id.isEmpty ? nil : body(row)
    }
  }

  func row(at number: Int) -> Row? {
    guard let columns, columns.sheet.rows.range.contains(number) else { return nil }
    return Row(columns: columns, offset: number - columns.sheet.rows.range.lowerBound)
  }
}

/// The columns of a sheet, for all its rows.
private final class Columns {
  let sheet: LocatedSheet
  let analysis: Analysis
  /// The columns whose numbers mean nothing alone, such as amounts in 萬元.
  private let foreign: Set<String>
  /// Accounts that are named, by the IDs that their own sheet gives them.
  private let keyed: [String: Column]

  init(_ sheet: LocatedSheet, _ analysis: Analysis) {
    self.sheet = sheet
    self.analysis = analysis
    foreign = Set(sheet.columns.filter(\.hasForeignUnit).map(\.key))
    var keyed: [String: Column] = [:]
    for key in ["account_id", "acct"] { keyed[key] = analysis.keyed(ColumnID(sheet: sheet.prefix, key: key)) }
    self.keyed = keyed
  }

  func value(_ key: String, _ offset: Int) -> CellValue {
    if !foreign.isEmpty, foreign.contains(key) { return .blank }
    if !keyed.isEmpty, let column = keyed[key] { return offset < column.count ? column[offset] : .blank }
    return analysis.value(of: ColumnID(sheet: sheet.prefix, key: key), at: offset)
  }
}

private struct Row {
  let columns: Columns
  let offset: Int

  private func value(_ key: String) -> CellValue { columns.value(key, offset) }

  /// Whether its sheet gives it an id.
  var hasOwnID: Bool { !columns.sheet.rowID(at: offset).isEmpty }

  /// Its id; where a sheet has none, as in a list of invoices, what people call the row.
  var id: String {
    let own = Kept.text(columns.sheet.rowID(at: offset))
    guard own.isEmpty, columns.sheet.rows.kinds[offset] == .data else { return own }
    switch columns.sheet.prefix {
    case "de": return text("name")
    case "pa": return text("invoice_no")
    case "re": return [text("account_id"), day("expiry")].filter { !$0.isEmpty }.joined(separator: " ")
    case "tg": return [person("owner"), day("p_start")].filter { !$0.isEmpty }.joined(separator: " ")
    default: return ""
    }
  }

  /// For a deal that ended without being won, how.
  var ending: String? {
    guard number("is_open") == 0, number("is_won") == 0, let stage = number("stage_no").flatMap({ Int(exactly: $0) })
    else { return nil }
    let stages = columns.analysis.team.playbook.list("st")?.rows ?? []
    return stages.indices.contains(stage - 1) && stages[stage - 1].code.hasPrefix("HOLD") ? "hold" : "lost"
  }

  /// Why a deal was lost.
  var reason: String? {
    let text = text("lost_reason")
    return ending == nil || text.isEmpty ? nil : text
  }

  func text(_ key: String) -> String { Kept.text(value(key).shownText) }

  /// By what name the person is called whom a column names.
  func person(_ key: String) -> String { Kept.text(columns.analysis.team.calledName(value(key).shownText)) }

  /// The sheet and cell of a column in this row.
  func place(_ key: String) -> String {
    let place = columns.sheet.place(ofRow: columns.sheet.rows.range.lowerBound + offset)
    let column = columns.sheet.column(key)?.number ?? 1
    return "\(place.title)!\(CellReference(row: place.row, column: column)?.description ?? "\(place.row)")"
  }

  func number(_ key: String) -> Double? {
    if case .number(let number) = value(key) { number } else { nil }
  }

  /// As `2026-03-31`; text that is not a date is returned as it is.
  func day(_ key: String) -> String {
    guard let serial = number(key) else { return text(key) }
    return SerialDate.isoText(serial: serial.rounded(.down), system: columns.analysis.team.workbook.dateSystem) ?? ""
  }
}
