// SPDX-License-Identifier: Apache-2.0

internal import Base
internal import Dealbook
internal import Glibc
internal import Isolation
internal import Playbook

/// Parses a text in a short-lived process before this process does. A text that makes a parser hang, crash or run out of memory
/// is then reported as an error in that text, and does not end the night.
package enum Trial {
  private static let limits = WorkerLimits(memory: 2 << 30, processorSeconds: 10, wallSeconds: 20)

  /// Reads a playbook and prepares what many workers will need of it. Its mistakes become the message of the failure.
  static func playbook(_ file: SmallFile, warmingUp: Bool) throws(Failure) -> Playbook {
    let source = PlaybookSource(name: file.path, bytes: file.bytes)
    try run(file.path) { () throws(Failure) in
      let playbook = try PlaybookFile.read([source])
      if warmingUp { WarmUp.run(playbook) }
    }
    return try PlaybookFile.read([source])
  }

  package static func waivers(_ file: SmallFile) throws(Failure) -> Waivers {
    func read() throws(Failure) -> Waivers {
      do throws(NightlyError) { return try Waivers(bytes: file.bytes, path: file.path) } catch { throw Failure(error) }
    }
    try run(file.path) { () throws(Failure) in _ = try read() }
    return try read()
  }

  private static func run(_ path: String, _ work: () throws(Failure) -> Void) throws(Failure) {
    var failure: Failure?
    StandardOutput.flush()
    WorkerPool(limits: limits, size: 1).run(1) { _ in
      WorkerReach().enter()
      do throws(Failure) {
        try work()
        return ExitStatus.done.rawValue
      } catch {
        StandardError.write(Printable.cut(error.message))
        return error.status.rawValue
      }
    } deliver: { _, result in
      switch result.ending {
      case .exited(ExitStatus.done.rawValue): break
      case .exited(let code):
        failure = Failure(
          ExitStatus(rawValue: code) ?? .internalFault, String(decoding: result.messages, as: UTF8.self))
      case .tooSlow, .signal(SIGXCPU):
        failure = Failure(
          .usage,
          Spoken.words(
            "\(path)：\(limits.processorSeconds) 秒內讀不完：經人檢查過的規則手冊不會這麼久",
            "\(path): not read after \(limits.processorSeconds) seconds: no reviewed playbook takes that long"))
      default:
        failure = Failure(
          .usage,
          Spoken.words(
            "\(path)：讀取它的程序被終止：它要用的資源太多，或是程式的錯",
            "\(path): the process that read it was ended: it needs too many resources, or this program has an error"))
      }
    }
    if let failure { throw failure }
  }
}
