// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Base
import Dealbook
import Isolation
import Nightly
import Playbook

/// Whether to work on each file in its own process.
struct IsolationOptions: ParsableArguments {
  @Flag(
    inversion: .prefixedNo,
    help:
      "Handle each file in its own process, within the worker limits. This is the default for more than one file and with --limits untrusted."
  )
  var isolate: Bool?

  /// Runs `work` for each file and returns the worst status.
  ///
  /// - Parameters:
  ///   - reads: other files that the work may read.
  ///   - showsProgress: whether to show on a terminal how many files are done.
  ///   - failed: called for a file whose worker was killed.
  func run(
    _ files: [String], reading: ReadingOptions, reads: [String], showsProgress: Bool, _ work: (String) -> ExitStatus,
    failed: (String, Failure) -> Void
  ) throws -> ExitStatus {
    var status = ExitStatus.done
    guard isolate ?? (files.count > 1 || reading.isUntrusted) else {
      for file in files { status = status.combined(with: work(file)) }
      return status
    }
    let limits = try reading.workerLimits()
    // Prepare what every worker needs once, before forking.
    if files.count >= WarmUp.worthwhileFrom { WarmUp.run(.builtIn) } else { _ = Playbook.builtIn }
    StandardOutput.flush()
    let line = ProgressLine(isWanted: showsProgress)
    var done = 0
    defer { line.end() }
    WorkerPool(limits: limits).run(files.count, limits: { limits.of(files[$0]) }) { index in
      WorkerReach(reads: [Confinement.folder(of: files[index])] + reads).enter()
      let status = work(files[index])
      StandardOutput.flush()
      return status.rawValue
    } deliver: { index, result in
      line.clear()
      StandardOutput.write(result.output)
      StandardError.relay(result.messages)
      if let failure = Failure(result.ending, files[index], limits.of(files[index])) {
        failed(files[index], failure)
        status = status.combined(with: failure.status)
      } else if case .exited(let code) = result.ending {
        status = status.combined(with: ExitStatus(rawValue: code) ?? .internalFault)
      }
      StandardOutput.flush()
      done += 1
      line.show("[\(done)/\(files.count)] \(Printable.text(files[index]))")
    }
    return status
  }
}
