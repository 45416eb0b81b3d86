// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The relationships of a package that have been read: those of a sheet are asked for again and again, for its tables, notes and drawings.
final class KnownRelationships: Sendable {
  private let known = Mutex<[PartName: Relationships]>([:])

  /// No more parts than this are kept, and none with as many relationships as ``largest``: the rest is read anew.
  private static let most = 256
  private static let largest = 64

  /// - Parameter name: the relationship part.
  subscript(name: PartName) -> Relationships? { known.withLock { $0[name] } }

  func take(_ relationships: Relationships, of name: PartName) {
    guard relationships.all.count < Self.largest else { return }
    known.withLock { if $0.count < Self.most { $0[name] = relationships } }
  }
}
