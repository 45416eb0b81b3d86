// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Playbook

/// The texts in the source, as they are written between quotation marks. What is interpolated is a space.
private enum SourceTexts {
  static let folder = BuiltInFiles.folder.deletingLastPathComponent()

  /// Tables of characters and spellings, and what stands in workbooks of others: no sentences.
  private static let tables = [
    "Embedded/", "PackedWord", "StartingPoint", "SimplifiedTable", "SimplifiedWording", "CompatibilityTable",
    "TextFolding", "WrittenLanguage",
    "/Sample/",
    "HeaderWords", "ConceptWords", "HeaderRows", "ColumnContents", "StoredDashboard", "Currency", "SheetTitle",
    "SheetSigns", "SecondOwnerWords",
    "SheetReader", "TotalWords", "RowSign", "ExampleRow", "UsualSpelling", "TickReader", "NumberReader", "DateReader",
  ]

  /// Every text with a Chinese character in it.
  static let chinese: [(place: String, text: String)] = {
    var found: [(String, String)] = []
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift", !tables.contains(where: { file.path.contains($0) }),
        let source = try? String(contentsOf: file, encoding: .utf8)
      else { continue }
      for text in texts(of: Array(source)) where text.contains(where: isChinese) {
        found.append((file.lastPathComponent, text))
      }
    }
    return found
  }()

  static func isChinese(_ character: Character) -> Bool {
    character.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
  }

  private static func texts(of source: [Character]) -> [String] {
    var found: [String] = []
    var at = 0
    func begins(_ mark: String) -> Bool { source[at...].starts(with: mark) }
    while at < source.count {
      if begins("//") {
        while at < source.count, source[at] != "\n" { at += 1 }
      } else if begins("\"\"\"") {
        at += 3
        var text = ""
        while at < source.count, !begins("\"\"\"") {
          text.append(source[at])
          at += 1
        }
        at += 3
        found.append(text)
      } else if source[at] == "\"" {
        found.append(quoted(source, &at))
      } else {
        at += 1
      }
    }
    return found
  }

  /// The text that begins at a quotation mark.
  private static func quoted(_ source: [Character], _ at: inout Int) -> String {
    var text = ""
    at += 1
    while at < source.count, source[at] != "\"" {
      guard source[at] == "\\" else {
        text.append(source[at])
        at += 1
        continue
      }
      guard at + 1 < source.count, source[at + 1] == "(" else {
        at += 2
        continue
      }
      at += 2
      var depth = 1
      while at < source.count, depth > 0 {
        switch source[at] {
        case "(": depth += 1
        case ")": depth -= 1
        case "\"":
          _ = quoted(source, &at)
          continue
        default: break
        }
        at += 1
      }
      text.append(" ")
    }
    at += 1
    return text
  }
}

@Suite struct `What the program says` {
  @Test func `is found in the source`() {
    // Were the texts not found, the other tests would hold nothing.
    #expect(SourceTexts.chinese.count > 800)
    #expect(SourceTexts.chinese.contains { $0.text.contains("已寫入") })
  }

  @Test func `has the words of its glossary`() throws {
    let never = try Glossary.never()
    // Headers go by the names that stand in workbooks, and a formula by its own.
    let names = ["概率覆寫", "合同已簽", "合同編號", "合同金額"]
    for (place, text) in SourceTexts.chinese {
      var sentence = text
      for name in names { sentence = sentence.replacing(name, with: "") }
      let isTraditional = Simplified.text(sentence) != sentence
      for word in never[isTraditional ? .traditionalChinese : .simplifiedChinese] ?? [] {
        #expect(!sentence.contains(word), "\(place): \(word) in ‘\(text)’")
      }
    }
  }

