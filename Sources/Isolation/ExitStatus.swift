// SPDX-License-Identifier: Apache-2.0

import Glibc

/// How a process ends: the command (README, Exit codes), and a worker that says so to its parent.
package enum ExitStatus: Int32, Error {
  case done = 0
  case findings = 1
  case usage = 2
  case unreadable = 3
  case tryAgain = 4
  case notWritten = 5
  case notDurable = 6
  case internalFault = 70

  package func leave() -> Never {
    StandardOutput.flush()
    exit(rawValue)
  }

  /// The worse of two files' results: what could not be checked beats findings.
  package func combined(with other: ExitStatus) -> ExitStatus { rawValue >= other.rawValue ? self : other }
}
