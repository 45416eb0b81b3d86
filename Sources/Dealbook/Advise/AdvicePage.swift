// SPDX-License-Identifier: Apache-2.0

public import Playbook
import Spreadsheet

/// The advice, written for readers who know the business but no statistics.
public struct AdvicePage: Sendable {
  private let table: SandTable
  let words: DashboardWords
  let numbers: ReportNumbers
  private let outcomePage: OutcomePage

  /// The most deals without evidence that are listed.
  private static let mostBlocked = 10
  /// The most moves that are listed if all of them together are not enough.
  private static let mostMoves = 10

  public init(_ table: SandTable, file: String, language: Language?) {
    self.table = table
    let language = language ?? table.team.messageLanguage
    words = DashboardWords(language: language)
    numbers = ReportNumbers(language: language, system: table.team.workbook.dateSystem)
    outcomePage = OutcomePage(table, file: file, language: language)
  }

  public var language: Language { words.language }

  public func page(_ advice: Advice) -> ReportPage {
    var page = outcomePage.page([], hasBonds: !advice.bonds.isEmpty)
    page.title = words("下一步怎麼走", "What to do next")
    page.subtitle = words(
      "基準日 \(table.team.asOfText ?? "")；希望達標機率至少 \(percent(advice.reach))",
      "As of \(table.team.asOfText ?? ""); wanted: the target reached \(percent(advice.reach)) of the time")
    for goal in advice.goals where !goal.isOver { page.sections += sections(goal, advice) }
    if let section = over(advice.goals.filter(\.isOver)) { page.sections.append(section) }
    page.sections += others(advice)
    page.notes = notes(advice) + page.notes.prefix(2) + outcomePage.leftOut
    return page
  }

  // MARK: A goal

  private func sections(_ goal: Advice.Goal, _ advice: Advice) -> [ReportPage.Section] {
    let title = self.title(goal.prospect)
    if goal.isReached {
      return [
        ReportPage.Section(
          id: "", title: title,
          message: words(
            "達標機率 \(percent(goal.chanceOfAll))，把握已足夠，不必再做什麼",
            "chance of reaching the target: \(percent(goal.chanceOfAll)) – high enough, nothing to do"),
          columns: [], rows: [])
      ]
    }
    let now = chance(goal.prospect.number("p_exact") ?? 0, advice)
    var sections: [ReportPage.Section] = []
    for (place, set) in goal.sets.enumerated() {
      let count = set.moves.count
      let lead = place == 0 ? title : words("\(title)：另一組", "\(title): another set")
      let chance = "\(chance(set.chanceBefore, advice)) → \(percent(set.chanceAfter))"
      let safe = safe(set)
      sections.append(
        ReportPage.Section(
          id: "", title: lead,
          message: words(
            "\(count) 步，達標機率 \(chance)", "\(counted(count)): chance of reaching the target \(chance)")
            + (safe.isEmpty ? "" : words("；", "; ") + safe),
          columns: moveColumns, rows: set.moves.map(row)))
    }
    if goal.sets.isEmpty {
      let all =
        goal.moves.isEmpty
        ? words(
          "達標機率 \(now)；現有商機沒有可走的一步",
          "chance of reaching the target: \(now); no open deal can be advanced or brought back")
        : words(
          "達標機率 \(now)；可走的 \(goal.moves.count) 步全走也只到 \(percent(goal.chanceOfAll))",
          "chance of reaching the target: \(now); all possible moves together (\(goal.moves.count)) bring it only to \(chance(goal.chanceOfAll, advice))"
        )
      sections.append(
        ReportPage.Section(
          id: "", title: title, message: all + rest(goal.moves.count), columns: goal.moves.isEmpty ? [] : moveColumns,
          rows: goal.moves.prefix(Self.mostMoves).map(row)))
      sections.append(newPipeline(goal))
    }
    if let section = blocked(goal) { sections.append(section) }
    if let section = later(goal) { sections.append(section) }
    return sections
  }

  private func title(_ prospect: Situation.Prospect) -> String {
    let name = prospect.name.isEmpty ? words("全公司", "Company") : prospect.name
    guard let start = prospect.start, let end = prospect.end else { return name }
    return "\(name) \(numbers.text(.number(start), .date))–\(numbers.text(.number(end), .date))"
  }

