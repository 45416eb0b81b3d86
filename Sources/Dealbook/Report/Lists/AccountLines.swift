// SPDX-License-Identifier: Apache-2.0

public import Playbook
import Spreadsheet

/// R16 in short form: each account with its open deals, outstanding payments, last visit, and drift.
public struct AccountLines: Sendable {
  public struct Visit: Sendable {
    public var date: String
    public var visitor: String
    public var topic: String
    public var result: String
    public var next: String
    public var nextDate: String
    public var place: CellPlace
  }

  /// A decision-maker of the account.
  public struct Person: Sendable {
    public var name: String
    public var title: String
    public var role: String
    public var influence: String
    public var support: String
    public var status: String
    public var place: CellPlace
  }

  public struct Line: Sendable {
    public var id: String
    public var name: String
    public var owner: String
    public var level: String
    public var lifecycle: String
    /// From 0 to 100.
    public var relation: Double?
    public var drift: String
    /// 1 for stable, 2 for watch, 3 for alert; 0 if it is not computed.
    public var driftLevel: Int
    public var lastVisit: String
    public var daysWithoutVisit: Double?
    public var strategy: String
    public var deals: Int
    /// The amount of its open deals; nil if the workbook lacks the columns.
    public var open: Double?
    public var owed: Double?
    public var overdue: Double?
    /// The last three, latest first.
    public var visits: [Visit]
    public var people: [Person]
    public var place: CellPlace
  }

  /// In the order of the sheet.
  public let lines: [Line]

  public init(_ analysis: Analysis, language: Language? = nil) {
    self.init(DashboardSource(analysis, language: language))
  }

  init(_ source: DashboardSource) {
    let keys = [
      "account_id", "name", "owner", "level", "lifecycle", "rel_score", "drift", "last_visit", "days_no_visit",
      "strategy", "strategy_hint",
    ]
    guard let accounts = SheetRows(source, "acc", keys) else {
      lines = []
      return
    }
    let deals = Self.deals(source)
    let money = Self.money(source)
    let visits = Self.visits(source)
    let people = Self.people(source)
    let labels = (1...3).map { source.label("dl", $0) }
    lines = accounts.rows.compactMap { row in
      let id = accounts.text("account_id", row)
      guard !id.isEmpty else { return nil }
      let key = id.lowercased()
      let drift = accounts.text("drift", row)
      let strategy = accounts.text("strategy", row)
      return Line(
        id: id, name: accounts.text("name", row), owner: accounts.person("owner", row),
        level: accounts.text("level", row), lifecycle: accounts.text("lifecycle", row),
        relation: accounts.number("rel_score", row), drift: drift,
        driftLevel: drift.isEmpty ? 0 : (labels.firstIndex { $0 == drift } ?? -1) + 1,
        lastVisit: accounts.day("last_visit", row), daysWithoutVisit: accounts.number("days_no_visit", row),
        strategy: strategy.isEmpty ? accounts.text("strategy_hint", row) : strategy, deals: deals?[key]?.count ?? 0,
        open: deals.map { $0[key]?.sum ?? 0 }, owed: money.map { $0[key]?.owed ?? 0 },
        overdue: money.map { $0[key]?.late ?? 0 }, visits: visits[key] ?? [], people: people[key] ?? [],
        place: accounts.place("account_id", row))
    }
  }

  /// Sums are in cents, so that the order of rows does not change them.
  private static func deals(_ source: DashboardSource) -> [String: (count: Int, sum: Double)]? {
    guard source.has("de_amount", "de_is_open", "de_account_id"),
      let sheet = SheetRows(source, "de", ["account_id", "amount", "is_open"])
    else { return nil }
    var sums: [String: (count: Int, sum: Double)] = [:]
    for row in sheet.rows where sheet.number("is_open", row) == 1 {
      sums[sheet.text("account_id", row).lowercased(), default: (0, 0)].count += 1
      sums[sheet.text("account_id", row).lowercased()]?.sum += sheet.number("amount", row) ?? 0
    }
    return sums.mapValues { ($0.count, Self.cents($0.sum)) }
  }

  private static func money(_ source: DashboardSource) -> [String: (owed: Double, late: Double)]? {
    guard source.has("pa_outstanding", "pa_days_over"),
      let sheet = SheetRows(source, "pa", ["account_id", "acct", "outstanding", "days_over"])
    else { return nil }
    var sums: [String: (owed: Double, late: Double)] = [:]
    for row in sheet.rows {
      guard let open = sheet.number("outstanding", row), open > 0 else { continue }
      let own = sheet.text("account_id", row)
      let key = (own.isEmpty ? sheet.text("acct", row) : own).lowercased()
      sums[key, default: (0, 0)].owed += open
      if (sheet.number("days_over", row) ?? 0) > 0 { sums[key]?.late += open }
    }
    return sums.mapValues { (Self.cents($0.owed), Self.cents($0.late)) }
  }

  private static func cents(_ sum: Double) -> Double { (sum * 100).rounded(.toNearestOrAwayFromZero) / 100 }

  private static func people(_ source: DashboardSource) -> [String: [Person]] {
    let keys = ["account_id", "name", "title", "buy_role", "influence", "supp", "status"]
    guard let sheet = SheetRows(source, "ct", keys) else { return [:] }
    var people: [String: [Person]] = [:]
    for row in sheet.rows {
      people[sheet.text("account_id", row).lowercased(), default: []].append(
        Person(
          name: sheet.text("name", row), title: sheet.text("title", row), role: sheet.text("buy_role", row),
          influence: sheet.text("influence", row), support: sheet.text("supp", row),
          status: sheet.text("status", row), place: sheet.place("name", row)))
    }
    return people
  }

  private static let kept = 3

  private static func visits(_ source: DashboardSource) -> [String: [Visit]] {
    let keys = ["visit_id", "date", "account_id", "visitor", "topic", "result", "next_step", "next_date"]
    guard let sheet = SheetRows(source, "vi", keys) else { return [:] }
    let today = source.team.asOf ?? .infinity
    var rows: [String: [(day: Double, row: Int)]] = [:]
    for row in sheet.rows {
      guard let day = sheet.number("date", row), day <= today else { continue }
      let key = sheet.text("account_id", row).lowercased()
      // Only a few are kept, however many there are.
      var latest = rows[key] ?? []
      let place = latest.firstIndex { $0.day < day } ?? latest.count
      guard place < kept else { continue }
      latest.insert((day, row), at: place)
      rows[key] = Array(latest.prefix(kept))
    }
    return rows.mapValues { rows in
      rows.map { _, row in
        Visit(
          date: sheet.day("date", row), visitor: sheet.person("visitor", row), topic: sheet.text("topic", row),
          result: sheet.text("result", row), next: sheet.text("next_step", row), nextDate: sheet.day("next_date", row),
          place: sheet.place("visit_id", row))
      }
    }
  }
}
