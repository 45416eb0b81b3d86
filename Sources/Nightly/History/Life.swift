// SPDX-License-Identifier: Apache-2.0

/// What the history knows of the findings of one workbook: each once, with what happened to it.
struct Life {
  /// What happens to a finding. In the order in which a history numbers them.
  enum Fate: String, CaseIterable {
    case new, reopened, persisting, fixed
    case notAsked = "no longer asked"
    case waived
    /// It is known under another name of its workbook from here on.
    case moved

    /// Whether it is there, from here on.
    var isOpen: Bool { self == .new || self == .reopened || self == .waived }

    /// Whether nothing is left of it.
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
    /// In order of runs; at least one.
    var events: [Event]
    /// Which of the stored words are its own; nil for one that came tonight.
    var place: Int?
    /// The words of one that came tonight.
    var words: [UInt8] = []
  }

  let path: String
  private(set) var entries: [Entry] = []
  /// As it is stored; empty for one that is not.
  private(set) var stored: [UInt8] = []
  private var positions: [String: Int] = [:]

  /// - Parameter stored: what the history has of it now.
  init(_ path: String, _ entries: [Entry] = [], stored: [UInt8] = []) {
    self.path = path
    self.entries = entries
    self.stored = stored
    positions.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() { positions[entry.fingerprint] = index }
  }

  /// What was known of a finding at the run before.
  func known(_ fingerprint: String) -> Baseline.Known? {
    guard let position = positions[fingerprint], let last = entries[position].events.last else { return nil }
    return Baseline.Known(fate: last.fate, firstSeen: entries[position].firstSeen)
  }

  /// How many findings are there.
  var open: Int { entries.count { $0.events.last?.fate.isOpen == true } }

  /// The number of the last run in which something happened; 0 for none.
  var lastRun: Int { entries.reduce(0) { max($0, $1.events.last?.run ?? 0) } }

  /// Takes back what happened in a run and after it.
  mutating func forget(from run: Int) {
    guard lastRun >= run else { return }
    var kept = entries
    for index in kept.indices { kept[index].events.removeAll { $0.run >= run } }
    self = Life(path, kept.filter { !$0.events.isEmpty }, stored: stored)
  }

  /// Forgets runs before the oldest one that is known. Of those, the last event of each finding stays: it says in which state it
  /// is.
  mutating func prune(before oldest: Int) {
    guard entries.contains(where: { $0.events[0].run < oldest }) else { return }
    var kept: [Entry] = []
    for var entry in entries {
      if let last = entry.events.lastIndex(where: { $0.run <= oldest }), last > 0 { entry.events.removeFirst(last) }
      if entry.events.contains(where: { $0.run >= oldest || !$0.fate.isOver }) { kept.append(entry) }
    }
    self = Life(path, kept, stored: stored)
  }

  /// - Returns: whether that is news of it.
  @discardableResult
  private mutating func note(_ fingerprint: String, _ event: Event) -> Bool {
    guard let position = positions[fingerprint] else { return false }
    if entries[position].events.last?.run == event.run { entries[position].events.removeLast() }
    entries[position].events.append(event)
    return true
  }

  /// Notes findings that are known under another name of their workbook from now on.
  mutating func note(renamed: [String], run: Int, asOf: String) {
    for fingerprint in renamed { note(fingerprint, Event(run: run, asOf: asOf, fate: .moved)) }
  }

  /// Notes what a night found; a finding that goes on as it was needs no event.
  mutating func note(_ findings: [NightFinding], run: Int, asOf: String) {
    for night in findings {
      let known = known(night.fingerprint)
      if night.state == .persisting, known?.fate.isOpen == true { continue }
      if night.state == .waived, known?.fate == .waived { continue }
      // One whose workbook has another name now begins under it.
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
