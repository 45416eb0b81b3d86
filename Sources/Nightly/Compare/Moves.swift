// SPDX-License-Identifier: Apache-2.0

/// Finds workbooks that were renamed since the previous run. They are recognised by equal bytes, or else by having most rows in
/// common, because people often rename a workbook and edit it on the same day.
struct Moves {
  /// With fewer rows in common than this, the similarity may be chance.
  private static let fewest = 3
  /// The required share of common rows, of the larger workbook.
  private static let share = 0.6

  /// Old names by new name.
  private(set) var origins: [String: String] = [:]
  /// Old names that have not been matched yet, by hash of the bytes.
  private var gone: [String: [String]] = [:]

  /// - Parameters:
  ///   - files: the files of the previous run.
  ///   - results: the results of this run.
  init(_ files: [String: Baseline.File], _ results: [FileResult]) {
    let now = Set(results.map(\.path))
    for (path, file) in files.sorted(by: { $0.key < $1.key })
    where !now.contains(path) && file.outcome != FileResult.Outcome.gone.rawValue && !file.sha256.isEmpty {
      gone[file.sha256, default: []].append(path)
    }
    for result in results where files[result.path] == nil && !result.sha256.isEmpty {
      guard var candidates = gone[result.sha256], !candidates.isEmpty else { continue }
      origins[result.path] = candidates.removeFirst()
      gone[result.sha256] = candidates
    }
  }

  /// Old names for which no workbook with the same bytes was found, sorted.
  var lost: [String] { gone.values.flatMap(\.self).sorted() }

  /// Pairs workbooks that have most rows in common. If a workbook is equally similar to two others, it is left unpaired,
  /// because nobody could say which it was.
  ///
  /// - Parameters:
  ///   - old: the rows of the workbooks in ``lost``.
  ///   - new: the rows of workbooks whose name is new and that have not been matched yet.
  mutating func pair(_ old: [(path: String, rows: Set<String>)], _ new: [(path: String, rows: Set<String>)]) {
    var holders: [String: [Int]] = [:]
    for (index, book) in old.enumerated() { for row in book.rows { holders[row, default: []].append(index) } }
    // A row that appears in this many workbooks does not help to tell them apart.
    let common = 50
    var best: [(old: Int, new: Int)] = []
    var claims = Array(repeating: 0, count: old.count)
    for (index, book) in new.enumerated() {
      var shared: [Int: Int] = [:]
      for row in book.rows {
        guard let owners = holders[row], owners.count <= common else { continue }
        for owner in owners { shared[owner, default: 0] += 1 }
      }
      let alike = shared.filter { owner, count in
        count >= Self.fewest && Double(count) >= Self.share * Double(max(book.rows.count, old[owner].rows.count))
      }
      guard let most = alike.values.max() else { continue }
      let first = alike.filter { $0.value == most }
      for owner in first.keys { claims[owner] += 1 }
      if first.count == 1, let owner = first.keys.first { best.append((owner, index)) }
    }
    for pair in best where claims[pair.old] == 1 { origins[new[pair.new].path] = old[pair.old].path }
  }
}

extension Observation {
  /// What distinguishes its rows from those of other workbooks, without anything that changes from day to day.
  var rowNames: Set<String> {
    var names: Set<String> = []
    func add(_ parts: String...) { names.insert(parts.joined(separator: "\u{1F}").lowercased()) }
    for deal in deals { add("deal", deal.id, deal.name, deal.account) }
    for payment in payments { add("payment", payment.id, payment.contract, payment.stage) }
    for renewal in renewals { add("renewal", renewal.id, renewal.account) }
    for target in targets { add("target", target.id, target.owner, target.start) }
    return names
  }
}
