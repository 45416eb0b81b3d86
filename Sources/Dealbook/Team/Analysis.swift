// SPDX-License-Identifier: Apache-2.0

import Formula
public import Playbook
public import Spreadsheet

/// A workbook that has been read, computed and checked; `check`, `fill` and `inspect` start from it.
public struct Analysis: Sendable {
  public let team: BoundWorkbook
  public let plan: ComputationPlan
  /// In the order of sheets, rows, columns and rules.
  public private(set) var findings: [Finding]
  /// Sheets that a fill leaves unchanged, entirely or partly, although there is something to write.
  public let leftOut: [LeftOutSheet]

  let options: ReadOptions
  let templates: FormulaTemplates
  let choice: ColumnChoice
  let layout: ColumnLayout
  let states: CellStates
  let computation: Computation
  /// The rows whose figures would leave out what other sheets seem to say of them.
  let doubted: DoubtedRows
  /// What a fill writes: the computation without rows whose IDs are patterns.
  let written: Computation
  private let columns: ColumnSelection
  /// Why sheets cannot be written, by prefix.
  private let refusals: [String: Localized]

  /// - Parameter columns: the computed columns that a fill would write; all are computed and checked in any case.
  public init(
    _ workbook: Workbook, playbook: Playbook, options: ReadOptions, columns: ColumnSelection = .all
  ) throws(DealbookError) {
    let team: BoundWorkbook
    do {
      team = try BoundWorkbook(workbook, playbook: playbook, options: options)
    } catch {
      throw .spreadsheet(error)
    }
    try self.init(team, options: options, columns: columns, refusals: [:])
  }

  /// The same analysis with nothing to write on a sheet, for the reason `refused`.
  func leavingOut(_ prefix: String, because refused: Localized) throws(DealbookError) -> Analysis {
    try Analysis(
      team, options: options, columns: columns, refusals: refusals.merging([prefix: refused]) { old, _ in old })
  }

  /// The same analysis with additional findings, in order.
  func adding(_ more: [Finding]) -> Analysis {
    guard !more.isEmpty else { return self }
    var analysis = self
    analysis.findings = Self.sorted(findings + more, team)
    return analysis
  }

  /// Whether a fill writes computed columns on the sheet.
  func writes(on prefix: String) -> Bool { choice.ids.contains { $0.sheet == prefix } }

  /// The same analysis of the workbook after these values have been stored for some of its formulas.
  func storing(_ values: [Int: [CellReference: CellValue]]) throws(DealbookError) -> Analysis {
    var edit = WorkbookEdit()
    edit.recalculation = .never
    for (index, cells) in values {
      for (cell, value) in cells { edit.sheets[index, default: SheetEdit()].cells[cell] = CellEdit(cached: value) }
    }
    let workbook = team.workbook
    let changed: Workbook
    do { changed = try Workbook(workbook.applying(edit), limits: workbook.package.limits) } catch {
      throw .spreadsheet(error)
    }
    return try Analysis(changed, playbook: team.playbook, options: options, columns: columns)
  }

  /// The same analysis of a changed workbook.
  func supposing(_ team: BoundWorkbook) throws(DealbookError) -> Analysis {
    try Analysis(team, options: options, columns: columns, refusals: refusals)
  }

  /// The same analysis of the workbook as pages show it: with texts that say one number or date as that, and with targets that stand in
  /// columns. The findings stay. Formulas in cells read neither, so it is not for what is written.
  public func forPages() throws(DealbookError) -> Analysis {
    let shown: BoundWorkbook?
    do { shown = try team.forPages() } catch { throw .spreadsheet(error) }
    guard let shown else { return self }
    return try Analysis(shown, options: options, columns: columns, refusals: refusals, findings: findings)
  }

