/// How things went from night to night: one line a row, each on a scale of its own from 0.
struct HTMLTrend {
  let words: DigestWords
  let trend: NightTrend

  /// - Parameter file: of one workbook; nil for all of them.
  func draw(on page: inout HTMLPage, file: String?) throws(NightlyError) {
    // One night is no way to go.
    guard trend.days.count > 1 else { return }
    let findings = file == nil ? try trend.findings() : [:]
    let chances = try trend.chances(of: file)
    guard !findings.isEmpty || !chances.isEmpty else { return }
    page.heading(2, words.trend)
    if !findings.isEmpty { draw(findings, on: &page) }
    if !chances.isEmpty { draw(chances, on: &page) }
  }

  private func draw(_ findings: [String: [Int]], on page: inout HTMLPage) {
    let rows = ["error", "warning", "info"].map { severity in
      (words.title(severity), findings[severity] ?? Array(repeating: 0, count: trend.days.count))
    }
    let colors = ["#a11d12", "#9c5700", "#1f6fb2"]
    var drawing = SVG(rows: rows.count)
    for (index, row) in rows.enumerated() {
      let most = Double(max(1, row.1.max() ?? 1))
      drawing.text(SVG.labelWidth - 8, row: index, row.0, anchor: "end")
      drawing.spark(row.1.map { Double($0) / most }, row: index, color: colors[index])
      drawing.text(
        SVG.labelWidth + drawing.span + 8, row: index, Self.change(row.1.map { Double($0) }) { "\(Int($0))" })
    }
    page.figure(
      words.openFindings, drawing, [words.night] + rows.map(\.0),
      trend.days.enumerated().map { offset, day in [day] + rows.map { "\($0.1[offset])" } },
      about: rows.map { "\($0.0): \(Self.change($0.1.map { Double($0) }) { "\(Int($0))" })" })
  }

  private func draw(_ chances: [NightTrend.Chances], on page: inout HTMLPage) {
    var drawing = SVG(rows: chances.count)
    for (index, row) in chances.enumerated() {
      drawing.text(SVG.labelWidth - 8, row: index, "\(row.owner) \(row.period)", anchor: "end")
      drawing.spark(row.values, row: index, color: "#1f6fb2")
      drawing.text(SVG.labelWidth + drawing.span + 8, row: index, Self.change(row.values) { Shown.percent($0) })
    }
    page.figure(
      words.chanceTrend, drawing, [words.night] + chances.map { "\($0.owner) \($0.period)" },
      trend.days.enumerated().map { offset, day in [day] + chances.map { Shown.percent($0.values[offset]) } },
      about: chances.map { "\($0.owner) \($0.period): \(Self.change($0.values) { Shown.percent($0) })" })
  }

  /// `35% → 42%`: the first that is known and the last.
  private static func change(_ values: [Double?], _ shown: (Double) -> String) -> String {
    let known = values.compactMap(\.self)
    guard let first = known.first, let last = known.last else { return "" }
    return "\(shown(first)) → \(shown(last))"
  }
}
