import Synchronization

/// Indexes over the columns of an environment, each made at first use.
///
/// Columns are known by identity, so that an entry can never be taken for that of another column; environments that
/// are copies of one another share it.
final class IndexCache: Sendable {
  /// What was made for some columns, or is being made.
  private final class Entry<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
    /// Kept alive, so that no other column can have their identity.
    let columns: [Column]

    init(_ columns: [Column]) { self.columns = columns }
  }

  private struct Entries {
    var coded: [ObjectIdentifier: Entry<CodedColumn>] = [:]
    var groups: [[ObjectIdentifier]: Entry<GroupTable>] = [:]
    /// Columns that the cache below knows nothing of, kept alive for their identity.
    var own: [ObjectIdentifier: Column] = [:]
  }

  /// Where indexes over columns are that are not this cache's own; nil where all are.
  private let base: IndexCache?

  init(over base: IndexCache? = nil) { self.base = base }

  /// Takes a column for one of this cache alone.
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
    // Two tasks that want the same index wait for one to make it; others are not held up.
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

  /// Forgets what was made for a column that is no longer there.
  func forget(_ column: Column) {
    let key = ObjectIdentifier(column.storage)
    entries.withLock { entries in
      if base != nil, entries.own.removeValue(forKey: key) == nil { return }
      entries.coded[key] = nil
      for columns in entries.groups.keys where columns.contains(key) { entries.groups[columns] = nil }
    }
  }
}
