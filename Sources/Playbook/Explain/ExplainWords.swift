// SPDX-License-Identifier: Apache-2.0

/// The wording of explanations in three languages.
struct ExplainWords: SaysInThreeLanguages {
  let language: Language

  var meaning: String { self("意思", "Meaning") }
  var formula: String { self("公式", "Formula") }
  var example: String { self("例", "Example") }
  var whatToDo: String { self("怎麼辦", "What to do") }
  var parameters: String { self("參數", "Parameters") }
  var message: String { self("訊息", "Message") }

  func quoted(_ text: String) -> String { self("「\(text)」", "“\(text)”") }

  /// The text with a full stop at the end.
  func sentence(_ text: String) -> String {
    text.hasSuffix("。") || text.hasSuffix(".") ? text : text + self("。", ".")
  }

  func inBrackets(_ text: String) -> String { text.isEmpty ? "" : self("（\(text)）", " (\(text))") }

  /// `✓, ✗ or —`.
  func choice(of values: [String]) -> String {
    guard let last = values.last, values.count > 1 else { return values.first ?? "" }
    return values.dropLast().joined(separator: self("、", ", ")) + self(" 或 ", " or ") + last
  }

  /// What a pattern allows. The usual form of an ID in words, any other as it stands.
  func sentence(about pattern: Pattern) -> String {
    guard let match = pattern.source.wholeMatch(of: /\^([A-Z]+)\[0-9A-Z-\]\{1,([0-9]+)\}\$/) else {
      return pattern.source
    }
    let (start, most) = (match.output.1, match.output.2)
    return self(
      "\(start) 開頭，後接至多 \(most) 個大寫字母、數字或連字號，例如 \(start)001",
      "\(start), then up to \(most) capitals, digits or hyphens, for example \(start)001")
  }

  var values: String { self("可填的值", "What it takes") }
  var needed: String { self("需要", "Needs") }
  var usedBy: String { self("用於", "Used by") }
  var rules: String { self("規則", "Rules") }
  var headers: String { self("認得的欄名", "Headers it goes by") }

  func name(of type: ColumnType) -> String {
    switch type {
    case .id: self("編號", "id")
    case .key: self("引用的編號", "id of another row")
    case .text: self("文字", "text")
    case .money: self("金額（兩位小數）", "money, with two decimals")
    case .number: self("數字", "number")
    case .integer: self("整數", "whole number")
    case .percent: self("百分比（存為 0 到 1）", "percentage, stored as 0 to 1")
    case .ratio: self("比值", "ratio")
    case .score: self("分數（0 到 100）", "score, 0 to 100")
    case .date: self("日期", "date")
    case .tick: self("勾選", "tick")
    case .list: self("選項", "option")
    }
  }

  func name(of requirement: Requirement) -> String {
    switch requirement {
    case .required: self("必填", "required")
    case .headerRequired: self("必須有此欄，有條件時必填", "the column is required; its cell under a condition")
    case .conditional: self("有條件時必填", "required under a condition")
    case .optional: self("選填", "optional")
    case .computed: self("公式計算", "computed by a formula")
    case .toolValue: self("由 dealbook 寫入數值", "written as a value by dealbook")
    }
  }

