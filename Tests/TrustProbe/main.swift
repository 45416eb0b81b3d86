// SPDX-License-Identifier: Apache-2.0

// Runs cases from standard input one after the other in one process, and answers each with a line: `accepted MICROSECONDS
// SUMMARY` or `refused MICROSECONDS SENTENCE`, with the processor time: wall time varies on a busy machine. If the process ends
// or takes too long, the case without an answer is to blame.
import Exercise
import Foundation
import Glibc

func serve() {
  var cases = CaseStream()
  while let (kind, bytes) = cases.next() {
    let started = clock()
    let outcome = kind.run(bytes)
    let time = Int(clock() - started) * 1_000_000 / Int(CLOCKS_PER_SEC)
    let answer =
      switch outcome {
      case .accepted(let summary): "accepted \(time) \(summary)"
      case .refused(let sentence): "refused \(time) \(sentence)"
      }
    FileHandle.standardOutput.write(Data((String(answer.map { $0.isNewline ? " " : $0 }) + "\n").utf8))
  }
}

serve()
