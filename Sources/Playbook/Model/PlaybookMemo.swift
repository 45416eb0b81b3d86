private import Synchronization

/// What has been worked out from a playbook, once for all workbooks that are read by it. Copies of a playbook share it.
package final class PlaybookMemo: Sendable {
  private let made = Mutex<[ObjectIdentifier: any Sendable]>([:])

  /// The only value of its type; `make` makes it when it is first asked for.
  package func value<Value: Sendable>(_ make: () -> Value) -> Value {
    let key = ObjectIdentifier(Value.self)
    if let known = made.withLock({ $0[key] }) as? Value { return known }
    // Made outside the lock: two tasks may both make it, and both make the same.
    let new = make()
    made.withLock { $0[key] = new }
    return new
  }
}
