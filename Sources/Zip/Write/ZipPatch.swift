/// What should differ in an archive: entries to replace, add and remove. All others are copied raw.
public struct ZipPatch: Sendable {
  private enum Change {
    case replace([ArraySlice<UInt8>])
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

  /// Adds an entry behind all others.
  public mutating func add(_ name: String, _ pieces: [ArraySlice<UInt8>]) { set(name, .add(pieces)) }

  public mutating func remove(_ name: String) { set(name, .remove) }

  /// The patched archive. Records that the patch does not name keep every byte, data descriptors and gaps included, their
  /// order, and their record in the central directory but for the offset. Nothing to change gives the same bytes.
  ///
  /// Fails with ``EntryFault/missing`` for an entry to replace or remove that is not there and with
  /// ``EntryFault/duplicateName`` for one to add that is.
  public func apply(to archive: ZipArchive) throws(ZipError) -> [UInt8] {
    var replaced: [Int: Payload] = [:]
    var removed: Set<Int> = []
    var added: [(header: Header, payload: Payload)] = []
    for key in order {
      guard let (name, change) = changes[key] else { continue }
      let position = archive.index.positions[key]
      switch (change, position) {
      case (.replace(let pieces), let position?):
        replaced[position] = try Self.payload(pieces, replacing: archive.entries[position], of: archive)
      case (.add(let pieces), nil): added.append((try Header(newEntry: name), try Payload(pieces)))
      case (.remove, let position?): removed.insert(position)
      case (.add, _?): throw .entry(name, .duplicateName)
      case (.replace, nil), (.remove, nil): throw .entry(name, .missing)
      }
    }
    if replaced.isEmpty && removed.isEmpty && added.isEmpty { return archive.bytes }
    return try PatchedArchive(archive, replaced: replaced, removed: removed, added: added).bytes
  }

  private mutating func set(_ name: String, _ change: Change) {
    let key = EntryName.key(name)
    if changes.updateValue((name, change), forKey: key) == nil { order.append(key) }
  }

  /// Nil when the entry holds these bytes already: then its compressed bytes, whoever made them, stay.
  private static func payload(
    _ pieces: [ArraySlice<UInt8>], replacing entry: ZipEntry, of archive: ZipArchive
  ) throws(ZipError) -> Payload? {
    let crc32 = Payload.crc32(of: pieces)
    let count = pieces.reduce(0) { $0 + $1.count }
    if crc32 == entry.crc32, count == entry.uncompressedSize,
      let contents = try? archive.contents(of: entry), contents.elementsEqual(pieces.joined())
    {
      return nil
    }
    return try Payload(pieces, crc32: crc32)
  }
}
