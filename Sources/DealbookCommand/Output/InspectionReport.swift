// SPDX-License-Identifier: Apache-2.0

import Base
import Dealbook
import Playbook
import Spreadsheet

/// How Dealbook understood a workbook, as text and as JSON.
struct InspectionReport: SaysInThreeLanguages {
  private let analysis: Analysis
  private let path: String
  let language: Language

  private var team: BoundWorkbook { analysis.team }

  init(_ analysis: Analysis, path: String, language: Language?) {
    self.analysis = analysis
    self.path = path
    self.language = language ?? analysis.team.messageLanguage
  }

  func text() -> String {
    var lines = [
      self(
        "\(path)：語言 \(team.language.rawValue)，範圍 \(team.profile.rawValue)，基準日 \(team.asOfText ?? "？")，方法 \(team.playbook.name)",
        "\(path): language \(team.language.rawValue), profile \(team.profile.rawValue), as of \(team.asOfText ?? "?"), "
          + "playbook \(team.playbook.name)")
    ]
    for definition in team.playbook.sheets {
      if let sheet = team.sheet(definition.prefix) {
        lines += describe(sheet)
      } else if definition.belongs(to: team.profile) {
        lines.append(
          definition.titles[language] + self("：沒有找到；認得的表名：", ": not found; recognised titles: ")
            + titles(of: definition))
      }
    }
    lines += settingsAndLists()
    lines += team.otherSheets.map { $0.title + self("：不動，", ": left alone, ") + describe($0.reason) }
    return lines.map { Printable.text($0) + "\n" }.joined()
  }

  private func describe(_ sheet: LocatedSheet) -> [String] {
    var lines = [
      sheet.title + colon + sheet.definition.titles[language]
        + self("（\(sheet.prefix)），", " (\(sheet.prefix)), ") + header(of: sheet) + comma
        + self("\(sheet.rows.dataCount) 列資料", count(sheet.rows.dataCount, "row", "rows"))
        + (sheet.confidence < 1
          ? self("，把握 \(percent(sheet.confidence))", ", recognised: \(percent(sheet.confidence))") : "")
    ]
    if !sheet.parts.isEmpty {
      lines.append(self("  與它合併讀取：", "  read as one with it: ") + list(sheet.parts.map(\.title)))
    }
    for line in sheet.effectiveUnitLines {
      let unit = line.unit(in: language)
      lines.append(
        self(
          "  \(line.place) 寫明的金額單位：\(unit)（\(oneLine(line.text))）",
          "  unit of amounts by \(line.place): \(unit) (\(oneLine(line.text)))"))
    }
    let shown = sheet.columns.map { column in
      let letters = ColumnName.letters(column.number)
      let unit = column.unit.map { " [\($0)]" } ?? ""
      return "\(letters) \(column.header) = \(column.key)\(unit)"
    }
    if !shown.isEmpty { lines.append(self("  欄：", "  columns: ") + shown.joined(separator: comma)) }
    for column in sheet.columns {
      guard let evidence = column.evidence else { continue }
      lines.append(
        "  \(ColumnName.letters(column.number)) \(oneLine(column.header)) = \(column.definition.titles[language])\(comma)"
          + percent(column.confidence) + colon + evidence.text(in: language))
    }
    let unknown = sheet.unknownHeaders.filter { sheet.reasons[$0.column].map { $0 == .unknownWord } ?? true }
    if !unknown.isEmpty {
      lines.append(
        self("  不認得，不動：", "  unknown, left alone: ")
          + list(unknown.map { "\(ColumnName.letters($0.column)) \(oneLine($0.header))" }))
    }
    for header in sheet.unknownHeaders {
      guard let reason = sheet.reasons[header.column], reason != .unknownWord else { continue }
      lines.append(
        "  \(ColumnName.letters(header.column)) \(oneLine(header.header))" + self("，不動：", ", left alone: ")
          + text(reason, on: sheet.definition)
      )
    }
    for header in sheet.duplicateHeaders {
      lines.append(
        "  \(ColumnName.letters(header.column)) \(header.header)"
          + self("：左邊已有 \(header.key ?? "")", ": \(header.key ?? "") is already in a column further left"))
    }
    let missing = missingColumns(sheet)
    if !missing.isEmpty {
      lines.append(self("  缺少必要的欄：", "  missing, required: ") + list(missing.map { $0.titles[language] }))
    }
    if !sheet.rows.blankRows.isEmpty {
      lines.append(self("  空白列：", "  blank rows: ") + rows(sheet.rows.blankRows, of: sheet))
    }
    if !sheet.rows.otherRows.isEmpty {
      lines.append(self("  不是資料的列：", "  rows that are not data: ") + rows(sheet.rows.otherRows, of: sheet))
    }
    if !sheet.rows.totalRows.isEmpty {
      lines.append(self("  合計列：", "  total rows: ") + rows(sheet.rows.totalRows, of: sheet))
    }
    return lines
  }