  /// - Parameter known: the findings, if they are known already.
  private init(
    _ team: BoundWorkbook, options: ReadOptions, columns: ColumnSelection, refusals: [String: Localized],
    findings known: [Finding]? = nil
  ) throws(DealbookError) {
    self.team = team
    self.options = options
    self.columns = columns
    self.refusals = refusals
    let playbook = team.playbook
    let prepared = PreparedPlaybook.of(playbook)
    let sheets = team.sheets
    let located = Set(sheets.flatMap { sheet in sheet.columns.map { ColumnID(sheet: sheet.prefix, key: $0.key) } })
    templates = try prepared.templates.get().chosen(on: sheets.map(\.prefix), located.contains) {
      try? prepared.template($0, on: $1)
    }.referring(ReferenceFormulas(team.references, playbook), on: sheets.map(\.prefix))
    plan = try prepared.plan(for: team, templates)
    let rooms = Dictionary(uniqueKeysWithValues: team.sheets.map { ($0.prefix, ColumnRoom($0, in: team.workbook)) })
    let obstacles = Self.obstacles(team, plan, rooms, refusals)
    choice = ColumnChoice(columns, from: plan, of: team, templates: templates, obstacles: obstacles)
    let skipped = choice.skipped
    let planned = plan.skipped
    leftOut = team.sheets.compactMap { sheet in
      guard let obstacle = obstacles[sheet.prefix],
        skipped.contains(where: { $0.reason == .sheetLeftOut(sheet.prefix) })
          || obstacle.isOfInputs && planned.contains(where: { $0.id.sheet == sheet.prefix })
      else { return nil }
      return LeftOutSheet(sheet: sheet.title, why: obstacle.why)
    }
    do {
      (layout, states) = try Self.laidOut(team, plan, choice, templates, rooms)
    } catch {
      throw .spreadsheet(error)
    }
    doubted = DoubtedRows(team, plan, templates)
    computation = try Computation(team, plan: plan, states: states, doubted: doubted, sparesPatterns: true)
    written =
      team.sheets.contains(where: \.hasPatternIDs)
      ? try Computation(team, plan: plan, states: states, doubted: doubted, sparesPatterns: false) : computation
    if let known {
      findings = known
    } else {
      findings = try Self.check(
        team: team, plan: plan, layout: layout, states: states, computation: computation, options: options)
    }
  }

  /// Sheets to which something should be written but cannot: refused before, or without room for new columns.
  private static func obstacles(
    _ team: BoundWorkbook, _ plan: ComputationPlan, _ rooms: [String: ColumnRoom], _ refusals: [String: Localized]
  ) -> [String: SheetObstacle] {
    var obstacles: [String: SheetObstacle] = [:]
    for sheet in team.sheets {
      if let why = refusals[sheet.prefix] {
        obstacles[sheet.prefix] = SheetObstacle(why: why, isForNewColumns: false)
        continue
      }
      if let why = UnreadInputs(sheet).text {
        obstacles[sheet.prefix] = SheetObstacle(why: why, isForNewColumns: false, isOfInputs: true)
        continue
      }
      guard let room = rooms[sheet.prefix] else { continue }
      let new = plan.steps.count { $0.id.sheet == sheet.prefix && !sheet.holds($0.id.key) }
      if let why = room.refusal ?? (room.place(for: max(1, new)) == nil ? ColumnRoom.full : nil) {
        obstacles[sheet.prefix] = SheetObstacle(why: why, isForNewColumns: true)
      }
    }
    return obstacles
  }

  /// The positions of columns and the tool's names, and the resulting states of the cells in computed columns.
  private static func laidOut(
    _ team: BoundWorkbook, _ plan: ComputationPlan, _ choice: ColumnChoice, _ templates: FormulaTemplates,
    _ rooms: [String: ColumnRoom]
  ) throws(SpreadsheetError) -> (ColumnLayout, CellStates) {
    var layout = ColumnLayout(team.sheets, chosen: choice.ids, rooms: rooms)
    func states(_ layout: ColumnLayout) throws(SpreadsheetError) -> CellStates {
      var formulas: [ColumnID: OwnFormulas] = [:]
      // If no cell has a formula, none has to be recognized; nor where there are no cells yet.
      for step in plan.steps {
        guard let sheet = team.sheet(step.id.sheet), sheet.hasFormulas, sheet.holds(step.id.key) else { continue }
        var all = templates.all(of: step.id)
        if !team.lists.formerCodes.isEmpty, !all.isEmpty {
          let computed = sheet.definition.column(step.id.key)?.computed
          all += (computed?.formulas(numberedBy: team.lists.formerCodes) ?? []).compactMap {
            try? FormulaTemplate.known($0)
          }
        }
        formulas[step.id] = OwnFormulas(step.id, templates: all, layout: layout)
      }
      return try CellStates(team, formulas: formulas)
    }
    let plain = layout
    let prepared = PreparedPlaybook.of(team.playbook)
    var used: Set<String>?
    var plainStates: CellStates?
    layout.names = try NameChoice(
      team, layout: layout, ours: prepared.names,
      isUsed: { name in
        let names = used ?? prepared.funnelNames.union(choice.ids.flatMap { templates[$0]?.names ?? [] })
        used = names
        return names.contains(name)
      },
      hasOwnFormulas: { () throws(SpreadsheetError) in
        let found = try states(plain)
        plainStates = found
        return found.holdFormulas { templates[$0] != nil }
      })
    if layout.names.isEmpty, let plainStates { return (layout, plainStates) }
    return (layout, try states(layout))
  }

