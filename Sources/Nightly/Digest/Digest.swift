// SPDX-License-Identifier: Apache-2.0

/// What a manager reads in the morning: what has changed since the previous run, and who will miss the target
/// (documents/method.md, Reports). It depends only on the workbooks, the as-of date and the previous run, so the same night
/// gives the same bytes.
public struct Digest {
  public var asOf: String
  /// Nil if there is no previous run.
  public var previousAsOf: String?
  public var files = Files()
  public var counts = Counts()
  /// Sorted by name. Findings without an owner are under an empty name.
  var owners: [Owner] = []
  var dealsMoved: DiskBackedList<DealChange>
  var dealsSlipped: DiskBackedList<DealChange>
  /// Deals that have exceeded the limit of their stage since the previous run.
  var dealsStalled: DiskBackedList<DealLine>
  var dealsAdded: DiskBackedList<DealLine>
  var dealsRemoved: DiskBackedList<DealLine>
  var moneyReceived: DiskBackedList<PaymentLine>
  /// Payments that have become overdue since the previous run.
  var newlyOverdue: DiskBackedList<PaymentLine>
  /// The largest amounts first.
  var overdue: SortedSpool<PaymentLine>
  /// By currency, because amounts in different currencies can't be added.
  public var overdueTotals: [String: Double] = [:]
  /// The same of ``moneyReceived`` and ``newlyOverdue``, with what those lists leave out.
  var receivedTotals: [String: Double] = [:]
  var newlyOverdueTotals: [String: Double] = [:]
  /// How many deals moved back to an earlier stage.
  var movedBack = 0
  /// Deals that were lost or put on hold, which are no moves forward.
  var dealsLost: DiskBackedList<DealChange>
  var dealsHeld: DiskBackedList<DealChange>
  /// Their amounts by currency, with those that the lists leave out.
  var lostTotals: [String: Double] = [:]
  var heldTotals: [String: Double] = [:]
  /// The currency of each workbook; empty unless the workbooks use several, in which case each amount names its own.
  var currencies: [String: String] = [:]
  var renewalsDue: SortedSpool<RenewalLine>
  /// Targets whose probability is below the confidence that the workbook asks for, the least likely first.
  var targetsAtRisk: SortedSpool<TargetLine>
  /// Targets whose probability changed by five points or more.
  var chancesMoved: DiskBackedList<TargetLine>
  /// All other changed values of deals, payments and targets: amounts, owners, targets.
  var changes: DiskBackedList<Change>

  init(asOf: String, previousAsOf: String?, _ scratch: Scratch) {
    self.asOf = asOf
    self.previousAsOf = previousAsOf
    dealsMoved = DiskBackedList(scratch)
    dealsLost = DiskBackedList(scratch)
    dealsHeld = DiskBackedList(scratch)
    dealsSlipped = DiskBackedList(scratch)
    dealsStalled = DiskBackedList(scratch)
    dealsAdded = DiskBackedList(scratch)
    dealsRemoved = DiskBackedList(scratch)
    moneyReceived = DiskBackedList(scratch)
    newlyOverdue = DiskBackedList(scratch)
    overdue = SortedSpool(scratch)
    renewalsDue = SortedSpool(scratch)
    targetsAtRisk = SortedSpool(scratch)
    chancesMoved = DiskBackedList(scratch)
    changes = DiskBackedList(scratch)
  }

  /// How many elements of each list were left out, because there are more about one workbook than anybody would read.
  var leftOut: [String: Int] {
    [
      "chancesMoved": chancesMoved.leftOut, "changes": changes.leftOut, "dealsAdded": dealsAdded.leftOut,
      "dealsHeld": dealsHeld.leftOut, "dealsLost": dealsLost.leftOut, "dealsMoved": dealsMoved.leftOut,
      "dealsRemoved": dealsRemoved.leftOut, "dealsSlipped": dealsSlipped.leftOut,
      "dealsStalled": dealsStalled.leftOut, "moneyReceived": moneyReceived.leftOut,
      "newlyOverdue": newlyOverdue.leftOut, "overdue": overdue.leftOut, "renewalsDue": renewalsDue.leftOut,
      "targetsAtRisk": targetsAtRisk.leftOut,
    ].filter { $0.value > 0 }
  }

  public struct Files: Hashable, Sendable, Encodable {
    public var checked = 0
    /// Workbooks that are not a team's and were not checked.
    public var notTeamWorkbooks: [String] = []
    public var notChecked: [FileLine] = []
    public var gone: [String] = []
    public var moved: [FileLine] = []
    /// Restored backups, each with the day of the run that saw it.
    public var restored: [FileLine] = []
    public var added: [String] = []
    /// Copies of other workbooks, whose figures count nowhere, each with the one that counts.
    public var copies: [FileLine] = []
  }

  public struct FileLine: Hashable, Sendable, Encodable {
    public var file: String
    public var outcome: String
    public var why: String
    public var cause: Cause?
  }

  public struct Counts: Hashable, Sendable, Encodable {
    public var new = 0
    public var reopened = 0
    public var fixed = 0
    public var persisting = 0
    public var waived = 0
    public var errors = 0
    public var warnings = 0
    public var notes = 0
    /// The day on which the oldest open finding was first seen.
    public var oldest: String?
    /// Findings that disappeared with a change of the playbook or the waivers.
    public var notAsked = 0
  }

  struct Owner {
    var owner: String
    var new: DiskBackedList<FindingLine>
    var reopened: DiskBackedList<FindingLine>
    var fixed: DiskBackedList<FindingLine>
    var persisting = 0

    init(_ owner: String, _ scratch: Scratch) {
      self.owner = owner
      new = DiskBackedList(scratch)
      reopened = DiskBackedList(scratch)
      fixed = DiskBackedList(scratch)
    }
  }

  struct FindingLine {
    var file: String = ""
    var rule: String = ""
    var severity: String = ""
    var sheet: String = ""
    var cell: String?
    var rowId: String = ""
    var message: String = ""
    var firstSeen: String = ""
    /// As in ``ObservedFinding/follows``.
    var follows: String?
  }

  struct DealLine {
    var file: String = ""
    var deal: Deal = Deal()
  }

  struct DealChange {
    var file: String = ""
    var deal: Deal = Deal()
    var before: String = ""
    var after: String = ""
    /// For a closing date: how many days later it is.
    var days: Int?
    /// For a stage: whether the deal moved forward.
    var forward: Bool?
  }

  struct PaymentLine {
    var file: String = ""
    var payment: Payment = Payment()
    /// The amount concerned.
    var amount: Double = 0.0
  }

  struct RenewalLine {
    var file: String = ""
    var renewal: Renewal = Renewal()
  }

  struct TargetLine {
    var file: String = ""
    var target: Target = Target()
    var probabilityBefore: Double?
  }

  struct Change {
    var file: String = ""
    var kind: String = ""
    var rowId: String = ""
    var field: String = ""
    var before: String = ""
    var after: String = ""
    /// Whether only the spelling changed, from text to the number or date it stood for; nil otherwise.
    var repaired: Bool?
  }
}