  /// What to do about a finding of a built-in kind.
  func action(for kind: RuleKind) -> String {
    switch kind {
    case .formula: self("核對該列的這些欄，改正填錯的值。", "Check these columns of the row and correct the one that is wrong.")
    case .missingSheet: self("加上這張表，或改用核心範圍。", "Add the sheet, or use the core profile.")
    case .missingColumn: self("在表頭加上這一欄。", "Add the column to the header row.")
    case .duplicateHeader: self("刪除或改名多出的一欄。", "Remove or rename the second column.")
    case .unknownColumn:
      self("不必處理；若是已知欄的別名，請改欄名。", "Nothing, unless it is a known column under another name: then rename it.")
    case .unitHeader:
      self("把數值換算為元並改欄名，或執行 fill --repair。", "Convert the values to yuan and rename the header, or run fill --repair.")
    case .mergedData: self("取消合併，逐格填寫。", "Unmerge the cells and fill each.")
    case .totalRow: self("不必處理；合計列不計入。", "Nothing: total rows are not counted.")
    case .secondSheet: self("併成一張，或改名。", "Bring the rows together on one sheet, or rename the other.")
    case .typedComputed: self("改用輸入欄的欄名，或刪掉這一欄。", "Give it the header of an input, or delete the column.")
    case .unreadTable:
      self("若其中有資料，移到這張表的下面。", "Move its rows below those of the sheet's table, if they belong to it.")
    case .otherRows: self("不必處理；這些列不計入。", "Nothing: these rows are not counted.")
    case .blankRows: self("刪除空列。", "Delete the blank rows.")
    case .overtyped: self("恢復公式，或把手工值移到輸入欄。", "Restore the formula, or move the typed value to an input column.")
    case .errorValue: self("修正公式或其引用的儲存格。", "Mend the formula or the cell it refers to.")
    case .volatileFormula: self("改用設定 AsOf。", "Use the setting AsOf instead.")
    case .externalLink: self("把需要的數值貼入本檔。", "Paste the values needed into this workbook.")
    case .dateSystem: self("不必處理；日期按 1904 系統讀取。", "Nothing: dates are read by the 1904 system.")
    case .schemaVersion: self("更新 dealbook 或工作簿。", "Update dealbook or the workbook.")
    case .damagedPart:
      self(
        "用 Excel 開啟後另存新檔，或從備份取回。", "Open the file in Excel and save it under another name, or take it from a backup.")
    case .takenName: self("不必處理；或把檔案自己的名稱改名。", "Nothing, unless you would rather rename the workbook's own name.")
    case .storedTwice:
      self("用 Excel 開啟，看留下的是哪一個，再另存新檔。", "Open the file in Excel, see which of the two it keeps, and save it anew.")
    case .setting: self("不必處理，採用預設值；或執行 fill 補上。", "Nothing: the default is used. fill adds the row.")
    case .settingDate, .settingType: self("在設定表填入正確類型的值。", "Put a value of the right type on the Settings sheet.")
    case .futureDate: self("改正基準日。", "Correct the as-of date.")
    case .uniqueLabels: self("讓同一清單的標籤互不相同。", "Give each row of the list a label of its own.")
    case .required: self("填上該格。", "Fill the cell.")
    case .pattern: self("按格式改正編號。", "Write the id in its form.")
    case .unique: self("改正重複的一列。", "Correct or remove the row that repeats another.")
    case .reference, .referenceList: self("改為存在的編號，或先建立那一列。", "Use an id that exists, or add that row first.")
    case .list: self("改為清單中的選項。", "Choose an option of the list.")
    case .textNumber, .textDate:
      self("改為真正的數字或日期，或執行 fill --repair。", "Type a real number or date, or run fill --repair.")
    case .type: self("填入正確類型的值。", "Put in a value of the right type.")
    case .range: self("改為範圍內的值。", "Put in a value within the range.")
    case .percentScale: self("除以 100，或執行 fill --repair。", "Divide by 100, or run fill --repair.")
    case .decimals: self("四捨五入到兩位小數。", "Round to two decimals.")
    case .dateRange: self("核對日期。", "Check the date.")
    case .dateTime: self("不必處理；時間部分已捨去。", "Nothing: the time is left out.")
    case .whitespace: self("刪去多餘空白，或執行 fill --repair。", "Delete the spaces, or run fill --repair.")
    case .badCharacters: self("刪去這些字元，縮短內容。", "Take the characters out, or shorten the text.")
    case .formulaText: self("確認內容；匯出 CSV 時會加上引號。", "Check the text; exports to CSV put a quote before it.")
    case .tickAlias: self("改用 ✓ ✗ —，或執行 fill --repair。", "Use ✓ ✗ —, or run fill --repair.")
    case .otherLanguage: self("不必處理；或執行 fill --repair 統一語言。", "Nothing; fill --repair writes labels of one language.")
    case .twoReadings:
      self(
        "填入真正的數字或日期，或在規則手冊寫明該欄的小數點或日期順序。",
        "Type a real number or date, or state the column's decimal mark or order of dates in the playbook.")
    case .foreignCurrency:
      self(
        "換算金額，或在欄名或規則手冊註明幣別。", "Convert the amount, or state the column's currency in its header or in the playbook.")
    case .tooLong: self("縮短內容，或移到另一個檔案。", "Shorten the text, or move it to another file.")
    case .spelling: self("改用通用的字元，或執行 fill --repair。", "Write the usual characters, or run fill --repair.")
    case .personSpelling:
      self("統一寫法，或執行 fill --repair safe。", "Use one spelling, or run fill --repair safe.")
    case .noStoredValue: self("用 Excel 或 LibreOffice 開啟後存檔。", "Open the file in Excel or LibreOffice and save it.")
    case .calculatedHere:
      self("不必處理；要讓檔案自己有存值，執行 dealbook recalc。", "Nothing; dealbook recalc stores the values in the file.")
    case .percentUnclear:
      self("整欄改成同一種記法，或在規則手冊寫明。", "Keep the whole column in one way, or state it in the playbook.")
    case .foreignLabels:
      self(
        "在清單表或規則手冊登記這些標籤，或執行 fill --repair。", "Add the labels to the Lists sheet or the playbook, or run fill --repair."
      )
    case .mergedIDs: self("改成有字母、不含 * ? ~ < > = 的編號。", "Give the row an id with a letter and without * ? ~ < > =.")
    case .standIn: self("加上這一欄。", "Add the column.")
    case .standInMissing: self("填寫這些儲存格。", "Fill in the cells.")
    case .personalData: self("刪去敏感個人資料。", "Take the personal data out.")
    case .similarName: self("若是同一個，合併兩列。", "If they are one, merge the two rows.")
    case .cycle: self("改正上級，讓關係不再循環。", "Correct the parent so that the chain ends.")
    case .medianRatio: self("核對是否分配過重。", "Check whether the load is too high.")
    case .changedAgainstBaseline: self("核對變動並寫明理由。", "Check the change and say why.")
    case .calibration: self("按實際比率調整清單參數。", "Set the list's parameter to the realised rate.")
    case .staleValues: self("重新執行 fill。", "Run fill again.")
    case .rebalanceInfeasible: self("提高團隊目標或放寬下限。", "Raise the team target or lower the bounds.")
    case .mergeConflict, .mergeDelete, .mergeNewID: self("選定保留哪一個。", "Choose which one stays.")
    case .mergeColumn: self("補上缺少的欄。", "Add the missing column.")
    case .mergeComputed: self("不必處理。", "Nothing.")
    }
  }
}
