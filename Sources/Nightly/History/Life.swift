// SPDX-License-Identifier: Apache-2.0

/// What the history knows about the findings of one workbook: each finding once, with its events.
struct Life {
  /// What can happen to a finding. The order is that of the numbers in a history.
  enum Fate: String, CaseIterable {
    case new, reopened, persisting, fixed
    case notAsked = "no longer asked"
    case waived
    /// From here on it is known under the workbook's new name.
    case moved

    /// Whether the finding is open after this event.
    var isOpen: Bool { self == .new || self == .reopened || self == .waived }

    /// Whether the finding is over after this event.
    var isOver: Bool { self == .fixed || self == .notAsked || self == .moved }
  }

  struct Event: Hashable {
    var run: Int
    var asOf: String
    var fate: Fate
  }

  struct Entry {
    var fingerprint: String
    var severity: String
    /// The day of the run that first saw it.
    var firstSeen: String
    /// In the order of runs; at least one.
    var events: [Event]
    /// The position of its words among the stored ones; nil if it is new tonight.
    var place: Int?
    /// The words of a finding that is new tonight.
    var words: [UInt8] = []
  }

  let path: String
  private(set) var entries: [Entry] = []
  /// Its stored form; empty if it is not stored.
  private(set) var stored: [UInt8] = []
  private var positions: [String: Int] = [:]

  /// - Parameter stored: its form in the history.
  init(_ path: String, _ entries: [Entry] = [], stored: [UInt8] = []) {
    self.path = path
    self.entries = entries
    self.stored = stored
    positions.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() { positions[entry.fingerprint] = index }
  }

  /// What was known about a finding after the previous run.
  func known(_ fingerprint: String) -> Baseline.Known? {
    guard let position = positions[fingerprint], let last = entries[position].events.last else { return nil }
    return Baseline.Known(fate: last.fate, firstSeen: entries[position].firstSeen)
  }

  /// The number of open findings.
  var open: Int { entries.count { $0.events.last?.fate.isOpen == true } }

  /// The number of the last run with an event; 0 for none.
  var lastRun: Int { entries.reduce(0) { max($0, $1.events.last?.run ?? 0) } }

  /// Deletes the events of a run and those after it.
  mutating func forget(from run: Int) {
    guard lastRun >= run else { return }
    var kept = entries
    for index in kept.indices { kept[index].events.removeAll { $0.run >= run } }
    self = Life(path, kept.filter { !$0.events.isEmpty }, stored: stored)
  }

  /// Forgets runs before the oldest one to keep. The last event before it is kept for each finding, because it gives the state.
  mutating func prune(before oldest: Int) {
    guard entries.contains(where: { $0.events[0].run < oldest }) else { return }
    var kept: [Entry] = []
    for var entry in entries {
      if let last = entry.events.lastIndex(where: { $0.run <= oldest }), last > 0 { entry.events.removeFirst(last) }
      if entry.events.contains(where: { $0.run >= oldest || !$0.fate.isOver }) { kept.append(entry) }
    }
    self = Life(path, kept, stored: stored)
  }

  /// - Returns: whether the state of the finding changed.
  @discardableResult
  private mutating func note(_ fingerprint: String, _ event: Event) -> Bool {
    guard let position = positions[fingerprint] else { return false }
    if entries[position].events.last?.run == event.run { entries[position].events.removeLast() }
    entries[position].events.append(event)
    return true
  }

  /// Records findings that continue under the workbook's new name.
  mutating func note(renamed: [String], run: Int, asOf: String) {
    for fingerprint in renamed { note(fingerprint, Event(run: run, asOf: asOf, fate: .moved)) }
  }

  /// Records what a night found. A finding that persists needs no event.
  mutating func note(_ findings: [NightFinding], run: Int, asOf: String) {
    for night in findings {
      let known = known(night.fingerprint)
      if night.state == .persisting, known?.fate.isOpen == true { continue }
      if night.state == .waived, known?.fate == .waived { continue }
      // In a renamed workbook, a persisting finding begins under the new name.
      let fate = night.state == .persisting ? .new : Fate(rawValue: night.state.rawValue) ?? .new
      let event = Event(run: run, asOf: asOf, fate: fate)
      if note(night.fingerprint, event) { continue }
      positions[night.fingerprint] = entries.count
      entries.append(
        Entry(
          fingerprint: night.fingerprint, severity: night.finding.severity, firstSeen: night.firstSeen,
          events: [event], words: night.finding.json))
    }
  }
}
