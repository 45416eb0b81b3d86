// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A clock that nobody can set back.
package enum MonotonicClock {
  package static func milliseconds() -> Int {
    var now = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }
}
