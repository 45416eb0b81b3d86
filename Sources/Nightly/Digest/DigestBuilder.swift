import Playbook
import Spreadsheet

/// Draws up the digest of a comparison.
struct DigestBuilder {
  private(set) var digest: Digest
  /// All changed values, for the history: moved and slipped deals too.
  private(set) var trace: [Digest.Change] = []

  init(_ comparison: Comparison) {
    digest = Digest(
      asOf: comparison.asOf, previousAsOf: comparison.baseline.asOf,
      files: Self.files(comparison), counts: Self.counts(comparison.findings), owners: Self.owners(comparison.findings),
      dealsMoved: [], dealsSlipped: [], dealsStalled: [], dealsAdded: [], dealsRemoved: [], moneyReceived: [],
      newlyOverdue: [], overdue: [], overdueTotal: 0, renewalsDue: [], targetsAtRisk: [], chancesMoved: [], changes: [])
    for (file, before, now) in comparison.observations {
      takeDeals(file, before, now)
      takePayments(file, before, now)
      takeRenewals(file, now)
      takeTargets(file, before, now)
    }
    digest.overdue = Self.sorted(digest.overdue) { -$0.amount }
    digest.overdueTotal = (digest.overdue.reduce(0) { $0 + $1.amount } * 100).rounded() / 100
    digest.renewalsDue = Self.sorted(digest.renewalsDue) { $0.renewal.daysLeft ?? 0 }
    digest.targetsAtRisk = Self.sorted(digest.targetsAtRisk) { $0.target.probability ?? 0 }
  }

