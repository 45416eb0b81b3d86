// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// A finding as lists show it: consequences are told with their cause.
protocol ListedFinding {
  /// What identifies the finding's row, and the rules of the finding and of the one that it follows from.
  var rowKey: String { get }
  var rule: String { get }
  var follows: String? { get }
}

/// The findings of a list without those that follow from another one in it, each with the number of its consequences.
///
/// `check` shows them in the same way: an unreadable amount is not also a missing one.
enum FoldedConsequences {
  static func fold<Finding: ListedFinding>(_ findings: some Sequence<Finding>) -> [(finding: Finding, following: Int)] {
    let all = Array(findings)
    guard all.contains(where: { $0.follows != nil }) else { return all.map { ($0, 0) } }
    let roots = Set(all.lazy.filter { $0.follows == nil }.map { key($0, $0.rule) })
    var following: [String: Int] = [:]
    var kept: [Finding] = []
    for finding in all {
      if let root = finding.follows.map({ key(finding, $0) }), roots.contains(root) {
        following[root, default: 0] += 1
      } else {
        kept.append(finding)
      }
    }
    // Of several findings of a rule in one row, the first tells of the consequences.
    return kept.map { finding in
      (finding, finding.follows == nil ? following.removeValue(forKey: key(finding, finding.rule)) ?? 0 : 0)
    }
  }

  private static func key(_ finding: some ListedFinding, _ rule: String) -> String { "\(finding.rowKey)\u{1F}\(rule)" }
}

extension Digest.FindingLine: ListedFinding {
  var rowKey: String { "\(file)\u{1F}\(sheet)\u{1F}\(cell.flatMap { CellReference($0) }?.row ?? 0)\u{1F}\(rowId)" }
}

extension NightFinding: ListedFinding {
  var rowKey: String {
    "\(file)\u{1F}\(state.rawValue)\u{1F}\(finding.sheet)\u{1F}\(finding.row ?? 0)\u{1F}\(finding.rowId)"
  }
  var rule: String { finding.rule }
  var follows: String? { finding.follows }
}

extension Sequence<NightFinding> {
  /// Without those that follow from another one of the list, each with the number of its consequences.
  public var folded: [(night: NightFinding, following: Int)] {
    FoldedConsequences.fold(self).map { ($0.finding, $0.following) }
  }
}
