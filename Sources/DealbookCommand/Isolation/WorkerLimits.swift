// SPDX-License-Identifier: Apache-2.0

/// What one worker process may use of the machine.
struct WorkerLimits: Hashable, Sendable {
  /// Bytes of address space.
  var memory = 8 << 30
  /// Seconds of processor time.
  var processorSeconds = 1800
  /// Seconds by the clock.
  var wallSeconds = 1800
  /// Bytes of its result.
  var output = 1 << 30

  static let `default` = WorkerLimits()

  /// For files that anybody may have sent: within a minute each is done with.
  static let untrusted = WorkerLimits(memory: 1 << 30, processorSeconds: 9, wallSeconds: 55, output: 16 << 20)

  /// Each limit under the name that messages and `--limit NAME=VALUE` use.
  static let named: [(name: String, limit: any WritableKeyPath<WorkerLimits, Int> & Sendable)] = [
    ("worker-memory", \.memory), ("worker-processor-seconds", \.processorSeconds), ("worker-seconds", \.wallSeconds),
    ("worker-output", \.output),
  ]
}
