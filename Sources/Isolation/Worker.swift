// SPDX-License-Identifier: Apache-2.0

internal import Base
internal import CProcess
import Glibc

// Only this file creates and ends processes. Buffers are lent to the system for a single call.

/// A process that does one piece of work and returns the result through pipes.
package struct Worker {
  /// What remains of a worker after it has ended.
  package struct Result: Sendable {
    package var output: [UInt8] = []
    package var messages: [UInt8] = []
    package var ending: Ending
    /// The processor time that it took, in seconds.
    package var processorSeconds = 0.0
  }

  package enum Ending: Hashable, Sendable {
    case exited(Int32)
    /// A bug of ours, or the system's response to too much memory or processor time.
    case signal(Int32)
    case tooSlow
    case tooMuchOutput
    /// The error number from the system.
    case notStarted(Int32)
  }

  /// Prepares this process for starting many workers, each of which is to find its memory quickly. Called once, after everything that
  /// they have in common is in memory.
  package static func expectMany() { cprocess_prepare_heap() }

  private let process: pid_t
  private var channels: [Int32]
  private var received: [[UInt8]] = [[], []]
  /// On the ``MonotonicClock``, in milliseconds.
  private(set) var deadline: Int
  private var stopped: Ending?

  /// Starts `work` in a copy of this process. The copy's standard output and standard error go to this process, and the result
  /// of `work` becomes its exit code. Returns nil, with the error number in `failure`, if the system can't provide a process or
  /// a pipe.
  ///
  /// This process must be single-threaded: the copy has only one thread and would wait forever for a lock held by another.
  ///
  /// - Parameter kept: an open file that the copy may continue to read.
  init?(limits: WorkerLimits, keeping kept: Int32?, failure: inout Int32, _ work: () -> Int32) {
    guard let output = Self.pipe(), let messages = Self.pipe() else {
      failure = errno
      return nil
    }
    let parent = getpid()
    let process = cprocess_fork()
    guard process >= 0 else {
      failure = errno
      for descriptor in [output.read, output.write, messages.read, messages.write] { close(descriptor) }
      return nil
    }
    if process == 0 {
      // This is the copy. It never returns to the work of its parent.
      cprocess_end_with(parent)
      SingleThread.ask()
      dup2(output.write, STDOUT_FILENO)
      dup2(messages.write, STDERR_FILENO)
      // Locks, the journal and other workers' pipes belong to the parent.
      cprocess_close_others(kept ?? -1)
      cprocess_default_signals()
      Self.limit(limits)
      _exit(work())
    }
    close(output.write)
    close(messages.write)
    self.process = process
    channels = [output.read, messages.read]
    longestOutput = limits.output
    deadline = MonotonicClock.milliseconds() + limits.wallSeconds * 1000
  }

  /// Runs `work` in a copy of this process that shares its standard output and error, and waits for it to end. Returns nil,
  /// with the error number in `failure`, if the system can't provide a process.
  ///
  /// - Parameter limits: the limits for the copy; nil for work that needs none.
  package static func alone(limits: WorkerLimits? = nil, failure: inout Int32, _ work: () -> Int32) -> Ending? {
    let parent = getpid()
    let process = cprocess_fork()
    guard process >= 0 else {
      failure = errno
      return nil
    }
    if process == 0 {
      cprocess_end_with(parent)
      SingleThread.ask()
      cprocess_default_signals()
      if let limits {
        cprocess_close_others(-1)
        limit(limits)
      }
      _exit(work())
    }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) != process {
      guard errno == EINTR else { return .exited(ExitStatus.internalFault.rawValue) }
    }
    let signal = cprocess_signal(status)
    return signal != 0 ? .signal(signal) : .exited(cprocess_exit_code(status))
  }

  /// Runs in the copy.
  private static func limit(_ limits: WorkerLimits) {
    _ = cprocess_limit_core()
    _ = cprocess_limit_memory(UInt64(limits.memory))
    _ = cprocess_limit_processor(UInt64(limits.processorSeconds))
  }

  var descriptors: [Int32] { channels.filter { $0 >= 0 } }

  /// A longer result for one file is a bug, not a result.
  private let longestOutput: Int
  /// Nobody reads more messages than this.
  private static let longestMessages = 1 << 20

  /// The bytes that it has given so far.
  var size: Int { received[0].count + received[1].count }

  /// Gives it more time, for what it had to wait because nobody read.
  mutating func wait(milliseconds: Int) { deadline += milliseconds }

  /// Reads what has arrived, without blocking, until so many bytes have been taken.
  mutating func receive(atMost most: Int = .max) {
    let before = size
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    for channel in channels.indices where channels[channel] >= 0 {
      while size - before < most {
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(channels[channel], $0.baseAddress, $0.count) }
        if count > 0 {
          if channel == 1 {
            received[1] += buffer[..<min(count, Self.longestMessages - received[1].count)]
            continue
          }
          received[0] += buffer[..<count]
          if received[0].count > longestOutput {
            stop(.tooMuchOutput)
            return
          }
          continue
        }
        if count < 0 && errno == EINTR { continue }
        if count < 0 && errno == EAGAIN { break }
        close(channels[channel])
        channels[channel] = -1
        break
      }
    }
  }

  /// Kills the process for the reason `ending`.
  mutating func stop(_ ending: Ending) {
    stopped = ending
    kill(process, SIGKILL)
    for channel in channels where channel >= 0 { close(channel) }
    channels = [-1, -1]
  }

  /// The result after the process has ended; nil while it is running.
  func result() -> Result? {
    guard descriptors.isEmpty else { return nil }
    var status: Int32 = 0
    // A killed process is gone in a moment. Any other may take a while to exit.
    var usage = rusage()
    let found = unsafe wait4(process, &status, stopped == nil ? WNOHANG : 0, &usage)
    guard found == process else { return nil }
    let signal = cprocess_signal(status)
    let ending = stopped ?? (signal != 0 ? .signal(signal) : .exited(cprocess_exit_code(status)))
    return Result(
      output: received[0], messages: received[1], ending: ending,
      processorSeconds: Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime))
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

  /// Waits until one of `descriptors` can be read, or until the time has passed.
  static func wait(for descriptors: [Int32], milliseconds: Int) {
    var entries = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let limit = Int32(clamping: milliseconds)
    _ = unsafe entries.withUnsafeMutableBufferPointer { unsafe poll($0.baseAddress, nfds_t($0.count), limit) }
  }

  private static func pipe() -> (read: Int32, write: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard unsafe ends.withUnsafeMutableBufferPointer({ unsafe Glibc.pipe($0.baseAddress) }) == 0 else { return nil }
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    return (ends[0], ends[1])
  }
}
