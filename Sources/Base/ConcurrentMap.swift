// SPDX-License-Identifier: Apache-2.0

internal import Dispatch
internal import Synchronization

/// Calls `body` for 0 ..< `count` on all cores and returns the results in order. If several calls fail, the error is that of the
/// lowest index, so that it does not depend on timing.
package func concurrentMap<Element: Sendable, Failure: Error>(
  _ count: Int, _ body: @Sendable (Int) throws(Failure) -> Element
) throws(Failure) -> [Element] {
  // A single call runs on this thread, without waking another one.
  if count <= 1 || SingleThread.isAskedFor {
    var elements: [Element] = []
    for index in 0..<count { elements.append(try body(index)) }
    return elements
  }
  let results = Mutex<[Int: Result<Element, Failure>]>([:])
  DispatchQueue.concurrentPerform(iterations: count) { index in
    let result = Result { () throws(Failure) in try body(index) }
    results.withLock { $0[index] = result }
  }
  let done = results.withLock { $0 }
  var elements: [Element] = []
  elements.reserveCapacity(count)
  for index in 0..<count {
    if let result = done[index] { elements.append(try result.get()) }
  }
  return elements
}

/// Whether this process must use a single thread: one that is about to fork worker processes, and the workers themselves.
///
/// The workers already share the cores. Besides, `Mutex` caches the id of its thread. After a fork, the child still has the id
/// from its parent, so that a second thread waiting for a lock of the first would wait forever.
package enum SingleThread {
  private static let state = Atomic<Bool>(false)

  package static var isAskedFor: Bool { state.load(ordering: .relaxed) }

  package static func ask(_ isAskedFor: Bool = true) { state.store(isAskedFor, ordering: .relaxed) }
}
