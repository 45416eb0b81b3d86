/// What a manager reads in the morning: what changed since the run before, and who will miss the target (method.md, R15).
/// It rests on the workbooks, the as-of date and the run before alone, so the same night gives the same bytes.
public struct Digest: Hashable, Sendable, Encodable {
  public var asOf: String
  /// Nil when there is nothing to compare with.
  public var previousAsOf: String?
  public var files: Files
  public var counts: Counts
  /// In order of names; findings without an owner under an empty one.
  public var owners: [Owner]
  public var dealsMoved: [DealChange]
  public var dealsSlipped: [DealChange]
  /// Deals that stand in their stage for longer than its limit since the run before.
  public var dealsStalled: [DealLine]
  public var dealsAdded: [DealLine]
  public var dealsRemoved: [DealLine]
  public var moneyReceived: [PaymentLine]
  /// Overdue now and not at the run before.
  public var newlyOverdue: [PaymentLine]
  /// The most first.
  public var overdue: [PaymentLine]
  public var overdueTotal: Double
  public var renewalsDue: [RenewalLine]
  /// Below the confidence that the workbook asks for, the lowest chance first.
  public var targetsAtRisk: [TargetLine]
  /// Targets whose chance moved by five points or more.
  public var chancesMoved: [TargetLine]
  /// Every other changed value of deals, payments and targets: amounts, owners, targets.
  public var changes: [Change]

  public struct Files: Hashable, Sendable, Encodable {
    public var checked: Int
    public var notChecked: [FileLine]
    public var gone: [String]
    public var moved: [FileLine]
    public var added: [String]
  }

  public struct FileLine: Hashable, Sendable, Encodable {
    public var file: String
    public var outcome: String
    public var why: String
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
  }

  public struct Owner: Hashable, Sendable, Encodable {
    public var owner: String
    public var new: [FindingLine] = []
    public var reopened: [FindingLine] = []
    public var fixed: [FindingLine] = []
    public var persisting = 0
  }

  public struct FindingLine: Hashable, Sendable, Encodable {
    public var file: String
    public var rule: String
    public var severity: String
    public var sheet: String
    public var cell: String?
    public var rowId: String
    public var message: String
    public var firstSeen: String
  }

  public struct DealLine: Hashable, Sendable, Encodable {
    public var file: String
    public var deal: Deal
  }

  public struct DealChange: Hashable, Sendable, Encodable {
    public var file: String
    public var deal: Deal
    public var before: String
    public var after: String
    /// For a close date: by how many days it is later.
    public var days: Int?
    /// For a stage: whether it is a later one.
    public var forward: Bool?
  }

  public struct PaymentLine: Hashable, Sendable, Encodable {
    public var file: String
    public var payment: Payment
    /// The money that it is about here.
    public var amount: Double
  }

  public struct RenewalLine: Hashable, Sendable, Encodable {
    public var file: String
    public var renewal: Renewal
  }

  public struct TargetLine: Hashable, Sendable, Encodable {
    public var file: String
    public var target: Target
    public var probabilityBefore: Double?
  }

  public struct Change: Hashable, Sendable, Encodable {
    public var file: String
    public var kind: String
    public var rowId: String
    public var field: String
    public var before: String
    public var after: String
  }
}
