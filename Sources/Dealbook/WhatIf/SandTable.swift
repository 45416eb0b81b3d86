// SPDX-License-Identifier: Apache-2.0

import Formula
public import Playbook
public import Spreadsheet
import Synchronization

/// A workbook for playing through scenarios (沙盤推演): it is prepared once, and each scenario then computes only what its changes affect.
/// Nothing is written.
///
/// A scenario's figures are those that a fill would write if its changes were typed into the workbook.
public final class SandTable: Sendable {
  public let analysis: Analysis
  /// The situation of the unchanged workbook.
  public let before: Situation

  let base: Computation
  /// Whether the targets of owners add up to one of the company.
  private let addsTargets: Bool
  let reads: [ColumnID: FormulaReads]
  let outlook: OutlookBase
  let readers: CellReaders
  private let kept = Mutex(Kept())
  /// The most cells of a target's portfolio; 0 if there are too few scenarios for one. Those of all targets have at most as many as that
  /// of the company.
  private let portfolioCells: Int
  /// The same for the distribution of all its deals.
  private let wholeCells: Int

  /// Preparing a target's deals costs as much as a few scenarios.
  private static let fewestScenarios = 8

  /// What is computed on demand.
  private struct Kept {
    var keys: [String: KeyRows] = [:]
    var rows: [String: [String: RowPlace]] = [:]
    /// By team name; the company's has an empty name. Nil if nothing would be gained.
    var portfolios: [String: Portfolio?] = [:]
    /// By row of the Targets sheet.
    var ownPortfolios: [Int: Portfolio?] = [:]
    /// The same.
    var grains: [Int: Int] = [:]
    var won: WonDeals?
    /// Typed columns that contain formulas of the team's own.
    var typedFormulas: Set<ColumnID>?
  }

  var team: BoundWorkbook { analysis.team }

  /// - Parameter scenarios: how many are to come. With several, more is prepared; their figures are the same.
  /// - Throws: if outcomes cannot be computed, for example because of a limit.
  public init(_ analysis: Analysis, expecting scenarios: Int = 1) throws(DealbookError) {
    self.analysis = analysis
    base = analysis.written
    var reads: [ColumnID: FormulaReads] = [:]
    for step in analysis.plan.steps {
      guard let template = step.template else { continue }
      reads[step.id] = FormulaReads(template, on: step.id.sheet, playbook: analysis.team.playbook)
    }
    self.reads = reads
    outlook = OutlookBase(analysis)
    let prepared = outlook.inputs.count { ($0?.items.count ?? 0) >= Portfolio.fewest }
    portfolioCells = scenarios < Self.fewestScenarios ? 0 : Portfolio.mostCells / max(1, prepared)
    wholeCells = Portfolio.mostWholeCells / max(1, prepared)
    readers = CellReaders(analysis.team)
    addsTargets = TargetBasis(DashboardSource(analysis)).doubt == nil
    before = try SituationReader(analysis.team, base.environment, plan: analysis.plan, addsTargets: addsTargets)
      .situation(outlook: nil)
  }

  /// Plays a scenario through.
  public func play(_ scenario: Scenario) throws(DealbookError) -> Outcome {
    let supposed = try ScenarioApplication(scenario, on: self)
    // The scenario sets a value that nobody had entered, so other columns can be computed than before.
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
    let after = try SituationReader(
      supposed.team, trial.environment, plan: analysis.plan, addsTargets: addsTargets
    ).situation(
      outlook: outlook, reusing: self.before, changed: trial)
    return Outcome(
      scenario: scenario, changes: supposed.told, unsigned: supposed.unsignedDeals(), after: after, trial: trial,
      outlook: outlook)
  }

  /// The rows by key of a column in the unchanged workbook; made on first use.
  func keyRows(_ name: String) -> KeyRows {
    if let known = kept.withLock({ $0.keys[name] }) { return known }
    let made = KeyRows(base.environment.column(name) ?? .init([]))
    kept.withLock { $0.keys[name] = made }
    return made
  }

