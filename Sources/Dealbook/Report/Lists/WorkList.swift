// SPDX-License-Identifier: Apache-2.0

public import Playbook
import Spreadsheet

/// R17: what people have to do: next steps on record that are not done, payments that are due, renewals that expire, and accounts that
/// drift away.
public struct WorkList: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case step, money, renewal, drift
  }

  public struct Item: Sendable {
    public var kind: Kind
    /// A serial date in the workbook's date system; nil if there is none.
    public var day: Double?
    /// The date as `2026-03-31`; empty if there is none.
    public var date: String
    /// The ID of the row.
    public var id: String
    public var what: String
    /// Empty if nobody is named.
    public var owner: String
    /// The account's ID; empty if the row names none.
    public var account: String
    /// The outstanding amount, or the value of the renewal, in the workbook's own currency.
    public var amount: Double?
    public var place: CellPlace
  }

  /// The number of days ahead that count as this week.
  public static let week = 7.0

  /// Earliest first; items without a date last.
  public let items: [Item]
  /// A serial date in the workbook's date system; nil if the workbook states none.
  public let asOf: Double?

  public init(_ analysis: Analysis, language: Language? = nil) {
    self.init(DashboardSource(analysis, language: language))
  }

  init(_ source: DashboardSource) {
    asOf = source.team.asOf
    let items =
      Self.steps(source) + Self.money(source) + Self.renewals(source) + Self.drift(source)
    self.items = items.enumerated().sorted { a, b in
      (a.element.day ?? .infinity, a.offset) < (b.element.day ?? .infinity, b.offset)
    }.map(\.element)
  }

  /// Whether the date has passed.
  public func isLate(_ item: Item) -> Bool {
    guard let day = item.day, let asOf else { return false }
    return day < asOf
  }

  /// Whether it is due today or within the next seven days.
  public func isThisWeek(_ item: Item) -> Bool {
    guard let day = item.day, let asOf else { return false }
    return day >= asOf && day <= asOf + Self.week
  }

  // MARK: Next steps

  /// The columns of next steps, and those that show whether they are done.
  private struct StepColumns: Sendable {
    var prefix: String
    var id: String
    var action: String
    var date: String
    var owners: [String]
    var accounts: [String]
    var isDone: @Sendable (SheetRows, Int) -> Bool
  }

  private static let places = [
    StepColumns(
      prefix: "de", id: "deal_id", action: "next_action", date: "next_date", owners: ["owner"],
      accounts: ["account_id"]
    ) { $0.number("is_open", $1) == 0 },
    StepColumns(
      prefix: "pa", id: "payment_id", action: "next_action", date: "next_date", owners: ["owner"],
      accounts: ["account_id", "acct"]
    ) { ($0.number("outstanding", $1) ?? 1) <= 0 },
    StepColumns(
      prefix: "re", id: "renewal_id", action: "next_action", date: "next_date", owners: ["owner"],
      accounts: ["account_id"]
    ) { _, _ in false },
    StepColumns(
      prefix: "le", id: "lead_id", action: "next_action", date: "next_date", owners: ["owner"], accounts: ["account_id"]
    ) { $0.number("is_open", $1) == 0 },
    StepColumns(
      prefix: "vi", id: "visit_id", action: "next_step", date: "next_date", owners: ["next_owner", "visitor"],
      accounts: ["account_id"]
    ) { ["✓", "是", "yes", "y"].contains($0.text("next_done", $1).lowercased()) },
    StepColumns(
      prefix: "pl", id: "plan_id", action: "task", date: "deadline", owners: ["owner"], accounts: ["account_id"]
    ) { !$0.value("done_date", $1).isEmpty },
  ]

  private static func steps(_ source: DashboardSource) -> [Item] {
    places.flatMap { columns -> [Item] in
      let keys =
        [columns.id, columns.action, columns.date, "is_open", "outstanding", "next_done", "done_date"]
        + columns.owners + columns.accounts
      guard let sheet = SheetRows(source, columns.prefix, keys) else { return [] }
      return sheet.rows.compactMap { row in
        let what = sheet.text(columns.action, row)
        guard !what.isEmpty, !columns.isDone(sheet, row) else { return nil }
        return Item(
          kind: .step, day: sheet.number(columns.date, row), date: sheet.day(columns.date, row),
          id: sheet.text(columns.id, row), what: what,
          owner: source.team.persons.name(first(columns.owners, sheet, row)),
          account: first(columns.accounts, sheet, row), amount: nil, place: sheet.place(columns.action, row))
      }
    }
  }

  /// The value of the first of these columns that is not empty.
  private static func first(_ keys: [String], _ sheet: SheetRows, _ row: Int) -> String {
    keys.lazy.map { sheet.text($0, row) }.first { !$0.isEmpty } ?? ""
  }

  // MARK: Payments, renewals and drift

  private static func money(_ source: DashboardSource) -> [Item] {
    let keys = ["payment_id", "contract_id", "stage", "owner", "account_id", "acct", "outstanding", "due"]
    guard source.has("pa_outstanding"), let sheet = SheetRows(source, "pa", keys) else { return [] }
    let asOf = source.team.asOf ?? .infinity
    return sheet.rows.compactMap { row in
      guard let open = sheet.number("outstanding", row), open > 0, let day = sheet.number("due", row),
        day <= asOf + week
      else { return nil }
      let what = [sheet.text("contract_id", row), sheet.text("stage", row)].filter { !$0.isEmpty }
      return Item(
        kind: .money, day: day, date: sheet.day("due", row), id: sheet.text("payment_id", row),
        what: what.joined(separator: " "), owner: sheet.person("owner", row),
        account: first(["account_id", "acct"], sheet, row), amount: open, place: sheet.place("payment_id", row))
    }
  }

  private static func renewals(_ source: DashboardSource) -> [Item] {
    let keys = ["renewal_id", "account_id", "owner", "amount", "expiry", "days_exp", "alert"]
    guard source.has("re_alert", "re_days_exp"), let sheet = SheetRows(source, "re", keys) else { return [] }
    let warning = source.team.settings.number("RenewWarn") ?? 90
    return sheet.rows.compactMap { row in
      let alert = sheet.text("alert", row)
      guard !alert.isEmpty, let days = sheet.number("days_exp", row), days <= warning else { return nil }
      return Item(
        kind: .renewal, day: sheet.number("expiry", row), date: sheet.day("expiry", row),
        id: sheet.text("renewal_id", row), what: source.words("談續約（\(alert)）", "Renew (\(alert))"),
        owner: sheet.person("owner", row),
        account: sheet.text("account_id", row), amount: sheet.number("amount", row),
        place: sheet.place("renewal_id", row))
    }
  }

  /// Accounts whose drift is at alert level and that should be visited.
  private static func drift(_ source: DashboardSource) -> [Item] {
    let keys = ["account_id", "name", "owner", "drift"]
    guard source.has("acc_drift"), let sheet = SheetRows(source, "acc", keys), let alert = source.label("dl", 3) else {
      return []
    }
    return sheet.rows.compactMap { row in
      guard sheet.text("drift", row) == alert else { return nil }
      return Item(
        kind: .drift, day: nil, date: "", id: sheet.text("account_id", row),
        what: source.words("客戶漂移：約訪", "Drifting: arrange a visit"), owner: sheet.person("owner", row),
        account: sheet.text("account_id", row), amount: nil, place: sheet.place("account_id", row))
    }
  }
}
