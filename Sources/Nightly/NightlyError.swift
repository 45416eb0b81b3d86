// SPDX-License-Identifier: Apache-2.0

/// Why a nightly run or a question to its history failed.
public enum NightlyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The folder does not exist or can't be read.
  case noFolder(String)
  /// Another run holds the lock at this path.
  case locked(String)
  /// The path of a file that could not be written, and the system's message.
  case notWritten(String, String)
  /// The path of the history, and the database's message.
  case history(String, String)
  /// A mistake in a list of waivers: path, line (0 if unknown) and what is wrong.
  case waivers(String, line: Int, String)
  /// The path of a part that can't be joined, and why.
  case part(String, String)

  public var description: String {
    switch self {
    case .noFolder(let path): "\(path): no such folder or workbook, or it cannot be read"
    case .locked(let path): "another run is at work (lock \(path)); try again when it is done"
    case .notWritten(let path, let reason): "\(path): could not write: \(reason)"
    case .history(let path, let reason): "\(path): the history cannot be used: \(reason)"
    case .part(let path, let reason): "\(path): \(reason)"
    case .waivers(let path, let line, let reason): line > 0 ? "\(path):\(line): \(reason)" : "\(path): \(reason)"
    }
  }
}
