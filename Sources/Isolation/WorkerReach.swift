// SPDX-License-Identifier: Apache-2.0

internal import CProcess
import Glibc

/// What a worker may access besides its own memory and its pipes. Before it looks at a stranger's file, it gives up everything
/// else: programs, processes, the network and other files.
package struct WorkerReach: Sendable {
  /// The files and folders (with everything below them) that it may read; nil for all.
  let reads: [String]?
  /// Single files that it may also read. What is no regular file, or a link, is left out.
  let files: [String]
  /// The files and folders (with everything below them) that it may also write.
  let writes: [String]

  package init(reads: [String]? = [], files: [String] = [], writes: [String] = []) {
    self.reads = reads
    self.files = files
    self.writes = writes
  }

  /// Gives up everything else. Called in the worker. If the kernel can't enforce this, `dealbook limits` says so.
  package func enter() {
    // Read the time zone now, because it is in a file elsewhere.
    tzset()
    cprocess_no_input()
    _ = cprocess_no_new_privileges()
    if let reads, cprocess_landlock() > 0 {
      let rules = cprocess_landlock_begin()
      if rules >= 0 {
        for path in reads { unsafe cprocess_landlock_allow(rules, path, 0) }
        for path in files { unsafe cprocess_landlock_allow_file(rules, path) }
        for path in writes { unsafe cprocess_landlock_allow(rules, path, 1) }
        // This is how a file without a name gets one.
        if !writes.isEmpty { unsafe cprocess_landlock_allow(rules, "/proc/self/fd", 0) }
        _ = cprocess_landlock_enter(rules)
      }
    }
    _ = cprocess_confine(writes.isEmpty ? 0 : 1)
  }

  /// What this kernel can enforce, by name, in words.
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
