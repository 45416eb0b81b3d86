// SPDX-License-Identifier: Apache-2.0

public import Playbook
import Spreadsheet

/// Scenarios for readers who know the business but no statistics: before and after, and the assumptions.
public struct OutcomePage: Sendable {
  let table: SandTable
  let words: DashboardWords
  let numbers: ReportNumbers
  private let file: String
  /// The workbook that the scenarios are written into; nil if nothing is written.
  private let output: String?

  /// - Parameter output: the workbook that the scenarios are written into; nil if nothing is written.
  public init(_ table: SandTable, file: String, output: String? = nil, language: Language?) {
    self.table = table
    self.file = file
    self.output = output
    let language = language ?? table.team.messageLanguage
    words = DashboardWords(language: language)
    numbers = ReportNumbers(language: language, system: table.team.workbook.dateSystem)
  }

  public var language: Language { words.language }

  /// The page with the sections that ``sections(_:number:tellsWhy:)`` returned for each scenario.
  public func page(_ sections: [ReportPage.Section], hasBonds: Bool = false) -> ReportPage {
    ReportPage(
      file: file, title: words("沙盤推演", "Sand table"), subtitle: subtitle, figures: figures(),
      sections: sections, notes: assumptions(hasBonds: hasBonds), language: words.language.rawValue, numbers: numbers)
  }

  private var subtitle: String {
    let day = table.team.asOfText ?? ""
    guard let output else {
      return words("基準日 \(day)；只在記憶體中推演，沒有寫入任何檔案", "As of \(day); computed in memory, nothing is written")
    }
    return words("基準日 \(day)；在記憶體中推演，結果寫入 \(output)", "As of \(day); computed in memory, written to \(output)")
  }

  /// The situation before any change.
  private func figures() -> [ReportPage.Figure] {
    guard let company = table.before.company else { return [] }
    func figure(_ key: String, _ title: String, _ kind: ReportPage.Kind, _ note: String = "") -> ReportPage.Figure? {
      guard let value = company.values[key], value.number != nil else { return nil }
      return ReportPage.Figure(key: key, title: title, value: value, kind: kind, note: note)
    }
    return [
      figure("target", words("現況：目標", "Now: target"), .money), figure("won", words("已簽", "won"), .money),
      figure("p_exact", words("達標機率", "chance of the target"), .percent, chanceWords(company.number("p_exact"))),
      figure("commit", safeTitle, .money),
    ].compactMap { $0 }
  }

  private var confidence: Double { table.outlook.confidence }

  private var safeTitle: String {
    let share = numbers.text(.number(confidence), .percent)
    return words("\(share)把握至少", "\(share) sure of")
  }

  /// `十次裡約 3 次`.
  private func chanceWords(_ chance: Double?) -> String {
    guard let chance else { return "" }
    if chance >= 0.995 { return words("幾乎確定", "almost certain") }
    if chance < 0.005 { return words("幾乎無望", "almost none") }
    let times = Int((chance * 10).rounded())
    if times == 0 { return words("二十次裡不到一次", "less than once in twenty") }
    if times == 10 { return words("二十次裡失敗不到一次", "fails less than once in twenty") }
    return words("十次裡約 \(times) 次", "about \(times) times in ten")
  }

  // MARK: One scenario

