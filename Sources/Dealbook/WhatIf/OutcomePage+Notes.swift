// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

extension OutcomePage {
  /// Which deals do not count as won although the scenario calls them so, and what would make them.
  func unsigned(_ outcome: Outcome) -> ReportPage.Section? {
    guard let first = outcome.unsigned.first else { return nil }
    let key = ScenarioApplication.signature
    let header =
      table.team.sheet(OutcomeColumn.sheet)?.column(key)?.header
      ?? words("合同已簽", "Contract signed")
    let names = outcome.unsigned.prefix(ScenarioApplication.mostTold).joined(separator: words("、", ", "))
    let rest = outcome.unsigned.count - ScenarioApplication.mostTold
    let all = rest > 0 ? words("\(names) 等 \(outcome.unsigned.count) 筆", "\(names) and \(rest) more") : names
    return ReportPage.Section(
      id: "", title: words("不計為贏單：\(all)", "Not counted as won: \(all)"),
      message: words(
        "已勾推進步驟，卻沒有勾「\(header)」，所以停在有證據的階段；要當作已簽約，請加上 --change 'deals.\(first).\(key)=✓'",
        "steps are ticked, and “\(header)” is not, so the stage is the one that the evidence supports; to take it as signed, add --change 'deals.\(first).\(key)=✓'"
      ), columns: [], rows: [])
  }

  /// The assumptions behind the figures.
  func assumptions(hasBonds: Bool) -> [String] {
    let limits = [approximated, rounded].compactMap(\.self)
    let how = limits.isEmpty ? words("為精確計算", "is exact") : words("為計算所得", "is computed")
    var notes = [
      words(
        "前提：每筆商機不是全數成交就是落空；成交機率取自階段成交率（或概率覆寫），以有證據的階段為準。",
        "Assumption: each deal is won in full or not at all, with the win rate of its stage (or its override); the stage is the one that the evidence supports."
      )
    ]
    notes.append(
      hasBonds
        ? words(
          "指定「同成敗」的商機一起贏、一起輸，其餘互不影響；分布\(how)，不是模擬。",
          "Deals marked as together are won or lost together, all others independently; the distribution \(how), not a simulation."
        )
        : words(
          "各筆商機互不影響；同一客戶或同一預算的商機可能同成敗，用 --together 試算。分布\(how)，不是模擬。",
          "Deals are treated as independent. Deals of one account or one budget may be won or lost together: try --together. The distribution \(how), not a simulation."
        ))
    notes.append(
      words(
        "各月應回款按到期日列出，扣除的減值取自帳齡表；不含未簽商機。",
        "Receivables by month go by due date, less the provision of the ageing table; deals not yet signed are not included."
      ))
    notes += leftOut
    return notes + limits
  }

  /// Which groups have too many deals for an exact distribution.
  private var approximated: String? {
    let teams = table.before.teams.filter { !$0.isExact }.map(\.name)
    let isCompany = table.before.company?.isExact == false
    guard isCompany || !teams.isEmpty else { return nil }
    let names = teams.joined(separator: words("、", ", "))
    let whole = words("全公司", "the company")
    let who = teams.isEmpty ? whole : isCompany ? words("\(whole)與團隊 \(names)", "the company and \(names)") : names
    return words(
      "\(who) 的商機太多，機率與金額以常態分布近似；責任人的數字不受影響。",
      "So many deals belong to \(who) that chances and amounts are those of a normal distribution; those of owners are not affected."
    )
  }

  /// That amounts were rounded to keep the number of different totals small.
  private var rounded: String? {
    let situation = table.before
    let grain = max(
      table.ownersGrain, (situation.teams + [situation.company].compactMap(\.self)).map(\.grain).max() ?? 1)
    guard grain > 1 else { return nil }
    let amount = numbers.money(Double(grain) / 100)
    return words(
      "金額組合太多之處，各筆金額先四捨五入到 \(amount) 再計算分布。",
      "Where deals can add up to too many different totals, each amount is rounded to \(amount) before the distribution is computed."
    )
  }
}
