// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet
import Zip

/// Works out the advice.
public struct Advisor {
  public struct Request: Sendable {
    /// Only this owner's goals.
    public var owner: String?
    /// The wanted confidence, from 0 to 1.
    public var reach = 0.8
    /// Whether to look at the company's goal instead of those of the owners.
    public var isForCompany = false
    /// The most sets to report for each goal.
    public var most = 1
    /// The number of partial sets after which a search stops.
    public var bound = 200_000
    /// Deals that are won or lost together, as ``Scenario/bonds``.
    public var bonds: [String] = []

    public init(
      owner: String? = nil, reach: Double = 0.8, isForCompany: Bool = false, most: Int = 1, bound: Int = 200_000,
      bonds: [String] = []
    ) {
      self.bonds = bonds
      self.owner = owner
      self.reach = reach
      self.isForCompany = isForCompany
      self.most = most
      self.bound = bound
    }
  }

  private let table: SandTable

  public init(_ table: SandTable) { self.table = table }

  public func advice(_ request: Request) throws(DealbookError) -> Advice {
    guard !request.bonds.isEmpty else {
      return try Counsel(table: table, before: table.before, bonds: [:], finder: MoveFinder(table)).advice(request)
    }
    let together = try table.play(Scenario(name: "", bonds: request.bonds))
    return try Counsel(
      table: table, before: together.after, bonds: together.outlook.bonds,
      finder: MoveFinder(table, together: together.outlook)
    ).advice(request)
  }
}

/// The advice on one request.
private struct Counsel {
  typealias Request = Advisor.Request

  let table: SandTable
  /// The situation without any move.
  let before: Situation
  /// The bond of each row of the Deals sheet; empty if no deals depend on each other.
  let bonds: [Int: Int]
  let finder: MoveFinder

  func advice(_ request: Request) throws(DealbookError) -> Advice {
    var goals: [Advice.Goal] = []
    if request.isForCompany {
      guard let company = before.company, company.number("p_exact") != nil else {
        throw .usage(
          Spoken.words(
            "這份工作簿沒有公司目標；請在設定表填寫 TeamTarget",
            "the workbook has no company target; enter TeamTarget on the Settings sheet"))
      }
      goals.append(try companyGoal(company, request))
    } else {
      let owners = before.owners
      let chosen = owners.enumerated().filter { $0.element.number("p_exact") != nil }.filter { place, owner in
        request.owner.map { $0.lowercased() == owner.name.lowercased() } ?? true
      }
      if let wanted = request.owner, !owners.contains(where: { $0.name.lowercased() == wanted.lowercased() }) {
        let names = owners.map(\.name)
        throw .usage(
          Spoken.words("沒有責任人「\(wanted)」", "there is no owner ‘\(wanted)’")
            + ScenarioWords.suggestion(wanted, names, choices: names))
      }
      guard !chosen.isEmpty else {
        throw .usage(
          Spoken.words("這份工作簿裡沒有任何人的目標算得出達標機率", "no owner in this workbook has a target whose chance can be computed"))
      }
      for (place, owner) in chosen { goals.append(try ownerGoal(place, owner, request)) }
    }
    let others = OtherMoves(table, owner: request.owner)
    return Advice(
      reach: request.reach, goals: goals, collections: others.collections(), renewals: try others.renewals(),
      bound: request.bound, bonds: request.bonds)
  }

  // MARK: One owner

  private func ownerGoal(
    _ place: Int, _ owner: Situation.Prospect, _ request: Request
  ) throws(DealbookError) -> Advice.Goal {
    let rows = SituationReader(table.team, table.base.environment, plan: table.analysis.plan).rows("tg")
    guard place < rows.count, rows[place] < table.outlook.inputs.count, let input = table.outlook.inputs[rows[place]]
    else { return empty(owner, request) }
    let row = rows[place]
    return try goal(
      owner, input.won, input.target ?? 0, zip(input.rows, input.items).map { ($0, $1) }, spared: [], request,
      moves: { () throws(DealbookError) in
        try finder.moves(for: [owner.name], start: owner.start ?? 0, end: owner.end ?? .infinity, target: row)
      }, after: { $0.owners.indices.contains(place) ? $0.owners[place] : nil })
  }

  // MARK: The company

