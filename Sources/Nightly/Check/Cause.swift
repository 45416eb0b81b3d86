// SPDX-License-Identifier: Apache-2.0

import Playbook

/// Why a workbook could not be checked, in kinds that do not change: what is shown to people says it in their language, beside the
/// full sentence in English.
public enum Cause: String, Encodable, Hashable, Sendable, CaseIterable {
  /// Gone meanwhile, a link to nowhere, or a name that cannot be opened.
  case missing
  /// Its folder cannot be read.
  case folder
  /// The system does not let us read it.
  case denied
  case beingWritten
  case notAWorkbook
  case password
  case damaged
  /// It asks for more than its limits.
  case limit
  /// The playbook that it goes by has mistakes.
  case playbook
  case tooSlow
  /// Its process was ended: memory, or a fault of ours.
  case ended
  /// The system had no process for it.
  case noProcess

  /// Whether another try may have another end though nothing has changed.
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
    case .limit: words.pick("超出上限", "超出上限", "beyond a limit")
    case .playbook: words.pick("規則手冊有錯", "规则手册有错", "playbook with mistakes")
    case .tooSlow: words.pick("檢查逾時", "检查超时", "not done in time")
    case .ended: words.pick("檢查程序被中止", "检查进程被中止", "its process was ended")
    case .noProcess: words.pick("系統沒有可用的程序", "系统没有可用的进程", "no process for it")
    }
  }

  /// What a page in a language says of a workbook: the kind in that language, then all there is to say.
  static func told(_ cause: Cause?, _ why: String, _ words: DigestWords) -> String {
    guard let cause, words.language != .english else { return why }
    return "\(cause.words(words)):\(why)"
  }
}
