// SPDX-License-Identifier: Apache-2.0

/// Finds out which workbooks have another name than at the run before: those of the same bytes, and those of which most rows are
/// the same, since people rename a workbook and go on typing on the same day.
struct Moves {
  /// With fewer rows in common than this, two workbooks may be alike by chance.
  private static let fewest = 3
  /// Of the rows of the larger one.
  private static let share = 0.6

  /// The old name by the new one.
  private(set) var origins: [String: String] = [:]
  /// By its bytes: old names for which nobody has been found yet.
  private var gone: [String: [String]] = [:]

  /// - Parameters:
  ///   - files: of the run before.
  ///   - results: of tonight.
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

  /// Old names of workbooks that are not there with the same bytes, in order.
  var lost: [String] { gone.values.flatMap(\.self).sorted() }

  /// Takes pairs of workbooks of which most rows are the same. One that is as like another as that one gets no pair: nobody
  /// could say which it was.
  ///
  /// - Parameters:
  ///   - old: rows of workbooks whose names are ``lost``.
  ///   - new: rows of workbooks with names that were not there, and are no move yet.
  mutating func pair(_ old: [(path: String, rows: Set<String>)], _ new: [(path: String, rows: Set<String>)]) {
    var holders: [String: [Int]] = [:]
    for (index, book) in old.enumerated() { for row in book.rows { holders[row, default: []].append(index) } }
    // A row that very many have tells none of them from the others.
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
  /// What tells its rows from those of other workbooks: not what changes from day to day.
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
