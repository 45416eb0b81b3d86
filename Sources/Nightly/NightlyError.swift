// SPDX-License-Identifier: Apache-2.0

/// Why a nightly run, or a question to its history, came to nothing.
public enum NightlyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A folder that was named is not there or cannot be read.
  case noFolder(String)
  /// Another run has the lock at this path.
  case locked(String)
  /// A file that could not be written, and what the system said.
  case notWritten(String, String)
  /// The history at a path, and what the database said.
  case history(String, String)
  /// A waivers file that is not as it should be: path, line (0 when unknown) and what is wrong.
  case waivers(String, line: Int, String)
  /// A part of a shared night that cannot be joined, and why.
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
