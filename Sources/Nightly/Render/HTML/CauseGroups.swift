// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Spreadsheet

/// The findings of a workbook grouped by what to do about them, as `check` groups them.
struct CauseGroups {
  struct Group {
    var rule: String
    /// As in ``ObservedFinding/kind``.
    var kind: String?
    var severity: String
    /// Open findings that are not waived, without those that are consequences of others.
    var count = 0
    /// Findings that are consequences of these.
    var following = 0
    /// How many of `count` the previous run did not have.
    var new = 0
    /// The first of them.
    var example: ObservedFinding
    /// `商機!I7:I9,K3`, in the order of the sheets.
    var places: [(sheet: String, cells: CellAreas)] = []
    /// The findings in `count` and their consequences.
    var findings: [NightFinding] = []
    /// What `check` says of it; nil if it does not list it.
    var cause: ObservedCause?

    /// What is said of it: as `check` does, if it speaks of the same findings.
    var sentence: String {
      guard let cause, cause.count == count, cause.following == following else { return message }
      return cause.message + cause.ending
    }

    var message: String { cause?.message ?? example.message }
  }

  /// Errors first, then by frequency.
  private(set) var groups: [Group] = []
  /// The number of findings that are open and not waived, by severity.
  private(set) var counts: [String: Int] = [:]
  var total: Int { counts.values.reduce(0, +) }
  /// Findings that are fixed or no longer asked.
  private(set) var over: [NightFinding] = []
  private(set) var waived: [NightFinding] = []

  /// - Parameter causes: those that `check` lists for the workbook.
  init(_ findings: [NightFinding], causes: [ObservedCause] = []) {
    var open: [NightFinding] = []
    for finding in findings {
      if finding.state.isOver {
        over.append(finding)
      } else if finding.state == .waived {
        waived.append(finding)
      } else {
        open.append(finding)
      }
    }
    // A consequence of a waived finding counts as a cause of its own.
    let roots =
      open.contains { $0.finding.follows != nil } ? Set(open.map { Self.key($0.finding, $0.finding.rule) }) : []
    var positions: [String: Int] = [:]
    var first: [String: Int] = [:]
    for night in open {
      let finding = night.finding
      let times = finding.times ?? 1
      counts[finding.severity, default: 0] += times
      let root = finding.follows.flatMap { roots.contains(Self.key(finding, $0)) ? $0 : nil }
      let rule = root ?? finding.rule
      // The kind of column is that of the cause. Findings that are only counted may be of any.
      let kind = root == nil && finding.follows != nil ? nil : finding.kind
      let key = rule + "\u{1F}" + (kind ?? "")
      let position: Int
      if let known = positions[key] ?? (finding.times == nil ? nil : first[rule]) {
        position = known
      } else {
        position = groups.count
        positions[key] = position
        if first[rule] == nil { first[rule] = position }
        groups.append(
          Group(
            rule: rule, kind: kind, severity: finding.severity, example: finding,
            cause: causes.first { $0.rule == rule && $0.kind == kind }))
      }
      groups[position].findings.append(night)
      guard root == nil else {
        groups[position].following += times
        continue
      }
      if groups[position].count == 0 {
        groups[position].example = finding
        groups[position].severity = finding.severity
      }
      groups[position].count += times
      if night.state != .persisting { groups[position].new += times }
      groups[position].add(finding)
    }
    for index in groups.indices {
      for place in groups[index].places.indices { groups[index].places[place].cells.finish() }
    }
    groups.sort { a, b in
      (SeverityName.rank(a.severity), -a.count, a.rule, a.kind ?? "") < (
        SeverityName.rank(b.severity), -b.count, b.rule, b.kind ?? ""
      )
    }
  }

  private static func key(_ finding: ObservedFinding, _ rule: String) -> String {
    "\(finding.sheet)\u{1F}\(finding.row ?? 0)\u{1F}\(rule)"
  }
}

extension CauseGroups.Group {
  fileprivate mutating func add(_ finding: ObservedFinding) {
    guard !finding.sheet.isEmpty else { return }
    if places.last?.sheet != finding.sheet { places.append((finding.sheet, CellAreas())) }
    if let cell = finding.cell.flatMap({ CellReference($0) }) {
      places[places.count - 1].cells.add(row: cell.row, column: cell.column)
    } else if let row = finding.row {
      places[places.count - 1].cells.add(row: row, column: 0)
    }
  }

  /// As many of its cells as fit on a line or two.
  var cells: String {
    var text = ""
    var shown = 0
    for place in places {
      if !text.isEmpty { text += "; " }
      text += place.sheet
      for (index, area) in place.cells.texts.enumerated() {
        guard text.utf8.count < Self.widest else { return "\(text) … (+\(count - shown))" }
        text += (index == 0 ? "!" : ",") + area
        shown += place.cells.counts[index]
      }
    }
    return text
  }

  private static var widest: Int { 120 }
}