  /// The typed columns that contain formulas of the team's own; determined when a scenario first changes cells.
  func typedFormulas() throws(DealbookError) -> Set<ColumnID> {
    if let known = kept.withLock({ $0.typedFormulas }) { return known }
    let found: Set<ColumnID>
    do { found = try TypedFormulas(team).columns } catch { throw .spreadsheet(error) }
    kept.withLock { $0.typedFormulas = found }
    return found
  }

  /// What the owners have won in the unchanged workbook; determined on first use.
  var won: WonDeals {
    if let known = kept.withLock({ $0.won }) { return known }
    let made = WonDeals(SituationReader(team, base.environment, plan: analysis.plan))
    kept.withLock { $0.won = made }
    return made
  }

  /// The deals of a team, or of the company if the name is empty, prepared on first use.
  func portfolio(_ name: String) -> Portfolio? {
    if let known = kept.withLock({ $0.portfolios[name] }) { return known }
    var made: Portfolio?
    if portfolioCells > 0 {
      let groups = GroupProspects(SituationReader(team, base.environment, plan: analysis.plan), nil)
      let deals = groups.deals(of: name) ?? []
      if deals.count >= Portfolio.fewest {
        let grain = TotalDistribution(won: 0, items: deals.map(\.item)).grain
        // The teams together may have as much as the company.
        let teams = name.isEmpty ? 1 : max(1, before.teams.count)
        made = Portfolio(
          deals.map { ($0.row, $0.item) }, grain: grain, cells: Portfolio.mostCells / teams,
          wholeCells: Portfolio.mostWholeCells / teams)
      }
    }
    kept.withLock { $0.portfolios[name] = .some(made) }
    return made
  }

  /// The deals of a row of the Targets sheet, prepared on first use.
  func portfolio(ofTarget row: Int) -> Portfolio? {
    guard portfolioCells > 0, row < outlook.inputs.count, let input = outlook.inputs[row],
      input.items.count >= Portfolio.fewest
    else { return nil }
    if let known = kept.withLock({ $0.ownPortfolios[row] }) { return known }
    let made = Portfolio(
      Array(zip(input.rows, input.items)), grain: grain(ofTarget: row, input), cells: portfolioCells,
      wholeCells: wholeCells)
    // Of two that were made at once, the first one stays.
    return kept.withLock { kept in
      if let known = kept.ownPortfolios[row] { return known }
      kept.ownPortfolios[row] = .some(made)
      return made
    }
  }

  /// The cents to which amounts are rounded for the owner with the most different totals (``TotalDistribution/grain``).
  var ownersGrain: Int {
    outlook.inputs.enumerated().compactMap { row, input in
      input.flatMap { $0.items.count < Portfolio.fewest ? nil : grain(ofTarget: row, $0) }
    }.max() ?? 1
  }

  /// The grain of a row of the Targets sheet, for which all its totals are computed, once.
  private func grain(ofTarget row: Int, _ input: OutlookInput) -> Int {
    if let known = kept.withLock({ $0.grains[row] }) { return known }
    let grain = TotalDistribution(won: 0, items: input.items).grain
    kept.withLock { $0.grains[row] = grain }
    return grain
  }

  /// The rows of a sheet by lower-case ID; made on first use.
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

/// The outcome of a scenario.
public struct Outcome: Sendable {
  public let scenario: Scenario
  /// What was changed, one entry for each change of the scenario.
  public let changes: [ToldChange]
  /// The IDs of deals that the scenario calls won and that do not count as won: steps are ticked on their rows, but not that the contract
  /// is signed.
  public let unsigned: [String]
  public let after: Situation
  let trial: Trial
  let outlook: TrialOutlook

  /// The cells of a column in the scenario, one for each row of its sheet; nil if the column does not exist.
  package func values(of id: ColumnID) -> [CellValue]? { trial.environment.column(id.name)?.values }
}

/// A change of a scenario as it was applied.
public struct ToldChange: Hashable, Sendable {
  /// The change as requested.
  public var text: String
  /// The number of changed cells; a change with conditions may affect many.
  public var count: Int
  /// The first few of them.
  public var cells: [Cell]
  /// Whether nobody asked for it: what it says had to be assumed for another change.
  public var isAssumed = false

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
