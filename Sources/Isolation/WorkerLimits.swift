// SPDX-License-Identifier: Apache-2.0

/// The limits of a worker process.
package struct WorkerLimits: Hashable, Sendable {
  /// Address space in bytes.
  package var memory: Int
  /// Seconds of processor time.
  package var processorSeconds: Int
  /// Elapsed seconds.
  package var wallSeconds: Int
  /// The size of its result in bytes.
  package var output: Int

  package init(
    memory: Int = 8 << 30, processorSeconds: Int = 1800, wallSeconds: Int = 1800, output: Int = 1 << 30
  ) {
    self.memory = memory
    self.processorSeconds = processorSeconds
    self.wallSeconds = wallSeconds
    self.output = output
  }

  package static let `default` = WorkerLimits()

  /// For files from strangers: each is finished within a minute.
  package static let untrusted = WorkerLimits(memory: 1 << 30, processorSeconds: 9, wallSeconds: 55, output: 16 << 20)

  /// The limits by the names used in messages and in `--limit NAME=VALUE`.
  package static let named: [(name: String, limit: any WritableKeyPath<WorkerLimits, Int> & Sendable)] = [
    ("worker-memory", \.memory), ("worker-processor-seconds", \.processorSeconds), ("worker-seconds", \.wallSeconds),
    ("worker-output", \.output),
  ]
}