  /// The values of a computed column from the first to the last data row; nil if it is not computed.
  public func values(of id: ColumnID) -> [CellValue]? { computation.columns[id]?.values }

  /// The value of a column, typed or computed, at an offset from the first data row; blank if there is none.
  public func value(of id: ColumnID, at offset: Int) -> CellValue {
    let column = computation.columns[id] ?? team.values(of: id)
    guard let column, offset >= 0, offset < column.count else { return .blank }
    return column[offset]
  }

  /// Whether formulas elsewhere find a computed column after a fill: it is written, or existed already.
  func isReadable(_ id: ColumnID) -> Bool {
    plan.contains(id) && (choice.ids.contains(id) || team.has(id))
  }

  /// Whether a written formula refers to a column that does not exist.
  var usesAbsentCells: Bool {
    choice.ids.contains { id in
      templates[id]?.keys.contains { layout.numbers[ColumnID(sheet: id.sheet, key: $0)] == nil } ?? false
    }
  }

  private static func check(
    team: BoundWorkbook, plan: ComputationPlan, layout: ColumnLayout, states: CellStates, computation: Computation,
    options: ReadOptions
  ) throws(DealbookError) -> [Finding] {
    // A workbook that is not a team's is not expected to follow the playbook.
    if team.standing == .stranger { return [] }
    var findings = FindingCollector(team.playbook)
    let references = ReferenceIndex(team)
    let readers = CellReaders(team)
    StructureChecks(
      team: team, readers: readers, today: options.today?.serial(in: team.workbook.dateSystem),
      given: options.asOf == nil ? [] : ["AsOf"], takenNames: layout.names.taken
    ).run(&findings)
    FileChecks(team: team, states: states, plan: plan).run(&findings)
    CellChecks(team: team, readers: readers, references: references).run(&findings)
    RowChecks(team: team, references: references).run(&findings)
    ModelChecks(team: team, computation: computation).run(&findings)
    ColumnChecks(team: team, readers: readers, references: references, computation: computation).run(&findings)
    try FormulaRules(team: team, plan: plan, computation: computation).run(&findings)
    try Computation.requireRoom(in: computation.environment, of: "rules")
    return sorted(findings.findings, team)
  }

  /// Findings about the whole workbook first, then by sheet in the playbook's order, row, column and rule.
  private static func sorted(_ findings: [Finding], _ team: BoundWorkbook) -> [Finding] {
    var rank = ["": 0, "set": 1, "lst": 2]
    for (place, sheet) in team.playbook.sheets.enumerated() { rank[sheet.prefix] = place + 3 }
    // Findings are large, so their sort keys are sorted and each finding is moved once.
    let places = findings.enumerated().map { place, finding in
      let cell = finding.row << 15 | finding.columnNumber
      return (order: (rank[finding.sheet] ?? 0) << 36 | cell, rule: finding.rule, place: place)
    }
    return places.sorted { a, b in
      if a.order != b.order || a.rule != b.rule { return (a.order, a.rule) < (b.order, b.rule) }
      return (findings[a.place].column, a.place) < (findings[b.place].column, b.place)
    }.map { findings[$0.place] }
  }
}

/// A sheet to which a fill should write but cannot.
public struct LeftOutSheet: Hashable, Sendable {
  /// The name on the tab.
  public let sheet: String
  /// A clause without subject or full stop.
  public let why: Localized
  /// Whether it has no rows of the team's own, so that nothing of it is there.
  public var isWhole = false
}
