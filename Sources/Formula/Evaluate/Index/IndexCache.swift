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
  }

  private let entries = Mutex(Entries())

  func coded(_ column: Column) -> CodedColumn {
    let key = ObjectIdentifier(column.storage)
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
      entries.coded[key] = nil
      for columns in entries.groups.keys where columns.contains(key) { entries.groups[columns] = nil }
    }
  }
}
