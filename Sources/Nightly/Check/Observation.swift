// SPDX-License-Identifier: Apache-2.0

public import Playbook

/// What a run keeps of one workbook: enough to tell tomorrow what has changed.
public struct Observation: Hashable, Sendable {
  /// Goes up whenever the same workbook gives other observations: what an earlier edition saw is looked at again.
  public static let edition = 5

  public var asOf: String = ""
  /// What its amounts are in, `USD` or 元; empty where nothing says, or where its columns say different things.
  public var currency: String = ""
  /// Of the playbook's bytes: what was asked.
  public var basis: String = ""
  public var language: String = ""
  public var playbook: String = ""
  public var rows: Int = 0
  public var sheets: Int = 0
  /// Whether no sheet looks like one of the playbook's: then nothing was asked of it.
  public var isStranger: Bool = false
  /// Whether it only looks like a team's: unattended, nothing is asked of it either.
  public var isGuessed: Bool = false

  /// Whether it goes by the playbook for sure.
  public var isTeamWorkbook: Bool { !isStranger && !isGuessed }

  public var findings: [ObservedFinding] = []
  /// What rules about changes will compare with.
  public var watches: [Watch] = []
  public var deals: [Deal] = []
  public var payments: [Payment] = []
  public var renewals: [Renewal] = []
  public var targets: [Target] = []
  /// Up to how many days before it expires a renewal is spoken of.
  public var renewalWarning: Double = 0
  /// With less than this chance a target is at risk.
  public var confidence: Double = 0
  public var headline: Headline = Headline()
  /// What people have to do, the earliest first, and how much of it is too much to keep.
  public var work: [Work] = []
  public var workLeftOut: Int = 0
  public var accounts: [Account] = []
  public var accountsLeftOut: Int = 0
  /// What to do about the findings of each rule that has some.
  public var remedies: [Remedy] = []
}

/// A finding with the words in which it is shown, and the owner of its row.
public struct ObservedFinding: Hashable, Sendable {
  public var rule: String = ""
  public var severity: String = ""
  /// The title on the tab.
  public var sheet: String = ""
  /// What the sheet is to the playbook: part of the finding's identity, since titles change.
  public var prefix: String = ""
  public var cell: String?
  public var row: Int?
  public var rowId: String = ""
  public var column: String = ""
  /// Which of several findings that are alike in rule, sheet, row id and column: 0 for the first.
  public var nth: Int = 0
  public var found: String = ""
  public var repair: String?
  public var message: String = ""
  public var owner: String = ""
  /// The rule of the finding of the same row that this one only follows from.
  public var follows: String?
  /// How many findings it stands for; nil for itself alone.
  public var times: Int?

  public var level: Severity { Severity(rawValue: severity) ?? .info }
}

/// What a person does about the findings of a rule, in one sentence.
public struct Remedy: Hashable, Sendable {
  public var rule: String = ""
  public var text: String = ""
}

public struct Deal: Hashable, Sendable {
  public var id: String = ""
  public var name: String = ""
  public var owner: String = ""
  public var account: String = ""
  public var stage: String = ""
  /// From 1, in the order of the stages.
  public var stageNumber: Double?
  public var amount: Double?
  /// The day on which it is expected to be signed, or was.
  public var close: String = ""
  public var probability: Double?
  public var isOpen: Bool = false
  /// Days beyond the limit of its stage.
  public var stalledDays: Double = 0
  public var isWon: Bool = false
  /// `商機!B7`.
  public var place: String = ""
}

public struct Payment: Hashable, Sendable {
  public var id: String = ""
  public var contract: String = ""
  public var stage: String = ""
  /// From 1, in the order of the payment stages; 0 for a label that is none of them.
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
  /// Negative once it has expired.
  public var daysLeft: Double?
  /// Empty for one that is renewed or lost.
  public var alert: String = ""
  /// `續單!A7`.
  public var place: String = ""
}

/// Figures of an owner in a period, as the Targets sheet computes them.
public struct Target: Encodable, Hashable, Sendable {
  public var id: String = ""
  public var owner: String = ""
  public var start: String = ""
  public var end: String = ""
  public var target: Double?
  public var won: Double?
  public var open: Double?
  /// The exact chance of reaching the target.
  public var probability: Double?
  public var p10: Double?
  public var p50: Double?
  public var p90: Double?
  public var committable: Double?
}
