// SPDX-License-Identifier: Apache-2.0

package import Dealbook
package import Isolation
import Playbook
package import Spreadsheet
internal import XML
internal import Zip

/// A message about a file, and the exit status it leads to.
package struct Failure: Error {
  package var status: ExitStatus
  package var message: String
  /// Why a file could not be checked.
  package var cause: Cause?

  package init(_ status: ExitStatus, _ message: String, _ cause: Cause? = nil) {
    self.status = status
    self.message = message
    self.cause = cause
  }

  package init(_ error: DealbookError, file: String) {
    switch error {
    case .spreadsheet(let error): self.init(.unreadable, Spoken.words.at(file, Spoken.words.text(error)), Cause(error))
    case .formula: self.init(.usage, "\(error)", .playbook)
    case .usage(let message): self.init(.usage, message, .playbook)
    }
  }

  package init(_ error: SaveError) {
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
    self.init(status, Spoken.words.text(error), cause)
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

extension Failure {
  package init(_ error: NightlyError) {
    let status: ExitStatus =
      switch error {
      case .noFolder: .unreadable
      case .locked: .tryAgain
      case .notWritten: .notWritten
      case .history: .notWritten
      case .waivers: .usage
      case .part: .unreadable
      }
    self.init(status, "\(error)")
  }

  /// Wraps any error that a night can throw.
  package init(any error: any Error) {
    self = error as? Failure ?? (error as? NightlyError).map { Failure($0) } ?? Failure(.usage, "\(error)")
  }
}
