// SPDX-License-Identifier: Apache-2.0

package import Playbook
package import Spreadsheet
internal import Zip

/// Why a file cannot be read, in the language of the refusals. What is said of the inside of a damaged file stays in the words of the format.
extension Spoken {
  package func text(_ error: SpreadsheetError) -> String {
    guard language != .english else { return error.description }
    switch error {
    case .notAWorkbook(let foreign): return text(foreign)
    case .zip(let error): return text(error)
    case .limit(let breach):
      return (breach.place.map { $0 + colon } ?? "")
        + self(
          "\(breach.name) 為 \(breach.actual)，超過上限 \(breach.limit)；若信得過這份檔案，可用 --limit \(breach.name)=N 提高上限", "")
    case .missingPart(let part, let source): return self("檔案裡缺少 \(source) 需要的部分 \(part.entryName)", "")
    case .noWorksheet(let sheet, _): return self("「\(sheet)」不是一般的工作表，沒有儲存格", "")
    case .noSheet(let index, let count): return self("沒有第 \(index + 1) 張工作表，這份工作簿只有 \(count) 張", "")
    case .noSheetNamed(let title, let titles): return self("沒有工作表「\(title)」；現有：\(list(titles))", "")
    case .noCell(let name): return self("「\(name)」不是儲存格；應寫成工作表加儲存格，例如 Deals!B2", "")
    case .noDate(let date, let system):
      return self("\(date) 無法存入：這份工作簿的日期從 \(system == .year1900 ? "1900-01-01" : "1904-01-01") 開始", "")
    case .edit(let error): return edit(error)
    case .xml(let part, _): return damaged(part.entryName, error)
    case .unexpectedRoot(let part, _, _), .scan(let part, _, _), .invalid(let part, _, _, _, _),
      .twofold(let part, _, _, _):
      return damaged(part.entryName, error)
    case .noSharedString: return damaged("xl/sharedStrings.xml", error)
    }
  }

  /// Why a CSV or TSV file cannot be read.
  package func text(_ error: DelimitedError) -> String {
    guard language != .english else { return error.description }
    switch error {
    case .notText(let encoding): return self("不是文字檔：以最像的編碼 \(encoding.name) 來讀，有些位元組無法解讀為字元", "")
    case .controlCharacter(let line): return self("第 \(line) 行有空位元組（NUL），文字檔不會有", "")
    case .unclosedQuote(let line): return self("第 \(line) 行開頭的引號沒有結尾的引號", "")
    case .textAfterQuote(let line): return self("第 \(line) 行：結尾的引號後面應為分隔符號或行尾", "")
    case .tooManyFields(let line, let found, let expected):
      return self("第 \(line) 行有 \(found) 個欄位，其他行有 \(expected) 個；內容含分隔符號時要加引號", "")
    case .tooManyCells(let count, let limit): return self("有 \(count) 個欄位，超過可讀的 \(limit) 個", "")
    case .notBuilt(let reason): return reason
    }
  }

  private func damaged(_ part: String, _ error: SpreadsheetError) -> String {
    self("檔案損毀：\(part)（\(error.description)）；請用 Excel 開啟後另存新檔，或從備份取回", "")
  }

  private func edit(_ error: EditError) -> String {
    let place = [error.sheet, error.cell.map { "\($0)" }].compactMap { $0 }.joined(separator: "!")
    return (place.isEmpty ? "" : place + colon) + error.reason.words[language]
  }

  private func text(_ foreign: ForeignPackage) -> String {
    switch foreign {
    case .plainArchive: self("不是 .xlsx 工作簿：一般的 zip 壓縮檔", "")
    case .openDocument: self("不是 .xlsx 工作簿：OpenDocument 檔案（.ods）；請先另存為 .xlsx", "")
    case .wordDocument: self("不是 .xlsx 工作簿：Word 文件", "")
    case .presentation: self("不是 .xlsx 工作簿：PowerPoint 簡報", "")
    case .binaryWorkbook: self("二進位的工作簿（.xlsb）；請先另存為 .xlsx", "")
    case .noWorkbookPart: self("不是 .xlsx 工作簿：裡面找不到工作簿", "")
    case .other(let type): self("不是 .xlsx 工作簿：主要內容的類型是「\(type)」", "")
    }
  }

  private func text(_ error: ZipError) -> String {
    switch error {
    case .notAZip(let format): return text(format)
    case .incomplete(let count): return self("檔案不完整：只有 \(count) 位元組，沒有結尾（複製或上傳中斷？）", "")
    case .limit(let limit, let entry, let actual, let allowed):
      let breach = self(
        "\(measure(limit))至少是 \(actual)，超過上限 \(allowed)；若信得過這份檔案，可用 --limit \(limit.rawValue)=N 提高上限", "")
      return entry.map { self("壓縮檔裡的「\($0)」：\(breach)", "") } ?? breach
    case .malformed: return self("zip 壓縮檔損毀（\(error.description)）", "")
    case .entry(let name, .encrypted): return self("壓縮檔裡的「\(name)」加了密碼；請先移除密碼", "")
    case .entry(let name, let fault): return self("壓縮檔裡的「\(name)」損毀（\(fault.description)）", "")
    case .outOfMemory: return self("記憶體不足，無法壓縮或解壓縮", "")
    }
  }

  private func measure(_ limit: ZipLimit) -> String {
    switch limit {
    case .fileSize: self("檔案的位元組數", "")
    case .entries: self("壓縮檔裡的項目數", "")
    case .entryInflated: self("解壓縮後的位元組數", "")
    case .ratio: self("解壓縮的倍數", "")
    }
  }

  private func text(_ format: ForeignFormat) -> String {
    switch format {
    case .empty: self("檔案是空的（0 位元組）", "")
    case .passwordProtected: self("工作簿有密碼保護；請先在試算表程式裡移除密碼", "")
    case .compoundFile: self("不是 .xlsx 工作簿：像是舊的 .xls 工作簿（Excel 97–2003）；請先另存為 .xlsx", "")
    case .html: self("不是 .xlsx 工作簿：像是以這個檔名儲存的網頁（HTML）", "")
    case .xml: self("不是 .xlsx 工作簿：像是沒有壓縮的 XML", "")
    case .pdf: self("不是 .xlsx 工作簿：像是 PDF", "")
    case .ownerFile: self("不是工作簿：有人開著工作簿時，Excel 放在旁邊的暫存檔", "")
    case .text: self("不是 .xlsx 工作簿：像是純文字或 CSV", "")
    case .unknown: self("不是 .xlsx 工作簿：不是 zip 壓縮檔", "")
    }
  }
}
