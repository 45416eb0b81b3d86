// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// The file a workbook was read from, in the state in which it was last read or written.
final class Origin: Sendable {
  private let kept: Mutex<FileSnapshot>

  init(_ snapshot: FileSnapshot) { kept = Mutex(snapshot) }

  var snapshot: FileSnapshot { kept.withLock { $0 } }

  func note(_ snapshot: FileSnapshot) { kept.withLock { $0 = snapshot } }
}
