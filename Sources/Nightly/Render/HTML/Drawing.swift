// SPDX-License-Identifier: Apache-2.0

/// Small pictures in a cell or on a card. The numbers are beside them as text, so screen readers skip the pictures.
enum Drawing {
  /// A rectangle in a bar, in fractions of its length.
  struct Part {
    var from: Double
    var to: Double
    var mark: String
  }

  /// Draws rectangles on top of each other, the later ones above.
  static func bar(_ parts: [Part], isOpen: Bool = false) -> String {
    var text = "<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
    if !isOpen { text += "<rect class=\"back\" width=\"100\" height=\"10\"/>" }
    for part in parts {
      let from = min(max(part.from, 0), 1) * 100
      let width = min(max(part.to, 0), 1) * 100 - from
      guard width > 0 else { continue }
      text += "<rect class=\"\(part.mark)\" x=\"\(number(from))\" width=\"\(number(width))\" height=\"10\"/>"
    }
    return text + "</svg>"
  }

  /// A thin vertical line at a fraction of the bar.
  static func tick(_ place: Double, _ mark: String) -> Part {
    let place = min(max(place, 0.005), 0.995)
    return Part(from: place - 0.005, to: place + 0.005, mark: mark)
  }

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
      runs[runs.count - 1].append("\(number(x)),\(number(y))")
    }
    var text = "<svg class=\"spark\" viewBox=\"0 0 100 20\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
    for run in runs where !run.isEmpty {
      // A single night is drawn as a dash.
      let points = run.count == 1 ? run + run : run
      text += "<polyline class=\"line\" points=\"\(points.joined(separator: " "))\"/>"
    }
    return text + "</svg>"
  }

  /// One decimal is as fine as anybody can see.
  private static func number(_ value: Double) -> String {
    guard let tenths = Int(exactly: (value * 10).rounded()) else { return "0" }
    let sign = tenths < 0 ? "-" : ""
    return abs(tenths) % 10 == 0 ? "\(sign)\(abs(tenths) / 10)" : "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
