// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import DealbookCommand

@Suite struct `Progress of work on one workbook` {
  private let stages = ["reading", "writing", "saving"]

  @Test func `is a bar of its stages, the present one half done, with the time`() {
    #expect(
      StageBar.words("a.xlsx", stages, present: 0, after: .seconds(2)) == "a.xlsx ██░░░░░░░░░░ reading (1 of 3), 2 s")
    #expect(
      StageBar.words("a.xlsx", stages, present: 2, after: .milliseconds(59_900))
        == "a.xlsx ██████████░░ saving (3 of 3), 59 s")
  }

  @Test func `counts minutes`() {
    #expect(StageBar.words("a.xlsx", stages, present: 1, after: .seconds(125)).hasSuffix("writing (2 of 3), 2 min 5 s"))
  }

  @Test func `stays at the last stage`() {
    #expect(StageBar.words("a.xlsx", stages, present: 9, after: .zero).contains("(3 of 3)"))
  }
}
