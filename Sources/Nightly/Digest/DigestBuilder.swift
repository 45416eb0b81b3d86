// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet

/// Compiles the digest of a night, one workbook at a time.
struct DigestBuilder {
  private let scratch: Scratch
  private let baseline: Baseline
  private var digest: Digest
  private var owners: [String: Digest.Owner] = [:]
  private var oldest: String?
  /// All changed values of one workbook for the history, including deals that moved or slipped.
  private var trace: [Digest.Change] = []
  /// What the workbook's changed values take of the list of changes.
  private var shareOfChanges = ListShare()

  init(_ baseline: Baseline, asOf: String, _ scratch: Scratch) {
    self.scratch = scratch
    self.baseline = baseline
    digest = Digest(asOf: asOf, previousAsOf: baseline.asOf, scratch)
  }

  /// - Returns: all values of the workbook that have changed.
  mutating func take(_ file: String, _ before: Observation?, _ now: Observation) throws(NightlyError) -> [Digest.Change]
  {
    trace = []
    shareOfChanges = ListShare()
    digest.currencies[file] = now.currency
    try takeDeals(file, before, now)
    try takePayments(file, before, now)
    try takeRenewals(file, now)
    try takeTargets(file, before, now)
    return trace
  }

  mutating func take(_ findings: [NightFinding]) throws(NightlyError) {
    for finding in findings where finding.state != .waived {
      let name = finding.finding.owner
      var owner = owners.removeValue(forKey: name) ?? Digest.Owner(name, scratch)
      switch finding.state {
      case .new: try owner.new.append(Digest.FindingLine(finding))
      case .reopened: try owner.reopened.append(Digest.FindingLine(finding))
      case .fixed: try owner.fixed.append(Digest.FindingLine(finding))
      case .persisting: owner.persisting += 1
      case .waived, .notAsked: break
      }
      owners[name] = owner
      if !finding.state.isOver { oldest = min(oldest ?? finding.firstSeen, finding.firstSeen) }
    }
  }

  func finished(_ files: [NightFile], total: NightFindings.Tally) -> Digest {
    var digest = digest
    digest.files = self.files(files)
    digest.counts = Digest.Counts(
      new: total.count(.new), reopened: total.count(.reopened), fixed: total.count(.fixed),
      persisting: total.count(.persisting), waived: total.count(.waived), errors: total.open("error"),
      warnings: total.open("warning"), notes: total.open("info"), oldest: oldest,
      notAsked: total.count(.notAsked))
    digest.owners = owners.values.sorted { $0.owner < $1.owner }
    digest.overdueTotals = digest.overdueTotals.mapValues { ($0 * 100).rounded() / 100 }
    if Set(digest.currencies.values).count < 2 { digest.currencies = [:] }
    digest.overdue.sort()
    digest.renewalsDue.sort()
    digest.targetsAtRisk.sort()
    return digest
  }

  private func files(_ all: [NightFile]) -> Digest.Files {
    var files = Digest.Files()
    for file in all {
      switch file.outcome {
      case .checked: files.checked += 1
      case .notTeamWorkbook: files.notTeamWorkbooks.append(file.path)
      case .gone: files.gone.append(file.path)
      case .unreadable, .unsettled, .failed:
        files.notChecked.append(
          Digest.FileLine(file: file.path, outcome: file.outcome.rawValue, why: file.why, cause: file.cause))
      }
      if let day = file.restored {
        files.restored.append(Digest.FileLine(file: file.path, outcome: "restored", why: day))
      }
      if let original = file.copyOf {
        files.copies.append(Digest.FileLine(file: file.path, outcome: "copy", why: original))
      }
      if let from = file.movedFrom {
        files.moved.append(Digest.FileLine(file: file.path, outcome: "moved", why: from))
      } else if baseline.run != nil, baseline.files[file.path] == nil {
        files.added.append(file.path)
      }
    }
    return files
  }