  /// The effects of a scenario.
  ///
  /// - Parameters:
  ///   - number: the number of the scenario, if there are several.
  ///   - tellsWhy: whether to list each changed column with what it reads.
  public func sections(_ outcome: Outcome, number: Int? = nil, tellsWhy: Bool = false) -> [ReportPage.Section] {
    let before = table.before
    let after = outcome.after
    let name = outcome.scenario.name
    let title = number.map { words("情境 \($0)：\(name)", "Scenario \($0): \(name)") } ?? name
    var sections = [changes(outcome, title: title, message: headline(before, after))]
    if let section = unsigned(outcome) { sections.append(section) }
    if !outcome.scenario.note.isEmpty { sections[0].message += words("。", ". ") + outcome.scenario.note }
    if let section = prospects(before.owners, after.owners, words("每位責任人", "Each owner")) { sections.append(section) }
    if let section = prospects(
      before.teams + [before.company].compactMap { $0 }, after.teams + [after.company].compactMap { $0 },
      words("團隊與全公司", "Teams and the company"))
    {
      sections.append(section)
    }
    sections += [stages(before, after), cash(before, after), ageing(before, after), retention(before, after)]
      .compactMap { $0 }
    if sections.count == 1 + (outcome.unsigned.isEmpty ? 0 : 1) {
      let lacking = lacking
      sections.append(
        ReportPage.Section(
          id: "", title: words("以上數字都不變", "None of these figures changes"),
          message: !outcome.unsigned.isEmpty
            ? ""
            : lacking.isEmpty
              ? words(
                "改動可能落在各目標的期間之外，或由證據、概率覆寫決定；--why 列出改變的欄",
                "the change may lie outside every target's period, or evidence or an override may decide; --why lists the columns that change"
              ) : lacking.joined(separator: words("；", "; ")),
          columns: [], rows: []))
    }
    if tellsWhy { sections.append(why(outcome)) }
    return sections
  }

  /// What the sheet calls a scenario: its name or, if nobody gave it one, its changes in words: `D011 金額(元) → 600,000`.
  public func heading(of outcome: Outcome) -> String {
    guard !outcome.scenario.isNamed else { return outcome.scenario.name }
    var parts = outcome.changes.filter { !$0.isAssumed }.map { change in
      guard change.count == 1, let cell = change.cells.first else { return change.text }
      let place = [cell.row, cell.column].filter { !$0.isEmpty }.joined(separator: " ")
      return "\(place) → \(shown(cell.after, cell.type))"
    }
    parts += outcome.scenario.bonds.map { words("同成敗：\($0)", "Together: \($0)") }
    return parts.isEmpty ? outcome.scenario.name : parts.joined(separator: words("；", "; "))
  }

  private func headline(_ before: Situation, _ after: Situation) -> String {
    guard let old = before.company, let new = after.company, let a = old.number("p_exact"),
      let b = new.number("p_exact")
    else { return "" }
    let points = ((b - a) * 100).rounded(.toNearestOrAwayFromZero)
    let sign = points > 0 ? "+" : points < 0 ? "−" : "±"
    let chance = change(old, new, "p_exact", .percent)
    let safe = change(old, new, "commit", .money)
    return words(
      "全公司達標機率 \(chance)（\(sign)\(Int(abs(points))) 個百分點）；\(safeTitle) \(safe)",
      "company’s chance of the target \(chance) (\(sign)\(Int(abs(points))) points); \(safeTitle) \(safe)")
  }

  /// Why a closing date changes of which the scenario says nothing.
  private func assumed(_ date: CellValue) -> String {
    date.isEmpty
      ? words("（開放的商機沒有簽約日）", " (a deal that is open again has no closing date)")
      : words("（沒有說哪一天，取基準日）", " (no day was given: the as-of date)")
  }

  private func changes(_ outcome: Outcome, title: String, message: String) -> ReportPage.Section {
    var rows: [[CellValue]] = []
    for change in outcome.changes {
      for cell in change.cells {
        rows.append([
          .text(cell.sheet), .text(cell.row), .text(cell.column),
          .text(
            "\(shown(cell.before, cell.type)) → \(shown(cell.after, cell.type))"
              + (change.isAssumed ? assumed(cell.after) : "")),
        ])
      }
      if change.count > change.cells.count {
        let more = change.count - change.cells.count
        rows.append([.text(""), .text(words("…另有 \(more) 格", "… and \(more) more")), .text(""), .text("")])
      }
    }
    for bond in outcome.scenario.bonds {
      rows.append([.text(words("同成敗", "Together")), .text(bond), .text(""), .text("")])
    }
    return ReportPage.Section(
      id: "", title: title, message: message,
      columns: [
        column("sheet", words("工作表", "Sheet")), column("row", words("列", "Row")),
        column("column", words("欄", "Column")), column("change", words("改動", "Change")),
      ], rows: rows)
  }

  func column(_ key: String, _ title: String, _ kind: ReportPage.Kind = .text) -> ReportPage.Column {
    ReportPage.Column(key: key, title: title, kind: kind)
  }

