// SPDX-License-Identifier: Apache-2.0

internal import Base
import Glibc

/// Processes files one by one, each in its own process. A crash, a hang or excessive memory use ends that process and becomes
/// the result for its file, and the others continue. A Swift trap can't be caught, only survived in this way.
package struct WorkerPool {
  package let limits: WorkerLimits
  /// An open file for the workers to read.
  package var kept: Int32?
  /// The number of workers at a time.
  package var size = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  package init(limits: WorkerLimits, size: Int? = nil) {
    self.limits = limits
    if let size { self.size = size }
  }

  /// The maximum number of results that may wait for earlier ones.
  private static let longestQueue = 64
  /// The maximum number of bytes that all results together may have that can't be delivered yet, finished or not. With more,
  /// no other worker is started, and those that run wait until the first one is done.
  private static let mostWaiting = 4 << 20

  /// Runs `work` for 0 ..< `count` and delivers the results in this order, each as soon as all before it have been delivered.
  ///
  /// - Parameters:
  ///   - limits: the limits of each worker, if they are not the same for all.
  ///   - keepOn: called at least once a second. If it returns false, all workers are killed and no more results are delivered.
  package func run(
    _ count: Int, limits: ((Int) -> WorkerLimits)? = nil, keepOn: () -> Bool = { true }, _ work: (Int) -> Int32,
    deliver: (Int, Worker.Result) -> Void
  ) {
    var running: [Int: Worker] = [:]
    var finished: [Int: Worker.Result] = [:]
    var next = 0
    var delivered = 0
    while delivered < count {
      // A worker that has closed its pipes has finished. The next one can start while the system cleans up.
      while running.values.count(where: { !$0.descriptors.isEmpty }) < size, next < count,
        next < delivered + Self.longestQueue,
        next == delivered || Self.size(running, finished, besides: delivered) < Self.mostWaiting
      {
        let index = next
        var failure: Int32 = 0
        if let worker = Worker(limits: limits?(index) ?? self.limits, keeping: kept, failure: &failure, { work(index) })
        {
          running[index] = worker
        } else if running.isEmpty {
          finished[index] = Worker.Result(ending: .notStarted(failure))
        } else {
          // There may be room after another worker has ended.
          break
        }
        next += 1
      }
      attend(&running, &finished, first: delivered)
      guard keepOn() else {
        for var worker in running.values { worker.stop(.tooSlow) }
        return
      }
      while let result = finished.removeValue(forKey: delivered) {
        deliver(delivered, result)
        delivered += 1
      }
    }
  }

  /// The bytes of all results but the one that is delivered next.
  private static func size(_ running: [Int: Worker], _ finished: [Int: Worker.Result], besides first: Int) -> Int {
    running.reduce(0) { $0 + ($1.key == first ? 0 : $1.value.size) }
      + finished.reduce(0) { $0 + ($1.key == first ? 0 : $1.value.output.count + $1.value.messages.count) }
  }

  /// Waits until something happens, and handles it.
  ///
  /// - Parameter first: the work whose result is delivered next. It is always listened to.
  private func attend(_ running: inout [Int: Worker], _ finished: inout [Int: Worker.Result], first: Int) {
    guard !running.isEmpty else { return }
    var room = Self.mostWaiting - Self.size(running, finished, besides: first)
    let heard = running.filter { $0.key == first || room > 0 }
    let descriptors = heard.values.flatMap(\.descriptors)
    // A worker that has closed its pipes is about to end, but no pipe will tell when.
    let isEnding = running.values.contains { $0.descriptors.isEmpty }
    let now = MonotonicClock.milliseconds()
    let patience = (running.values.map(\.deadline).min() ?? now) - now
    Worker.wait(for: descriptors, milliseconds: isEnding ? 1 : max(0, min(patience, 1000)))
    let waited = MonotonicClock.milliseconds() - now
    for index in running.keys.sorted() {
      guard var worker = running[index] else { continue }
      if index == first {
        worker.receive()
      } else if room > 0 {
        let before = worker.size
        worker.receive(atMost: room)
        room -= worker.size - before
      } else {
        worker.wait(milliseconds: waited)
      }
      if MonotonicClock.milliseconds() > worker.deadline { worker.stop(.tooSlow) }
      running[index] = worker
      if let result = worker.result() {
        finished[index] = result
        running[index] = nil
      }
    }
  }
}
