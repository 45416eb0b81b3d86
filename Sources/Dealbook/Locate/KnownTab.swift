// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// How a tab is read that is one of several with rows of one kind, as another state of the workbook shows it.
struct KnownTab: Sendable {
  /// The name in lower case.
  let title: String
  let prefix: String
  let confidence: Double
  private let bound: [HeaderPlan.Bound]
  /// How far below the header the rows are that explain it.
  private let hints: [Int]

  /// The tabs of the sheets that are read from several.
  static func all(_ team: BoundWorkbook) -> [KnownTab] {
    team.sheets.filter { !$0.parts.isEmpty && $0.headerRow != nil }.flatMap { sheet in
      sheet.tabTitles.map { title in
        KnownTab(
          title: title.lowercased(), prefix: sheet.prefix, confidence: min(sheet.confidence, 0.9),
          bound: sheet.columns.map { column in
            HeaderPlan.Bound(
              key: column.key, number: column.number, header: column.header, unit: column.unit,
              evidence: column.evidence, confidence: column.confidence)
          }, hints: sheet.hintRows.map { $0 - (sheet.headerRow ?? 0) })
      }
    }
  }

  /// The plan of the tab in this state of the workbook; nil if its columns are not in the same places under the same headers.
  func plan(_ sample: SheetSample, _ definition: SheetDefinition, isHidden: Bool) -> SheetPlan? {
    let typed = bound.filter { definition.column($0.key)?.isComputed != true }
    let header = sample.rows.first { row in
      typed.allSatisfy { bound in row[bound.number]?.typedText.map { isSame($0, bound.header) } ?? false }
    }
    guard let header, !typed.isEmpty else { return nil }
    var plan = HeaderPlan(rows: header.index...header.index, hints: hints.map { header.index + $0 })
    plan.bound = bound.filter { bound in header[bound.number]?.typedText.map { isSame($0, bound.header) } ?? false }
    let known = Set(plan.bound.map(\.number))
    plan.unknown = header.cells.compactMap { cell in
      guard !known.contains(cell.column), let text = cell.typedText else { return nil }
      return UnboundHeader(column: cell.column, header: StraySpace.trimmed(text), key: nil)
    }
    plan.take(sample)
    plan.readUnits(sample, of: definition)
    var result = SheetPlan(
      definition: definition, sheetIndex: sample.sheetIndex, header: plan, confidence: confidence, isHidden: isHidden,
      rank: 0)
    result.title = sample.title
    result.rowCount = sample.rows.count
    result.isKnown = true
    return result
  }

  private func isSame(_ text: String, _ header: String) -> Bool {
    HeaderNormalizer.key(text) == HeaderNormalizer.key(header)
  }
}

extension SheetPlan {
  /// Whether the columns of another known tab can be read with it: no column has two headers.
  func agrees(with other: SheetPlan) -> Bool {
    let own = header?.unknownTexts ?? [:]
    return (other.header?.unknownTexts ?? [:]).allSatisfy { number, text in own[number] ?? text == text }
  }

  /// Takes over the headers of further columns that only another tab has.
  mutating func takeColumns(of other: SheetPlan) {
    let own = Set((header?.unknown ?? []).map(\.column) + (header?.bound ?? []).map(\.number))
    header?.unknown += (other.header?.unknown ?? []).filter { !own.contains($0.column) }
    header?.unknown.sort { $0.column < $1.column }
  }
}

extension HeaderPlan {
  fileprivate var unknownTexts: [Int: String] {
    Dictionary(unknown.map { ($0.column, HeaderNormalizer.key($0.header)) }, uniquingKeysWith: { first, _ in first })
  }
}

extension BoundWorkbook {
  /// The prefixes of sheets that a known tab belongs to, although it is not read so here.
  func lacking(_ known: [String: KnownTab]) -> Set<String> {
    var places: [Int: String] = [:]
    for sheet in sheets where sheet.headerRow != nil {
      for index in [sheet.sheetIndex] + sheet.parts.map(\.sheetIndex) { places[index] = sheet.prefix }
    }
    var prefixes: Set<String> = []
    for (index, sheet) in workbook.sheets.enumerated() where sheet.kind == .worksheet {
      guard let tab = known[sheet.name.lowercased()], places[index] != tab.prefix else { continue }
      prefixes.insert(tab.prefix)
    }
    return prefixes
  }
}
