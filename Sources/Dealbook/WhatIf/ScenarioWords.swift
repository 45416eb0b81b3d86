// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Resolves the words of a scenario in a workbook: sheets, columns, rows and labels, in any of the languages.
struct ScenarioWords {
  /// The text before the first point.
  enum Container {
    case sheet(LocatedSheet)
    case settings
    /// All lists: `lists.st.NEGO.conv`.
    case lists
    case list(String)
  }

  let team: BoundWorkbook

  private var prepared: PreparedPlaybook { PreparedPlaybook.of(team.playbook) }

  func container(_ word: String) throws(DealbookError) -> Container {
    let key = HeaderNormalizer.key(word)
    if key == "settings" { return .settings }
    if key == "lists" { return .lists }
    if key == "stages", let funnel = team.playbook.funnel { return .list(funnel.list) }
    if let sheet = team.sheets.first(where: { $0.title == word }) ?? team.sheet(key) { return .sheet(sheet) }
    if let sheet = team.sheets.first(where: { HeaderNormalizer.key($0.title) == key }) { return .sheet(sheet) }
    switch prepared.titles.match(word) {
    case .sheet(let prefix):
      if let sheet = team.sheet(prefix) { return .sheet(sheet) }
      let name = team.playbook.sheet(prefix)?.titles[team.language] ?? word
      throw .wish(word, "這份工作簿沒有「\(name)」表", "the workbook has no sheet \(name)", Self.choices(sheetNames))
    case .special(.settings): return .settings
    case .special(.lists): return .lists
    default: break
    }
    if let list = team.playbook.lists.first(where: {
      $0.prefix == key || $0.titles.all.contains(where: { HeaderNormalizer.key($0) == key })
    }) {
      return .list(list.prefix)
    }
    let names = sheetNames + ["settings", "stages"]
    let all = names + team.sheets.flatMap { $0.definition.titles.all } + team.sheets.map(\.prefix)
    throw .usage(
      Spoken.words("沒有「\(word)」這張表", "there is no sheet ‘\(word)’") + Self.suggestion(word, all, choices: names))
  }

  private var sheetNames: [String] { team.sheets.map(\.title) }

  // MARK: Columns

  /// A column of a sheet by its key, its header as written, or a title of the playbook in any language.
  func columnKey(_ word: String, on sheet: LocatedSheet) -> String? {
    if sheet.definition.column(word) != nil { return word }
    let key = HeaderNormalizer.key(word)
    if let column = sheet.columns.first(where: { HeaderNormalizer.key($0.header) == key }) { return column.key }
    if let match = prepared.headers(of: sheet.prefix, in: team.playbook)?.match(word) { return match.key }
    return sheet.definition.columns.first { $0.key == key }?.key
  }

  /// A column whose cells may be changed.
  func inputColumn(_ word: String, on sheet: LocatedSheet, in text: String) throws(DealbookError) -> LocatedColumn {
    guard let key = columnKey(word, on: sheet) else {
      throw .wish(
        text, "「\(sheet.title)」表沒有「\(word)」欄", "the sheet \(sheet.title) has no column ‘\(word)’",
        Self.suggestion(word, columnNames(sheet), choices: inputs(sheet)))
    }
    if let definition = sheet.definition.column(key), definition.isComputed {
      let name = title(key, on: sheet)
      throw .wish(
        text, "「\(name)」是計算出來的；請改它所依據的欄", "\(name) is computed; change what it rests on", Self.choices(inputs(sheet)))
    }
    guard let column = sheet.column(key) else {
      let name = title(key, on: sheet)
      throw .wish(
        text, "這份工作簿的「\(sheet.title)」表沒有「\(name)」欄", "the sheet \(sheet.title) of this workbook has no column \(name)",
        Self.choices(inputs(sheet)))
    }
    if column.obstacle != nil {
      throw .wish(
        text, "看不懂「\(column.header)」欄的內容，所以不依它計算；dealbook check 會說明原因",
        "what the column \(column.header) holds is not understood, so that nothing is computed from it; dealbook check says why"
      )
    }
    return column
  }

  func title(_ key: String, on sheet: LocatedSheet) -> String {
    sheet.column(key)?.header ?? sheet.definition.column(key)?.titles[team.language] ?? key
  }

  private func columnNames(_ sheet: LocatedSheet) -> [String] {
    sheet.definition.columns.flatMap { [$0.key] + $0.titles.all } + sheet.columns.map(\.header)
  }

  private func inputs(_ sheet: LocatedSheet) -> [String] {
    sheet.columns.filter { !$0.definition.isComputed }.map(\.key)
  }

  // MARK: Values

