// SPDX-License-Identifier: Apache-2.0

/// What a manager reads in the morning: what changed since the run before, and who will miss the target (documents/method.md, Reports).
/// It rests on the workbooks, the as-of date and the run before alone, so the same night gives the same bytes.
public struct Digest {
  public var asOf: String
  /// Nil when there is nothing to compare with.
  public var previousAsOf: String?
  public var files = Files()
  public var counts = Counts()
  /// In order of names; findings without an owner under an empty one.
  var owners: [Owner] = []
  var dealsMoved: DiskBackedList<DealChange>
  var dealsSlipped: DiskBackedList<DealChange>
  /// Deals that stand in their stage for longer than its limit since the run before.
  var dealsStalled: DiskBackedList<DealLine>
  var dealsAdded: DiskBackedList<DealLine>
  var dealsRemoved: DiskBackedList<DealLine>
  var moneyReceived: DiskBackedList<PaymentLine>
  /// Overdue now and not at the run before.
  var newlyOverdue: DiskBackedList<PaymentLine>
  /// The most first.
  var overdue: SortedSpool<PaymentLine>
  /// By what the amounts are in: those of several currencies make no sum.
  public var overdueTotals: [String: Double] = [:]
  /// What the amounts of a workbook are in; only of a night over workbooks in several currencies, where each amount says it.
  var currencies: [String: String] = [:]
  var renewalsDue: SortedSpool<RenewalLine>
  /// Below the confidence that the workbook asks for, the lowest chance first.
  var targetsAtRisk: SortedSpool<TargetLine>
  /// Targets whose chance moved by five points or more.
  var chancesMoved: DiskBackedList<TargetLine>
  /// Every other changed value of deals, payments and targets: amounts, owners, targets.
  var changes: DiskBackedList<Change>

  init(asOf: String, previousAsOf: String?, _ scratch: Scratch) {
    self.asOf = asOf
    self.previousAsOf = previousAsOf
    dealsMoved = DiskBackedList(scratch)
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

  public struct Files: Hashable, Sendable, Encodable {
    public var checked = 0
    /// Workbooks of something else, of which nothing is asked.
    public var notTeamWorkbooks: [String] = []
    public var notChecked: [FileLine] = []
    public var gone: [String] = []
    public var moved: [FileLine] = []
    /// Backups that were restored, each with the day of the run that saw it.
    public var restored: [FileLine] = []
    public var added: [String] = []
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
    /// The day on which the oldest finding that is still there was first seen.
    public var oldest: String?
    /// Gone with a change of the playbook or the waivers.
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
    /// For a close date: by how many days it is later.
    var days: Int?
    /// For a stage: whether it is a later one.
    var forward: Bool?
  }

  struct PaymentLine {
    var file: String = ""
    var payment: Payment = Payment()
    /// The money that it is about here.
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
    /// Whether nothing but the spelling changed: a text became the number or day that it said; nil when it did not.
    var repaired: Bool?
  }
}
