// SPDX-License-Identifier: Apache-2.0

/// The number of open findings from night to night.
struct FindingTrend {
  let words: PageWords
  let trend: NightTrend

  func write(on page: inout HTMLPage) throws(NightlyError) {
    // A single night is not a trend.
    guard trend.days.count > 1 else { return }
    let findings = try trend.findings()
    guard let nights = findings.values.first?.count, nights > 1 else { return }
    let digest = words.digest
    page.heading(3, digest.openFindings)
    page.table(
      digest.openFindings, [digest.severity, digest.trend, ""],
      SeverityName.all.map { severity in
        let counts = findings[severity] ?? Array(repeating: 0, count: nights)
        return [
          Markup.escaped(digest.title(severity)), "\(counts.first ?? 0) → \(counts.last ?? 0)",
          Drawing.spark(counts.map { Double($0) }),
        ]
      }, figures: [1], bar: 2)
  }
}

extension HTMLPage {
  /// The probabilities of targets from night to night; omitted for a single night.
  mutating func chances(_ chances: [NightTrend.Chances], nights: Int) {
    guard nights > 1, !chances.isEmpty else { return }
    heading(2, words.digest.chanceTrend)
    table(
      words.digest.chanceTrend, [words.digest.owner, words.digest.period, words.digest.trend, ""],
      chances.map { line in
        let known = line.values.compactMap(\.self)
        return [
          Markup.escaped(line.owner), Markup.escaped(line.period),
          "\(Shown.percent(known.first)) → \(Shown.percent(known.last))", Drawing.spark(line.values),
        ]
      }, figures: [2], bar: 3)
  }
}
