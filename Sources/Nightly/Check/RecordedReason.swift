// SPDX-License-Identifier: Apache-2.0

public import Playbook

/// Why a workbook was not checked or not filled, for the people who read it. Records keep the English, so that they are the same on every
/// machine.
public enum RecordedReason {
  private static let book = PhraseBook([
    "the file is empty (0 bytes)": "檔案是空的（0 位元組）",
    "file is incomplete: no end of central directory record in its {n} bytes (an interrupted copy or upload?)":
      "檔案不完整：只有 {n} 位元組，沒有結尾（複製或上傳中斷？）",
    "the workbook is password-protected; remove the password in the spreadsheet program first":
      "工作簿有密碼保護；請先在試算表程式裡移除密碼",
    "not an .xlsx workbook: looks like an old .xls workbook (Excel 97–2003); save it as .xlsx first":
      "不是 .xlsx 工作簿：像是舊的 .xls 工作簿（Excel 97–2003）；請先另存為 .xlsx",
    "not an .xlsx workbook: looks like HTML saved under this name": "不是 .xlsx 工作簿：像是以這個檔名儲存的網頁（HTML）",
    "not an .xlsx workbook: looks like XML that is not in a zip archive": "不是 .xlsx 工作簿：像是沒有壓縮的 XML",
    "not an .xlsx workbook: looks like PDF": "不是 .xlsx 工作簿：像是 PDF",
    "not an .xlsx workbook: looks like plain text or {kind}": "不是 .xlsx 工作簿：像是純文字或 {kind}",
    "not an .xlsx workbook: not a zip archive": "不是 .xlsx 工作簿：不是 zip 壓縮檔",
    "not an .xlsx workbook: a zip archive without [Content_Types].xml": "不是 .xlsx 工作簿：一般的 zip 壓縮檔",
    "not an .xlsx workbook: an OpenDocument file (.ods); save it as .xlsx first":
      "不是 .xlsx 工作簿：OpenDocument 檔案（.ods）；請先另存為 .xlsx",
    "not an .xlsx workbook: a Word document": "不是 .xlsx 工作簿：Word 文件",
    "not an .xlsx workbook: a PowerPoint presentation": "不是 .xlsx 工作簿：PowerPoint 簡報",
    "a binary workbook (.xlsb); save it as .xlsx first": "二進位的工作簿（.xlsb）；請先另存為 .xlsx",
    "not an .xlsx workbook: no relationship leads to a workbook part": "不是 .xlsx 工作簿：裡面找不到工作簿",
    "{name} is {actual}, more than the limit of {limit}; raise it with --limit {option}=N if you trust this file":
      "{name} 為 {actual}，超過上限 {limit}；若信得過這份檔案，可用 --limit {option}=N 提高上限",
    "not finished after {n} seconds of processor time (limit {limit}; --limit {option} raises it)":
      "用了 {n} 秒處理器時間仍沒有完成（上限 {limit}；--limit {option} 可提高）",
    "not finished after {n} seconds (limit {limit}; --limit {option} raises it)":
      "{n} 秒內沒有完成（上限 {limit}；--limit {option} 可提高）",
    "its result is larger than {n} bytes and was discarded (limit {limit}; --limit {option} raises it)":
      "結果超過 {n} 位元組，已捨棄（上限 {limit}；--limit {option} 可提高）",
    "its result is larger than {n} bytes and was discarded (limit {limit}; --limit {option} raises it); its computed columns were written":
      "結果超過 {n} 位元組，已捨棄（上限 {limit}；--limit {option} 可提高）；計算欄已經寫入",
    "the system ended the worker (signal 9), as it does when memory runs out":
      "系統終止了處理它的程序（訊號 9），記憶體不足時就會這樣",
    "the worker was ended by signal {n}: an error in this program, or more memory than {bytes} bytes (limit {limit}; --limit {option} raises it)":
      "處理它的程序因訊號 {n} 結束：是程式的錯，或記憶體超過 {bytes} 位元組（上限 {limit}；--limit {option} 可提高）",
    "the worker gave no result in the expected form: an error in this program": "處理它的程序沒有給出合格的結果：是程式的錯",
    "the system has no process available (error {n}); try again": "系統沒有可用的程序（錯誤 {n}）；請再試一次",
    "it cannot be found: gone meanwhile, a link to nowhere, or a name that is not UTF-8 or that another has":
      "找不到：已經移走、是失效的連結，或檔名不是 UTF-8，或與別的檔案同名",
    "it is still being written; waited {n} seconds": "仍在寫入；已等了 {n} 秒",
    "it changed while it was read": "讀取時有變動", "no such file": "沒有這個檔案",
    "open in another program, or changed meanwhile": "正在另一個程式裡開著，或已經有變動",
    "the sheet {sheet} was left out: {why}": "工作表 {sheet} 沒有寫入：{why}",
    "no sheet looks like one of the playbook's": "沒有任何工作表像規則手冊裡的表",
    "it only looks like a team's; dealbook adopt makes a playbook for it":
      "只是看起來像團隊的工作簿；dealbook adopt 可以為它產生規則手冊",
  ])

  /// What a record says, in a language; a sentence that is not known stays as it is.
  public static func told(_ why: String, in language: Language) -> String { book.said(why, in: language) ?? why }

  /// What became of a workbook that was not checked.
  public static func outcome(_ outcome: String, in language: Language) -> String {
    DigestWords(language: language).outcome(outcome)
  }
}
