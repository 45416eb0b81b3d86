// SPDX-License-Identifier: Apache-2.0

/// The findings of one workbook that a night keeps. If they need more room than there is, each rule keeps the first of its
/// findings, and rules with few keep all of them; the others are only counted.
struct FindingShare {
  private let room: Int
  private var kept: [ObservedFinding] = []
  private var sizes: [Int] = []
  private var sizeByRule: [String: Int] = [:]
  private var leftOut: [(rule: String, severity: String, count: Int)] = []
  private var places: [String: Int] = [:]

  /// - Parameter room: in bytes, as ``size(of:)`` counts them.
  init(_ room: Int) { self.room = room }

  mutating func add(_ finding: ObservedFinding) {
    let size = Self.size(of: finding)
    kept.append(finding)
    sizes.append(size)
    sizeByRule[finding.rule, default: 0] += size
  }

  mutating func leaveOut(_ rule: String, _ severity: String) {
    if let place = places[rule] {
      leftOut[place].count += 1
    } else {
      places[rule] = leftOut.count
      leftOut.append((rule, severity, 1))
    }
  }

  /// About as many bytes as the finding needs in the longest of the reports, where some characters are written as several.
  static func size(of finding: ObservedFinding) -> Int {
    var size = 300
    for text in [finding.sheet, finding.rowId, finding.found, finding.message, finding.owner, finding.repair ?? ""] {
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0..<0x20: size += 6
        default: size += 1
        }
      }
    }
    return size
  }

  /// Those kept, in their order, followed by one for each rule of which some were left out.
  mutating func findings(_ words: DigestWords) -> [ObservedFinding] {
    if sizes.reduce(0, +) > room {
      let share = Self.share(of: room, Array(sizeByRule.values))
      var used: [String: Int] = [:]
      let all = kept
      kept = []
      for (finding, size) in zip(all, sizes) {
        used[finding.rule, default: 0] += size
        if used[finding.rule, default: 0] <= share {
          kept.append(finding)
        } else {
          leaveOut(finding.rule, finding.severity)
        }
      }
    }
    return kept
      + leftOut.map { rule, severity, count in
        ObservedFinding(
          rule: rule, severity: severity, message: words.moreOfRule(rule, Shown.money(Double(count))), times: count)
      }
  }

  /// The largest share that can be given to everybody who needs that much or more, while those who need less get what they
  /// need.
  static func share(of room: Int, _ needs: [Int]) -> Int {
    var left = room
    var others = needs.count
    for need in needs.sorted() {
      guard need <= left / others else { return left / others }
      left -= need
      others -= 1
    }
    return .max
  }
}