  /// The value that a text sets in a cell of a column.
  func value(
    _ text: String, for column: LocatedColumn, on sheet: LocatedSheet, in wish: String, newIDs: Set<String>,
    _ readers: CellReaders, row: (String) -> Double?
  ) throws(DealbookError) -> CellValue {
    if text.isEmpty { return .blank }
    let spoken = Spoken.words
    func refuse(_ expected: String) -> DealbookError {
      .wish(
        wish, "「\(column.header)」應填\(expected)，卻是「\(text)」", "\(column.header) takes \(expected), found ‘\(text)’")
    }
    switch column.definition.allowed {
    case .list(let prefix):
      switch readers.labels[prefix]?.meaning(of: text) {
      case .label?:
        let labels = team.lists[prefix]?.labels.map(\.shownText) ?? []
        let key = StraySpace.cleaned(text).lowercased()
        return .text(labels.first { StraySpace.cleaned($0).lowercased() == key } ?? text)
      case .otherLanguage(let label, _)?: return .text(label)
      case nil:
        let labels = (team.lists[prefix]?.labels ?? []).map(\.shownText).filter { !$0.isEmpty }
        let all = labels + (team.playbook.list(prefix)?.rows ?? []).flatMap { $0.labels.all + [$0.code] }
        throw .wish(
          wish, "「\(column.header)」沒有「\(text)」這個選項", "\(column.header) has no ‘\(text)’",
          Self.suggestion(text, all, choices: labels))
      }
    case .reference(let target):
      guard let other = team.sheet(target.sheet), let ids = other.column(target.column)?.values else {
        return .text(text)
      }
      let key = StraySpace.trimmed(text).lowercased()
      for offset in 0..<ids.count where StraySpace.trimmed(ids[offset].shownText).lowercased() == key {
        return ids[offset]
      }
      if newIDs.contains("\(target.sheet).\(key)") { return .text(text) }
      throw .wish(
        wish, "「\(other.title)」表沒有「\(text)」", "the sheet \(other.title) has no ‘\(text)’",
        Self.suggestion(text, ids.texts, choices: ids.texts))
    default: break
    }
    switch column.definition.type {
    case .tick:
      guard let tick = TickReader.read(.text(text)) else { throw refuse(spoken(" ✓、✗ 或 —", "✓, ✗ or —")) }
      return .text(tick.rawValue)
    case .date:
      guard let serial = Self.number(readers.date(.text(text), order: nil)) else {
        throw refuse(
          spoken("日期，例如 2026-03-31，或移動的天數，例如 +14d", "a date such as 2026-03-31, or days to shift it by such as +14d"))
      }
      return .number(serial)
    case .money, .number, .ratio, .score, .integer, .percent:
      try TypedThousands.refuse(text, in: wish)
      guard let number = self.number(text, for: column, readers) else {
        throw refuse(
          Self.isLong(text) ? spoken("最多 15 位的數字", "a number of at most 15 digits") : spoken("數字", "a number"))
      }
      if column.definition.type == .integer, number != number.rounded() { throw refuse(spoken("整數", "a whole number")) }
      if case .range(let range) = column.definition.allowed, !range.contains(number, column: row) {
        let bounds = range.words(spoken.language) { title($0, on: sheet) }
        throw refuse(spoken("數字（\(bounds)）", "a number (\(bounds))"))
      }
      return .number(number)
    case .id, .key, .list, .text: return .text(text)
    }
  }

  func number(_ text: String, for column: LocatedColumn, _ readers: CellReaders) -> Double? {
    if let number = Self.plainNumber(text) { return number }
    return Self.number(readers.number(.text(text), in: column))
  }

  /// `0.9`, `90%`; nil if it is not a number, or has more digits than a cell keeps.
  static func plainNumber(_ text: String) -> Double? {
    let isShare = text.last == "%"
    let digits = isShare ? String(text.dropLast()) : text
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }),
      let number = Double(digits), number.isFinite, WrittenDigits.areKept(digits, as: number)
    else { return nil }
    // As for `60%` in a cell: not 0.6000000000000001.
    return isShare ? Double("\(digits)e-2") ?? number / 100 : number
  }

  /// Whether it is a number with more digits than a cell keeps.
  private static func isLong(_ text: String) -> Bool {
    guard let readings = NumberReader.readings(text), let reading = readings.withPoint ?? readings.withComma else {
      return false
    }
    return !reading.isKept
  }

  static func number(_ reading: CellReaders.Reading) -> Double? {
    switch reading {
    case .number(let number), .readable(let number): number
    case .ambiguous, .foreign, .unreadable: nil
    }
  }

  // MARK: Suggestions

  /// `; did you mean ‘談判簽約’?`, otherwise the choices.
  static func suggestion(_ word: String, _ all: [String], choices: [String]) -> String {
    let nearest = Nearest.word(to: word, among: all.filter { !$0.isEmpty })
    return Spoken.words.nearest(nearest, of: choices.filter { !$0.isEmpty })
  }

  /// `; there are: …`
  static func choices(_ words: [String]) -> String { Spoken.words.nearest(nil, of: words.filter { !$0.isEmpty }) }
}
