// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import Testing

/// The judge has to notice what is wrong, or its silence means nothing.
@Suite struct `The judge of saves` {
  @Test func `finds nothing wrong with ours`() throws {
    let judge = SaveJudge { operations, snapshot, bytes in
      _ = try FileSaver(operations: operations).replace(snapshot, with: bytes)
    }
    #expect(try judge.faults() == [])
  }

  @Test func `finds nothing wrong with a small one that is right`() throws {
    #expect(try SaveJudge(save: FlawedSaver(flaw: nil).save).faults() == [])
  }

  @Test(arguments: FlawedSaver.Flaw.allCases)
  func `catches each flaw`(flaw: FlawedSaver.Flaw) throws {
    #expect(try SaveJudge(save: FlawedSaver(flaw: flaw).save).faults().contains(flaw.verdict))
  }
}
