// SPDX-License-Identifier: Apache-2.0

import Glibc
package import Isolation
internal import Playbook

extension Failure {
  /// Explains how a worker was ended; nil for one that exited by itself.
  package init?(_ ending: Worker.Ending, _ file: String, _ limits: WorkerLimits) {
    let words = Spoken.words
    switch ending {
    case .exited: return nil
    case .tooSlow:
      self.init(
        .unreadable,
        words(
          "\(file)：\(limits.wallSeconds) 秒內沒有完成（上限 worker-seconds；--limit worker-seconds=NUMBER 可提高）",
          "\(file): not finished after \(limits.wallSeconds) seconds (limit worker-seconds; --limit worker-seconds=NUMBER raises it)"
        ),
        .tooSlow)
    case .signal(SIGXCPU):
      self.init(
        .unreadable,
        words(
          "\(file)：用了 \(limits.processorSeconds) 秒處理器時間仍沒有完成（上限 worker-processor-seconds；--limit worker-processor-seconds=NUMBER 可提高）",
          "\(file): not finished after \(limits.processorSeconds) seconds of processor time (limit worker-processor-seconds; "
            + "--limit worker-processor-seconds=NUMBER raises it)"), .limit)
    case .signal(SIGKILL):
      self.init(
        .unreadable,
        words(
          "\(file)：系統終止了處理它的程序（訊號 9），記憶體不足時就會這樣",
          "\(file): the system ended the worker (signal 9), as it does when memory runs out"), .ended)
    case .signal(let signal):
      self.init(
        .internalFault,
        words(
          "\(file)：處理它的程序因訊號 \(signal) 結束：是程式的錯，或記憶體超過 \(limits.memory) 位元組（上限 \(limits.memoryName)；--limit \(limits.memoryName)=NUMBER 可提高）",
          "\(file): the worker was ended by signal \(signal): an error in this program, or more memory than \(limits.memory) bytes "
            + "(limit \(limits.memoryName); --limit \(limits.memoryName)=NUMBER raises it)"), .ended)
    case .tooMuchOutput:
      self.init(
        .unreadable,
        words(
          "\(file)：結果超過 \(limits.output) 位元組，已捨棄（上限 worker-output；--limit worker-output=NUMBER 可提高）",
          "\(file): its result is larger than \(limits.output) bytes and was discarded (limit worker-output; "
            + "--limit worker-output=NUMBER raises it)"), .limit)
    case .notStarted(let number):
      self = .noProcess(for: file, error: number)
    }
  }

  /// The system starts no process that would work on the file.
  package static func noProcess(for file: String, error number: Int32) -> Failure {
    Failure(
      .unreadable,
      Spoken.words(
        "\(file)：系統沒有可用的程序（錯誤 \(number)）；請再試一次",
        "\(file): the system has no process available (error \(number)); try again"), .noProcess)
  }
}

extension WorkerLimits {
  /// The limits for the file at `path`.
  package func of(_ path: String) -> WorkerLimits { FileStamp(path).map { of(size: $0.size) } ?? self }
}
