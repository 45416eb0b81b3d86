// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Bars in the cells of tables: the same on the page of a report and on those of a night. The numbers are beside them as text, so screen
/// readers skip the pictures.
package enum Bars {
  /// A rectangle in a bar, in fractions of its length.
  package struct Part {
    var from: Double
    var to: Double
    var mark: String

    package init(from: Double, to: Double, mark: String) {
      self.from = from
      self.to = to
      self.mark = mark
    }
  }

  /// Draws rectangles on top of each other, the later ones above.
  ///
  /// - Parameters:
  ///   - isOpen: without a ground that shows how long the bar could be.
  ///   - isCut: with a point at its end, because there is more than it has room for.
  package static func bar(_ parts: [Part], isOpen: Bool = false, isCut: Bool = false) -> String {
    var text = "<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
    if !isOpen { text += "<rect class=\"back\" width=\"100\" height=\"10\"/>" }
    for part in parts {
      let from = min(max(part.from, 0), 1) * 100
      let width = min(max(part.to, 0), 1) * 100 - from
      guard width > 0 else { continue }
      text += "<rect class=\"\(part.mark)\" x=\"\(number(from))\" width=\"\(number(width))\" height=\"10\"/>"
    }
    if isCut { text += "<path class=\"cut\" d=\"M94 0L100 5L94 10H100V0z\"/>" }
    return text + "</svg>"
  }

  /// A thin vertical line at a fraction of the bar.
  package static func tick(_ place: Double, _ mark: String) -> Part {
    let place = min(max(place, 0.005), 0.995)
    return Part(from: place - 0.005, to: place + 0.005, mark: mark)
  }

  /// One decimal is as fine as anybody can see.
  package static func number(_ value: Double) -> String {
    guard let tenths = Int(exactly: (value * 10).rounded()) else { return "0" }
    let sign = tenths < 0 ? "-" : ""
    return abs(tenths) % 10 == 0 ? "\(sign)\(abs(tenths) / 10)" : "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  // MARK: Reports

  /// A share of a whole, which the full length stands for.
  static func share(_ share: Double) -> String {
    bar([Part(from: 0, to: share.magnitude, mark: share < 0 ? "down" : "up")], isCut: share.magnitude > 1.005)
  }

  /// R1: what has reached a stage of what it needs, with room for half as much again.
  package static func funnel(_ ratio: Double) -> String {
    let whole = 1.5
    return bar([
      Part(from: 0, to: min(ratio, 1) / whole, mark: "up"),
      Part(from: 1 / whole, to: min(ratio, whole) / whole, mark: "soft"), tick(1 / whole, "mark"),
    ])
  }

  /// R1 without a target: a part of the largest amount, in the middle.
  package static func centred(_ share: Double) -> String {
    let half = abs(share) / 2
    return bar([Part(from: 0.5 - half, to: 0.5 + half, mark: "up")], isOpen: true)
  }

  /// R3: what an owner has won and can expect, and the target.
  package static func coverage(won: Double?, weighted: Double?, target: Double?, most: Double) -> String {
    let start = max(0, won ?? 0) / most
    var parts = [
      Part(from: 0, to: start, mark: "up"), Part(from: start, to: start + max(0, weighted ?? 0) / most, mark: "soft"),
    ]
    if let target { parts.append(tick(target / most, "mark")) }
    return bar(parts)
  }

  /// R4: the range of what can be expected, its middle, and the target.
  package static func forecast(p10: Double?, p50: Double?, p90: Double?, target: Double?, most: Double) -> String {
    var parts = [
      Part(from: (p10 ?? 0) / most, to: (p90 ?? 0) / most, mark: "soft"), tick((p50 ?? 0) / most, "mid"),
    ]
    if let target { parts.append(tick(target / most, "mark")) }
    return bar(parts)
  }

  /// R7: amounts by age. The oldest is in the colour of warnings, however many ages there are.
  package static func ageing(_ amounts: [Double], most: Double) -> String {
    var from = 0.0
    let parts = amounts.enumerated().map { place, amount in
      let mark = place == amounts.count - 1 ? "a4" : "a\(min(place, 3))"
      let part = Part(from: from, to: from + max(0, amount) / most, mark: mark)
      from = part.to
      return part
    }
    return bar(parts, isOpen: true)
  }
}

extension ReportPage.Section {
  /// What a full bar stands for: the whole if the column is a share or counts ticks, otherwise the largest figure.
  var scale: Double {
    guard let bar else { return 0 }
    if columns[bar].kind == .percent { return 1 }
    let ticks = columns.count { $0.key.hasPrefix("k") && Int($0.key.dropFirst()) != nil }
    if ticks > 0 { return Double(ticks) }
    return id == "R4" ? largest(["p90", "target"]) : rows.compactMap { $0[bar].number?.magnitude }.max() ?? 0
  }

  private func number(_ key: String, _ row: [CellValue]) -> Double? {
    columns.firstIndex { $0.key == key }.flatMap { row[$0].number }
  }

  private func largest(_ keys: [String]) -> Double {
    rows.flatMap { row in keys.compactMap { number($0, row) } }.max() ?? 0
  }

  /// The picture at the end of a row; nil if rows have none.
  func picture(of row: [CellValue]) -> String? {
    guard let bar else { return nil }
    let value = row[bar].number ?? 0
    switch id {
    case "R1" where columns.contains { $0.key == "need" }: return Bars.funnel(value)
    case "R1": return Bars.centred(scale > 0 ? value / scale : 0)
    case "R3":
      let most = rows.map { max(number("target", $0) ?? 0, (number("won", $0) ?? 0) + (number("weighted", $0) ?? 0)) }
      return Bars.coverage(
        won: number("won", row), weighted: number("weighted", row), target: number("target", row),
        most: max(1, most.max() ?? 1))
    case "R4":
      return Bars.forecast(
        p10: number("p10", row), p50: number("p50", row), p90: number("p90", row), target: number("target", row),
        most: max(1, scale))
    case "R7":
      let ages = columns.map(\.key).filter { $0.hasPrefix("b") }
      let sums = rows.map { row in ages.reduce(0) { $0 + max(0, number($1, row) ?? 0) } }
      return Bars.ageing(ages.map { number($0, row) ?? 0 }, most: max(1, sums.max() ?? 1))
    default: return Bars.share(scale > 0 ? value / scale : 0)
    }
  }
}
