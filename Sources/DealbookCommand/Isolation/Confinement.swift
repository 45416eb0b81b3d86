// SPDX-License-Identifier: Apache-2.0

import Isolation
import Nightly

/// The work of a command on one file that somebody else may have sent, in a process of its own that writes where we write.
struct Confinement {
  let reading: ReadingOptions
  /// The workbook.
  let file: String
  /// Other files that the work reads.
  var reads: [String?] = []
  /// Where it writes; nil: nowhere.
  var output: String?

  /// With `--limits untrusted` in a process that may touch nothing else, within the worker limits; else here.
  func run(_ work: () -> ExitStatus) throws -> ExitStatus {
    guard reading.isUntrusted else { return work() }
    var limits = try reading.workerLimits()
    limits.wallSeconds += 86_400  // Waiting for an editor is no work; processor time is bounded all the same.
    let reach = WorkerReach(
      reads: [Self.folder(of: file)] + reads.compactMap(\.self), writes: output.map { [Self.folder(of: $0)] } ?? [])
    StandardOutput.flush()
    var number: Int32 = 0
    let ending = Worker.alone(limits: limits, failure: &number) {
      reach.enter()
      let status = work()
      StandardOutput.flush()
      return status.rawValue
    }
    guard let ending else {
      StandardError.complain("\(file): the system has no process for it (error \(number)); try again")
      return .unreadable
    }
    if let failure = Failure(ending, file, limits) {
      StandardError.complain(failure.message)
      return failure.status
    }
    if case .exited(let code) = ending { return ExitStatus(rawValue: code) ?? .internalFault }
    return .internalFault
  }

  /// Where the file is that a path leads to, or will be.
  static func folder(of path: String) -> String {
    Files.folder(of: Files.resolved(path) ?? path)
  }
}
