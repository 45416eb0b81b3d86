// SPDX-License-Identifier: Apache-2.0

import Base
import Testing

@Suite struct `Seconds between two times` {
  @Test(arguments: [
    (100, 160, 60), (160, 100, -60), (Int.min, 1_800_000_000, Int.max), (Int.max, -5, Int.min), (0, Int.max, Int.max),
  ])
  func `are the nearest number that there is`(time: Int, now: Int, seconds: Int) {
    #expect(Seconds.between(time, and: now) == seconds)
  }
}
