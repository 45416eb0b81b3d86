/// What should differ in an archive: entries to replace, add and remove. All others are copied raw.
public struct ZipPatch: Sendable {
  private enum Change {
    case replace([ArraySlice<UInt8>])
    case splice(SplicedContents)
    case deflated([DeflatedStretch])
    case add([ArraySlice<UInt8>])
    case remove
  }

  private var changes: [String: (name: String, change: Change)] = [:]
  /// The keys in the order in which they were first named: added entries come in this order.
  private var order: [String] = []

  public init() {}

  public var isEmpty: Bool { changes.isEmpty }

  /// Gives the entry `name` other contents: `pieces` one after the other. Its place, name, time and attributes stay.
  public mutating func replace(_ name: String, with pieces: [ArraySlice<UInt8>]) {
    if case .add = changes[EntryName.key(name)]?.change {
      set(name, .add(pieces))
    } else {
      set(name, .replace(pieces))
    }
  }

  /// Splices the contents of the entry `name`. Of its compressed bytes as many stay as can.
  public mutating func splice(_ name: String, _ contents: SplicedContents) {
    if case .add = changes[EntryName.key(name)]?.change {
      set(name, .add(contents.pieces))
    } else {
      set(name, .splice(contents))
    }
  }

  /// Gives the entry `name`, which is in the archive, other contents: `stretches` one after the other.
  package mutating func replace(_ name: String, deflated stretches: [DeflatedStretch]) {
    set(name, .deflated(stretches))
  }

  /// Adds an entry behind all others.
  public mutating func add(_ name: String, _ pieces: [ArraySlice<UInt8>]) { set(name, .add(pieces)) }

  public mutating func remove(_ name: String) { set(name, .remove) }

  /// The patched archive. Records that the patch does not name keep every byte, data descriptors and gaps included, their
  /// order, and their record in the central directory but for the offset. Nothing to change gives the same bytes.
  ///
  /// Fails with ``EntryFault/missing`` for an entry to replace or remove that is not there and with
  /// ``EntryFault/duplicateName`` for one to add that is.
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
    // What the payloads hold is only held by them from here on.
    (changes, named, payloads) = ([:], [], [])
    return try PatchedArchive(archive, replaced: replaced, removed: removed, added: added).bytes
  }

  private mutating func set(_ name: String, _ change: Change) {
    let key = EntryName.key(name)
    if changes.updateValue((name, change), forKey: key) == nil { order.append(key) }
  }

  /// Nil for nothing to write: the entry goes, or it holds these bytes already; then its compressed bytes, whoever made them,
  /// stay.
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
