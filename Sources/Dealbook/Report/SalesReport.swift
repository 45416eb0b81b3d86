// SPDX-License-Identifier: Apache-2.0

public import Playbook
import Spreadsheet

/// The method's figures and tables (R1 … R18) for one workbook: those that its dashboard shows or would show.
public struct SalesReport: Sendable {
  public let page: ReportPage

  /// - Parameters:
  ///   - file: the location of the workbook, as stated on the page.
  ///   - language: the language of the page; by default the workbook's.
  ///   - only: the IDs of the reports to include, without headline figures; by default all those on a dashboard.
  public init(
    _ analysis: Analysis, file: String, language: Language? = nil, only: [String]? = nil
  ) throws(DealbookError) {
    let source = DashboardSource(analysis, language: language)
    let content = try DashboardContent(source, sheet: source.words.chartData, stored: nil)
    let numbers = ReportNumbers(language: source.language, system: analysis.team.workbook.dateSystem)
    var sections = content.tiles.map { Self.section($0.maker, $0.tile, content.data, source) }
    var leftOut = content.leftOut.map { (id: $0.id, tile: $0.tile, reason: $0.reason) }
    if let only {
      sections.removeAll { !only.contains($0.id) }
      leftOut.removeAll { $0.id != DashboardContent.rowsID && !only.contains($0.id) }
      let further = FurtherReports(source)
      for id in FurtherReports.ids where only.contains(id) {
        let (section, missing) = try further.section(id)
        if let section { sections.append(section) }
        if let missing { leftOut.append((id, missing.tile, missing.reason)) }
      }
    }
    page = ReportPage(
      file: file, title: source.words.title, subtitle: content.asOf?.value.shownText ?? "",
      figures: only == nil ? Self.figures(content, source) : [], sections: sections,
      notes: content.gaps + (leftOut.isEmpty ? [] : [source.words.leftOut(leftOut.map { ($0.tile, $0.reason) })]),
      language: source.language.rawValue, numbers: numbers)
  }

  /// The IDs of the reports that a dashboard shows.
  public static let ids = ["R1", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R13", "R14", "R15"]
  /// The IDs of the reports that are only given on request.
  public static let furtherIDs = FurtherReports.ids

  private static func figures(_ content: DashboardContent, _ source: DashboardSource) -> [ReportPage.Figure] {
    let keys: [(key: DashboardFigures.Key, kind: ReportPage.Kind)] = [
      (.target, .money), (.won, .money), (.commit, .money), (.best, .money), (.chance, .percent), (.overdue, .money),
      (.due30, .text), (.alerts, .number),
    ]
    var figures: [ReportPage.Figure] = []
    for (offset, card) in content.cards.enumerated() where offset < keys.count {
      let value = card.value?.value ?? .blank
      let isBad =
        switch keys[offset].key {
        case .chance: value.number.map { $0 < source.team.settings.number("TargetConf") ?? 0.8 } ?? false
        case .overdue, .alerts: (value.number ?? 0) > 0
        default: false
        }
      figures.append(
        ReportPage.Figure(
          key: keys[offset].key == .due30 ? "renewalsDue" : keys[offset].key.rawValue, title: card.name,
          value: value, kind: keys[offset].kind, note: card.note?.value.shownText ?? "", isBad: isBad))
    }
    for key in [DashboardFigures.Key.p10, .p50, .p90] {
      guard let shown = content.data.shown("figures.value", row: DashboardFigures.row(key)), shown.value.number != nil
      else { continue }
      figures.append(
        ReportPage.Figure(
          key: key.rawValue, title: key.rawValue.uppercased(), value: shown.value, kind: .money, note: "",
          isDetail: true))
    }
    return figures
  }

  static func section(
    _ maker: any TileMaker, _ tile: Tile, _ data: ChartData, _ source: DashboardSource
  ) -> ReportPage.Section {
    let table = maker.table(data)
    let rows = (0..<data.rowCount(of: table.block)).compactMap { row -> [CellValue]? in
      var values = table.columns.map { column -> CellValue in
        let value = data.shown("\(table.block).\(column.key)", row: row + 1)?.value ?? .blank
        if case .label(let list) = column.kind, let place = value.number {
          return source.label(list, Int(place)).map { .text($0) } ?? .blank
        }
        return value
      }
      // An empty row of the block.
      guard let first = values.first, !first.isEmpty, first != .number(0) else { return nil }
      for column in tile.further { values.append(column.values.indices.contains(row) ? column.values[row] : .blank) }
      return values
    }
    return ReportPage.Section(
      id: maker.id, title: maker.name, message: tile.caption?.value.shownText ?? "",
      columns: table.columns.map { column in
        let kind: ReportPage.Kind =
          switch column.kind {
          case .text, .label: .text
          case .money: .money
          case .number: .number
          case .percent: .percent
          }
        return ReportPage.Column(key: column.key, title: column.title, kind: kind)
      } + tile.further.map { ReportPage.Column(key: $0.key, title: $0.title, kind: $0.kind) }, rows: rows,
      bar: table.bar.flatMap { bar in table.columns.firstIndex { $0.key == bar } },
      note: legend(of: maker, table, data, source.words))
  }

  /// How to read the bars and marks of a report.
  private static func legend(
    of maker: any TileMaker, _ table: ReportTable, _ data: ChartData, _ words: DashboardWords
  ) -> String {
    switch maker.id {
    case "R1" where table.bar == "ratio":
      words("由左至右為到達、超出，直線為所需", "From left: reached, surplus; line: what is needed")
    case "R3": words("由左至右為已簽、加權在手，直線為目標", "From left: won, weighted open; line: target")
    case "R4":
      words("橫條為 P10 至 P90，其中的線為 P50，橘線為目標", "Bar: P10 to P90; line within: P50; orange line: target")
    case "R7": words("由左至右：未逾期至逾期最久，橘色為最久", "From left: not overdue to overdue longest, in orange")
    case "R13":
      table.columns.filter { Int($0.title) != nil }
        .map { "\($0.title) \(data.header("\(table.block).\($0.key)")?.cells.first?.shownText ?? "")" }
        .joined(separator: " · ")
    case "R14": words("● 有 ◐ 部分 ○ 缺 – 查不到", "● done ◐ in part ○ missing – can't be checked")
    default: ""
    }
  }
}
