/// What one machine has found out of a night that several share: results of some of the workbooks, in a file that `merge` joins
/// with the others.
public struct Part: Sendable {
  /// What all parts of a night agree in.
  public struct Head: Codable, Hashable, Sendable {
    public var asOf: String
    public var version: String
    /// How many workbooks the whole night has.
    public var workbooks: Int
    /// Of their names.
    public var plan: String
    /// What the team accepts, as each machine has read it: name and text of the list.
    public var waiverName: String
    public var waiverText: String?

    /// - Parameter names: of all workbooks of the night and of folders that could not be read, not those of the part alone.
    public init(asOf: String, version: String, waivers: Waivers, names: [String]) {
      self.asOf = asOf
      self.version = version
      workbooks = names.count
      plan = SHA256.hex(names.joined(separator: "\n"))
      waiverName = waivers.name
      waiverText = waivers.text
    }

    public func waivers() throws(NightlyError) -> Waivers {
      guard let waiverText else { return .none }
      return try Waivers(bytes: Array(waiverText.utf8), path: waiverName)
    }
  }

  public var head: Head
  public var results: [FileResult]

  /// - Parameter leftover: what an interrupted run of the part had found out.
  public init(_ head: Head, _ results: [FileResult], leftover: [String: FileResult]) {
    self.head = head
    self.results = results.map { result in
      guard result.outcome == .checked, result.observation == nil, let known = leftover[result.path] else {
        return result
      }
      return known
    }
  }

  /// Written whole or not at all: a part that is there is complete.
  public func write(to path: String) throws(NightlyError) {
    var bytes = JSON.bytes(head) + [UInt8(ascii: "\n")]
    for result in results.sorted(by: { $0.path < $1.path }) { bytes += result.line + [UInt8(ascii: "\n")] }
    try Files.write(bytes, to: path)
  }

  public init(path: String) throws(NightlyError) {
    guard let bytes = Files.read(path) else { throw .part(path, "it cannot be read") }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard let first = lines.first, let head = JSON.value(Head.self, from: Array(first)) else {
      throw .part(path, "not a part of a night")
    }
    self.head = head
    results = []
    for (number, line) in lines.enumerated().dropFirst() {
      guard let result = FileResult(line: line) else { throw .part(path, "line \(number + 1) is no result") }
      results.append(result)
    }
  }

  /// All parts of a night as one; fails when they are of different nights, or when a workbook is in none of them.
  public static func joined(_ paths: [String]) throws(NightlyError) -> Part {
    var whole: Part?
    var results: [String: FileResult] = [:]
    for path in paths {
      let part = try Part(path: path)
      if let head = whole?.head, head != part.head {
        throw .part(path, "of another night: day, version, waivers or workbooks are not those of \(paths[0])")
      }
      whole = part
      // A part that was done twice is in order; where it differs, what was checked counts.
      for result in part.results where results[result.path]?.outcome != .checked { results[result.path] = result }
    }
    guard var whole else { throw .part("", "no part was named") }
    guard results.count == whole.head.workbooks else {
      throw .part(
        paths[0], "the night has \(whole.head.workbooks) workbooks, and the parts have results of \(results.count)")
    }
    whole.results = results.values.sorted { $0.path < $1.path }
    return whole
  }
}
