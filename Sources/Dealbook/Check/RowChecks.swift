// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The built-in checks that compare rows of a sheet with each other or look inside a text.
struct RowChecks {
  let team: BoundWorkbook
  let references: ReferenceIndex

  func run(_ findings: inout FindingCollector) {
    for (kind, check) in Self.checks {
      for rule in findings.rules(kind) {
        for (sheet, parameters) in targets(of: team.playbook.rules[rule]) {
          check(self)(rule, sheet, parameters, &findings)
        }
      }
    }
  }

  private typealias Check = (Int, LocatedSheet, RuleParameters, inout FindingCollector) -> Void

  private static let checks: [(RuleKind, @Sendable (Self) -> Check)] = [
    (.unique, { check in check.unique }),
    (.similarName, { check in check.similarName }),
    (.cycle, { check in check.cycle }),
    (.referenceList, { check in check.referenceList }),
    (.personalData, { check in check.personalData }),
  ]

  /// The sheets that a rule applies to, with the rule's parameters in terms of each sheet.
  private func targets(of rule: RuleDefinition) -> [(LocatedSheet, RuleParameters)] {
    switch rule.sheet {
    case .sheet(let prefix):
      guard let sheet = team.sheet(prefix), rule.needs.allSatisfy(team.has) else { return [] }
      return [(sheet, rule.parameters)]
    case .every:
      let columns = rule.parameters.texts("columns")
      return team.sheets.compactMap { sheet in
        var parameters = rule.parameters
        let own = columns.compactMap { column -> String? in
          if column == "<key>" { return sheet.definition.idColumn?.key }
          let parts = column.split(separator: ".")
          return parts.count == 2 && parts[0] == sheet.prefix ? String(parts[1]) : nil
        }
        guard !own.isEmpty else { return nil }
        parameters.values["columns"] = .texts(own)
        return (sheet, parameters)
      }
    case .settings, .lists, .merge:
      return []
    }
  }

  private func dataOffsets(_ sheet: LocatedSheet) -> [Int] {
    sheet.rows.kinds.indices.filter { sheet.rows.kinds[$0] == .data }
  }

  /// The column at which a rule reports: the one it names, otherwise the fallback.
  private func place(_ rule: Int, _ sheet: LocatedSheet, fallback: String?) -> LocatedColumn? {
    if case .column(let key) = team.playbook.rules[rule].place { return sheet.column(key) }
    return fallback.flatMap { sheet.column($0) }
  }

  /// Reports combinations of values that occur on two rows. Rows with a blank part are skipped; the first row is considered right.
  private func unique(
    _ rule: Int, _ sheet: LocatedSheet, _ parameters: RuleParameters, _ findings: inout FindingCollector
  ) {
    let names = parameters.texts("columns")
    let columns = names.compactMap { sheet.column($0) }
    guard !columns.isEmpty, columns.count == names.count,
      let place = place(rule, sheet, fallback: names.last)
    else { return }
    let keys = RowKeys(columns.map(\.values))
    let data = dataOffsets(sheet)
    var counts = [Int](repeating: 0, count: keys.count)
    for offset in data where keys.numbers[offset] >= 0 { counts[keys.numbers[offset]] += 1 }
    var rows: [Int: [Int]] = [:]
    for offset in data where keys.numbers[offset] >= 0 && counts[keys.numbers[offset]] > 1 {
      rows[keys.numbers[offset], default: []].append(offset)
    }
    guard !rows.isEmpty else { return }
    let words = Spoken(language: team.messageLanguage)
    for offset in data {
      guard let same = rows[keys.numbers[offset]], same[0] != offset else { continue }
      let numbers = same.prefix(20).map { offset -> String in
        let place = sheet.place(ofRow: sheet.rows.range.lowerBound + offset)
        return place.part == 0 ? String(place.row) : "\(place.title)!\(place.row)"
      }
      findings.add(
        rule, sheet, offset: offset, place, found: place.values[offset],
        arguments: ["rows": words.list(numbers + (same.count > 20 ? ["…"] : []))])
    }
  }

  /// With how many earlier rows of the same name a row is compared, so that the work grows with the rows and not with their square.
  private static let mostNamesakes = 500

