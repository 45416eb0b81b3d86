// SPDX-License-Identifier: Apache-2.0

/// The findings of a night by file, sheet and cell, with one workbook in memory at a time.
public struct NightFindings: Sequence {
  /// The number of findings of one workbook by severity and state.
  struct Tally {
    private var counts = Array(repeating: UInt32(0), count: 3 * FindingState.allCases.count)

    init() {}

    /// - Parameter all: the value of ``all``.
    init(all: [Int]) {
      for (index, count) in all.prefix(counts.count).enumerated() { counts[index] = UInt32(clamping: count) }
    }

    var all: [Int] { counts.map(Int.init) }

    private static func place(_ severity: String, _ state: FindingState) -> Int {
      let row = SeverityName.rank(severity)
      return row * FindingState.allCases.count + (FindingState.allCases.firstIndex(of: state) ?? 0)
    }

    mutating func add(_ finding: NightFinding) { counts[Self.place(finding.finding.severity, finding.state)] += 1 }

    mutating func add(_ other: Tally) { for index in counts.indices { counts[index] += other.counts[index] } }

    func count(_ severity: String, _ state: FindingState) -> Int { Int(counts[Self.place(severity, state)]) }

    /// Over all severities.
    func count(_ state: FindingState) -> Int {
      SeverityName.all.reduce(0) { $0 + count($1, state) }
    }

    /// Whether any finding is not over.
    var hasOpen: Bool { FindingState.allCases.contains { !$0.isOver && count($0) > 0 } }

    /// The number of findings that are open and not waived.
    func open(_ severity: String) -> Int {
      [FindingState.new, .reopened, .persisting].reduce(0) { $0 + count(severity, $1) }
    }
  }

  private struct Segment {
    var file: String
    var range: Range<Int>
  }

  private let scratch: Scratch
  private var segments: [Segment] = []
  private var tallies: [String: Tally] = [:]
  /// Over all workbooks.
  private(set) var total = Tally()
  private(set) var rules: Set<String> = []

  init(_ scratch: Scratch) { self.scratch = scratch }

  /// - Parameter findings: all findings of the file.
  mutating func append(_ findings: [NightFinding], of file: String) throws(NightlyError) {
    guard !findings.isEmpty else { return }
    var packer = Packer()
    var tally = tallies[file] ?? Tally()
    for finding in findings {
      finding.pack(into: &packer)
      tally.add(finding)
      total.add(finding)
      rules.insert(finding.finding.rule)
    }
    tallies[file] = tally
    segments.append(Segment(file: file, range: try scratch.append(packer.bytes)))
  }

  /// Sorts the files by name.
  mutating func sort() {
    segments.sort { ($0.file, $0.range.lowerBound) < ($1.file, $1.range.lowerBound) }
  }

  func tally(of file: String) -> Tally { tallies[file] ?? Tally() }

  /// The sorted names of everything that has findings: workbooks and the list of waivers.
  var files: [String] { tallies.keys.sorted() }

  /// The findings of one workbook.
  func of(_ file: String) -> [NightFinding] {
    // The segments are sorted by name.
    var (low, high) = (0, segments.count)
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].file < file { low = middle + 1 } else { high = middle }
    }
    var findings: [NightFinding] = []
    while low < segments.count, segments[low].file == file {
      var unpacker = Unpacker(scratch.bytes(segments[low].range))
      while !unpacker.isAtEnd { findings.append(NightFinding(file: file, &unpacker)) }
      low += 1
    }
    return findings
  }

  /// The first findings that somebody should be told.
  func news(_ most: Int) -> [NightFinding] {
    let states = [FindingState.new, .reopened, .fixed, .notAsked]
    var news: [NightFinding] = []
    for file in files where news.count < most && states.contains(where: { tally(of: file).count($0) > 0 }) {
      news += of(file).lazy.filter { states.contains($0.state) }.prefix(most - news.count)
    }
    return news
  }

  public struct Iterator: IteratorProtocol {
    fileprivate let all: NightFindings
    fileprivate var segment = 0
    fileprivate var file = ""
    fileprivate var unpacker = Unpacker([])

    public mutating func next() -> NightFinding? {
      while unpacker.isAtEnd {
        guard segment < all.segments.count else { return nil }
        file = all.segments[segment].file
        unpacker = Unpacker(all.scratch.bytes(all.segments[segment].range))
        segment += 1
      }
      return NightFinding(file: file, &unpacker)
    }
  }

  public func makeIterator() -> Iterator { Iterator(all: self) }
}

extension NightFinding {
  fileprivate func pack(into packer: inout Packer) {
    packer.add(FindingState.allCases.firstIndex(of: state) ?? 0)
    for text in [firstSeen, fingerprint, finding.rule, finding.severity, finding.sheet, finding.prefix] {
      packer.add(text)
    }
    for text in [finding.rowId, finding.column, finding.found, finding.message, finding.owner] { packer.add(text) }
    for text in [reason, finding.cell, finding.repair, finding.row.map(String.init), finding.follows, finding.header] {
      packer.add(text)
    }
    packer.add(finding.kind)
    packer.add(finding.times ?? 0)
    packer.add(finding.nth)
  }

  fileprivate init(file: String, _ unpacker: inout Unpacker) {
    let state = FindingState.allCases[unpacker.int()]
    let (firstSeen, fingerprint) = (unpacker.text(), unpacker.text())
    let (rule, severity, sheet, prefix) = (unpacker.text(), unpacker.text(), unpacker.text(), unpacker.text())
    let (rowId, column, found) = (unpacker.text(), unpacker.text(), unpacker.text())
    let (message, owner) = (unpacker.text(), unpacker.text())
    let (reason, cell) = (unpacker.optionalText(), unpacker.optionalText())
    let (repair, row) = (unpacker.optionalText(), unpacker.optionalText().flatMap { Int($0) })
    let (follows, header, kind) = (unpacker.optionalText(), unpacker.optionalText(), unpacker.optionalText())
    let times = unpacker.int()
    let finding = ObservedFinding(
      rule: rule, severity: severity, sheet: sheet, prefix: prefix, cell: cell, row: row, rowId: rowId, column: column,
      nth: unpacker.int(), found: found, repair: repair, message: message, owner: owner, follows: follows,
      kind: kind, times: times == 0 ? nil : times, header: header)
    self.init(
      file: file, state: state, firstSeen: firstSeen, fingerprint: fingerprint, finding: finding, reason: reason)
  }
}