  private func companyGoal(
    _ company: Situation.Prospect, _ request: Request
  ) throws(DealbookError) -> Advice.Goal {
    guard let start = company.start, let end = company.end, let won = company.number("won").flatMap(OpenDeals.cents),
      let target = company.number("target").flatMap(OpenDeals.cents)
    else { return empty(company, request) }
    let open = OpenDeals(table.base.environment).all(from: start, to: end) ?? []
    // Owners who reach their own target are not asked to make up for others, nor are those who were given more than the caps allow.
    var spared: [String] = []
    var asked: [String] = []
    let flags = table.base.environment.column("tg_fast_ox")
    let rows = SituationReader(table.team, table.base.environment, plan: table.analysis.plan).rows("tg")
    let owners = before.owners
    for (place, owner) in owners.enumerated() where !asked.contains(owner.name) && !spared.contains(owner.name) {
      let isOx = place < rows.count && flags.map { rows[place] < $0.count && $0[rows[place]] == .number(1) } == true
      let carries = (owner.number("p_exact") ?? 0) >= request.reach
      if isOx || carries { spared.append(owner.name) } else { asked.append(owner.name) }
    }
    return try goal(
      company, won, target, open.map { ($0.row, $0.item) }, spared: spared, request,
      moves: { () throws(DealbookError) in try finder.moves(for: asked, start: start, end: end, target: nil) },
      after: { $0.company })
  }

  // MARK: The search

  /// Whether the period ended before the day as of which everything is computed.
  private func isOver(_ prospect: Situation.Prospect) -> Bool {
    guard let end = prospect.end, let day = table.base.environment.value("AsOf")?.number else { return false }
    return end < day
  }

  private func empty(_ prospect: Situation.Prospect, _ request: Request) -> Advice.Goal {
    let chance = prospect.number("p_exact") ?? 0
    return Advice.Goal(
      prospect: prospect, isReached: chance >= request.reach, isOver: isOver(prospect), sets: [], isExact: true,
      tried: 0, moves: [],
      blocked: [], chanceOfAll: chance, newPipeline: [], spared: [])
  }

  private func goal(
    _ prospect: Situation.Prospect, _ won: Int, _ target: Int, _ open: [(row: Int, item: TotalDistribution.Item)],
    spared: [String], _ request: Request, moves: () throws(DealbookError) -> FoundMoves,
    after: (Situation) -> Situation.Prospect?
  ) throws(DealbookError) -> Advice.Goal {
    var goal = empty(prospect, request)
    goal.spared = spared
    let items = open.map(\.item)
    let now = TotalDistribution(won: won, items: items, bonds: bonds.isEmpty ? [] : open.map { bonds[$0.row] })
      .probability(atLeast: target)
    goal.isReached = now >= request.reach - SetSearch.tolerance
    goal.chanceOfAll = OutlookFigures.rounded(now)
    if goal.isReached || goal.isOver { return goal }
    let found = try moves()
    goal.blocked = found.blocked
    goal.later = found.later
    goal.moves = found.moves.map(\.told).sorted { ($1.worth.chance, $0.row) < ($0.worth.chance, $1.row) }
    let moved = Set(found.moves.map(\.row))
    let current = Dictionary(open.map { ($0.row, $0.item) }, uniquingKeysWith: { first, _ in first })
    let fixed = open.filter { !moved.contains($0.row) }
    let together = bonds.isEmpty ? [] : (fixed.map(\.row) + found.moves.map(\.row)).map { bonds[$0] }
    let search = SetSearch(
      missing: target - won, fixed: fixed.map(\.item),
      moves: found.moves.map { move in
        SetSearch.Move(before: current[move.row], after: move.item)
      }, reach: request.reach, most: max(1, request.most), bound: request.bound, bonds: together)
    let result = search.run()
    goal.chanceOfAll = OutlookFigures.rounded(result.chanceOfAll)
    goal.isExact = result.isExact
    goal.tried = result.tried
    for set in result.sets {
      let moves = set.moves.map { found.moves[$0].told }
      // The reported effect is what the formulas give once the changes are applied.
      let outcome = try table.play(
        Scenario(name: "", changes: moves.map(\.change), bonds: request.bonds))
      goal.sets.append(
        Advice.MoveSet(moves: moves, before: prospect, after: after(outcome.after) ?? prospect))
    }
    if goal.sets.isEmpty {
      let all = search.fixed + found.moves.map(\.item)
      goal.newPipeline = NewPipelineSearch(
        table, missing: target - won, items: all, reach: request.reach, bonds: together
      )
      .run()
    }
    return goal
  }
}