  /// Reports names that differ only in width, case, spaces, script or legal form.
  private func similarName(
    _ rule: Int, _ sheet: LocatedSheet, _ parameters: RuleParameters, _ findings: inout FindingCollector
  ) {
    let suffixes = parameters.texts("strip").map(TextFolding.name)
    let within = parameters.texts("within")
    let groups = within.compactMap { sheet.column($0) }
    guard groups.count == within.count else { return }
    let days = parameters.number("days")
    let dates = parameters.text("date").flatMap { sheet.column($0) }
    for key in parameters.text("column").map({ [$0] }) ?? parameters.texts("columns") {
      guard let column = sheet.column(key) else { continue }
      var seen: [[String]: [Int]] = [:]
      for offset in dataOffsets(sheet) {
        let parts = groups.map { $0.values[offset] }
        guard let name = column.values[offset].text, !StraySpace.isBlank(name), !parts.contains(where: \.isEmpty)
        else { continue }
        let folded = parts.map { ReferenceIndex.key($0.shownText) } + [NameFolding.key(name, without: suffixes)]
        let earlier = (seen[folded] ?? []).suffix(Self.mostNamesakes).last { other in
          // A repeated ID is already reported as such.
          if column.definition.type == .id,
            ReferenceIndex.key(column.values[other].shownText) == ReferenceIndex.key(name)
          {
            return false
          }
          guard let days, let dates else { return true }
          guard let a = dates.values[other].number, let b = dates.values[offset].number else { return false }
          return abs(a - b) <= days
        }
        if let earlier {
          findings.add(
            rule, sheet, offset: offset, column, found: .text(name),
            arguments: ["a": column.values[earlier].shownText, "b": name])
        }
        seen[folded, default: []].append(offset)
      }
    }
  }

  /// Reports rows whose chain of parents leads back to themselves.
  private func cycle(
    _ rule: Int, _ sheet: LocatedSheet, _ parameters: RuleParameters, _ findings: inout FindingCollector
  ) {
    guard let key = parameters.text("key").flatMap({ sheet.column($0) }),
      let parent = parameters.text("column").flatMap({ sheet.column($0) })
    else { return }
    var offsets: [String: Int] = [:]
    let data = dataOffsets(sheet)
    for offset in data where !key.values[offset].isEmpty {
      let id = ReferenceIndex.key(key.values[offset].shownText)
      if offsets[id] == nil { offsets[id] = offset }
    }
    func next(_ offset: Int) -> Int? {
      parent.values[offset].isEmpty ? nil : offsets[ReferenceIndex.key(parent.values[offset].shownText)]
    }
    // Each row is visited once. The value is the number of the walk that first visited it.
    var walk = [Int: Int]()
    var onCycle: Set<Int> = []
    for (number, start) in data.enumerated() where walk[start] == nil {
      var current: Int? = start
      while let offset = current, walk[offset] == nil {
        walk[offset] = number
        current = next(offset)
      }
      guard let meeting = current, walk[meeting] == number else { continue }
      var member = meeting
      repeat {
        onCycle.insert(member)
        member = next(member) ?? meeting
      } while member != meeting
    }
    for offset in onCycle.sorted() {
      findings.add(rule, sheet, offset: offset, parent, found: parent.values[offset])
    }
  }

  /// Checks that each of several IDs in one cell, separated by a mark, exists.
  private func referenceList(
    _ rule: Int, _ sheet: LocatedSheet, _ parameters: RuleParameters, _ findings: inout FindingCollector
  ) {
    let target = (parameters.text("to") ?? "").split(separator: ".").map(String.init)
    guard let column = parameters.text("column").flatMap({ sheet.column($0) }), target.count == 2 else { return }
    let reference = ColumnReference(sheet: target[0], column: target[1])
    let separators = Set((parameters.text("separator") ?? ";") + ";")
    for offset in dataOffsets(sheet) {
      guard let text = column.values[offset].text else { continue }
      let missing = text.split(whereSeparator: { separators.contains($0) })
        .map { StraySpace.trimmed(String($0)) }
        .filter { !$0.isEmpty && references.contains($0, in: reference) == false }
      if !missing.isEmpty {
        findings.add(
          rule, sheet, offset: offset, column, found: .text(text), arguments: ["ids": missing.joined(separator: ";")])
      }
    }
  }

  private func personalData(
    _ rule: Int, _ sheet: LocatedSheet, _ parameters: RuleParameters, _ findings: inout FindingCollector
  ) {
    for key in parameters.texts("columns") {
      guard let column = sheet.column(key) else { continue }
      var known = [Bool?](repeating: nil, count: column.values.textCount)
      for offset in dataOffsets(sheet) {
        let text = column.values.textNumber(at: offset)
        let isPersonal = text.flatMap { known[$0] } ?? PersonalData.isIn(column.values[offset].shownText)
        if let text { known[text] = isPersonal }
        guard isPersonal else { continue }
        // Reports do not repeat the number itself.
        findings.add(rule, sheet, offset: offset, column)
      }
    }
  }
}
