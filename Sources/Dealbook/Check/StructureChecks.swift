// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// The checks of a workbook's structure: sheets, headers, rows, settings, lists (WBK and SET rules).
struct StructureChecks {
  let team: BoundWorkbook
  let readers: CellReaders
  /// The day of the check, as a serial number; used only by SET-008.
  let today: Double?
  /// Settings that the caller passed in and that therefore are not missing.
  let given: Set<String>
  let takenNames: [TakenName]

  func run(_ findings: inout FindingCollector) {
    sheetsAndColumns(&findings)
    otherSheets(&findings)
    for sheet in team.sheets {
      headers(of: sheet, &findings)
      rows(of: sheet, &findings)
    }
    file(&findings)
    settings(&findings)
    lists(&findings)
  }

  /// Reports sheets of a kind of which another sheet is already read.
  private func otherSheets(_ findings: inout FindingCollector) {
    guard let rule = findings.general(.secondSheet) else { return }
    for other in team.otherSheets {
      guard case .secondOf(let prefix) = other.reason, let definition = team.playbook.sheet(prefix) else { continue }
      findings.add(
        rule, sheet: prefix, found: .text(other.title),
        arguments: [
          "title": other.title, "sheet": team.sheet(prefix)?.title ?? definition.titles[team.messageLanguage],
        ])
    }
  }

  private func sheetsAndColumns(_ findings: inout FindingCollector) {
    for definition in team.playbook.sheets {
      guard let sheet = team.sheet(definition.prefix) else {
        if team.shouldKeep(definition), let rule = findings.general(.missingSheet) {
          findings.add(
            rule, sheet: definition.prefix, arguments: ["sheet": definition.titles[team.messageLanguage]])
        }
        continue
      }
      guard let rule = findings.general(.missingColumn) else { continue }
      for column in missing(on: sheet) {
        findings.add(
          rule, sheet: definition.prefix, row: sheet.headerRow ?? 0, column: column.key,
          arguments: [
            "sheet": sheet.title, "column": column.name(in: team.messageLanguage),
            "instead": Spoken(language: team.messageLanguage).instead(
              sheet.rewordedHeader(of: column.key) ?? sheet.shortenedHeader(of: column)),
          ])
      }
    }
  }

  /// The columns that the sheet must have and lacks.
  private func missing(on sheet: LocatedSheet) -> [ColumnDefinition] {
    sheet.definition.inputColumns.filter { column in
      !sheet.holds(column.key) && [.required, .headerRequired].contains(column.requirement(in: team.profile))
    }
  }

  private func headers(of sheet: LocatedSheet, _ findings: inout FindingCollector) {
    let row = sheet.headerRow ?? 0
    func add(_ kind: RuleKind, _ number: Int, _ column: String, _ header: String, _ found: CellValue) {
      guard let rule = findings.general(kind) else { return }
      findings.add(
        rule, sheet: sheet.prefix, row: row, columnNumber: number, column: column, found: found,
        arguments: ["column": header, "unit": found.shownText])
    }
    for header in sheet.duplicateHeaders {
      add(.duplicateHeader, header.column, header.key ?? header.header, header.header, .text(header.header))
    }
    let instead = Set(missing(on: sheet).compactMap { sheet.shortenedHeader(of: $0) })
    for header in sheet.unknownHeaders {
      if case .typedComputed? = sheet.reasons[header.column] {
        add(.typedComputed, header.column, header.header, header.header, .text(header.header))
        continue
      }
      // The finding about the column that is missing speaks of it.
      if instead.contains(header.header) { continue }
      add(.unknownColumn, header.column, header.header, header.header, .text(header.header))
    }
    for column in sheet.columns
    where column.moneyScale != nil && column.unitLine == nil && !column.definition.isComputed {
      add(.unitHeader, column.number, column.key, column.header, .text(column.writtenUnit))
    }
    // A line for several columns is one finding, at the line.
    if let rule = findings.general(.unitHeader) {
      for line in sheet.effectiveUnitLines {
        findings.add(
          rule, sheet: sheet.prefix, row: line.cell?.row ?? 0, columnNumber: line.cell?.column ?? 0,
          found: .text(line.text), arguments: ["unit": line.unit(in: team.messageLanguage)])
      }
    }
  }

  private func rows(of sheet: LocatedSheet, _ findings: inout FindingCollector) {
    if let rule = findings.general(.totalRow) {
      for row in sheet.rows.totalRows {
        findings.add(rule, sheet: sheet.prefix, row: row, arguments: ["row": String(row)])
      }
    }
    if let rule = findings.general(.unreadTable) {
      for block in sheet.unreadBlocks {
        // A further tab has rows of its own.
        let isHere = block.sheetIndex == sheet.sheetIndex
        findings.add(
          rule, sheet: sheet.prefix, row: isHere ? block.range.first.row : 0,
          columnNumber: isHere ? block.range.first.column : 0, found: .text(block.range.description),
          arguments: [
            "title": team.workbook.sheets[block.sheetIndex].name, "range": block.range.description,
            "n": String(block.rows),
          ])
      }
    }
    let tables = sheet.unreadBlocks.filter { $0.sheetIndex == sheet.sheetIndex }.map(\.range.rows)
    let others = sheet.rows.otherRows.filter { row in !tables.contains { $0.contains(row) } }
    if let first = others.first, let rule = findings.general(.otherRows) {
      let shown = rowList(others)
      findings.add(rule, sheet: sheet.prefix, row: first, found: .text(shown), arguments: ["rows": told(shown)])
    }
    let blank = sheet.rows.blankRows
    if let first = blank.first, let rule = findings.general(.blankRows) {
      let shown = rowList(blank)
      findings.add(rule, sheet: sheet.prefix, row: first, found: .text(shown), arguments: ["rows": told(shown)])
    }
  }

