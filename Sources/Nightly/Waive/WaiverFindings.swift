/// Applies waivers, and tells which ones nobody needs any more.
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

  /// Why a finding is waived today; nil when it is not.
  mutating func reason(for finding: ObservedFinding, in file: String) -> String? {
    var reason: String?
    for index in byRule[finding.rule] ?? [] where waivers.waivers[index].covers(finding, in: file) {
      isUsed[index] = true
      if reason == nil, waivers.waivers[index].expires >= asOf { reason = waivers.waivers[index].reason }
    }
    return reason
  }

  /// Findings about the list itself, after all workbooks were asked about. One whose workbook could not be checked may
  /// still be needed.
  ///
  /// - Parameter unchecked: names of workbooks that are there but were not checked.
  func findings(unchecked: [String]) -> [ObservedFinding] {
    var alike: [String: Int] = [:]
    return waivers.waivers.enumerated().compactMap { index, waiver in
      let rule: String
      let message: String
      if isUsed[index] {
        guard waiver.expires < asOf else { return nil }
        rule = "WVR-001"
        message =
          "The waiver of \(waiver.title) expired on \(waiver.expires) and its finding is still there: mend it or decide anew. Reason given: \(waiver.reason)"
      } else {
        guard !unchecked.contains(where: { waiver.file?.matches($0) ?? true }) else { return nil }
        rule = "WVR-002"
        message = "The waiver of \(waiver.title) matches no finding: take it off the list."
      }
      let nth = alike[rule + waiver.title, default: 0]
      alike[rule + waiver.title] = nth + 1
      return ObservedFinding(
        rule: rule, severity: "warning", sheet: "", prefix: "", cell: nil, row: waiver.line, rowId: waiver.title,
        column: "", nth: nth, found: rule == "WVR-001" ? waiver.expires : "", repair: nil, message: message, owner: "")
    }
  }
}
