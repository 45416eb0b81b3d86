// SPDX-License-Identifier: Apache-2.0

import Playbook
import Testing

@Suite struct `Checking the rules of a playbook` {
  @Test func `a rule without a message is named`() {
    #expect(
      issues("sheets:\n  de:\n    rules:\n      A-1: {severity: info, on: amount, test: '=TRUE'}\n") == [
        "acme.yaml:5:7: error: the rule A-1 has no message: write ‘message: {zh-Hant: …, en: …}’ [missing-message]"
      ])
  }

  @Test func `a rule with neither test nor kind is named`() {
    #expect(places(overlay("rules:\n  A-1: {severity: info, sheet: de, message: x}\n")) == ["3:3 missing-key"])
  }

  @Test func `a placeholder that nothing fills is named`() {
    #expect(
      issues(
        "sheets:\n  de:\n    rules:\n      A-1: {severity: info, on: amount, test: '=TRUE', message: '{amuont} {value}'}\n"
      ) == [
        "acme.yaml:5:65: error: the message of A-1 says {amuont}, which is neither one of its ‘values’ nor a column; did you mean {amount}? [placeholder]"
      ])
  }

  @Test func `a number without its two words is shown with its place`() {
    #expect(
      issues(
        "sheets:\n  de:\n    rules:\n      A-1: {severity: info, on: stall, test: '=TRUE', message: 'Stalled for {stall|days}'}\n"
      ) == [
        "acme.yaml:5:64: error: the message of A-1 says {stall|days}; expected a placeholder, the singular word and the plural word, as in {n|day|days} [placeholder]"
      ])
    #expect(
      issues(
        "sheets:\n  de:\n    rules:\n      A-1: {severity: info, on: stall, test: '=TRUE', message: '{stall|day|days}'}\n"
      ) == [])
  }

  @Test func `a placeholder that a kind does not offer is named`() {
    #expect(
      messages(overlay("rules:\n  GEN-001: {message: '{tick}'}\n")) == [
        "the message of GEN-001 says {tick}, which rules of kind required do not offer"
      ])
  }

  @Test func `parameters that a kind does not take or lacks are named`() {
    #expect(
      messages(
        overlay("rules:\n  A-1: {severity: info, sheet: de, kind: unique, params: {colums: [name]}, message: x}\n"))
        == [
          "the rule A-1 is of kind unique, which needs the parameter ‘columns’",
          "rules of kind unique take no parameter ‘colums’; did you mean ‘columns’?",
        ])
  }

  @Test func `a parameter that names no column is named`() {
    #expect(
      issues(
        "rules:\n  A-1:\n    severity: info\n    sheet: de\n    kind: unique\n    params: {columns: [name, nme]}\n    message: x\n"
      ) == [
        "acme.yaml:7:30: error: ‘columns’ of A-1: there is no column ‘nme’ in the sheet de; did you mean ‘name’? [unknown-reference]"
      ])
  }

  @Test func `a cell of a row in a test that is asked once is named`() {
    #expect(
      messages(overlay("rules:\n  A-1: {severity: info, sheet: settings, test: '={amount}>1', message: x}\n")) == [
        "A-1: {amount} is a cell of a row, and this is asked once for the whole workbook"
      ])
  }

  // MARK: Titles and names
}
