// SPDX-License-Identifier: Apache-2.0

/// One machine's share of a night: the results of some workbooks, in a file that `nightly join` combines with the others.
public struct Part {
  /// What all parts of a night must have in common.
  public struct Head: Codable, Hashable, Sendable {
    public var asOf: String
    public var version: String
    /// The number of workbooks of the whole night.
    public var workbooks: Int
    /// The hash of their names.
    public var plan: String
    /// The list of waivers as this machine read it: its name and text.
    public var waiverName: String
    public var waiverText: String?
    /// What was in force, and what was found and ignored.
    public var authorities: [Authority]

    /// - Parameter names: the names of all workbooks of the night and of the folders that could not be read, not only of those
    ///   in this part.
    public init(asOf: String, version: String, waivers: Waivers, authorities: [Authority], names: [String]) {
      self.asOf = asOf
      self.version = version
      workbooks = names.count
      plan = SHA256.hex(names.joined(separator: "\n"))
      waiverName = waivers.name
      waiverText = waivers.text
      self.authorities = authorities.inOrder
    }

    /// Whether two parts belong to the same night. Paths may differ between machines.
    func agrees(with other: Head) -> Bool {
      func placeless(_ head: Head) -> Head {
        var head = head
        head.authorities =
          head.authorities.filter(\.isInForce).map {
            Authority($0.kind, "", sha256: $0.sha256, isInForce: true)
          }.inOrder
        return head
      }
      return placeless(self) == placeless(other)
    }

    public func waivers() throws(NightlyError) -> Waivers {
      guard let waiverText else { return .none }
      return try Waivers(bytes: Array(waiverText.utf8), path: waiverName)
    }
  }

  public var head: Head
  public var results: RunResults

  public init(_ head: Head, _ results: RunResults) {
    self.head = head
    self.results = results
  }

  /// Writes the part as a whole or not at all, so that an existing part is always complete. Observations of unchanged workbooks
  /// are taken from the history at `history`.
  public func write(to path: String, history: String?) throws(NightlyError) {
    Files.removeAbandoned(of: [path])
    var results = results
    results.sort()
    let known =
      results.needsHistory
      ? try history.map { (path) throws(NightlyError) in try HistoryStore(path, isReadOnly: true) } : nil
    try Files.write(to: path) { (sink) throws(NightlyError) in
      sink.write(JSON.bytes(head))
      sink.write("\n")
      for index in results.results.indices {
        guard let line = try results.line(at: index, known) else {
          throw .part(path, "what was found in \(results.results[index].path) cannot be read again")
        }
        sink.write(line)
        sink.write("\n")
      }
    }
  }

  /// Combines all parts of a night. Throws if they belong to different nights, or if a workbook is in none of them.
  public static func joined(_ paths: [String]) throws(NightlyError) -> Part {
    var whole: Head?
    var results = RunResults()
    var positions: [String: Int] = [:]
    for path in paths {
      guard let file = LineFile(path) else { throw .part(path, "it cannot be read") }
      var head: Head?
      var number = 0
      let isRead = try file.forEachLine { (range, line) throws(NightlyError) in
        number += 1
        guard head != nil else {
          guard let found = JSON.value(Head.self, from: line) else { throw .part(path, "not a part of a night") }
          if let whole, !whole.agrees(with: found) {
            throw .part(
              path, "from another night: date, version, waivers, playbook or workbooks differ from \(paths[0])")
          }
          head = found
          return
        }
        if line.isEmpty { return }
        guard var result = FileResult(line: line) else { throw .part(path, "line \(number) is not a result") }
        // The stamp describes a file on another machine.
        result.stamp = nil
        let old = positions[result.path]
        // A part may have been done twice. Where the two differ, a result that was checked takes precedence.
        if let old, results.results[old].outcome == .checked { return }
        positions[result.path] = old ?? results.results.count
        results.add(result, in: file, range, replacing: old)
      }
      guard isRead else { throw .part(path, "it cannot be read") }
      guard let head else { throw .part(path, "not a part of a night") }
      whole = head
    }
    guard let whole else { throw .part("", "no part was named") }
    guard results.results.count == whole.workbooks else {
      throw .part(
        paths[0],
        "the night has \(whole.workbooks) workbooks, but the parts have results for only \(results.results.count)")
    }
    return Part(whole, results)
  }
}