  /// Equals stay in the order of files and rows.
  private static func sorted<T>(_ values: [T], by key: (T) -> Double) -> [T] {
    values.enumerated().sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }.map(\.element)
  }

  private static func files(_ comparison: Comparison) -> Digest.Files {
    var files = Digest.Files(checked: 0, notChecked: [], gone: [], moved: [], added: [])
    for file in comparison.files {
      switch file.outcome {
      case .checked: files.checked += 1
      case .gone: files.gone.append(file.path)
      case .unreadable, .unsettled, .failed:
        files.notChecked.append(
          Digest.FileLine(file: file.path, outcome: file.outcome.rawValue, why: file.why))
      }
      if let from = file.movedFrom {
        files.moved.append(Digest.FileLine(file: file.path, outcome: "moved", why: from))
      } else if comparison.baseline.run != nil, comparison.baseline.files[file.path] == nil {
        files.added.append(file.path)
      }
    }
    return files
  }

  private static func counts(_ findings: [NightFinding]) -> Digest.Counts {
    var counts = Digest.Counts()
    for finding in findings {
      switch finding.state {
      case .new: counts.new += 1
      case .reopened: counts.reopened += 1
      case .persisting: counts.persisting += 1
      case .waived: counts.waived += 1
      case .fixed: counts.fixed += 1
      }
      guard finding.state != .fixed, finding.state != .waived else { continue }
      counts.oldest = min(counts.oldest ?? finding.firstSeen, finding.firstSeen)
      switch finding.finding.level {
      case .error: counts.errors += 1
      case .warning: counts.warnings += 1
      case .info: counts.notes += 1
      }
    }
    return counts
  }

  private static func owners(_ findings: [NightFinding]) -> [Digest.Owner] {
    var owners: [String: Digest.Owner] = [:]
    for finding in findings where finding.state != .waived {
      let name = finding.finding.owner
      let line = Digest.FindingLine(finding)
      switch finding.state {
      case .new: owners[name, default: Digest.Owner(owner: name)].new.append(line)
      case .reopened: owners[name, default: Digest.Owner(owner: name)].reopened.append(line)
      case .fixed: owners[name, default: Digest.Owner(owner: name)].fixed.append(line)
      case .persisting: owners[name, default: Digest.Owner(owner: name)].persisting += 1
      case .waived: break
      }
    }
    return owners.values.sorted { $0.owner < $1.owner }
  }

  /// The rows with what tells them apart: the id, and for rows that share one, which a rule reports, which of them it is.
  private static func keyed<T>(_ rows: [T], _ id: (T) -> String) -> [(key: String, row: T)] {
    var seen: [String: Int] = [:]
    return rows.map { row in
      let name = id(row).lowercased()
      let nth = seen[name, default: 0]
      seen[name] = nth + 1
      return (nth == 0 ? name : "\(name)\u{1F}\(nth)", row)
    }
  }

  private static func index<T>(_ rows: [(key: String, row: T)]) -> [String: T] {
    Dictionary(rows.map { ($0.key, $0.row) }) { first, _ in first }
  }

  private mutating func note(
    _ file: String, _ kind: String, _ id: String, _ field: String, _ before: String, _ after: String,
    isTold: Bool = true
  ) {
    guard before != after else { return }
    let change = Digest.Change(file: file, kind: kind, rowId: id, field: field, before: before, after: after)
    trace.append(change)
    if isTold { digest.changes.append(change) }
  }

  private mutating func takeDeals(_ file: String, _ before: Observation?, _ now: Observation) {
    guard let before else { return }
    let deals = Self.keyed(now.deals, \.id)
    let past = Self.keyed(before.deals, \.id)
    let old = Self.index(past)
    let new = Self.index(deals)
    for (key, deal) in deals {
      guard let was = old[key] else {
        digest.dealsAdded.append(Digest.DealLine(file: file, deal: deal))
        trace.append(
          Digest.Change(file: file, kind: "deal", rowId: deal.id, field: "stage", before: "", after: deal.stage))
        continue
      }
      if was.stage != deal.stage {
        digest.dealsMoved.append(
          Digest.DealChange(
            file: file, deal: deal, before: was.stage, after: deal.stage,
            forward: was.stageNumber.flatMap { a in deal.stageNumber.map { $0 > a } }))
        note(file, "deal", deal.id, "stage", was.stage, deal.stage, isTold: false)
      }
      let days = Self.days(was.close, deal.close)
      if let days, days > 0, deal.isOpen {
        digest.dealsSlipped.append(
          Digest.DealChange(file: file, deal: deal, before: was.close, after: deal.close, days: days))
      }
      note(file, "deal", deal.id, "close", was.close, deal.close, isTold: !((days ?? 0) > 0 && deal.isOpen))
      note(file, "deal", deal.id, "amount", Shown.money(was.amount), Shown.money(deal.amount))
      note(file, "deal", deal.id, "owner", was.owner, deal.owner)
      note(
        file, "deal", deal.id, "probability", Shown.percent(was.probability), Shown.percent(deal.probability),
        isTold: false)
      if deal.isOpen, deal.stalledDays > 0, was.stalledDays <= 0 {
        digest.dealsStalled.append(Digest.DealLine(file: file, deal: deal))
      }
    }
    for (key, deal) in past where new[key] == nil {
      digest.dealsRemoved.append(Digest.DealLine(file: file, deal: deal))
      trace.append(
        Digest.Change(file: file, kind: "deal", rowId: deal.id, field: "stage", before: deal.stage, after: ""))
    }
  }

  private mutating func takePayments(_ file: String, _ before: Observation?, _ now: Observation) {
    let old = before.map { Self.index(Self.keyed($0.payments, \.id)) }
    for (key, payment) in Self.keyed(now.payments, \.id) {
      let was = old?[key]
      let isOverdue = payment.daysOverdue > 0 && payment.outstanding > 0
      if isOverdue {
        let line = Digest.PaymentLine(file: file, payment: payment, amount: payment.outstanding)
        digest.overdue.append(line)
        if old != nil, !((was?.daysOverdue ?? 0) > 0 && (was?.outstanding ?? 0) > 0) {
          digest.newlyOverdue.append(line)
        }
      }
      guard old != nil else { continue }
      let received = ((payment.received - (was?.received ?? 0)) * 100).rounded() / 100
      if received > 0 {
        digest.moneyReceived.append(Digest.PaymentLine(file: file, payment: payment, amount: received))
      }
      guard let was else { continue }
      note(
        file, "payment", payment.id, "received", Shown.money(was.received), Shown.money(payment.received),
        isTold: received < 0)
      note(file, "payment", payment.id, "due", was.due, payment.due)
    }
  }

  private mutating func takeRenewals(_ file: String, _ now: Observation) {
    for renewal in now.renewals where !renewal.alert.isEmpty {
      guard let days = renewal.daysLeft, days <= now.renewalWarning else { continue }
      digest.renewalsDue.append(Digest.RenewalLine(file: file, renewal: renewal))
    }
  }

  private mutating func takeTargets(_ file: String, _ before: Observation?, _ now: Observation) {
    let old = before.map { Self.index(Self.keyed($0.targets, \.id)) } ?? [:]
    for (key, target) in Self.keyed(now.targets, \.id) {
      let was = old[key]
      let line = Digest.TargetLine(file: file, target: target, probabilityBefore: was?.probability)
      if let chance = target.probability, chance < now.confidence { digest.targetsAtRisk.append(line) }
      guard let was else { continue }
      if let a = was.probability, let b = target.probability, abs(a - b) >= 0.05 - 1e-9 {
        digest.chancesMoved.append(line)
      }
      note(file, "target", target.id, "target", Shown.money(was.target), Shown.money(target.target))
      note(file, "target", target.id, "owner", was.owner, target.owner)
      note(file, "target", target.id, "won", Shown.money(was.won), Shown.money(target.won), isTold: false)
      note(
        file, "target", target.id, "probability", Shown.percent(was.probability), Shown.percent(target.probability),
        isTold: false)
    }
  }

  /// How many days later the second day is; nil when one of them is no day.
  private static func days(_ first: String, _ second: String) -> Int? {
    guard let a = SerialDate.serial(iso: first, system: .year1900),
      let b = SerialDate.serial(iso: second, system: .year1900)
    else { return nil }
    return Int(exactly: (b - a).rounded(.down))
  }
}

extension Digest.FindingLine {
  init(_ finding: NightFinding) {
    self.init(
      file: finding.file, rule: finding.finding.rule, severity: finding.finding.severity, sheet: finding.finding.sheet,
      cell: finding.finding.cell, rowId: finding.finding.rowId, message: finding.finding.message,
      firstSeen: finding.firstSeen)
  }
}

/// Figures as people read them.
enum Shown {
  /// `1,200,000` or `1,200,000.50`; empty for none.
  static func money(_ amount: Double?) -> String {
    guard let amount, let cents = Int(exactly: (amount * 100).rounded(.toNearestOrAwayFromZero)) else {
      return amount.map { "\($0)" } ?? ""
    }
    var digits = Array(String(abs(cents / 100)))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    let rest = abs(cents % 100)
    let fraction = rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    return (cents < 0 ? "-" : "") + String(digits) + fraction
  }

  /// `42.5%`; empty for none.
  static func percent(_ share: Double?) -> String {
    guard let share, let tenths = Int(exactly: (share * 1000).rounded(.toNearestOrAwayFromZero)) else { return "" }
    let sign = tenths < 0 ? "-" : ""
    return "\(sign)\(abs(tenths) / 10)" + (tenths % 10 == 0 ? "%" : ".\(abs(tenths) % 10)%")
  }
}
