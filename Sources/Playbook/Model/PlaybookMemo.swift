// SPDX-License-Identifier: Apache-2.0

private import Synchronization

/// Caches what is derived from a playbook, once for all workbooks read with it. Copies of a playbook share the cache.
package final class PlaybookMemo: Sendable {
  private let made = Mutex<[ObjectIdentifier: any Sendable]>([:])

  /// The cached value of this type; `make` is called on first use. A type has only one value.
  package func value<Value: Sendable>(_ make: () -> Value) -> Value {
    let key = ObjectIdentifier(Value.self)
    if let known = made.withLock({ $0[key] }) as? Value { return known }
    // Made outside the lock: two tasks may both make it, but they make the same value.
    let new = make()
    made.withLock { $0[key] = new }
    return new
  }
}
