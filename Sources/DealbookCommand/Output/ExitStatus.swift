import Dealbook
import Glibc
import Spreadsheet

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

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }

  init(_ error: DealbookError, file: String) {
    switch error {
    case .spreadsheet(let error): self.init(.unreadable, "\(file): \(error)")
    case .formula: self.init(.usage, "\(error)")
    case .usage(let message): self.init(.usage, message)
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
    self.init(status, "\(error)")
  }
}
