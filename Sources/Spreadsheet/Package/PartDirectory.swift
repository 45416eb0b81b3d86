// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Where the parts of a package are, and what has been read of their relationships and tables. Those of a sheet are asked for again
/// and again.
final class PartDirectory: Sendable {
  /// The archive entry of each part, by position.
  let entries: [PartName: Int]
  private let known = Mutex<[PartName: Relationships]>([:])
  private let tables = Mutex<[PartName: [Table]]>([:])

  /// No more parts than this are kept, and none with as many relationships as ``largest``: the rest is read anew.
  private static let most = 256
  private static let largest = 64

  init(_ entries: [PartName: Int]) { self.entries = entries }

  /// The relationships in the part `name`, if they have been kept.
  func relationships(_ name: PartName) -> Relationships? { known.withLock { $0[name] } }

  func keep(_ relationships: Relationships, _ name: PartName) {
    guard relationships.all.count < Self.largest else { return }
    known.withLock { if $0.count < Self.most { $0[name] = relationships } }
  }

  /// The tables of the sheet in the part `name`, if they have been kept.
  func tables(_ name: PartName) -> [Table]? { tables.withLock { $0[name] } }

  func keep(_ tables: [Table], _ name: PartName) {
    self.tables.withLock { if $0.count < Self.most { $0[name] = tables } }
  }
}