  /// The rows by id. Rows that share an id, which a rule reports, are also numbered.
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
    isTold: Bool = true, isRepaired: Bool = false
  ) throws(NightlyError) {
    guard before != after else { return }
    let change = Digest.Change(
      file: file, kind: kind, rowId: id, field: field, before: before, after: after, repaired: isRepaired ? true : nil)
    trace.append(change)
    if isTold { try digest.changes.append(change, &shareOfChanges) }
  }

  private mutating func takeDeals(_ file: String, _ before: Observation?, _ now: Observation) throws(NightlyError) {
    guard let before else { return }
    var (added, removed, moved) = (ListShare(), ListShare(), ListShare())
    var (slipped, stalled, lost, held) = (ListShare(), ListShare(), ListShare(), ListShare())
    let deals = Self.keyed(now.deals, \.id)
    let past = Self.keyed(before.deals, \.id)
    let old = Self.index(past)
    let new = Self.index(deals)
    for (key, deal) in deals {
      guard let was = old[key] else {
        try digest.dealsAdded.append(Digest.DealLine(file: file, deal: deal), &added)
        trace.append(
          Digest.Change(file: file, kind: "deal", rowId: deal.id, field: "stage", before: "", after: deal.stage))
        continue
      }
      // The same stage under another label, in another language or spelling, is not a move.
      if was.stage != deal.stage, was.stageNumber == nil || was.stageNumber != deal.stageNumber,
        !(was.stageNumber == nil && Self.repaired(before, deal.id, ["stage"]) { $0 == deal.stage } != nil)
      {
        var change = Digest.DealChange(file: file, deal: deal, before: was.stage, after: deal.stage)
        switch deal.ending {
        case "lost":
          digest.lostTotals[now.currency, default: 0] += deal.amount ?? 0
          try digest.dealsLost.append(change, &lost)
        case "hold":
          digest.heldTotals[now.currency, default: 0] += deal.amount ?? 0
          try digest.dealsHeld.append(change, &held)
        default:
          change.forward = was.stageNumber.flatMap { a in deal.stageNumber.map { $0 > a } }
          // What was lost or on hold and is open again has moved back, whatever the numbers of the stages.
          if was.ending != nil { change.forward = deal.isWon }
          if change.forward == false { digest.movedBack += 1 }
          try digest.dealsMoved.append(change, &moved)
        }
        try note(file, "deal", deal.id, "stage", was.stage, deal.stage, isTold: false)
      }
      let days = Self.days(was.close, deal.close)
      if let days, days > 0, deal.isOpen, was.isOpen {
        try digest.dealsSlipped.append(
          Digest.DealChange(file: file, deal: deal, before: was.close, after: deal.close, days: days), &slipped)
      }
      // When a deal is closed, the day on which it did takes the place of the one that was expected.
      try note(
        file, "deal", deal.id, "close", was.close, deal.close,
        isTold: deal.isOpen == was.isOpen && !((days ?? 0) > 0 && deal.isOpen),
        isRepaired: SerialDate.serial(iso: was.close, system: .year1900) == nil
          && Self.repaired(before, deal.id, ["expected_close", "actual_close"]) { $0 == deal.close } != nil)
      let text =
        was.amount == nil
        ? Self.repaired(before, deal.id, ["amount"]) { Double($0) != nil && Double($0) == deal.amount } : nil
      try note(
        file, "deal", deal.id, "amount", text.map { "\"\($0)\"" } ?? Shown.money(was.amount), Shown.money(deal.amount),
        isRepaired: text != nil)
      try note(file, "deal", deal.id, "owner", was.owner, deal.owner)
      try note(
        file, "deal", deal.id, "probability", Shown.percent(was.probability), Shown.percent(deal.probability),
        isTold: false)
      if deal.isOpen, deal.stalledDays > 0, was.stalledDays <= 0 {
        try digest.dealsStalled.append(Digest.DealLine(file: file, deal: deal), &stalled)
      }
    }
    for (key, deal) in past where new[key] == nil {
      try digest.dealsRemoved.append(Digest.DealLine(file: file, deal: deal), &removed)
      trace.append(
        Digest.Change(file: file, kind: "deal", rowId: deal.id, field: "stage", before: deal.stage, after: ""))
    }
  }

  /// What was there, if the value that is there now is the one that the previous run proposed for a column of this row.
  private static func repaired(
    _ before: Observation, _ rowID: String, _ columns: [String], _ isNow: (String) -> Bool
  ) -> String? {
    before.findings.first { finding in
      columns.contains(finding.column) && finding.rowId.lowercased() == rowID.lowercased()
        && finding.repair.map(isNow) == true
    }?.found
  }

  private mutating func takePayments(_ file: String, _ before: Observation?, _ now: Observation) throws(NightlyError) {
    let old = before.map { Self.index(Self.keyed($0.payments, \.id)) }
    var (inflow, late) = (ListShare(), ListShare())
    var overdue: [(key: Double, element: Digest.PaymentLine)] = []
    for (key, payment) in Self.keyed(now.payments, \.id) {
      let was = old?[key]
      let isOverdue = payment.daysOverdue > 0 && payment.outstanding > 0
      if isOverdue {
        let line = Digest.PaymentLine(file: file, payment: payment, amount: payment.outstanding)
        overdue.append((key: -line.amount, element: line))
        digest.overdueTotals[now.currency, default: 0] += line.amount
        if old != nil, !((was?.daysOverdue ?? 0) > 0 && (was?.outstanding ?? 0) > 0) {
          digest.newlyOverdueTotals[now.currency, default: 0] += line.amount
          try digest.newlyOverdue.append(line, &late)
        }
      }
      guard old != nil else { continue }
      let received = ((payment.received - (was?.received ?? 0)) * 100).rounded() / 100
      if received > 0 {
        digest.receivedTotals[now.currency, default: 0] += received
        try digest.moneyReceived.append(Digest.PaymentLine(file: file, payment: payment, amount: received), &inflow)
      }
      guard let was else { continue }
      try note(
        file, "payment", payment.id, "received", Shown.money(was.received), Shown.money(payment.received),
        isTold: received < 0)
      try note(file, "payment", payment.id, "due", was.due, payment.due)
    }
    try digest.overdue.append(overdue)
  }

  private mutating func takeRenewals(_ file: String, _ now: Observation) throws(NightlyError) {
    try digest.renewalsDue.append(
      now.renewals.compactMap { renewal in
        guard !renewal.alert.isEmpty, let days = renewal.daysLeft, days <= now.renewalWarning else { return nil }
        return (key: days, element: Digest.RenewalLine(file: file, renewal: renewal))
      })
  }

  private mutating func takeTargets(_ file: String, _ before: Observation?, _ now: Observation) throws(NightlyError) {
    let old = before.map { Self.index(Self.keyed($0.targets, \.id)) } ?? [:]
    var moved = ListShare()
    var atRisk: [(key: Double, element: Digest.TargetLine)] = []
    for (key, target) in Self.keyed(now.targets, \.id) {
      let was = old[key]
      let line = Digest.TargetLine(file: file, target: target, probabilityBefore: was?.probability)
      // What is over is at risk no longer.
      let isOver = !target.end.isEmpty && target.end < digest.asOf
      if let chance = target.probability, chance < now.confidence, !isOver {
        atRisk.append((key: chance, element: line))
      }
      guard let was else { continue }
      if let a = was.probability, let b = target.probability, abs(a - b) >= 0.05 - 1e-9 {
        try digest.chancesMoved.append(line, &moved)
      }
      try note(file, "target", target.id, "target", Shown.money(was.target), Shown.money(target.target))
      try note(file, "target", target.id, "owner", was.owner, target.owner)
      try note(file, "target", target.id, "won", Shown.money(was.won), Shown.money(target.won), isTold: false)
      try note(
        file, "target", target.id, "probability", Shown.percent(was.probability), Shown.percent(target.probability),
        isTold: false)
    }
    try digest.targetsAtRisk.append(atRisk)
  }

  /// How many days the second date is after the first; nil if either is not a date.
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
      firstSeen: finding.firstSeen, follows: finding.finding.follows)
  }
}
