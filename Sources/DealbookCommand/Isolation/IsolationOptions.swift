// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Base
import Dealbook
import Isolation
import Nightly
import Playbook

/// Whether each file is worked on in a process of its own.
struct IsolationOptions: ParsableArguments {
  @Flag(
    inversion: .prefixedNo,
    help:
      "Work on each file in a process of its own, within the worker limits. Default for more than one file, and with --limits untrusted."
  )
  var isolate: Bool?

  /// Does `work` for each file, which may read the files `reads` too, and returns the worst status. `failed` is told of a file whose worker did not come to an end
  /// of its own. `showsProgress` asks for a line at the terminal that says how many are done.
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
    // What every worker needs is made once, before they part.
    if files.count >= WarmUp.worthwhileFrom { WarmUp.run(.builtIn) } else { _ = Playbook.builtIn }
    StandardOutput.flush()
    let line = ProgressLine(isWanted: showsProgress)
    var done = 0
    defer { line.end() }
    WorkerPool(limits: limits).run(files.count) { index in
      WorkerReach(reads: [Confinement.folder(of: files[index])] + reads).enter()
      let status = work(files[index])
      StandardOutput.flush()
      return status.rawValue
    } deliver: { index, result in
      line.clear()
      StandardOutput.write(result.output)
      StandardError.relay(result.messages)
      if let failure = Failure(result.ending, files[index], limits) {
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
