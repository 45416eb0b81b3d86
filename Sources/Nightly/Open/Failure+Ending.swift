// SPDX-License-Identifier: Apache-2.0

import Glibc
package import Isolation

extension Failure {
  /// Explains how a worker was ended; nil for one that exited by itself.
  package init?(_ ending: Worker.Ending, _ file: String, _ limits: WorkerLimits) {
    switch ending {
    case .exited: return nil
    case .tooSlow:
      self.init(
        .unreadable,
        "\(file): not done after \(limits.wallSeconds) seconds (limit worker-seconds; --limit worker-seconds=NUMBER raises it)",
        .tooSlow)
    case .signal(SIGXCPU):
      self.init(
        .unreadable,
        "\(file): not done after \(limits.processorSeconds) seconds of processor time (limit worker-processor-seconds; "
          + "--limit worker-processor-seconds=NUMBER raises it)", .limit)
    case .signal(SIGKILL):
      self.init(
        .unreadable, "\(file): the system ended the worker (signal 9), as it does when memory runs out", .ended)
    case .signal(let signal):
      self.init(
        .internalFault,
        "\(file): the worker was ended by signal \(signal): a fault of ours, or more memory than \(limits.memory) bytes "
          + "(limit \(limits.memoryName); --limit \(limits.memoryName)=NUMBER raises it)", .ended)
    case .tooMuchOutput:
      self.init(
        .unreadable,
        "\(file): its result is longer than \(limits.output) bytes and was dropped (limit worker-output; "
          + "--limit worker-output=NUMBER raises it)", .limit)
    case .notStarted(let number):
      self.init(.unreadable, "\(file): the system has no process for it (error \(number)); try again", .noProcess)
    }
  }
}

extension WorkerLimits {
  /// The limits for the file at `path`.
  package func of(_ path: String) -> WorkerLimits { FileStamp(path).map { of(size: $0.size) } ?? self }
}