  /// What came out where a word was turned into another one by its parts, and words of Taiwan that stayed.
  private static let broken = [
    // 列 that is no row, 欄位 that is a field of a text file, 檔 that is left over.
    "不行", "可行", "行成", "行法", "行表", "运算行", "各行一组", " 个列", "文件案", "档", "批注解",
    // A process is no program, and what is written in a workbook is no register.
    "自己的程序", "各自的程序", "登录", "工作表标签", "分隔符号", "讨论串", "批注会话", "批注对话", "设置",
    // Words of Taiwan.
    "著", "帐", "纪录", "内建", "缩排", "运算子", "个资", "个人数据", "范例", "常态", "转换率", "样式", "字尾", "当机", "回传", "透过", "逾时",
    "滑鼠", "软体", "网路", "萤幕", "伺服器", "储存", "资讯", "搜寻", "检视", "贴上", "连结", "函式", "阵列", "引数", "参照", "位元", "磁碟", "记忆体",
    "载入", "唯读", "损毁", "结束码", "身分", "介面", "视窗", "巨集", "列印", "副档名",
  ]
  /// What holds one of them and is right.
  private static let whole = ["建档", "显著", "区域设置"]

  @Test func `is Simplified Chinese as it is written in China, where it follows from the Traditional`() {
    var texts = SourceTexts.chinese.map { ($0.place, Simplified.wording($0.text)) }
    // Some are given in Simplified Chinese too.
    texts += SourceTexts.chinese.filter { Simplified.text($0.text) == $0.text }.map { ($0.place, $0.text) }
    texts += Glossary.sentences.map { ($0.place, $0.text.simplifiedChinese) }
    for (place, text) in texts {
      let rest = Self.whole.reduce(text) { $0.replacing($1, with: "") }
      for word in Self.broken where rest.contains(word) { Issue.record("\(place): \(word) in ‘\(text)’") }
    }
  }

  @Test(arguments: [
    ("空的儲存格不列", "空的单元格不列"), ("運算列表與運算子", "模拟运算表与运算符"), ("鎖定檔案", "锁定文件"), ("存檔，建檔，原檔", "保存，建档，原文件"),
    ("第 3 行有 2 個欄位", "第 3 行有 2 个字段"), ("有人開著它，效果顯著", "有人开着它，效果显著"), ("各自的程序", "各自的进程"), ("註解與附註", "注释与批注"),
    ("這一列的附註有討論串", "这一行的批注有批注讨论"), ("找一位向導並登錄", "找一位向导并登记"), ("依序，依編號或依據", "依次，按编号或依据"),
    ("第一個資料夾裡的個人資料", "第一个文件夹里的个人信息"),
  ])
  func `is turned into mainland words, not into their parts`(traditional: String, simplified: String) {
    #expect(Simplified.wording(traditional) == simplified)
  }

  /// An English sentence that names a few Chinese words.
  private func isEnglish(_ text: String) -> Bool {
    text.count { $0.isASCII && $0.isLetter } > 2 * text.count(where: SourceTexts.isChinese)
  }

  @Test func `has punctuation of full width in Chinese`() throws {
    let half = try Regex("[\\u3400-\\u9fff][,;?]|[\\u3400-\\u9fff]:(?!/)|[,;:][\\u3400-\\u9fff]")
    // Patterns, changes that are typed as examples, and English sentences that name Chinese units.
    for (place, text) in SourceTexts.chinese
    where !text.contains("\n") && !text.contains("=") && !isEnglish(text) {
      let found = text.firstMatch(of: half)
      #expect(found == nil, "\(place): \(text)")
    }
  }
}

@Suite struct `A sentence in three languages` {
  private struct Words: SaysInThreeLanguages {
    let language: Language

    func column(_ name: String) -> String { self("沒有「\(name)」欄", "no column \(name)") }
  }

  @Test func `leaves names of the team's as they are`() {
    let words = Words(language: .simplifiedChinese)
    #expect(words.column("金額(元)") == "没有“金額(元)”列")
    // What has mainland words already keeps them.
    #expect(words.column(words.column("欄")) == "没有“没有“欄”列”列")
  }
}
