// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// Everything that a dashboard shows, evaluated: the content of its sheets, and the same figures for reports.
struct DashboardContent {
  let data: ChartData
  let figures: DashboardFigures
  let cards: [DashboardFigures.Card]
  let asOf: (formula: String, value: CellValue)?
  let tiles: [(maker: any TileMaker, tile: Tile)]
  let leftOut: [(id: String, tile: String, reason: String)]
  /// The tiles that an earlier fill could not make and this one could: their charts are not on the dashboard.
  let undrawn: [String]
  /// What is left out, for the dashboard itself; nil if an earlier fill made no room for it.
  let notes: (formula: String, value: CellValue)?
  /// The rows that figures leave out, a sentence for each reason.
  let gaps: [String]
  /// In place of a report's ID: rows that count in no figure.
  static let rowsID = ""

  /// - Parameters:
  ///   - sheet: the name of the hidden sheet.
  ///   - stored: the workbook's existing dashboard, whose blocks keep their places.
  init(_ source: DashboardSource, sheet: String, stored: StoredDashboard?) throws(DealbookError) {
    var data = ChartData(source.analysis, sheet: sheet, stored: stored, title: source.words.dataNote)
    var figures = DashboardFigures(source)
    try figures.add(to: &data)
    cards = try figures.cards(&data)
    let uncounted = try UncountedRows(source).add(to: &data)
    asOf = try source.caption("top", Self.topLine(source, uncounted: uncounted), in: &data)
    var tiles: [(maker: any TileMaker, tile: Tile)] = []
    var leftOut: [(id: String, tile: String, reason: String)] = []
    var undrawn: [String] = []
    for maker in Self.makers(source, figures) {
      if let id = source.lack(maker.needs) {
        leftOut.append((maker.id, maker.name, source.reason(lacking: id)))
      } else if let reason = maker.refusal ?? (stored == nil ? maker.obstacle : nil) {
        leftOut.append((maker.id, maker.name, reason))
      } else {
        // A formula that fails, such as one over a list that a company's playbook lacks, takes nothing else with it.
        var trial = data
        do {
          if let tile = try maker.make(&trial) {
            if stored == nil || data.isStored(maker.table.block) {
              tiles.append((maker, tile))
              data = trial
            } else {
              undrawn.append(maker.name)
            }
          } else {
            leftOut.append((maker.id, maker.name, source.words.noData))
          }
        } catch {
          leftOut.append((maker.id, maker.name, "\(error)"))
        }
      }
    }
    for sheet in source.analysis.team.sheets where sheet.unfiguredRows > 0 {
      leftOut.append((Self.rowsID, source.words.rows(sheet.unfiguredRows, of: sheet.title), source.words.idsAreAlike))
    }
    gaps = FigureGaps(source: source, basis: figures.basis).sentences()
    var missing: [(tile: String, reason: String)] = []
    for part in leftOut { missing.append((part.tile, part.reason)) }
    for card in cards {
      if let lack = card.lack { missing.append((card.name, lack)) }
    }
    let lines = gaps + (undrawn.isEmpty ? [] : [source.words.undrawn(undrawn, dataSheet: sheet)])
    notes = try Self.note(lines, missing, source.words, in: &data)
    self.undrawn = undrawn
    self.data = data
    self.figures = figures
    self.tiles = tiles
    self.leftOut = leftOut
  }

  /// The cell that says what is left out, one thing per line; empty if nothing is.
  private static func note(
    _ sentences: [String], _ leftOut: [(tile: String, reason: String)], _ words: DashboardWords,
    in data: inout ChartData
  ) throws(DealbookError) -> (formula: String, value: CellValue)? {
    var lines = sentences
    if !leftOut.isEmpty { lines.append(words.leftOut(leftOut)) }
    var block = ChartBlock("notes", words("未計入", "Left out"), rows: 1)
    if lines.isEmpty {
      // A formula, because a reference to an empty cell shows 0.
      block.add("text", "", formulas: ["\"\""])
    } else {
      block.add("text", "", values: [.text(lines.joined(separator: "\n"))])
    }
    try data.add(block)
    return data.shown("notes.text", row: 1)
  }

  /// Whether there is anything to see on it.
  var isEmpty: Bool { tiles.isEmpty && cards.allSatisfy { $0.value?.value.number == nil } }

  /// The as-of date and the period.
  ///
  /// - Parameter uncounted: the formula of the number of rows that no figure counts yet.
  private static func topLine(_ source: DashboardSource, uncounted: String?) -> String {
    let words = source.words
    func date(_ name: String) -> String {
      "YEAR(\(name))&\"-\"&RIGHT(\"0\"&MONTH(\(name)),2)&\"-\"&RIGHT(\"0\"&DAY(\(name)),2)"
    }
    let rest = [
      source.currency.map { words.quoted(" · 幣別 \($0)", " · currency \($0)") },
      source.team.divided.isEmpty
        ? nil
        : words.quoted(
          " · 取自多張工作表的數字由 dealbook fill 更新", " · dealbook fill updates the figures that come from several sheets"),
    ]
    return
      "\(words.quoted("截至 ", "As of "))&\(date("AsOf"))&\(words.quoted(" · 本期 ", " · period "))&\(date("PeriodStart"))&\" – \"&\(date("PeriodEnd"))"
      + rest.compactMap { $0.map { "&\($0)" } }.joined() + outside(source, date)
      + (uncounted.map { Self.typed($0, words) } ?? "")
  }

  /// That no deal of the workbook closes in the period, so that every figure is 0.
  private static func outside(_ source: DashboardSource, _ date: (String) -> String) -> String {
    guard source.has("de_in_period", "de_close_eff") else { return "" }
    let words = source.words
    let text = [
      words.quoted(" · 全部 ", " · All deals ("), "COUNT(de_close_eff)",
      words.quoted(" 筆商機都在本期之外簽約（", ") close outside the period ("),
      date("MIN(de_close_eff)"), "\" – \"", date("MAX(de_close_eff)"),
      words.quoted("）：指令加上 --period ", "): add --period "), "YEAR(MAX(de_close_eff))",
      words.quoted(
        "，或改設定 PeriodStart 和 PeriodEnd", " to the command, or change the settings PeriodStart and PeriodEnd"),
    ]
    return "&IF(AND(COUNT(de_close_eff)>0,COUNTIFS(de_in_period,1)=0),\(text.joined(separator: "&")),\"\")"
  }

  private static func typed(_ count: String, _ words: DashboardWords) -> String {
    let before = words.quoted(" · 尚未計入：上次 fill 之後輸入的 ", " · Not counted yet: rows typed since the last fill (")
    let after = words.quoted(" 列（請執行 dealbook fill）", "): run dealbook fill")
    return "&IF(\(count)>0,\(before)&\(count)&\(after),\"\")"
  }

  static func makers(_ source: DashboardSource, _ figures: DashboardFigures) -> [any TileMaker] {
    [
      FunnelTile(source: source), CoverageTile(source: source, figures: figures),
      ForecastTile(source: source, figures: figures),
      ActTile(source: source), AgeingTile(source: source), CollectionTile(source: source), BattleTile(source: source),
      RenewalTile(source: source), LeadsTile(source: source), ChecklistTile(source: source), MatrixTile(source: source),
      StepsTile(source: source),
    ]
  }
}