  /// The targets whose period has ended.
  private func over(_ goals: [Advice.Goal]) -> ReportPage.Section? {
    guard !goals.isEmpty else { return nil }
    return ReportPage.Section(
      id: "", title: words("已結束的期間", "Periods that are over"),
      message: words("基準日之前已結束，再推進商機也不會改變", "they ended before the date of these figures; no move changes them now"),
      columns: [
        column("goal", words("目標", "Target of")), column("target", words("目標金額", "Target"), .money),
        column("won", words("已簽", "Won"), .money), column("reached", words("達標", "Reached")),
      ],
      rows: goals.map { goal in
        let (target, won) = (goal.prospect.values["target"] ?? .blank, goal.prospect.values["won"] ?? .blank)
        let isReached = (won.number ?? 0) >= (target.number ?? .infinity)
        return [.text(title(goal.prospect)), target, won, .text(isReached ? words("是", "yes") : words("否", "no"))]
      })
  }

  /// A chance before moves. One that is too low is not rounded to what is wanted.
  private func chance(_ share: Double, _ advice: Advice) -> String {
    let text = percent(share)
    guard share < advice.reach, text == percent(advice.reach) else { return text }
    return words("略低於 \(text)", "just under \(text)")
  }

  /// That some moves are not listed.
  private func rest(_ count: Int) -> String {
    count > Self.mostMoves
      ? words("；以下是最有用的 \(Self.mostMoves) 步", "; the \(Self.mostMoves) most useful ones are listed") : ""
  }

  private func counted(_ count: Int) -> String { count == 1 ? "1 move" : "\(count) moves" }

  private func percent(_ share: Double) -> String { numbers.text(.number(share), .percent) }

  private func safe(_ set: Advice.MoveSet) -> String {
    let share = percent(table.outlook.confidence)
    guard let before = set.before.values["commit"], let after = set.after.values["commit"], before != after else {
      return ""
    }
    let amounts = "\(numbers.text(before, .money)) → \(numbers.text(after, .money))"
    return words("\(share)把握至少 \(amounts)", "\(share) sure of at least \(amounts)")
  }

  private var moveColumns: [ReportPage.Column] {
    [
      column("row", words("商機", "Deal")), column("name", words("名稱", "Name")), column("owner", words("責任人", "Owner")),
      column("amount", words("金額", "Amount"), .money), column("move", words("這一步", "Move")),
      column("chance", words("單走這步：機率", "This move alone: chance"), .number),
      column("p10", words("九成把握至少", "9 in 10: at least"), .number),
      column(
        "commit", words("\(percent(table.outlook.confidence))把握至少", "\(percent(table.outlook.confidence)) sure of"),
        .number),
    ]
  }

  func column(_ key: String, _ title: String, _ kind: ReportPage.Kind = .text) -> ReportPage.Column {
    ReportPage.Column(key: key, title: title, kind: kind)
  }

  private func row(_ move: Advice.Move) -> [CellValue] {
    let kind: ReportPage.Kind = move.type == .date ? .date : .text
    let change = "\(numbers.text(move.before, kind)) → \(numbers.text(move.after, kind))"
    let what =
      move.kind == .advance
      ? words("推進：\(change)", "advance: \(change)") : words("拉回本期：\(change)", "bring back: \(change)")
    return [
      .text(move.row), .text(move.name), .text(move.owner), .number(move.amount), .text(what),
      .text(signed((move.worth.chance * 100).rounded(.toNearestOrAwayFromZero), words(" 點", " points"))),
      .text(signedMoney(move.worth.p10)), .text(signedMoney(move.worth.commit)),
    ]
  }

  private func signed(_ number: Double, _ unit: String) -> String {
    let digits = CellValue.number(abs(number)).shownText + unit
    return number > 0 ? "+\(digits)" : number < 0 ? "−\(digits)" : "±\(digits)"
  }

  private func signedMoney(_ amount: Double) -> String {
    let text = numbers.text(.number(abs(amount)), .money)
    return amount > 0 ? "+\(text)" : amount < 0 ? "−\(text)" : "±0"
  }

