// SPDX-License-Identifier: Apache-2.0

extension Life {
  /// How much a history keeps of the findings of one workbook, besides those that are open and what the last night found.
  struct Room {
    var entries: Int
    var events: Int
    /// Of the words of the findings.
    var bytes: Int

    static let workbook = Room(entries: 10_000, events: 40_000, bytes: 3 << 20)
    /// For one that is no longer there.
    static let gone = Room(entries: 1_000, events: 4_000, bytes: 256 << 10)

    /// Less, so that not every night has to make room anew.
    fileprivate var target: Room { Room(entries: entries * 3 / 4, events: events * 3 / 4, bytes: bytes * 3 / 4) }

    fileprivate func holds(_ other: Room) -> Bool {
      other.entries <= entries && other.events <= events && other.bytes <= bytes
    }
  }

  /// The number of events of all findings.
  var eventCount: Int { entries.reduce(0) { $0 + $1.events.count } }

  /// Whether more is known than there is room for.
  ///
  /// - Parameter bytes: the length of the words of all findings.
  func exceeds(_ room: Room, bytes: Int) -> Bool {
    !room.holds(Room(entries: entries.count, events: eventCount, bytes: bytes))
  }

  /// Forgets the oldest runs until there is room for what happened in the others. What is open stays, and so does what happened
  /// in the last run.
  ///
  /// - Parameter sizes: the length of the words of each finding.
  /// - Returns: the first run of which everything is still known.
  mutating func condense(to room: Room, _ sizes: [Int]) -> Int? {
    let runs = Set(entries.flatMap { $0.events.map(\.run) }).sorted()
    guard let last = runs.indices.last else { return nil }
    var (low, high) = (0, last)
    while low < high {
      let middle = (low + high) / 2
      if room.target.holds(need(from: runs[middle], sizes)) { high = middle } else { low = middle + 1 }
    }
    prune(before: runs[low])
    return runs[low]
  }

  /// What is left if everything before a run is forgotten; see ``prune(before:)``.
  private func need(from run: Int, _ sizes: [Int]) -> Room {
    var need = Room(entries: 0, events: 0, bytes: 0)
    for (entry, size) in zip(entries, sizes) {
      let later = entry.events.count { $0.run > run }
      let before = entry.events.last { $0.run <= run }
      guard later > 0 || before.map({ $0.run == run || !$0.fate.isOver }) == true else { continue }
      need.entries += 1
      need.events += later + (before == nil ? 0 : 1)
      need.bytes += size
    }
    return need
  }
}
