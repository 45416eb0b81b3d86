// SPDX-License-Identifier: Apache-2.0

public import Playbook
public import Spreadsheet

/// A workbook after all possible repairs, from which a fill then starts.
///
/// Repairs are made in passes, because one makes the next possible: a text becomes 60, and 60 in a percent column becomes 0.6. Repairing
/// the result again changes nothing.
public struct RepairedWorkbook: Sendable {
  /// Identical to the original, byte for byte, if there was nothing to repair.
  public let workbook: Workbook
  /// The analysis of the repaired workbook.
  public let analysis: Analysis
  /// One per cell, in the order of sheets, rows and columns.
  public let repairs: [Repair]
  /// The number of cells that would be repaired according to the findings of the original, which is what `check` announces. More cells may
  /// change: a whole column if its header states another unit.
  public let announced: Int
  /// What could not be repaired, although the repair is known.
  public let unmade: [UnmadeRepair]
  /// What still states the former unit of a converted column: titles, charts. Empty after safe repairs, which leave such a column alone.
  public let stating: [OutsideReader]
  /// What reads repaired cells, outside the tool's own columns, and therefore shows something else afterwards.
  public let readers: [OutsideReader]
  /// Whether there are more of them than are listed.
  public let hasMoreReaders: Bool

  /// More passes than repairs can depend on each other.
  private static let mostPasses = 6
  /// A file that refuses more individual cells than this is not repaired.
  private static let mostRefusals = 200

  /// - Parameter columns: the computed columns that the fill will write; formulas are restored only in these.
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
      // A refused cell stays in the report, because later passes do not try it again.
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

  /// The repaired cells, by sheet index.
  public var changedCells: [Int: Set<CellReference>] {
    var cells: [Int: Set<CellReference>] = [:]
    for repair in repairs {
      guard let index = workbook.sheets.firstIndex(where: { $0.name == repair.sheet }) else { continue }
      cells[index, default: []].insert(repair.cell)
    }
    return cells
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

  /// The bytes of the workbook after the plan; nil if there is nothing to do. Changes that the file refuses are removed from the plan.
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

  /// A restored cell shows the newly computed value.
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
