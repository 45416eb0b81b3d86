// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// A hot part of the program, and the simple work it is compared with in the same run.
struct Part {
  let name: String
  /// The maximum ratio to the reference: about twice what was measured, because machines differ.
  let most: Double
  let reference: String
  let work: () throws -> Int
}

/// The minimum processor time of each work in milliseconds. They are measured in turns, so that a slow moment affects all of
/// them.
func leastTimes(_ works: [(name: String, work: () throws -> Int)], rounds: Int) throws -> [String: Double] {
  var least: [String: Double] = [:]
  var sum = 0
  for _ in 0..<rounds {
    for (name, work) in works {
      let start = clock()
      sum &+= try work()
      least[name] = min(least[name] ?? .infinity, Double(clock() - start) * 1000 / Double(CLOCKS_PER_SEC))
    }
  }
  // Otherwise the compiler may remove work whose result is not used.
  if sum == .min { print(sum) }
  return least
}
