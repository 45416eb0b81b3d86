// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Dealbook
import Glibc
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
      if let failure = Self.failure(result.ending, files[index], limits) {
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

  /// What became of a worker that did not end by itself.
  static func failure(_ ending: Worker.Ending, _ file: String, _ limits: WorkerLimits) -> Failure? {
    switch ending {
    case .exited: return nil
    case .tooSlow:
      return Failure(
        .unreadable,
        "\(file): not done after \(limits.wallSeconds) seconds (limit worker-seconds; --limit worker-seconds=NUMBER raises it)",
        .tooSlow)
    case .signal(SIGXCPU):
      return Failure(
        .unreadable,
        "\(file): not done after \(limits.processorSeconds) seconds of processor time (limit worker-processor-seconds; "
          + "--limit worker-processor-seconds=NUMBER raises it)", .limit)
    case .signal(SIGKILL):
      return Failure(
        .unreadable, "\(file): the system ended the worker (signal 9), as it does when memory runs out", .ended)
    case .signal(let signal):
      return Failure(
        .internalFault,
        "\(file): the worker was ended by signal \(signal): a fault of ours, or more memory than \(limits.memory) bytes "
          + "(limit worker-memory; --limit worker-memory=NUMBER raises it)", .ended)
    case .tooMuchOutput:
      return Failure(
        .unreadable,
        "\(file): its result is longer than \(limits.output) bytes and was dropped (limit worker-output; "
          + "--limit worker-output=NUMBER raises it)", .limit)
    case .notStarted(let number):
      return Failure(.unreadable, "\(file): the system has no process for it (error \(number)); try again", .noProcess)
    }
  }
}
