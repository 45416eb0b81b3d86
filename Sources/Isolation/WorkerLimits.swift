// SPDX-License-Identifier: Apache-2.0

/// What one worker process may use of the machine.
package struct WorkerLimits: Hashable, Sendable {
  /// Bytes of address space.
  package var memory = 8 << 30
  /// Seconds of processor time.
  package var processorSeconds = 1800
  /// Seconds by the clock.
  package var wallSeconds = 1800
  /// Bytes of its result.
  package var output = 1 << 30

  package static let `default` = WorkerLimits()

  /// For files that anybody may have sent: within a minute each is done with.
  package static let untrusted = WorkerLimits(memory: 1 << 30, processorSeconds: 9, wallSeconds: 55, output: 16 << 20)

  /// Each limit under the name that messages and `--limit NAME=VALUE` use.
  package static let named: [(name: String, limit: any WritableKeyPath<WorkerLimits, Int> & Sendable)] = [
    ("worker-memory", \.memory), ("worker-processor-seconds", \.processorSeconds), ("worker-seconds", \.wallSeconds),
    ("worker-output", \.output),
  ]
}
