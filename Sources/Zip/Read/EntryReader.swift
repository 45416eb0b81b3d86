/// Gets the bytes of one entry out, within the limits.
struct EntryReader: ~Copyable {
  private let entry: ZipEntry
  private let bytes: [UInt8]
  private let ceiling: (bytes: Int, limit: ZipLimit)
  private let limits: ZipLimits

  init(_ entry: ZipEntry, of archive: ZipArchive) throws(ZipError) {
    // An entry of another archive may point anywhere.
    guard entry.data.upperBound <= archive.bytes.count else { throw .entry(entry.name, .dataPlace) }
    self.entry = entry
    bytes = archive.bytes
    limits = archive.limits
    ceiling = archive.limits.ceiling(compressed: entry.data.count)
  }

  mutating func all() throws(ZipError) -> [UInt8] {
    if isPlain {
      try checkTotal(entry.data.count)
      let contents = Array(bytes[entry.data])
      try checkSum(Zlib.crc32(contents.span))
      return contents
    }
    var inflater = try Inflater()
    var output: [UInt8] = []
    var at = entry.data.lowerBound
    // One byte more than stated, so that a longer stream shows itself. What is stated is a hint only: no more is
    // reserved at once than the compressed bytes make likely.
    let wanted = min(entry.uncompressedSize, ceiling.bytes, .max - 1) + 1
    var room = min(wanted, Self.firstRoom(compressed: entry.data.count))
    while true {
      let status = inflater.append(to: &output, room: room, from: bytes, at: &at, end: entry.data.upperBound)
      switch status {
      case .finished:
        try checkTotal(output.count)
        try checkSum(Zlib.crc32(output.span))
        return output
      case .outputFull:
        guard output.count < wanted else {
          try checkTotal(output.count)
          throw .entry(entry.name, .badData)
        }
        room = min(wanted - output.count, max(output.count, 1 << 16))
      case .inputEnded: throw .entry(entry.name, .truncatedData)
      case .damaged: throw .entry(entry.name, .badData)
      case .outOfMemory: throw .outOfMemory
      }
    }
  }

  /// As ``all()``, without keeping the bytes.
  mutating func check() throws(ZipError) {
    if isPlain {
      try checkTotal(entry.data.count)
      try checkSum(Zlib.crc32(bytes.span.extracting(entry.data)))
      return
    }
    var inflater = try Inflater()
    var window: [UInt8] = []
    var at = entry.data.lowerBound
    var total = 0
    var crc: UInt32 = 0
    while true {
      window.removeAll(keepingCapacity: true)
      let status = inflater.append(to: &window, room: 1 << 17, from: bytes, at: &at, end: entry.data.upperBound)
      total += window.count
      crc = Zlib.crc32(window.span, after: crc)
      switch status {
      case .finished:
        try checkTotal(total)
        try checkSum(crc)
        return
      case .outputFull:
        if total > min(entry.uncompressedSize, ceiling.bytes) { try checkTotal(total) }
      case .inputEnded: throw .entry(entry.name, .truncatedData)
      case .damaged: throw .entry(entry.name, .badData)
      case .outOfMemory: throw .outOfMemory
      }
    }
  }

  /// Stored; or deflated from nothing to nothing, which some writers do without so much as an empty deflate stream.
  private var isPlain: Bool { entry.method == 0 || (entry.data.isEmpty && entry.uncompressedSize == 0) }

  /// Worksheets deflate to a fourth … a thirtieth.
  private static func firstRoom(compressed: Int) -> Int {
    let (product, overflow) = compressed.multipliedReportingOverflow(by: 32)
    return overflow ? .max : max(product, 1 << 16)
  }

  private func checkTotal(_ count: Int) throws(ZipError) {
    if count > ceiling.bytes {
      guard ceiling.limit == .ratio else {
        throw .limit(.entryInflated, entry: entry.name, actual: count, allowed: limits.entryInflated)
      }
      let compressed = max(entry.data.count, 1)
      throw .limit(.ratio, entry: entry.name, actual: (count - 1) / compressed + 1, allowed: limits.ratio)
    }
    guard count == entry.uncompressedSize else {
      throw .entry(entry.name, .sizeMismatch(declared: entry.uncompressedSize, atLeast: count))
    }
  }

  private func checkSum(_ actual: UInt32) throws(ZipError) {
    guard actual == entry.crc32 else {
      throw .entry(entry.name, .checksum(declared: entry.crc32, actual: actual))
    }
  }
}
