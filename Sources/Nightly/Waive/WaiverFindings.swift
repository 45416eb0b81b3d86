// SPDX-License-Identifier: Apache-2.0

import Playbook

/// Applies waivers, and reports those that are no longer needed.
struct WaiverUse {
  private let waivers: Waivers
  private let asOf: String
  private var byRule: [String: [Int]] = [:]
  private var isUsed: [Bool]

  init(_ waivers: Waivers, asOf: String) {
    self.waivers = waivers
    self.asOf = asOf
    isUsed = Array(repeating: false, count: waivers.waivers.count)
    for (index, waiver) in waivers.waivers.enumerated() { byRule[waiver.rule, default: []].append(index) }
  }

  /// Why a finding is waived today; nil if it is not.
  mutating func reason(for finding: ObservedFinding, in file: String) -> String? {
    var reason: String?
    for index in byRule[finding.rule] ?? [] where waivers.waivers[index].covers(finding, in: file) {
      isUsed[index] = true
      if reason == nil, waivers.waivers[index].expires >= asOf { reason = waivers.waivers[index].reason }
    }
    return reason
  }

  /// Findings about the list itself, after all workbooks have been checked. A waiver for a workbook that could not be checked
  /// may still be needed.
  ///
  /// - Parameter unchecked: the names of workbooks that exist but were not checked.
  func findings(unchecked: [String], _ language: Language) -> [ObservedFinding] {
    let words = DigestWords(language: language)
    var alike: [String: Int] = [:]
    return waivers.waivers.enumerated().compactMap { index, waiver in
      let rule: String
      let message: String
      if isUsed[index] {
        guard waiver.expires < asOf else { return nil }
        rule = "WVR-001"
        message =
          words.pick(
            "「\(waiver.title)」的豁免已於 \(waiver.expires) 到期，問題仍在：請修正或重新決定。原因：\(waiver.reason)",
            "“\(waiver.title)”的豁免已于 \(waiver.expires) 到期，问题仍在：请修正或重新决定。原因：\(waiver.reason)",
            "The waiver of \(waiver.title) expired on \(waiver.expires) and its finding is still there: fix it or decide again. Reason given: \(waiver.reason)"
          )
      } else {
        guard !unchecked.contains(where: { waiver.file?.matches($0) ?? true }) else { return nil }
        rule = "WVR-002"
        message = words.pick(
          "「\(waiver.title)」的豁免沒有對應的問題：請從清單移除。", "“\(waiver.title)”的豁免没有对应的问题：请从清单移除。",
          "The waiver of \(waiver.title) matches no finding: remove it from the list.")
      }
      let nth = alike[rule + waiver.title, default: 0]
      alike[rule + waiver.title] = nth + 1
      return ObservedFinding(
        rule: rule, severity: "warning", sheet: "", prefix: "", cell: nil, row: waiver.line, rowId: waiver.title,
        column: "", nth: nth, found: rule == "WVR-001" ? waiver.expires : "", repair: nil, message: message, owner: "")
    }
  }
}
