// SPDX-License-Identifier: Apache-2.0

public import Playbook

/// What a run remembers about one workbook: enough to tell the next day what has changed.
public struct Observation: Hashable, Sendable {
  /// Must be increased whenever the same workbook would give a different observation, so that workbooks observed by an earlier
  /// edition are read again.
  public static let edition = 12

  public var asOf: String = ""
  /// The currency of its amounts, `USD` or 元; empty if no column states one, and `EUR+USD` if columns differ.
  public var currency: String = ""

  /// Whether amounts in a currency so called can be added to those of other workbooks.
  static func canBeAdded(_ currency: String) -> Bool { !currency.contains("+") }
  /// The hash of the playbook: what was checked.
  public var basis: String = ""
  public var language: String = ""
  public var playbook: String = ""
  public var rows: Int = 0
  public var sheets: Int = 0
  /// Whether no sheet looks like one in the playbook, in which case nothing was checked.
  public var isStranger: Bool = false
  /// Whether it merely looks like a team's workbook. An unattended run does not check such a workbook either.
  public var isGuessed: Bool = false

  /// Whether it certainly follows the playbook.
  public var isTeamWorkbook: Bool { !isStranger && !isGuessed }

  public var findings: [ObservedFinding] = []
  /// The values that rules about changes will be compared with.
  public var watches: [Watch] = []
  public var deals: [Deal] = []
  public var payments: [Payment] = []
  public var renewals: [Renewal] = []
  public var targets: [Target] = []
  /// How many days before it expires a renewal is reported.
  public var renewalWarning: Double = 0
  /// A target with a lower probability than this is at risk.
  public var confidence: Double = 0
  /// Its reasons are part of the page.
  public var headline: Headline = Headline()
  /// Whether what only a page shows is there, as far as the workbook has it: the reports, the work, the accounts and the
  /// causes. It takes a fair part of the time for a workbook, and most nights write no pages.
  public var hasPage: Bool = false
  /// The reports of its page, the same as on its dashboard, and those that it lacks what they need for.
  public var reports: [BookReport] = []
  /// What people have to do, earliest first, and how many items were left out.
  public var work: [Work] = []
  public var workLeftOut: Int = 0
  public var accounts: [Account] = []
  public var accountsLeftOut: Int = 0
  /// The rules that could not be asked, because a column or sheet that they read is not there; one after the other with spaces
  /// between.
  public var unasked: String = ""
  /// The columns that the workbook has, as in `de.stage`; one after the other with spaces between.
  public var columns: String = ""
  /// The causes of its findings, in the order in which `check` lists them.
  public var causes: [ObservedCause] = []
}

/// A finding with its words and the owner of its row.
public struct ObservedFinding: Hashable, Sendable {
  public var rule: String = ""
  public var severity: String = ""
  /// The title of the sheet.
  public var sheet: String = ""
  /// The playbook's prefix for the sheet. It is part of the finding's identity, because titles change.
  public var prefix: String = ""
  public var cell: String?
  public var row: Int?
  public var rowId: String = ""
  public var column: String = ""
  /// Counts findings with the same rule, sheet, row id and column, from 0.
  public var nth: Int = 0
  public var found: String = ""
  public var repair: String?
  public var message: String = ""
  public var owner: String = ""
  /// The rule of the finding in the same row that this one is a consequence of.
  public var follows: String?
  /// The kind of column that sets its cause apart from other causes of the rule; nil if the rule has one cause.
  public var kind: String?
  /// The number of findings that this one stands for; nil for one.
  public var times: Int?
  /// The header of the column as on the sheet; nil without one.
  public var header: String?

  public var level: Severity { Severity(rawValue: severity) ?? .info }
}

/// What `check` says of a cause.
public struct ObservedCause: Hashable, Sendable {
  public var rule: String = ""
  /// As in ``ObservedFinding/kind``.
  public var kind: String?
  /// The number of its findings, and of those that follow from them.
  public var count: Int = 0
  public var following: Int = 0
  /// What is said of its example.
  public var message: String = ""
  /// What goes on after it: the other columns of the workbook, and what a repair would write.
  public var ending: String = ""
  /// What a person should do about it.
  public var remedy: String = ""
}

public struct Deal: Hashable, Sendable {
  public var id: String = ""
  public var name: String = ""
  public var owner: String = ""
  public var account: String = ""
  public var stage: String = ""
  /// The position among the stages, from 1.
  public var stageNumber: Double?
  public var amount: Double?
  /// The expected or actual signing date.
  public var close: String = ""
  public var probability: Double?
  public var isOpen: Bool = false
  /// How many days it has exceeded the limit of its stage.
  public var stalledDays: Double = 0
  public var isWon: Bool = false
  /// `lost` or `hold` for a deal that ended without being won; nil for any other.
  public var ending: String?
  /// Why it was lost, as typed.
  public var reason: String?
  /// `商機!B7`.
  public var place: String = ""
}

public struct Payment: Hashable, Sendable {
  public var id: String = ""
  public var contract: String = ""
  public var stage: String = ""
  /// The position among the payment stages, from 1; 0 if the label is not a stage.
  public var stageNumber: Double?
  public var status: String?
  public var planned: Double?
  public var owner: String = ""
  public var account: String = ""
  public var received: Double = 0
  public var outstanding: Double = 0
  public var due: String = ""
  public var daysOverdue: Double = 0
  /// `回款!A7`.
  public var place: String = ""
}

public struct Renewal: Hashable, Sendable {
  public var id: String = ""
  public var account: String = ""
  public var owner: String = ""
  public var amount: Double?
  public var expiry: String = ""
  /// Negative after it has expired.
  public var daysLeft: Double?
  /// Empty if it has been renewed or lost.
  public var alert: String = ""
  /// `續單!A7`.
  public var place: String = ""
}

/// An owner's figures for a period, as computed on the Targets sheet.
public struct Target: Encodable, Hashable, Sendable {
  public var id: String = ""
  public var owner: String = ""
  public var start: String = ""
  public var end: String = ""
  public var target: Double?
  public var won: Double?
  public var open: Double?
  /// The exact probability of reaching the target.
  public var probability: Double?
  public var p10: Double?
  public var p50: Double?
  public var p90: Double?
  public var committable: Double?
}
