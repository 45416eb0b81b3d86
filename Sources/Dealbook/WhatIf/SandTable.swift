import Formula
public import Playbook
public import Spreadsheet
import Synchronization

/// A workbook on which scenarios are played through (沙盤推演): bound once, then each scenario computes only what its changes reach.
/// Nothing is written.
///
/// A scenario's figures are those that a fill would write after its changes were typed into the workbook.
public final class SandTable: Sendable {
  public let analysis: Analysis
  /// What the workbook says as it is.
  public let before: Situation

  let base: Computation
  let reads: [ColumnID: FormulaReads]
  let outlook: OutlookBase
  let readers: CellReaders
  private let kept = Mutex(Kept())

  /// What is worked out as scenarios ask for it.
  private struct Kept {
    var keys: [String: KeyRows] = [:]
    var rows: [String: [String: RowPlace]] = [:]
    /// Of teams by their names, of the company by none; nil for one of which nothing is gained.
    var portfolios: [String: Portfolio?] = [:]
    /// Typed columns with formulas of the team's own.
    var typedFormulas: Set<ColumnID>?
  }

  var team: TeamWorkbook { analysis.team }

  /// - Throws: what keeps an outcome from being computed, such as a limit.
  public init(_ analysis: Analysis) throws(DealbookError) {
    self.analysis = analysis
    base = analysis.written
    var reads: [ColumnID: FormulaReads] = [:]
    for step in analysis.plan.steps {
      guard let template = step.template else { continue }
      reads[step.id] = FormulaReads(template, on: step.id.sheet, playbook: analysis.team.playbook)
    }
    self.reads = reads
    outlook = OutlookBase(analysis)
    readers = CellReaders(analysis.team)
    before = try SituationReader(analysis.team, base.environment, plan: analysis.plan).situation(outlook: nil)
  }

  /// Plays a scenario through.
  public func play(_ scenario: Scenario) throws(DealbookError) -> Outcome {
    let supposed = try ScenarioApplication(scenario, on: self)
    // What nobody had entered and the scenario says: other columns can be computed than before.
    if supposed.changesPlan {
      let other = try SandTable(analysis.supposing(supposed.settingsOnly))
      return try other.play(scenario, from: before, supposed)
    }
    return try play(scenario, from: before, supposed)
  }

  private func play(
    _ scenario: Scenario, from before: Situation, _ supposed: ScenarioApplication
  ) throws(DealbookError) -> Outcome {
    let trial = try Trial(supposed.team, supposed.edits, on: self)
    let outlook = try TrialOutlook(trial, bonds: supposed.bonds)
    let after = try SituationReader(supposed.team, trial.environment, plan: analysis.plan).situation(
      outlook: outlook, reusing: self.before, changed: trial)
    return Outcome(scenario: scenario, changes: supposed.told, after: after, trial: trial, outlook: outlook)
  }

  /// Which rows have which key in a column of the workbook as it is; made at first use.
  func keyRows(_ name: String) -> KeyRows {
    if let known = kept.withLock({ $0.keys[name] }) { return known }
    let made = KeyRows(base.environment.column(name) ?? .init([]))
    kept.withLock { $0.keys[name] = made }
    return made
  }

  /// The typed columns in which the team keeps formulas of its own; looked for when a scenario first changes cells.
  func typedFormulas() throws(DealbookError) -> Set<ColumnID> {
    if let known = kept.withLock({ $0.typedFormulas }) { return known }
    let found: Set<ColumnID>
    do { found = try TypedFormulas(team).columns } catch { throw .spreadsheet(error) }
    kept.withLock { $0.typedFormulas = found }
    return found
  }

  /// The deals of a team, or of the company where the name is empty, prepared at first use.
  func portfolio(_ name: String) -> Portfolio? {
    if let known = kept.withLock({ $0.portfolios[name] }) { return known }
    let groups = GroupProspects(SituationReader(team, base.environment, plan: analysis.plan), nil)
    let made = groups.deals(of: name).flatMap { Portfolio($0.map { ($0.row, $0.item) }) }
    kept.withLock { $0.portfolios[name] = .some(made) }
    return made
  }

  /// The rows of a sheet by their ids in small letters; made at first use.
  func rowNames(_ prefix: String) -> [String: RowPlace] {
    if let known = kept.withLock({ $0.rows[prefix] }) { return known }
    var made: [String: RowPlace] = [:]
    if let sheet = team.sheet(prefix) {
      for row in 0..<sheet.rows.count where sheet.rows.kinds[row] == .data {
        let id = StraySpace.trimmed(sheet.rowID(at: row)).lowercased()
        guard !id.isEmpty else { continue }
        made[id] = made[id].map { .several($0.first, row) } ?? .one(row)
      }
    }
    kept.withLock { $0.rows[prefix] = made }
    return made
  }
}

/// What comes of a scenario.
public struct Outcome: Sendable {
  public let scenario: Scenario
  /// What was changed, one for each wish of the scenario.
  public let changes: [ToldChange]
  public let after: Situation
  let trial: Trial
  let outlook: TrialOutlook

  /// The cells of a column as they are in the scenario, one for each row of its sheet; nil where there is no such column.
  package func values(of id: ColumnID) -> [CellValue]? { trial.environment.column(id.name)?.values }
}

/// A wish of a scenario as it was carried out.
public struct ToldChange: Hashable, Sendable {
  /// As it was wished.
  public var text: String
  /// How many cells it changes; a wish that a condition gives may change many.
  public var count: Int
  /// The first few of them.
  public var cells: [Cell]

  public struct Cell: Hashable, Sendable {
    /// `商機`.
    public var sheet: String
    /// `D-006`.
    public var row: String
    /// The header of the column.
    public var column: String
    public var before: CellValue
    public var after: CellValue
    public var type: ColumnType
  }
}
