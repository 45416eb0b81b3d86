// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The entries of an archive that have been read to their end with the right size and CRC-32. The bytes of an archive never change, so that
/// inflating an entry again gives the same bytes, and their checksum need not be computed once more.
final class KnownEntries: Sendable {
  private let verified = Mutex<Set<ZipEntry>>([])

  /// Whether this very entry has been verified; one that another archive describes differently is not.
  func contains(_ entry: ZipEntry) -> Bool { verified.withLock { $0.contains(entry) } }

  func insert(_ entry: ZipEntry) { verified.withLock { _ = $0.insert(entry) } }
}
