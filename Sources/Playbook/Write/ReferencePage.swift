// SPDX-License-Identifier: Apache-2.0

/// A page of a playbook's reference in Markdown.
public struct ReferencePage: Hashable, Sendable {
  /// The file name without extension, unique across all pages and languages: `de-zh-Hant`.
  public let name: String
  /// Ends in a line break.
  public let text: String
}

extension Playbook {
  /// The reference of this playbook in one language: an overview, a page for each sheet, and one page each for settings, for lists and for
  /// the rules that belong to no single sheet.
  public func referencePages(_ language: Language) -> [ReferencePage] {
    ReferenceWriter(playbook: self, language: language).pages
  }
}

/// Writes the pages that do not belong to a sheet, and collects all pages.
struct ReferenceWriter {
  let playbook: Playbook
  let language: Language
  let words: ExplainWords

  init(playbook: Playbook, language: Language) {
    self.playbook = playbook
    self.language = language
    words = ExplainWords(language: language)
  }

  var pages: [ReferencePage] {
    let sheets = SheetPage(playbook: playbook, language: language)
    return [overview] + playbook.sheets.map { page($0.prefix, sheets.text(of: $0)) } + [settings, lists, generalRules]
  }

  private func page(_ name: String, _ text: String) -> ReferencePage {
    ReferencePage(name: "\(name)-\(language.rawValue)", text: text)
  }

  // MARK: Overview

  private var overview: ReferencePage {
    var table = MarkdownTable([words("表", "sheet"), words("內容", "what it holds"), words("核心", "core")])
    for sheet in playbook.sheets {
      table.add([link(sheet.prefix, sheet.titles[language]), sheet.purpose[language], sheet.isCore ? "✓" : ""])
    }
    let others = [("settings", settingsTitle), ("lists", listsTitle), ("rules", rulesTitle)]
    let text = """
      # \(words("各表一覽", "The sheets"))

      \(words("每張表、每一欄、每條規則的說明，由方法本身產生。「核心」是六張表的簡化範圍。", "Every sheet, column and rule, written from the playbook itself. ‘Core’ marks the six sheets of the lesser profile."))

      \(table.text)

      \(others.map { "- \(link($0.0, $0.1))" }.joined(separator: "\n"))

      """
    return page("sheets", text)
  }

  private func link(_ name: String, _ title: String) -> String { "[\(title)](\(name)-\(language.rawValue).md)" }

  // MARK: Settings

  private var settingsTitle: String { playbook.specialSheet(.settings)?.titles[language] ?? "Settings" }

  private var settings: ReferencePage {
    var table = MarkdownTable([
      words("名稱", "name"), words("意思", "meaning"), words("預設", "default"), words("單位", "unit"), words("說明", "note"),
    ])
    for setting in playbook.settings {
      table.add([
        MarkdownTable.code(setting.name), setting.titles[language], setting.defaultValue.description,
        setting.unit[language], setting.note[language],
      ])
    }
    let rules = SheetPage(playbook: playbook, language: language).rules { $0.sheet == .settings }
    return page(
      "settings",
      """
      # \(settingsTitle)

      \(words("公式直接用這些名稱。工作簿沒有的，用預設值。", "Formulas use these names. What a workbook does not give has its default."))

      \(table.text)

      \(rules)
      """)
  }

  // MARK: Lists

  private var listsTitle: String { playbook.specialSheet(.lists)?.titles[language] ?? "Lists" }

  private var lists: ReferencePage {
    var parts: [String] = []
    for list in playbook.lists {
      var table = MarkdownTable([words("代碼", "code"), words("標籤", "label")] + list.extraColumns)
      for row in list.rows {
        table.add([MarkdownTable.code(row.code), row.labels[language]] + row.extras.map { $0.text(language) })
      }
      let computed = list.computedColumns.map { "\n\(MarkdownTable.code($0.name)): \($0.words[language])\n" }
      parts.append(
        "## \(list.titles[language]) \(MarkdownTable.code(list.prefix))\n\n\(table.text)\n\(computed.joined())")
    }
    let rules = SheetPage(playbook: playbook, language: language).rules { $0.sheet == .lists }
    return page(
      "lists",
      """
      # \(listsTitle)

      \(words("選項的標籤和參數。列的次序有意義：公式按列號取用。", "Labels of options, and their parameters. The order of the rows has a meaning: formulas ask for rows by number."))

      \(parts.joined(separator: "\n"))
      \(rules)
      """)
  }

  // MARK: General rules

  private var rulesTitle: String { words("通用規則", "Rules of every sheet") }

  private var generalRules: ReferencePage {
    page(
      "rules",
      """
      # \(rulesTitle)

      \(SheetPage(playbook: playbook, language: language).rules { $0.sheet == .every || $0.sheet == .merge })
      """)
  }
}

extension SettingValue: CustomStringConvertible {
  public var description: String {
    switch self {
    case .number(let number): NumberRange.text(number)
    case .date(let year, let month, let day): "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    case .text(let text): text
    }
  }
}

extension ListValue {
  /// The value as shown to people.
  func text(_ language: Language) -> String {
    switch self {
    case .number(let number): NumberRange.text(number)
    case .text(let text): text[language]
    }
  }
}

/// A Markdown table.
struct MarkdownTable {
  private var lines: [String]

  init(_ heads: [String]) {
    lines = ["| \(heads.joined(separator: " | ")) |", "|\(String(repeating: " --- |", count: heads.count))"]
  }

  mutating func add(_ cells: [String]) {
    lines.append("| \(cells.map(Self.escaped).joined(separator: " | ")) |")
  }

  var text: String { lines.joined(separator: "\n") }

  static func code(_ text: String) -> String { "`\(text)`" }

  private static func escaped(_ text: String) -> String {
    text.split(separator: "\n").joined(separator: " ").split(separator: "|", omittingEmptySubsequences: false)
      .joined(separator: "\\|")
  }
}
