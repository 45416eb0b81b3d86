// SPDX-License-Identifier: Apache-2.0

public import Playbook
import Spreadsheet

/// A finding in words, for people and for JSON.
public struct DescribedFinding: Sendable {
  public let rule: String
  public let severity: Severity
  /// The title on the tab; for a missing sheet, the title it would have.
  public var sheet: String
  /// `I7`; nil for a finding about a sheet or the workbook.
  public let cell: String?
  public let row: Int?
  public var rowID: String
  /// The name of the row, or of its account; empty if there is none or it was not requested.
  public var rowName: String
  /// The owner of the row; empty if there is none or it was not requested.
  public var owner: String
  public let column: String
  /// The header of the column, as on the sheet.
  public let header: String
  /// The value of the cell, as text.
  public let found: String
  /// The value that a repair would set; nil if there is no repair.
  public let repair: String?
  public let message: String
  /// What to do about it; empty if the rule does not say.
  public let advice: String
}

/// Describes findings in a language.
public struct FindingWriter: Sendable {
  private let team: BoundWorkbook
  private let language: Language
  private let names: RowNames?
  /// By prefix.
  private let sheets: [String: SheetWords]
  /// By rule index.
  private let messages: [MessageTemplate]

  /// The words for a finding's sheet.
  private struct SheetWords: Sendable {
    var title: String
    var definition: SheetDefinition?
    /// The headers on the sheet, by key.
    var headers: [String: String] = [:]
    /// The sheet, if it is read from several tabs.
    var parted: LocatedSheet?
  }

  /// - Parameter names: for callers that show the names and owners of rows.
  public init(_ team: BoundWorkbook, language: Language? = nil, names: RowNames? = nil) {
    self.team = team
    self.names = names
    let language = language ?? team.messageLanguage
    self.language = language
    messages = PreparedPlaybook.of(team.playbook).messages(language, of: team.playbook)
    var sheets: [String: SheetWords] = [:]
    for definition in team.playbook.sheets {
      sheets[definition.prefix] = SheetWords(title: definition.titles[language], definition: definition)
    }
    for sheet in team.sheets {
      let headers = sheet.columns.map { ($0.key, $0.header) }
      sheets[sheet.prefix, default: SheetWords(title: sheet.title)].title = sheet.title
      sheets[sheet.prefix]?.headers = Dictionary(headers, uniquingKeysWith: { first, _ in first })
      if !sheet.parts.isEmpty { sheets[sheet.prefix]?.parted = sheet }
    }
    for kind in SpecialSheetKind.allCases where sheets[kind.rawValue] == nil {
      let index =
        switch kind {
        case .settings: team.settings.sheetIndex
        case .lists: team.lists.sheetIndex
        case .funnel: Int?.none
        }
      let title = index.map { team.workbook.sheets[$0].name } ?? team.playbook.specialSheet(kind)?.titles[language]
      sheets[kind.rawValue] = SheetWords(title: title ?? "")
    }
    self.sheets = sheets
  }

  public func describe(_ finding: Finding) -> DescribedFinding {
    let rule = team.playbook.rules[finding.rule]
    let sheet = sheets[finding.sheet]
    let definition = sheet?.definition
    let column = definition?.column(finding.column)
    let system = team.workbook.dateSystem
    let type = column?.type ?? settingType(finding)
    let found = ShownValue.cut(ShownValue.found(finding.found, type: type, system: system))
    let header = ShownValue.cut(
      sheet?.headers[finding.column] ?? column?.name(in: language) ?? title(ofEntry: finding))
    var arguments = finding.arguments.mapValues { ShownValue.cut($0) }
    // The condition of a rule speaks of a share as a percentage and of money with separators; a check of the cell itself shows
    // what is stored.
    let isRead = rule.kind == .formula && (type == .percent || type == .money)
    arguments["value"] =
      arguments["value"] ?? (isRead ? ShownValue.text(finding.found, type: type, system: system) : found)
    arguments["column"] = arguments["column"] ?? header
    let place = finding.row > 0 ? sheet?.parted?.place(ofRow: finding.row) : nil
    let row = place?.row ?? finding.row
    let cell =
      finding.row > 0 && finding.columnNumber > 0
      ? CellReference(row: row, column: finding.columnNumber)?.description : nil
    return DescribedFinding(
      rule: rule.id, severity: rule.severity, sheet: place?.title ?? sheet?.title ?? "", cell: cell,
      // Settings and lists have cells, but no rows of the team's own.
      row: finding.row > 0 && definition != nil ? row : nil, rowID: ShownValue.cut(finding.rowID, isName: true),
      rowName: names?.name(sheet: finding.sheet, row: finding.row) ?? "",
      owner: names?.owner(sheet: finding.sheet, row: finding.row) ?? "",
      column: ShownValue.cut(finding.column, isName: true),
      header: header,
      found: found, repair: finding.repair.map { ShownValue.cut(ShownValue.found($0, type: type, system: system)) },
      message: message(of: finding, found) ?? messages[finding.rule].filled { arguments[$0] ?? "" },
      advice: rule.repair[language])
  }

  /// What is said of an amount that is there, where the rule asks for one above 0 and speaks of those that are missing.
  private func message(of finding: Finding, _ found: String) -> String? {
    guard Self.rulesOfAmounts.contains(team.playbook.rules[finding.rule].id), !found.isEmpty else { return nil }
    return language.pick(
      "「\(found)」不是大於 0 的金額", "“\(found)”不是大于 0 的金额", "\"\(found)\" is no amount above 0")
  }

  static let rulesOfAmounts: Set<String> = ["DEA-001"]

  /// The title of the setting or list that a finding is about; otherwise the name in the finding.
  private func title(ofEntry finding: Finding) -> String {
    switch SpecialSheetKind(rawValue: finding.sheet) {
    case .settings?: return team.playbook.setting(finding.column)?.titles[language] ?? finding.column
    case .lists?:
      let parts = finding.column.split(separator: ".", maxSplits: 1).map(String.init)
      guard let prefix = parts.first, let list = team.playbook.list(prefix) else { return finding.column }
      return list.titles[language]
    default: return finding.column
    }
  }

  /// Whether the sheet has rows of the team's own; Settings and Lists do not.
  func hasRows(_ prefix: String) -> Bool { team.playbook.sheet(prefix) != nil }

  /// The title on the tab; for a missing sheet, the title it would have.
  ///
  /// - Parameter part: which tab, for a sheet that is read from several; 0 for the first.
  public func title(_ prefix: String, part: Int = 0) -> String {
    guard let sheet = sheets[prefix] else { return "" }
    guard let parts = sheet.parted?.parts, part > 0, part <= parts.count else { return sheet.title }
    return parts[part - 1].title
  }

  private func settingType(_ finding: Finding) -> ColumnType? {
    guard finding.sheet == SpecialSheetKind.settings.rawValue,
      case .date? = team.playbook.setting(finding.column)?.defaultValue
    else { return nil }
    return .date
  }
}
