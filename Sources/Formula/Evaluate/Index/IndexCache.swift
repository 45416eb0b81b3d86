// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Indexes over the columns of an environment, each built on first use.
///
/// Columns are identified by object identity, so an entry can never be mistaken for that of another column. Copies of an environment share
/// one cache.
final class IndexCache: Sendable {
  /// An index over some columns, built or being built.
  private final class Entry<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
    /// Retained, so that no other column can get the same identity.
    let columns: [Column]

    init(_ columns: [Column]) { self.columns = columns }
  }

  private struct Entries {
    var coded: [ObjectIdentifier: Entry<CodedColumn>] = [:]
    var groups: [[ObjectIdentifier]: Entry<GroupTable>] = [:]
    /// Columns that the base cache does not know, retained for their identity.
    var own: [ObjectIdentifier: Column] = [:]
  }

  /// The cache that holds the indexes over all columns that are not this cache's own; nil if all columns are its own.
  private let base: IndexCache?

  init(over base: IndexCache? = nil) { self.base = base }

  /// Registers a column as belonging to this cache alone.
  func own(_ column: Column) {
    guard base != nil else { return }
    entries.withLock { $0.own[ObjectIdentifier(column.storage)] = column }
  }

  private func isOwn(_ keys: [ObjectIdentifier]) -> Bool {
    entries.withLock { entries in keys.contains { entries.own[$0] != nil } }
  }

  private let entries = Mutex(Entries())

  func coded(_ column: Column) -> CodedColumn {
    let key = ObjectIdentifier(column.storage)
    if let base, !isOwn([key]) { return base.coded(column) }
    let entry = entries.withLock { entries in
      if let entry = entries.coded[key] { return entry }
      let entry = Entry<CodedColumn>([column])
      entries.coded[key] = entry
      return entry
    }
    // If two tasks want the same index, one builds it and the other waits; tasks that want other indexes are not blocked.
    return entry.value.withLock { value in
      if let value { return value }
      let made = CodedColumn(column)
      value = made
      return made
    }
  }

  func groups(_ columns: [Column]) -> GroupTable {
    let key = columns.map { ObjectIdentifier($0.storage) }
    if let base, !isOwn(key) { return base.groups(columns) }
    let entry = entries.withLock { entries in
      if let entry = entries.groups[key] { return entry }
      let entry = Entry<GroupTable>(columns)
      entries.groups[key] = entry
      return entry
    }
    return entry.value.withLock { value in
      if let value { return value }
      let made = GroupTable(columns.map(coded))
      value = made
      return made
    }
  }

  /// Drops the indexes over a column that no longer exists.
  func forget(_ column: Column) {
    let key = ObjectIdentifier(column.storage)
    entries.withLock { entries in
      if base != nil, entries.own.removeValue(forKey: key) == nil { return }
      entries.coded[key] = nil
      for columns in entries.groups.keys where columns.contains(key) { entries.groups[columns] = nil }
    }
  }
}
