// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Does one piece of work a file, each in a process of its own: a crash, a hang or too much memory ends that process, becomes the
/// result of that file, and the others go on. A trap of Swift can't be caught, only survived.
package struct WorkerPool {
  package var limits: WorkerLimits
  /// An open file that they read from.
  package var kept: Int32?
  /// How many work at the same time.
  package var size = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  package init(limits: WorkerLimits) { self.limits = limits }

  /// Results wait for their turn; no more than this many may.
  private static let longestQueue = 64

  /// Runs `work` for 0, 1, … `count` - 1 and hands over the results in this order, each as soon as it and those before it are
  /// there.
  ///
  /// - Parameter keepOn: asked at least once a second; false ends all workers, and no more results come.
  package func run(
    _ count: Int, keepOn: () -> Bool = { true }, _ work: (Int) -> Int32, deliver: (Int, Worker.Result) -> Void
  ) {
    var running: [Int: Worker] = [:]
    var finished: [Int: Worker.Result] = [:]
    var next = 0
    var delivered = 0
    while delivered < count {
      // One that has closed its pipes has done its work: while the system takes it down, the next one can begin.
      while running.values.count(where: { !$0.descriptors.isEmpty }) < size, next < count,
        next < delivered + Self.longestQueue
      {
        let index = next
        var failure: Int32 = 0
        if let worker = Worker(limits: limits, keeping: kept, failure: &failure, { work(index) }) {
          running[index] = worker
        } else if running.isEmpty {
          finished[index] = Worker.Result(ending: .notStarted(failure))
        } else {
          // Perhaps there is room once another one has ended.
          break
        }
        next += 1
      }
      attend(&running, &finished)
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

  /// Waits for something to happen, and takes it in.
  private func attend(_ running: inout [Int: Worker], _ finished: inout [Int: Worker.Result]) {
    guard !running.isEmpty else { return }
    let descriptors = running.values.flatMap(\.descriptors)
    // A worker that has closed its pipes is about to end, which no pipe tells.
    let isEnding = running.values.contains { $0.descriptors.isEmpty }
    let now = MonotonicClock.milliseconds()
    let patience = (running.values.map(\.deadline).min() ?? now) - now
    Worker.wait(for: descriptors, milliseconds: isEnding ? 1 : max(0, min(patience, 1000)))
    for index in running.keys.sorted() {
      guard var worker = running[index] else { continue }
      worker.receive()
      if MonotonicClock.milliseconds() > worker.deadline { worker.stop(.tooSlow) }
      running[index] = worker
      if let result = worker.result() {
        finished[index] = result
        running[index] = nil
      }
    }
  }
}
