// SPDX-License-Identifier: Apache-2.0

import Dealbook

/// Small pictures in a cell or on a card, besides ``Bars``. The numbers are beside them as text, so screen readers skip the pictures.
enum Drawing {
  /// A line through equally spaced values, broken where one is missing; empty if the values don't change.
  static func spark(_ values: [Double?]) -> String {
    let known = values.compactMap(\.self)
    guard let low = known.min(), let high = known.max(), low < high else { return "" }
    let height = high - low
    var runs: [[String]] = [[]]
    for (index, value) in values.enumerated() {
      guard let value else {
        runs.append([])
        continue
      }
      let x = 100 * Double(index) / Double(max(1, values.count - 1))
      let y = 18 - 16 * (value - low) / height
      runs[runs.count - 1].append("\(Bars.number(x)),\(Bars.number(y))")
    }
    var text = "<svg class=\"spark\" viewBox=\"0 0 100 20\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
    for run in runs where !run.isEmpty {
      // A single night is drawn as a dash.
      let points = run.count == 1 ? run + run : run
      text += "<polyline class=\"line\" points=\"\(points.joined(separator: " "))\"/>"
    }
    return text + "</svg>"
  }
}
