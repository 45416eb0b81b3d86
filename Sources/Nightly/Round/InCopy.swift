// SPDX-License-Identifier: Apache-2.0

import Glibc
package import Isolation

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
        "the night could not be concluded: the system ended its process (signal 9), as it does when memory runs out; the next "
          + "run goes on from there")
    case .signal(let signal):
      throw Failure(.internalFault, "the night could not be concluded: its process was ended by signal \(signal)")
    default: throw Failure(.notWritten, "the system has no process to conclude the night (error \(number)); try again")
    }
  }
}