  private func prospects(
    _ before: [Situation.Prospect], _ after: [Situation.Prospect], _ title: String
  ) -> ReportPage.Section? {
    let keys: [(key: String, title: String, kind: ReportPage.Kind)] = [
      ("target", words("目標", "Target"), .money), ("won", words("已簽", "Won"), .money),
      ("p_exact", words("達標機率", "Chance of target"), .percent),
      ("p_floor", words("保底機率", "Chance of minimum"), .percent), ("commit", safeTitle, .money),
      ("p10", words("九成把握至少", "9 in 10: at least"), .money), ("p50", words("五成把握至少", "Even odds: at least"), .money),
      ("p90", words("一成把握至少", "1 in 10: at least"), .money),
      ("risk_margin", words("風險裕量", "Risk margin"), .money), ("cover", words("覆蓋率", "Coverage"), .number),
    ]
    var rows: [[CellValue]] = []
    var same: [String] = []
    for place in 0..<max(before.count, after.count) {
      let old = place < before.count ? before[place] : nil
      let new = place < after.count ? after[place] : nil
      guard let named = new ?? old else { continue }
      if let old, let new, old == new {
        same.append(name(named))
        continue
      }
      rows.append(
        [.text(name(named))] + keys.map { key in .text(change(old, new, key.key, key.kind)) })
    }
    guard !rows.isEmpty else { return nil }
    // Columns without any change are left out, except target and chance, without which the others cannot be read.
    let told = keys.indices.filter { place in
      let texts = rows.map { $0[place + 1].shownText }
      let isBasis = keys[place].key == "target" || keys[place].key == "p_exact"
      return texts.contains { $0.contains("→") } || isBasis && texts.contains { $0 != "–" }
    }
    return ReportPage.Section(
      id: "", title: title,
      message: same.isEmpty
        ? "" : words("不變：\(same.joined(separator: "、"))", "unchanged: \(same.joined(separator: ", "))"),
      columns: [column("owner", words("責任人", "Owner"))] + told.map { column(keys[$0].key, keys[$0].title, .number) },
      rows: rows.map { row in [row[0]] + told.map { row[$0 + 1] } })
  }

  private func name(_ prospect: Situation.Prospect) -> String {
    let name = prospect.name.isEmpty ? words("全公司", "Company") : prospect.name
    let twice = table.before.owners.filter { $0.name == prospect.name }.count > 1
    guard twice, let start = prospect.start, let end = prospect.end else { return name }
    return "\(name) \(numbers.text(.number(start), .date))–\(numbers.text(.number(end), .date))"
  }

  private func change(
    _ old: Situation.Prospect?, _ new: Situation.Prospect?, _ key: String, _ kind: ReportPage.Kind
  ) -> String {
    arrow(old?.values[key] ?? .blank, new?.values[key] ?? .blank, kind)
  }

  func arrow(_ old: CellValue, _ new: CellValue, _ kind: ReportPage.Kind) -> String {
    let (a, b) = (text(old, kind), text(new, kind))
    return a == b ? a : "\(a) → \(b)"
  }

  func text(_ value: CellValue, _ kind: ReportPage.Kind) -> String {
    value.isEmpty ? "–" : numbers.text(value, kind)
  }

  func shown(_ value: CellValue, _ type: ColumnType) -> String {
    if value.isEmpty { return words("（空白）", "(blank)") }
    switch type {
    case .date: return numbers.text(value, .date)
    case .percent: return numbers.text(value, .percent)
    case .money: return value.number.map(ReportNumbers.grouped) ?? value.shownText
    default: return value.shownText
    }
  }

  // MARK: Assumptions

  /// Why figures cannot be computed that the workbook has a sheet for.
  private var lacking: [String] { DashboardSource(table.analysis, language: language).lackingFigures() }

  /// What the figures leave out, a sentence for each reason.
  var leftOut: [String] {
    let source = DashboardSource(table.analysis, language: language)
    let basis = TargetBasis(source)
    return lacking + FigureGaps(source: source, basis: basis).sentences()
      + (basis.reason.map { [words("公司的目標不加總：\($0)", "The targets are not added up: \($0)")] } ?? [])
  }
}
