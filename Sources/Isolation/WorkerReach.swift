// SPDX-License-Identifier: Apache-2.0

internal import CProcess
import Glibc

/// What a worker may touch beside its own memory and the pipe of its result. All else it gives up before it looks at anything of
/// somebody else's: programs, processes, the network, files elsewhere.
package struct WorkerReach: Sendable {
  /// Files and folders, with what is below these, that it may read; nil: any.
  let reads: [String]?
  /// Files and folders, with what is below these, that it may also write.
  let writes: [String]

  package init(reads: [String]? = [], writes: [String] = []) {
    self.reads = reads
    self.writes = writes
  }

  /// In the worker. What the kernel cannot hold it to is said by `dealbook limits`.
  package func enter() {
    // The time zone is a file elsewhere, read once.
    tzset()
    cprocess_no_input()
    _ = cprocess_no_new_privileges()
    if let reads, cprocess_landlock() > 0 {
      let rules = cprocess_landlock_begin()
      if rules >= 0 {
        for path in reads { unsafe cprocess_landlock_allow(rules, path, 0) }
        for path in writes { unsafe cprocess_landlock_allow(rules, path, 1) }
        // Where a file without a name gets one.
        if !writes.isEmpty { unsafe cprocess_landlock_allow(rules, "/proc/self/fd", 0) }
        _ = cprocess_landlock_enter(rules)
      }
    }
    _ = cprocess_confine(writes.isEmpty ? 0 : 1)
  }

  /// What this kernel holds workers to, by name, in words.
  package static var told: [(name: String, value: String)] {
    let edition = cprocess_landlock()
    return [
      (
        "worker-system-calls",
        cprocess_has_seccomp() != 0 ? "confined (seccomp)" : "not confined: this kernel has no seccomp"
      ),
      ("worker-files", edition > 0 ? "confined (landlock \(edition))" : "not confined: this kernel has no landlock"),
    ]
  }
}