  private func header(of sheet: LocatedSheet) -> String {
    guard let first = sheet.headerRow else { return self("沒有找到標題列", "no header found") }
    let last = sheet.lastHeaderRow ?? first
    let hints =
      sheet.hintRows.isEmpty
      ? "" : self("，說明在第 \(numbers(sheet.hintRows)) 列", ", hints in row \(numbers(sheet.hintRows))")
    return
      (last > first
      ? self("標題在第 \(first)–\(last) 列", "header in rows \(first)–\(last)")
      : self("標題在第 \(first) 列", "header in row \(first)")) + hints
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  private func oneLine(_ header: String) -> String {
    header.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private func text(_ reason: LeftAloneReason, on definition: SheetDefinition) -> String {
    reason.text(in: language) { definition.column($0)?.titles[language] ?? $0 }
  }

  private func missingColumns(_ sheet: LocatedSheet) -> [ColumnDefinition] {
    sheet.definition.inputColumns.filter { column in
      let requirement = column.requirement(in: team.profile)
      return sheet.column(column.key) == nil && (requirement == .required || requirement == .headerRequired)
    }
  }

  private func numbers(_ rows: [Int]) -> String {
    list(rows.prefix(20).map(String.init)) + (rows.count > 20 ? " …" : "")
  }

  /// Rows of a sheet, with the title of the sheet if several are read as one.
  private func rows(_ rows: [Int], of sheet: LocatedSheet) -> String {
    list(
      rows.prefix(20).map { row in
        let place = sheet.place(ofRow: row)
        return place.part == 0 ? String(place.row) : "\(place.title)!\(place.row)"
      }) + (rows.count > 20 ? " …" : "")
  }

  private func titles(of definition: SheetDefinition) -> String {
    list(definition.titles.all + definition.aliases)
  }

  private func settingsAndLists() -> [String] {
    var lines: [String] = []
    let missing = team.settings.missing(in: team.playbook).map(\.name)
    let title = team.settings.sheetIndex.map { team.workbook.sheets[$0].name }
    lines.append(
      (title ?? self("沒有設定表", "no settings sheet"))
        + self(
          "：\(team.playbook.settings.count - missing.count) 項設定，\(missing.count) 項用預設值",
          ": \(count(team.playbook.settings.count - missing.count, "setting", "settings")), \(missing.count) at their defaults"
        ))
    let lists = team.playbook.lists.filter { team.lists[$0.prefix]?.isOnSheet == true }.count
    let listTitle = team.lists.sheetIndex.map { team.workbook.sheets[$0].name }
    lines.append(
      (listTitle ?? self("沒有清單表", "no lists sheet"))
        + self("：\(team.playbook.lists.count) 份清單中的 \(lists) 份", ": \(lists) of \(team.playbook.lists.count) lists"))
    return lines
  }

  private func describe(_ reason: OtherSheet.Reason) -> String {
    switch reason {
    case .unlike(let reason):
      reason.text(in: language) { team.playbook.sheet($0)?.titles[language] ?? $0 }
    case .secondOf(let prefix): self("已有另一張表作為 \(prefix)", "another sheet is already used as \(prefix)")
    case .noWorksheet: self("不是一般的工作表", "not a worksheet")
    }
  }

  private func rounded(_ share: Double) -> Double { (share * 100).rounded() / 100 }

  func json() -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.field("file", path)
      json.field("asOf", team.asOfText)
      json.field("playbook", team.playbook.name)
      json.field("language", team.language.rawValue)
      json.field("profile", team.profile.rawValue)
      json.field("standing", team.standing.rawValue)
      json.key("sheets")
      json.array { json in
        for sheet in team.sheets {
          write(sheet, &json)
        }
      }
      json.objects("otherSheets", team.otherSheets) { json, sheet in
        json.field("sheet", sheet.title)
        json.field("code", sheet.reason.code)
        json.field("reason", describe(sheet.reason))
      }
      json.key("missingSheets")
      json.array { json in
        for sheet in team.playbook.sheets
        where team.sheet(sheet.prefix) == nil && sheet.belongs(to: team.profile) {
          json.string(sheet.titles[language])
        }
      }
    }
    json.newline()
    return json.bytes
  }

  private func write(_ sheet: LocatedSheet, _ json: inout JSONText) {
    json.object { json in
      json.field("sheet", sheet.title)
      if !sheet.parts.isEmpty {
        json.key("parts")
        json.array { json in for part in sheet.parts { json.string(part.title) } }
      }
      json.field("prefix", sheet.prefix)
      json.field("headerRow", sheet.headerRow)
      json.field("lastHeaderRow", sheet.lastHeaderRow)
      json.field("confidence", rounded(sheet.confidence))
      json.field("rows", sheet.rows.dataCount)
      json.objects("columns", sheet.columns) { json, column in
        json.field("column", column.key)
        json.field("letters", ColumnName.letters(column.number))
        json.field("header", column.header)
        if let unit = column.unit { json.field("unit", unit) }
        json.field("computed", column.definition.isComputed)
        json.field("confidence", rounded(column.confidence))
        json.field("code", column.evidence?.code)
        json.field("cells", column.evidence?.cells.code)
        json.field("reason", column.evidence?.text(in: language))
      }
      json.objects("unbound", sheet.unknownHeaders) { json, header in
        json.field("letters", ColumnName.letters(header.column))
        json.field("header", header.header)
        let reason = sheet.reasons[header.column] ?? .unknownWord
        json.field("code", reason.code)
        json.field("reason", text(reason, on: sheet.definition))
      }
      json.key("unknown")
      json.array { json in for header in sheet.unknownHeaders { json.string(header.header) } }
      json.key("missing")
      json.array { json in for column in missingColumns(sheet) { json.string(column.titles[language]) } }
      json.key("hintRows")
      json.array { json in for row in sheet.hintRows { json.number(Double(row)) } }
      for (key, list) in [
        ("otherRows", sheet.rows.otherRows), ("blankRows", sheet.rows.blankRows), ("totalRows", sheet.rows.totalRows),
      ] {
        json.key(key)
        json.array { json in
          for row in list {
            let place = sheet.place(ofRow: row)
            if place.part == 0 { json.number(Double(row)) } else { json.string("\(place.title)!\(place.row)") }
          }
        }
      }
    }
  }
}
