// SPDX-License-Identifier: Apache-2.0

import Isolation
import Nightly
import Playbook
import Spreadsheet

/// A command's work on a file that may come from a stranger. It runs in its own process, which shares our standard output.
struct Confinement {
  let reading: ReadingOptions
  /// The workbook.
  let file: String
  /// Other files that it reads.
  var reads: [String?] = []
  /// Where it writes; nil for nowhere.
  var output: String?

  /// With `--limits untrusted`, runs `work` within the worker limits in a process that can access nothing else; otherwise in
  /// this process.
  func run(_ work: () -> ExitStatus) throws -> ExitStatus {
    guard reading.isUntrusted else { return work() }
    var limits = try reading.workerLimits().of(file)
    limits.wallSeconds += 86_400  // Waiting for an editor is no work; processor time is bounded all the same.
    let reach = WorkerReach(
      reads: [Self.folder(of: file)] + reads.compactMap(\.self), writes: output.map { [Self.folder(of: $0)] } ?? [])
    StandardOutput.flush()
    var number: Int32 = 0
    let ending = Worker.alone(limits: limits, failure: &number) {
      SystemFileOperations.prepareForConfinement()
      reach.enter()
      let words = Spoken.words
      StandardOutput.limit(
        to: limits.output,
        message: words.at(
          file,
          words(
            "輸出超過 \(limits.output) 位元組，其餘沒有印出（上限 worker-output；--limit worker-output=數字 可提高）",
            "its output is longer than \(limits.output) bytes, and the rest is not printed (limit worker-output; "
              + "--limit worker-output=NUMBER raises it)")))
      let status = work()
      StandardOutput.flush()
      return status.rawValue
    }
    guard let ending else {
      let failure = Failure.noProcess(for: file, error: number)
      StandardError.complain(failure.message)
      return failure.status
    }
    if let failure = Failure(ending, file, limits) {
      StandardError.complain(failure.message)
      return failure.status
    }
    if case .exited(let code) = ending { return ExitStatus(rawValue: code) ?? .internalFault }
    return .internalFault
  }

  /// The folder of the file that a path leads to. The file need not exist yet.
  static func folder(of path: String) -> String {
    Files.folder(of: Files.resolved(path) ?? path)
  }
}