  private func newPipeline(_ goal: Advice.Goal) -> ReportPage.Section {
    let none = goal.newPipeline.isEmpty
    return ReportPage.Section(
      id: "", title: words("還缺多少新商機", "New deals needed"),
      message: none
        ? words("本期再多新商機也難以達到", "no realistic number of new deals would be enough in this period")
        : goal.moves.isEmpty
          ? words("其中任何一列就夠了", "any one of these lines would be enough")
          : words("以上各步全走之後，其中任何一列就夠了", "on top of all these moves; any one of these lines would be enough"),
      columns: none
        ? []
        : [
          column("stage", words("處於階段", "At stage")),
          column("probability", words("成交率", "Win rate"), .percent),
          column("count", words("件數", "Deals"), .number), column("size", words("每件", "Size of each"), .money),
          column("amount", words("合計", "In total"), .money), column("chance", words("達標機率", "Chance"), .percent),
        ],
      rows: goal.newPipeline.map { new in
        [
          .text(new.stage), .number(new.probability), .number(Double(new.count)), .number(new.size),
          .number(new.amount), .number(new.chance),
        ]
      })
  }

  private func blocked(_ goal: Advice.Goal) -> ReportPage.Section? {
    guard !goal.blocked.isEmpty else { return nil }
    let more = goal.blocked.count - Self.mostBlocked
    return ReportPage.Section(
      id: "", title: words("先補證據，才談推進", "Evidence first"),
      message: more > 0 ? words("另有 \(more) 筆", "and \(more) more") : "",
      columns: [
        column("row", words("商機", "Deal")), column("name", words("名稱", "Name")), column("owner", words("責任人", "Owner")),
        column("stage", words("下一階段", "Next stage")), column("missing", words("尚缺", "Still missing")),
      ],
      rows: goal.blocked.prefix(Self.mostBlocked).map { deal in
        let missing = deal.missing.joined(separator: words.language == .english ? ", " : "、")
        return [.text(deal.row), .text(deal.name), .text(deal.owner), .text(deal.stage), .text(missing)]
      })
  }

  /// Deals of a later period that may have slipped out of this one.
  private func later(_ goal: Advice.Goal) -> ReportPage.Section? {
    guard goal.later > 0 else { return nil }
    let count = goal.later
    return ReportPage.Section(
      id: "", title: words("期間之後才成交的商機", "Deals that close later"),
      message: words(
        "\(count) 筆；表上沒有「延期次數」欄，看不出哪些是從本期延出去的，所以都不列為可拉回的一步",
        "\(count); the sheet has no column for how often a deal was postponed (Close-date pushes), so none is taken for one that slipped and could be brought back"
      ),
      columns: [], rows: [])
  }

  // MARK: Notes

  private func notes(_ advice: Advice) -> [String] {
    var notes = [
      words(
        "一步：讓商機前進一個階段（證據要足以支持），或把延到本期之外的商機拉回來。簽約本身不算一步，那正是機率要算的。",
        "A move takes a deal one stage further, as far as its evidence supports, or brings a postponed deal back into the period. Signing is not a move: whether deals get signed is what the chance measures."
      )
    ]
    let isExact = advice.goals.allSatisfy(\.isExact)
    let tried = advice.goals.reduce(0) { $0 + $1.tried }
    if tried > 0 || !isExact {
      notes.append(
        isExact
          ? words(
            "已搜尋所有組合：沒有更小的一組，同樣大小也沒有更好的一組。",
            "All combinations were considered: no smaller set is enough, and no other of the same size is better."
          )
          : words(
            "組合太多，無法全部比較：搜尋到上限 \(advice.bound) 就停止，可能還有更小或更好的一組；可用 --bound 提高上限。",
            "There are too many combinations to try them all: the search stopped after \(advice.bound), so a smaller or better set may exist; --bound raises this limit."
          ))
    }
    let spared = Set(advice.goals.flatMap(\.spared)).sorted()
    if !spared.isEmpty {
      let names = spared.joined(separator: words.language == .english ? ", " : "、")
      notes.append(
        words(
          "不鞭打快牛：\(names) 已扛足自己的目標或已超過上調上限，不再加擔。", "Not asked for more, because they already carry enough: \(names)."))
    }
    return notes
  }
}
