public import Playbook
public import Spreadsheet

/// A workbook with what can be repaired repaired: what a fill then starts from.
///
/// Repairs go in passes, as one makes the next readable: a text becomes 60, and 60 in a percent column becomes 0.6. At the end
/// another repair of the same workbook finds nothing to do.
public struct RepairedWorkbook: Sendable {
  /// Equal to the original, byte for byte, when there was nothing to repair.
  public let workbook: Workbook
  /// Of the repaired workbook.
  public let analysis: Analysis
  /// One per cell, in the order of sheets, rows and columns.
  public let repairs: [Repair]
  /// How many cells the findings of the original say would be repaired, which is what `check` announces. More can change: the
  /// whole of a column whose header states another unit.
  public let announced: Int
  /// What could not be repaired though it is known how.
  public let unmade: [UnmadeRepair]
  /// What of the workbook goes on stating the unit that a converted column had: titles, charts.
  public let stating: [OutsideReader]
  /// What outside the tool's own columns reads repaired cells: it shows something else afterwards.
  public let readers: [OutsideReader]
  /// Whether there are more of them than are named.
  public let hasMoreReaders: Bool

  /// More passes than one repair can hand on to the next.
  private static let mostPasses = 6
  /// A file that refuses more cells than this one by one is not repaired.
  private static let mostRefusals = 200

  /// - Parameter columns: which computed columns the fill will write: only in those are formulas restored.
  public init(
    _ original: Workbook, playbook: Playbook, options: ReadOptions, columns: ColumnSelection = .all, level: RepairLevel
  ) throws(DealbookError) {
    var workbook = original
    var options = options
    var analysis = try Analysis(workbook, playbook: playbook, options: options, columns: columns)
    announced = Self.announced(analysis, level)
    let before = analysis
    var made: [RepairPlan.Place: Repair] = [:]
    var unmade: [UnmadeRepair] = []
    var stating: [OutsideReader] = []
    var refused: Set<RepairPlan.Place> = []
    for _ in 0..<Self.mostPasses {
      var plan = try RepairPlanner(analysis, level: level, refused: refused).planned()
      let bytes = try Self.apply(&plan, to: workbook, &refused)
      // What a cell refused stays said, as later passes do not ask it again.
      unmade = plan.unmade + unmade.filter { if case .refused = $0.reason { true } else { false } }
      stating += plan.stating.filter { !stating.contains($0) }
      guard let bytes else { break }
      for wish in plan.wishes {
        let place = RepairPlan.Place(sheetIndex: wish.sheetIndex, cell: wish.repair.cell)
        if made[place] == nil { made[place] = wish.repair } else { made[place]?.new = wish.repair.new }
      }
      options.callsValuesStale = analysis.team.callsValuesStale
      do {
        workbook = try Workbook(bytes, limits: original.package.limits)
      } catch {
        throw .spreadsheet(error)
      }
      analysis = try Analysis(workbook, playbook: playbook, options: options, columns: columns)
    }
    self.workbook = workbook
    self.analysis = analysis
    self.unmade = unmade
    self.stating = stating
    let outside = try OutsideReaders(of: Set(made.keys), in: before)
    (readers, hasMoreReaders) = (outside.found, outside.hasMore)
    repairs = made.sorted { ($0.key.sheetIndex, $0.key.cell) < ($1.key.sheetIndex, $1.key.cell) }
      .map { Self.completed($0.value, analysis) }
  }

  private static func announced(_ analysis: Analysis, _ level: RepairLevel) -> Int {
    var cells: Set<String> = []
    let refused = RefusedRepairs(analysis)
    for finding in analysis.findings {
      let rule = analysis.team.playbook.rules[finding.rule]
      guard let needed = rule.repairLevel, needed <= level,
        !refused.contains(
          rule: finding.rule, sheet: finding.sheet, row: finding.row, column: finding.columnNumber)
      else { continue }
      if finding.repair != nil || needed == .all || rule.kind == .unitHeader {
        cells.insert("\(finding.sheet) \(finding.row) \(finding.columnNumber)")
      }
    }
    return cells.count
  }

  /// The bytes of the workbook with the plan carried out; nil when it has nothing to do. What the file refuses leaves the plan.
  private static func apply(
    _ plan: inout RepairPlan, to workbook: Workbook, _ refused: inout Set<RepairPlan.Place>
  ) throws(DealbookError) -> [UInt8]? {
    var refusals = 0
    while !plan.wishes.isEmpty {
      do throws(SpreadsheetError) {
        return try workbook.applying(plan.edit(in: workbook))
      } catch {
        guard case .edit(let refusal) = error, let cell = refusal.cell, refusals < mostRefusals,
          let index = workbook.sheets.firstIndex(where: { $0.name == refusal.sheet })
        else { throw .spreadsheet(error) }
        let place = RepairPlan.Place(sheetIndex: index, cell: cell)
        guard plan.drop(place, because: refusal) else { throw .spreadsheet(error) }
        refused.insert(place)
        refusals += 1
      }
    }
    return nil
  }

  /// A restored cell shows what is computed now.
  private static func completed(_ repair: Repair, _ analysis: Analysis) -> Repair {
    guard repair.restoresFormula, let sheet = analysis.team.sheet(repair.prefix) else { return repair }
    let id = ColumnID(sheet: repair.prefix, key: repair.column)
    let offset = repair.cell.row - sheet.rows.range.lowerBound
    var repair = repair
    if let values = analysis.values(of: id), values.indices.contains(offset) { repair.new = values[offset] }
    repair.newFormula = analysis.templates[id].map { analysis.layout.rowFormula($0, of: id).text(row: repair.cell.row) }
    return repair
  }
}
