// SPDX-License-Identifier: Apache-2.0

// Measures the hot parts of reading and writing against simple work on the same bytes in the same run, and exits with 1 if a
// ratio is exceeded. Only ratios count, so that it works on any machine. Usage: HotParts [ROWS [ROUNDS]]
import Formula
import Foundation
import Spreadsheet
import TestSupport
import Zip

let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let sample = Sample(rows: max(arguments.first ?? 20_000, 100))
let parts = try HotParts(sample)
let least = try leastTimes(
  parts.references + parts.parts.map { ($0.name, $0.work) }, rounds: arguments.dropFirst().first ?? 7)
var isSlow = false
for (name, _) in parts.references { print("\(name.padding(40)) \(short(least[name] ?? 0)) ms") }
for part in parts.parts {
  let time = least[part.name] ?? .infinity
  let ratio = time / max(least[part.reference] ?? 0, 0.001)
  let verdict = ratio <= part.most ? "" : "  too slow"
  if ratio > part.most { isSlow = true }
  print(
    "\(part.name.padding(40)) \(short(time)) ms = \(short(ratio)) × \(part.reference), at most \(short(part.most))\(verdict)"
  )
}
exit(isSlow ? 1 : 0)

func short(_ number: Double) -> String { String(format: "%.2f", number) }

extension String {
  fileprivate func padding(_ length: Int) -> String { padding(toLength: length, withPad: " ", startingAt: 0) }
}
