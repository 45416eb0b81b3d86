// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The exit codes of the command (README, Exit codes), with which workers report to their parent too.
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

  /// The worse result of two files. Files that could not be checked outrank findings.
  package func combined(with other: ExitStatus) -> ExitStatus { rawValue >= other.rawValue ? self : other }
}
