// SPDX-License-Identifier: Apache-2.0

/// The limits of a worker process.
package struct WorkerLimits: Hashable, Sendable {
  /// Address space in bytes.
  package var memory: Int
  /// The same for a file of no more than 8 MiB.
  package var smallFileMemory: Int
  /// Seconds of processor time.
  package var processorSeconds: Int
  /// Elapsed seconds.
  package var wallSeconds: Int
  /// The size of its result in bytes.
  package var output: Int

  package init(
    memory: Int = 8 << 30, smallFileMemory: Int = 8 << 30, processorSeconds: Int = 1800, wallSeconds: Int = 1800,
    output: Int = 1 << 30
  ) {
    self.memory = memory
    self.smallFileMemory = smallFileMemory
    self.processorSeconds = processorSeconds
    self.wallSeconds = wallSeconds
    self.output = output
  }

  package static let `default` = WorkerLimits()

  /// For files from strangers: each is finished within a minute.
  package static let untrusted = WorkerLimits(
    memory: 1 << 30, smallFileMemory: 512 << 20, processorSeconds: 8, wallSeconds: 55, output: 16 << 20)

  private static let smallFile = 8 << 20

  /// The limits for a file of this size in bytes: what is small must not ask for much memory.
  package func of(size: Int) -> WorkerLimits {
    guard size <= Self.smallFile, smallFileMemory < memory else { return self }
    var limits = self
    limits.memory = smallFileMemory
    limits.memoryName = "worker-memory-small-file"
    return limits
  }

  /// The name of the limit on memory that is in force.
  package private(set) var memoryName = "worker-memory"

  /// The limits by the names used in messages and in `--limit NAME=VALUE`.
  package static let named: [(name: String, limit: any WritableKeyPath<WorkerLimits, Int> & Sendable)] = [
    ("worker-memory", \.memory), ("worker-memory-small-file", \.smallFileMemory),
    ("worker-processor-seconds", \.processorSeconds), ("worker-seconds", \.wallSeconds),
    ("worker-output", \.output),
  ]
}
