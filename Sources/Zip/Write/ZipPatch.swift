// SPDX-License-Identifier: Apache-2.0

import Base

/// The changes to an archive: entries to replace, add and remove. All other entries are copied unchanged.
public struct ZipPatch: Sendable {
  private enum Change {
    case replace([ArraySlice<UInt8>])
    case splice(SplicedContents)
    case deflated([DeflatedStretch])
    case add([ArraySlice<UInt8>])
    case remove
  }

  private var changes: [String: (name: String, change: Change)] = [:]
  /// The keys in the order in which they were first used; added entries are written in this order.
  private var order: [String] = []

  public init() {}

  public var isEmpty: Bool { changes.isEmpty }

  /// Replaces the contents of the entry `name` with the concatenation of `pieces`. Its position, name, time and attributes are
  /// preserved.
  public mutating func replace(_ name: String, with pieces: [ArraySlice<UInt8>]) {
    if case .add = changes[EntryName.key(name)]?.change {
      set(name, .add(pieces))
    } else {
      set(name, .replace(pieces))
    }
  }

  /// Replaces the contents of the entry `name` with spliced contents. As many of its compressed bytes as possible are reused.
  public mutating func splice(_ name: String, _ contents: SplicedContents) {
    if case .add = changes[EntryName.key(name)]?.change {
      set(name, .add(contents.pieces))
    } else {
      set(name, .splice(contents))
    }
  }

  /// Replaces the contents of the existing entry `name` with the concatenation of `stretches`.
  package mutating func replace(_ name: String, deflated stretches: [DeflatedStretch]) {
    set(name, .deflated(stretches))
  }

  /// Adds an entry after all others.
  public mutating func add(_ name: String, _ pieces: [ArraySlice<UInt8>]) { set(name, .add(pieces)) }

  public mutating func remove(_ name: String) { set(name, .remove) }

  /// The patched archive. An entry that the patch does not name keeps its local record unchanged, including data descriptor and
  /// gaps, and its central directory record except for the offset. The order of the entries stays the same. If nothing changes,
  /// the result is the same bytes.
  ///
  /// Throws ``EntryFault/missing`` if an entry to replace or remove does not exist, and ``EntryFault/duplicateName`` if an entry
  /// to add does.
  public consuming func apply(to archive: ZipArchive) throws(ZipError) -> [UInt8] {
    var named = order.compactMap { key in
      changes[key].map { (position: archive.index.positions[key], name: $0.name, change: $0.change) }
    }
    for (position, name, change) in named {
      if case .add = change {
        if position != nil { throw .entry(name, .duplicateName) }
      } else if position == nil {
        throw .entry(name, .missing)
      }
    }
    var payloads = try concurrentMap(named.count) { [named] (index: Int) throws(ZipError) -> Payload? in
      let (position, _, change) = named[index]
      return try Self.payload(change, replacing: position.map { archive.entries[$0] }, of: archive)
    }
    var replaced: [Int: Payload] = [:]
    var removed: Set<Int> = []
    var added: [(header: Header, payload: Payload)] = []
    for (index, (position, name, change)) in named.enumerated() {
      if case .remove = change, let position { removed.insert(position) }
      guard let payload = payloads[index] else { continue }
      if let position {
        replaced[position] = payload
      } else {
        added.append((try Header(newEntry: name), payload))
      }
    }
    if replaced.isEmpty && removed.isEmpty && added.isEmpty { return archive.bytes }
    // From here on, only `replaced` and `added` hold the payloads, so that they can be released one by one.
    (changes, named, payloads) = ([:], [], [])
    return try PatchedArchive(archive, replaced: replaced, removed: removed, added: added).bytes
  }

  private mutating func set(_ name: String, _ change: Change) {
    let key = EntryName.key(name)
    if changes.updateValue((name, change), forKey: key) == nil { order.append(key) }
  }

  /// The new payload of an entry. Nil if the entry is removed, or if it already has these contents and its compressed bytes can
  /// stay as they are.
  private static func payload(
    _ change: Change, replacing entry: ZipEntry?, of archive: ZipArchive
  ) throws(ZipError) -> Payload? {
    let pieces: [ArraySlice<UInt8>]
    switch change {
    case .remove: return nil
    case .add(let new): return try Payload(new)
    case .deflated(let stretches): return Payload(stretches)
    case .replace(let new): pieces = new
    case .splice(let contents): pieces = contents.pieces
    }
    let crc32 = Payload.crc32(of: pieces)
    guard let entry else { return try Payload(pieces, crc32: crc32) }
    if crc32 == entry.crc32, Payload.count(of: pieces) == entry.uncompressedSize,
      let contents = try? archive.contents(of: entry), contents.elementsEqual(pieces.joined())
    {
      return nil
    }
    if case .splice(let contents) = change {
      return try Payload(contents, crc32: crc32, replacing: entry, of: archive)
    }
    return try Payload(pieces, crc32: crc32)
  }
}
