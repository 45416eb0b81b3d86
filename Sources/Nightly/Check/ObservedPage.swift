// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook

/// What only the page of a workbook shows.
extension Observation {
  /// - Parameter figures: with the reports of the page.
  mutating func addPage(
    _ figures: HeadlineFigures, _ analysis: Analysis, shown: Analysis, _ language: Language?
  ) {
    let team = analysis.team
    reports = figures.reports.map { BookReport($0) } + figures.leftOut.map { BookReport($0) }
    let list = WorkList(shown, language: language)
    work = Kept.first(list.items) { Work($0, in: list) }
    workLeftOut = list.items.count - work.count
    let lines = AccountLines(shown, language: language).lines
    accounts = Kept.first(lines) { Account($0) }
    accountsLeftOut = lines.count - accounts.count
    let spoken = language ?? team.messageLanguage
    let found = FindingCauses(analysis)
    let sentence = CauseSentence(
      analysis, found, writer: FindingWriter(team, language: language), language: spoken)
    causes = found.causes.map { cause in
      let example = sentence.example(of: cause)
      return ObservedCause(
        rule: example.rule, kind: cause.kind, count: cause.count, following: cause.following, message: example.message,
        ending: sentence.ending(of: cause, example), remedy: sentence.remedy(cause))
    }
  }

  /// Takes over the page of another observation of the same workbook.
  mutating func takePage(of other: Observation) {
    hasPage = other.hasPage
    headline = other.headline
    reports = other.reports
    work = other.work
    workLeftOut = other.workLeftOut
    accounts = other.accounts
    accountsLeftOut = other.accountsLeftOut
    causes = other.causes
  }
}
