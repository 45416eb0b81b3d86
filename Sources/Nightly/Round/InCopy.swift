// SPDX-License-Identifier: Apache-2.0

import Glibc
package import Isolation
internal import Playbook

/// Runs work in a copy of this process. Work that starts threads, such as using the database, is done this way if workers are
/// to be forked afterwards.
package enum InCopy {
  package static func run(_ work: () throws -> ExitStatus) throws(Failure) -> ExitStatus {
    StandardOutput.flush()
    var number: Int32 = 0
    let ending = Worker.alone(failure: &number) {
      do {
        let status = try work()
        StandardOutput.flush()
        return status.rawValue
      } catch {
        let failure = Failure(any: error)
        StandardError.complain(failure.message)
        return failure.status.rawValue
      }
    }
    switch ending {
    case .exited(let code): return ExitStatus(rawValue: code) ?? .internalFault
    case .signal(SIGKILL):
      throw Failure(
        .notWritten,
        Spoken.words(
          "夜間檢查未能完成：系統終止了它的程序（訊號 9），記憶體不足時就會這樣；下次執行會從那裡繼續",
          "the night could not be finished: the system ended its process (signal 9), as it does when memory runs out; the next "
            + "run continues from there"))
    case .signal(let signal):
      throw Failure(
        .internalFault,
        Spoken.words(
          "夜間檢查未能完成：它的程序因訊號 \(signal) 結束",
          "the night could not be finished: its process was ended by signal \(signal)"))
    default:
      throw Failure(
        .notWritten,
        Spoken.words(
          "系統沒有可用的程序來完成夜間檢查（錯誤 \(number)）；請再試一次",
          "the system has no process to finish the night (error \(number)); try again"))
    }
  }
}
