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
    asOf = try source.caption("top", Self.topLine(source), in: &data)
    var tiles: [(maker: any TileMaker, tile: Tile)] = []
    var leftOut: [(id: String, tile: String, reason: String)] = []
    for maker in Self.makers(source, figures) {
      if let id = source.lack(maker.needs) {
        leftOut.append((maker.id, maker.name, source.reason(lacking: id)))
      } else if stored == nil, let reason = maker.obstacle {
        leftOut.append((maker.id, maker.name, reason))
      } else {
        // A formula that fails, such as one over a list that a company's playbook lacks, takes nothing else with it.
        var trial = data
        do {
          if let tile = try maker.make(&trial) {
            tiles.append((maker, tile))
            data = trial
          } else {
            leftOut.append((maker.id, maker.name, source.words("還沒有資料", "no data yet")))
          }
        } catch {
          leftOut.append((maker.id, maker.name, "\(error)"))
        }
      }
    }
    for sheet in source.analysis.team.sheets where sheet.unfiguredRows > 0 {
      leftOut.append((Self.rowsID, source.words.rows(sheet.unfiguredRows, of: sheet.title), source.words.idsAreAlike))
    }
    self.data = data
    self.figures = figures
    self.tiles = tiles
    for other in source.team.otherSheets {
      guard case .secondOf(let prefix) = other.reason, let sheet = source.team.sheet(prefix) else { continue }
      leftOut.append((Self.rowsID, other.title, source.words.looksLike(sheet.title)))
    }
    self.leftOut = leftOut
  }

  /// The as-of date and the period.
  /// Whether there is anything to see on it.
  var isEmpty: Bool { tiles.isEmpty && cards.allSatisfy { $0.value?.value.number == nil } }

  private static func topLine(_ source: DashboardSource) -> String {
    let words = source.words
    func date(_ name: String) -> String {
      "YEAR(\(name))&\"-\"&RIGHT(\"0\"&MONTH(\(name)),2)&\"-\"&RIGHT(\"0\"&DAY(\(name)),2)"
    }
    let rest = [
      source.currency.map { words.quoted(" · 幣別 \($0)", " · currency \($0)") },
      source.team.divided.isEmpty
        ? nil
        : words.quoted(" · 分在幾張工作表的數字由 dealbook fill 更新", " · dealbook fill renews what is spread over several tabs"),
    ]
    return
      "\(words.quoted("截至 ", "As of "))&\(date("AsOf"))&\(words.quoted(" · 本期 ", " · period "))&\(date("PeriodStart"))&\" – \"&\(date("PeriodEnd"))"
      + rest.compactMap { $0.map { "&\($0)" } }.joined()
  }

  static func makers(_ source: DashboardSource, _ figures: DashboardFigures) -> [any TileMaker] {
    [
      FunnelTile(source: source), CoverageTile(source: source), ForecastTile(source: source, figures: figures),
      ActTile(source: source), AgeingTile(source: source), CollectionTile(source: source), BattleTile(source: source),
      RenewalTile(source: source), LeadsTile(source: source), ChecklistTile(source: source), MatrixTile(source: source),
      StepsTile(source: source),
    ]
  }
}
