// SPDX-License-Identifier: Apache-2.0

/// The limits of a worker process.
package struct WorkerLimits: Hashable, Sendable {
  /// Address space in bytes.
  package var memory = 8 << 30
  /// Seconds of processor time.
  package var processorSeconds = 1800
  /// Elapsed seconds.
  package var wallSeconds = 1800
  /// The size of its result in bytes.
  package var output = 1 << 30

  package static let `default` = WorkerLimits()

  /// For files from strangers: each is finished within a minute.
  package static let untrusted = WorkerLimits(memory: 1 << 30, processorSeconds: 9, wallSeconds: 55, output: 16 << 20)

  /// The limits by the names used in messages and in `--limit NAME=VALUE`.
  package static let named: [(name: String, limit: any WritableKeyPath<WorkerLimits, Int> & Sendable)] = [
    ("worker-memory", \.memory), ("worker-processor-seconds", \.processorSeconds), ("worker-seconds", \.wallSeconds),
    ("worker-output", \.output),
  ]
}
