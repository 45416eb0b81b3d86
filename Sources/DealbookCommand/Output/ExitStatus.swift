// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Glibc
import Nightly
import Spreadsheet
import XML
import Zip

/// How the command ends (README, Exit codes).
enum ExitStatus: Int32, Error {
  case done = 0
  case findings = 1
  case usage = 2
  case unreadable = 3
  case tryAgain = 4
  case notWritten = 5
  case notDurable = 6
  case internalFault = 70

  func leave() -> Never {
    StandardOutput.flush()
    exit(rawValue)
  }

  /// The worse of two files' results: what could not be checked beats findings.
  func combined(with other: ExitStatus) -> ExitStatus { rawValue >= other.rawValue ? self : other }
}

/// A message about one file and the status that it leads to.
struct Failure: Error {
  var status: ExitStatus
  var message: String
  /// Why a file could not be checked.
  var cause: Cause?

  init(_ status: ExitStatus, _ message: String, _ cause: Cause? = nil) {
    self.status = status
    self.message = message
    self.cause = cause
  }

  init(_ error: DealbookError, file: String) {
    switch error {
    case .spreadsheet(let error): self.init(.unreadable, "\(file): \(error)", Cause(error))
    case .formula: self.init(.usage, "\(error)", .playbook)
    case .usage(let message): self.init(.usage, message, .playbook)
    }
  }

  init(_ error: SaveError) {
    let status: ExitStatus =
      switch error.consequence {
      case .notRead: .unreadable
      case .conflict: .tryAgain
      case .notWritten: .notWritten
      case .writtenUnconfirmed: .notDurable
      }
    let cause: Cause? =
      switch error {
      case .noSuchFile: .missing
      case .unreadable: .denied
      case .notAFile: .notAWorkbook
      case .tooLarge: .limit
      case .locked, .changed: .beingWritten
      case .refused, .couldNotWrite, .unverified, .displaced, .notDurable, .noFile: nil
      }
    self.init(status, "\(error)", cause)
  }
}

extension Cause {
  /// Why a workbook cannot be read.
  init(_ error: SpreadsheetError) {
    switch error {
    case .notAWorkbook: self = .notAWorkbook
    case .zip(.notAZip(.passwordProtected)), .zip(.entry(_, .encrypted)): self = .password
    case .zip(.notAZip): self = .notAWorkbook
    case .limit, .zip(.limit), .zip(.outOfMemory), .xml(_, .limit): self = .limit
    default: self = .damaged
    }
  }
}
