internal import Dispatch
internal import Synchronization

/// The results of `body` for 0, 1, … `count` - 1, in this order, worked out on all cores. When several fail, the error is that
/// of the first in order, so that it does not depend on which came first in time.
package func concurrentMap<Element: Sendable, Failure: Error>(
  _ count: Int, _ body: @Sendable (Int) throws(Failure) -> Element
) throws(Failure) -> [Element] {
  // One is done where it is asked for: no thread is woken for it.
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

/// Whether this process must do with one thread: one that is going to part into workers, and its workers.
///
/// Workers share the cores among them as it is. And a `Mutex` asks once for the number of its thread: in a copy of a process that
/// number is still the one in the parent, so that a second thread that waits for a lock of the first waits forever.
package enum SingleThread {
  private static let state = Atomic<Bool>(false)

  package static var isAskedFor: Bool { state.load(ordering: .relaxed) }

  package static func ask(_ isAskedFor: Bool = true) { state.store(isAskedFor, ordering: .relaxed) }
}
