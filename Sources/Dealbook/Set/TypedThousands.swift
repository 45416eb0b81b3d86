// SPDX-License-Identifier: Apache-2.0

import Playbook

/// Numbers typed on a command line that say different things in Munich and in Taipei.
enum TypedThousands {
  /// The two readings of `150.000`: 150000 and 150. Nobody writes a decimal that ends in 0 to three places, but `1.234` is a number as
  /// programs write it. Nil for any other text.
  static func readings(_ text: String) -> (whole: String, decimal: String)? {
    guard let match = text.wholeMatch(of: /(-?[1-9][0-9]{0,2})\.([0-9]{2}0)/) else { return nil }
    let places = String(match.output.2.reversed().drop { $0 == "0" }.reversed())
    let units = String(match.output.1)
    return (units + match.output.2, places.isEmpty ? units : "\(units).\(places)")
  }

  /// Throws for `150.000`.
  ///
  /// - Parameter wish: what was asked for, with the cell or column that it is for.
  static func refuse(_ text: String, in wish: String) throws(DealbookError) {
    guard let readings = readings(text) else { return }
    throw .wish(
      wish, "\(text) 可以讀成 \(readings.whole) 或 \(readings.decimal)：請寫其中一個",
      "\(text) can be read as \(readings.whole) or as \(readings.decimal): write one of them")
  }
}