  /// The list of rows as it is written in a sentence.
  private func told(_ rows: String) -> String {
    Spoken(language: team.messageLanguage).list(rows.split(separator: ",").map(String.init))
  }

  private func rowList(_ rows: [Int]) -> String {
    rows.prefix(50).map(String.init).joined(separator: ",") + (rows.count > 50 ? ",…" : "")
  }

  private func file(_ findings: inout FindingCollector) {
    if team.workbook.dateSystem == .year1904, let rule = findings.general(.dateSystem) {
      findings.add(rule, sheet: "")
    }
    if let rule = findings.general(.externalLink) {
      for target in ExternalLinks.targets(of: team.workbook) {
        findings.add(rule, sheet: "", found: .text(target), arguments: ["target": target])
      }
    }
    if let rule = findings.general(.damagedPart) {
      for (part, error) in DamagedParts.found(in: team) {
        findings.add(rule, sheet: "", found: .text(part), arguments: ["part": part, "why": "\(error)"])
      }
    }
    if let rule = findings.general(.takenName) {
      for taken in takenNames {
        findings.add(
          rule, sheet: team.sheets.first { $0.sheetIndex == taken.sheetIndex }?.prefix ?? "", found: .text(taken.name),
          arguments: ["name": taken.name, "formula": taken.formula, "other": taken.other])
      }
    }
    if let rule = findings.general(.schemaVersion), let stored = team.meta?.entries["schema"]?.number,
      stored != Double(team.playbook.schemaVersion)
    {
      findings.add(
        rule, sheet: "", found: .number(stored),
        arguments: ["v": CellValue.shown(stored), "t": String(team.playbook.schemaVersion)])
    }
  }

  private func settings(_ findings: inout FindingCollector) {
    let dates = Set(findings.general(.settingDate).map { team.playbook.rules[$0].parameters.texts("names") } ?? [])
    for definition in team.playbook.settings {
      guard let rejected = team.settings.entries[definition.name]?.rejected,
        let rule = findings.general(dates.contains(definition.name) ? .settingDate : .settingType)
      else { continue }
      findings.add(
        Finding(
          rule: rule, sheet: "set", row: row(of: definition.name), columnNumber: column(of: definition.name),
          column: definition.name, rowID: "", found: rejected, repair: readers.setting(definition, from: rejected),
          arguments: ["name": definition.titles[team.messageLanguage], "value": rejected.shownText]))
    }
    // The label language is derived from the workbook, so its absence is not a mistake.
    let missing = team.settings.missing(in: team.playbook).filter { $0.name != "Lang" && !given.contains($0.name) }
    if !missing.isEmpty, let rule = findings.general(.setting) {
      findings.add(
        rule, sheet: "set", found: .text(missing.map(\.name).joined(separator: ", ")),
        arguments: [
          "name": Spoken(language: team.messageLanguage).list(missing.map { $0.titles[team.messageLanguage] }, most: 5)
        ])
    }
    // The day of an option is no setting of the workbook.
    if cell(of: "AsOf") != nil, let rule = findings.general(.futureDate), let asOf = team.asOf, let today, asOf > today
    {
      findings.add(
        rule, sheet: "set", row: row(of: "AsOf"), columnNumber: column(of: "AsOf"), column: "AsOf",
        found: .number(asOf))
    }
  }

  private func row(of setting: String) -> Int { cell(of: setting)?.row ?? 0 }

  private func column(of setting: String) -> Int { cell(of: setting)?.column ?? 0 }

  private func cell(of setting: String) -> CellReference? {
    guard case .cell(_, let cell)? = team.settings.entries[setting]?.source else { return nil }
    return cell
  }

  private func lists(_ findings: inout FindingCollector) {
    guard let rule = findings.general(.uniqueLabels) else { return }
    for definition in team.playbook.lists {
      guard let table = team.lists[definition.prefix] else { continue }
      for name in ["label"] + Language.allCases.map(\.listColumn) {
        let labels = (table.columns[name] ?? []).map { ReferenceIndex.key($0.shownText) }.filter { !$0.isEmpty }
        guard Set(labels).count < labels.count else { continue }
        findings.add(
          rule, sheet: "lst", column: "\(definition.prefix).\(name)",
          arguments: ["list": definition.titles[team.messageLanguage]])
        break
      }
    }
  }
}
