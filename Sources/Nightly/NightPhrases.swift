// SPDX-License-Identifier: Apache-2.0

internal import Playbook

/// Why a list of waivers, a history or a part of a night cannot be used, in Traditional Chinese.
enum NightPhrases {
  static let book = PhraseBook([
    // Waivers
    "not UTF-8": "不是 UTF-8 文字", "expected one key, `waivers`, with a list": "應只有 waivers 一個鍵，後面接一串清單",
    "expected a list under `waivers`": "waivers 下面應為一串清單",
    "expected rule, reason and expires": "應有 rule、reason 和 expires",
    "expected one of {keys}": "應為下列之一：{keys}", "{name}: expected a text": "{name}：應為文字",
    "{name} is missing: every waiver needs one": "缺少 {name}：每條豁免都要有",
    "expires: {day}: expected a day such as {example}": "expires：「{day}」應為日期，例如 {example}",
    // Histories
    "{reason}; it was moved to {place}, and the next run starts a new one": "{reason}；已改名為 {place}，下次執行會建立新的",
    "{reason}; move it away": "{reason}；請先移走", "the lock is not a file": "鎖定檔不是檔案",
    "a later version of dealbook wrote it": "它由較新版的 dealbook 寫成",
    "it contains what no history file has: {names}": "裡面有歷史檔不該有的內容：{names}",
    "its tables are not those of a history file": "裡面的資料表不是歷史檔的",
    "a row of {table} is not valid": "{table} 有一列內容不合格式",
    "what it says about {what} cannot be read": "裡面關於 {what} 的內容讀不出來",
    "it is larger than any history file": "比任何歷史檔都大", "file is not a database": "這不是資料庫檔案",
    "database disk image is malformed": "資料庫檔案損毀", "attempt to write a readonly database": "歷史檔是唯讀的",
    "unable to open database file": "無法開啟檔案",
    "database or disk is full": "磁碟空間不足", "database is locked": "另一個程式正在用它",
    // Parts
    "what was found in {path} cannot be read again": "{path} 的結果讀不回來", "it cannot be read": "無法讀取",
    "not a part of a night": "不是夜間檢查的一部分",
    "line {n} is not a result": "第 {n} 行不是結果", "no part was named": "沒有指明任何一部分",
    "from another night: date, version, waivers, playbook or workbooks differ from {part}":
      "來自另一夜：日期、版本、豁免、規則手冊或工作簿與 {part} 不同",
    "the night has {all} workbooks, but the parts have results for only {some}": "這一夜有 {all} 份工作簿，各部分只有 {some} 份的結果",
    "the plan lists it, but it is in none of {folders}": "清單裡有它，但 {folders} 裡都沒有",
  ])

  /// The reason in the language of the refusals; what is not ours stays as it is.
  static func said(_ reason: String) -> String {
    let language = Spoken.words.language
    return book.said(reason, in: language) { book.said($0, in: language) ?? $0 } ?? reason
  }
}
