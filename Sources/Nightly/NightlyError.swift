// SPDX-License-Identifier: Apache-2.0

internal import Playbook

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
    case .noFolder(let path):
      Spoken.words("\(path)：沒有這個資料夾或工作簿，或無法讀取", "\(path): no such folder or workbook, or it cannot be read")
    case .locked(let path):
      Spoken.words(
        "另一次執行正在進行（鎖定檔 \(path)）；等它完成再試", "another run is in progress (lock file \(path)); try again when it is done")
    case .notWritten(let path, let reason):
      Spoken.words("\(path)：無法寫入：\(NightPhrases.said(reason))", "\(path): could not write: \(reason)")
    case .history(let path, let reason):
      Spoken.words(
        "\(path)：這份歷史無法使用：\(NightPhrases.said(reason))", "\(path): the history cannot be used: \(reason)")
    case .part(let path, let reason): Spoken.words.at(path, NightPhrases.said(reason))
    case .waivers(let path, let line, let reason):
      Spoken.words.at(line > 0 ? "\(path):\(line)" : path, NightPhrases.said(reason))
    }
  }
}
