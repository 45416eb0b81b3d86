// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// One hot part of the program, and the simple work of the same run that it is compared with.
struct Part {
  let name: String
  /// How many times as long as the reference it may take. About twice what was measured, for machines differ.
  let most: Double
  let reference: String
  let work: () throws -> Int
}

/// The least processor time of each work, in milliseconds, measured in turns, so that a slow moment of the machine meets all.
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
  // Results that nobody looks at may be left out by the compiler.
  if sum == .min { print(sum) }
  return least
}
