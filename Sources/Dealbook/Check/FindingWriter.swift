public import Playbook
import Spreadsheet

/// A finding in words, for people and for JSON.
public struct DescribedFinding: Sendable {
  public let rule: String
  public let severity: Severity
  /// The title on the tab; for a sheet that is missing the title that it would have.
  public var sheet: String
  /// `I7`; nil for a finding about a sheet or the workbook.
  public let cell: String?
  public let row: Int?
  public var rowID: String
  /// What people call the row, its own name or its account's; empty where there is none or nobody asked.
  public var rowName: String
  /// Who answers for the row; empty likewise.
  public var owner: String
  public let column: String
  /// The header of the column as the sheet has it.
  public let header: String
  /// What the cell holds, as text.
  public let found: String
  /// What a repair would put there; nil when there is none.
  public let repair: String?
  public let message: String
  /// What to do about it; empty when the rule says nothing.
  public let advice: String
}

/// Puts findings into words of a language.
public struct FindingWriter: Sendable {
  private let team: TeamWorkbook
  private let language: Language
  private let names: RowNames?

  /// - Parameter names: for who shows the names of rows and their owners.
  public init(_ team: TeamWorkbook, language: Language? = nil, names: RowNames? = nil) {
    self.team = team
    self.names = names
    self.language = language ?? team.messageLanguage
  }

  public func describe(_ finding: Finding) -> DescribedFinding {
    let rule = team.playbook.rules[finding.rule]
    let sheet = team.sheet(finding.sheet)
    let definition = team.playbook.sheet(finding.sheet)
    let column = definition?.column(finding.column)
    let system = team.workbook.dateSystem
    let type = column?.type ?? settingType(finding)
    let found = ShownValue.cut(ShownValue.found(finding.found, type: type, system: system))
    let header = ShownValue.cut(
      sheet?.column(finding.column)?.header ?? column?.titles[language] ?? title(ofEntry: finding))
    var arguments = finding.arguments.mapValues { ShownValue.cut($0) }
    arguments["value"] = arguments["value"] ?? found
    arguments["column"] = arguments["column"] ?? header
    let place = finding.row > 0 ? sheet?.place(ofRow: finding.row) : nil
    let row = place?.row ?? finding.row
    let cell =
      finding.row > 0 && finding.columnNumber > 0
      ? CellReference(row: row, column: finding.columnNumber)?.description : nil
    return DescribedFinding(
      rule: rule.id, severity: rule.severity, sheet: place?.title ?? title(finding.sheet), cell: cell,
      // Settings and lists have cells, but no rows of the team's.
      row: finding.row > 0 && definition != nil ? row : nil, rowID: ShownValue.cut(finding.rowID, isName: true),
      rowName: names?.name(sheet: finding.sheet, row: finding.row) ?? "",
      owner: names?.owner(sheet: finding.sheet, row: finding.row) ?? "",
      column: ShownValue.cut(finding.column, isName: true),
      header: header,
      found: found, repair: finding.repair.map { ShownValue.cut(ShownValue.found($0, type: type, system: system)) },
      message: MessageTemplate(rule.message[language]).filled { arguments[$0] ?? "" }, advice: rule.repair[language])
  }

  /// The setting or the list that a finding is about, as people call it; else what the finding names.
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

  /// Whether the sheet has rows of the team's own, which settings and lists have not.
  func hasRows(_ prefix: String) -> Bool { team.playbook.sheet(prefix) != nil }

  /// The title on the tab; for a sheet that is not there the title that it would have.
  ///
  /// - Parameter part: of a sheet that is read from several, which; 0 for the first.
  public func title(_ prefix: String, part: Int = 0) -> String {
    if let sheet = team.sheet(prefix) {
      return part > 0 && part <= sheet.parts.count ? sheet.parts[part - 1].title : sheet.title
    }
    if let definition = team.playbook.sheet(prefix) { return definition.titles[language] }
    guard let kind = SpecialSheetKind(rawValue: prefix) else { return "" }
    let index = kind == .settings ? team.settings.sheetIndex : team.lists.sheetIndex
    return index.map { team.workbook.sheets[$0].name }
      ?? team.playbook.specialSheet(kind)?.titles[language] ?? ""
  }

  private func settingType(_ finding: Finding) -> ColumnType? {
    guard finding.sheet == SpecialSheetKind.settings.rawValue,
      case .date? = team.playbook.setting(finding.column)?.defaultValue
    else { return nil }
    return .date
  }
}
