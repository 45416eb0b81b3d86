// SPDX-License-Identifier: Apache-2.0

import Playbook

/// Why a workbook could not be checked. The set of causes is fixed, so that reports can name them in the reader's language next
/// to the full sentence in English.
public enum Cause: String, Encodable, Hashable, Sendable, CaseIterable {
  /// It has disappeared, is a link to nowhere, or has a name that can't be opened.
  case missing
  /// Its folder can't be read.
  case folder
  /// The system denies access.
  case denied
  case beingWritten
  case notAWorkbook
  case password
  case damaged
  /// It exceeds a limit.
  case limit
  /// Its playbook contains mistakes.
  case playbook
  case tooSlow
  /// Its process was killed, because it ran out of memory or because of a bug of ours.
  case ended
  /// The system could not start a process for it.
  case noProcess

  /// Whether trying again might succeed although the file has not changed.
  public var isTransient: Bool { [.tooSlow, .ended, .noProcess].contains(self) }

  func words(_ words: DigestWords) -> String {
    switch self {
    case .missing: words.pick("找不到檔案", "找不到文件", "not there")
    case .folder: words.pick("資料夾無法讀取", "文件夹无法读取", "folder cannot be read")
    case .denied: words.pick("系統不允許讀取", "系统不允许读取", "cannot be read")
    case .beingWritten: words.pick("檔案仍在寫入", "文件仍在写入", "still being written")
    case .notAWorkbook: words.pick("不是 .xlsx 工作簿", "不是 .xlsx 工作簿", "not a workbook")
    case .password: words.pick("有密碼保護，請先解除", "有密码保护，请先解除", "password-protected")
    case .damaged: words.pick("檔案損壞", "文件损坏", "damaged")
    case .limit: words.pick("超出上限", "超出上限", "over a limit")
    case .playbook: words.pick("規則手冊有錯", "规则手册有错", "mistakes in the playbook")
    case .tooSlow: words.pick("檢查逾時", "检查超时", "timed out")
    case .ended: words.pick("檢查程序被中止", "检查进程被中止", "its process was killed")
    case .noProcess: words.pick("系統沒有可用的程序", "系统没有可用的进程", "no process available")
    }
  }

  /// What a page says about a workbook: the cause in the page's language, then the full sentence.
  static func told(_ cause: Cause?, _ why: String, _ words: DigestWords) -> String {
    guard let cause, words.language != .english else { return why }
    return cause.words(words) + words.colon + RecordedReason.told(why, in: words.language)
  }
}
