// SPDX-License-Identifier: Apache-2.0

import Playbook
import TestSupport
import Testing

@Suite struct `A mistake in a company's file` {
  @Test(arguments: Sweep.cases(Mistake.all)) func `is named with its line`(mistake: Mistake) {
    let issues = overlay(mistake.yaml).issues
    #expect(
      issues.contains {
        $0.file == "acme.yaml" && $0.line == mistake.line && $0.kind.rawValue == mistake.kind
          && $0.message.contains(mistake.says)
      }, "\(issues)")
  }

  @Test(arguments: Sweep.cases(Mistake.all)) func `is never said to be in the method`(mistake: Mistake) {
    #expect(overlay(mistake.yaml).issues.filter { $0.line == 0 }.map(\.description) == [])
  }

  /// There is a single message only if the YAML can't be parsed.
  @Test func `does not hide the others`() {
    let together = """
      settings: {PotHihg: 5}
      lists: {st: {rows: {BID: {conv: 65%}}}}
      sheets:
        de:
          columns:
            amuont: {title: X}
            extra: {title: Y, type: money, formula: '=XLOOKUP({amuont},1,2)'}
          rules:
            MY-001: {severity: fatal, on: amount, test: '={amount}>', message: '{nothing}'}
      rules: {DEA-999: off}
      """
    #expect(
      places(overlay(together)).map { $0.split(separator: ":")[0] } == [
        "2", "3", "7", "8", "8", "10", "10", "10", "11",
      ])
  }

  @Test(arguments: Playbook.builtIn.sheets.map(\.prefix)) func `is none when a sheet is switched off`(prefix: String) {
    #expect(overlay("sheets:\n  \(prefix): off\n").issues.map(\.description) == [])
  }

  @Test func `that is a warning leaves the playbook usable`() {
    let result = overlay(
      "sheets:\n  de:\n    rules:\n      A-1: {severity: info, on: amount, test: '=TRUE', message: {en: X}}\n")
    #expect(result.playbook != nil)
    #expect(result.issues.map(\.severity) == [.warning])
  }
}
