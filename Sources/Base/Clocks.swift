// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// A clock that nobody can set back.
package enum MonotonicClock {
  package static func milliseconds() -> Int {
    let now = clockTime(CLOCK_MONOTONIC)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }
}

/// The clock on the wall, by which file systems date files.
package enum WallClock {
  /// Seconds since 1970. Unlike `time`, which goes by the last tick of the timer, never before the date of a file that exists:
  /// since Linux 6.13, file systems date by the precise clock.
  package static func seconds() -> Int { clockTime(CLOCK_REALTIME).tv_sec }
}

private func clockTime(_ clock: clockid_t) -> timespec {
  var now = timespec()
  _ = unsafe clock_gettime(clock, &now)
  return now
}
