// SPDX-License-Identifier: Apache-2.0

/// The fields for the local header and the central directory record of one entry.
package struct Header {
  var versionMadeBy = 20
  var flags = 0
  var time = Layout.epochTime
  var date = Layout.epochDate
  var internalAttributes = 0
  var externalAttributes = 0
  var name: [UInt8]
  /// The extra fields without zip64, which depends on the sizes.
  var localExtra: [UInt8] = []
  var centralExtra: [UInt8] = []
  var comment: [UInt8] = []
  private var versionNeeded = 20

  /// The header of a new entry: only what the format requires, with a fixed time.
  package init(newEntry name: String) throws(ZipError) {
    self.name = Array(name.utf8)
    if EntryName.isUnsafe(self.name) || name.isEmpty { throw .entry(name, .unsafeName) }
    guard self.name.count <= Layout.max16 else { throw .entry(name, .tooLong) }
    if self.name.contains(where: { $0 >= 0x80 }) { flags = Layout.flagUTF8 }
  }

  /// The header of an entry whose contents are replaced. Its name, times, attributes, comment and extra fields are preserved.
  init(of entry: ZipEntry, in bytes: [UInt8]) throws(ZipError) {
    guard let local = Fields(bytes, at: entry.record.lowerBound, count: Layout.localSize),
      let central = Fields(bytes, at: entry.centralRecord.lowerBound, count: Layout.centralSize)
    else { throw .entry(entry.name, .dataPlace) }
    name = entry.rawName
    versionMadeBy = central.u16(4)
    versionNeeded = max(20, min(central.u16(6), 45))
    // No data descriptor follows, and bits 1 and 2 describe the effort of the previous deflater.
    flags = central.u16(8) & ~(Layout.flagDescriptor | 0b110)
    time = central.u16(12)
    date = central.u16(14)
    internalAttributes = central.u16(36)
    externalAttributes = central.u32(38)

    let localExtraStart = entry.record.lowerBound + Layout.localSize + local.u16(26)
    localExtra = ExtraFields(bytes, in: localExtraStart..<entry.data.lowerBound).withoutZip64
    let centralExtraStart = entry.centralRecord.lowerBound + Layout.centralSize + name.count
    let commentStart = centralExtraStart + central.u16(30)
    centralExtra = ExtraFields(bytes, in: centralExtraStart..<commentStart).withoutZip64
    comment = Array(bytes[commentStart..<entry.centralRecord.upperBound])
  }

  /// Appends the local header and the payload (APPNOTE 4.3.7). With zip64, the local header must state both sizes (4.5.3).
  ///
  /// Each chunk of the payload is released once it has been appended, because the payload can be most of a large archive.
  package func appendLocal(_ payload: consuming Payload, to output: inout [UInt8]) throws(ZipError) {
    let wide = payload.uncompressedSize >= Layout.max32 || payload.size >= Layout.max32
    let extra = Self.zip64Extra(wide ? [payload.uncompressedSize, payload.size] : []) + localExtra
    try requireFits(extra)
    output.append32(Layout.localSignature)
    output.append16(wide ? 45 : versionNeeded)
    appendShared(payload, wide: (wide, wide), to: &output)
    output.append16(name.count)
    output.append16(extra.count)
    output += name
    output += extra
    payload.chunks.reverse()
    while let chunk = payload.chunks.popLast() { output += chunk }
  }

  /// Appends the central directory record (APPNOTE 4.3.12). Its zip64 field contains only what does not fit (4.5.3).
  package func appendCentral(_ payload: Payload, localOffset: Int, to output: inout [UInt8]) throws(ZipError) {
    let values = [payload.uncompressedSize, payload.size, localOffset]
    let extra = Self.zip64Extra(values.filter { $0 >= Layout.max32 }) + centralExtra
    try requireFits(extra)
    output.append32(Layout.centralSignature)
    output.append16(versionMadeBy)
    output.append16(values.contains { $0 >= Layout.max32 } ? 45 : versionNeeded)
    appendShared(payload, wide: (values[0] >= Layout.max32, values[1] >= Layout.max32), to: &output)
    output.append16(name.count)
    output.append16(extra.count)
    output.append16(comment.count)
    output.append16(0)
    output.append16(internalAttributes)
    output.append32(externalAttributes)
    output.append32(min(localOffset, Layout.max32))
    output += name
    output += extra
    output += comment
  }

  /// Appends the fields that both headers share, from the flags to the sizes.
  private func appendShared(_ payload: Payload, wide: (Bool, Bool), to output: inout [UInt8]) {
    output.append16(flags)
    output.append16(payload.method)
    output.append16(time)
    output.append16(date)
    output.append32(Int(payload.crc32))
    output.append32(wide.1 ? Layout.max32 : payload.size)
    output.append32(wide.0 ? Layout.max32 : payload.uncompressedSize)
  }

  private static func zip64Extra(_ values: [Int]) -> [UInt8] {
    guard !values.isEmpty else { return [] }
    var extra: [UInt8] = []
    extra.append16(Layout.zip64ExtraID)
    extra.append16(values.count * 8)
    for value in values { extra.append64(value) }
    return extra
  }

  private func requireFits(_ extra: [UInt8]) throws(ZipError) {
    guard extra.count <= Layout.max16 else { throw .entry(EntryName.decoded(name), .tooLong) }
  }
}
