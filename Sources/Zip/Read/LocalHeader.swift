// SPDX-License-Identifier: Apache-2.0

/// The local header before the data of an entry (APPNOTE 4.3.7), checked against the central directory.
enum LocalHeader {
  /// The range of the compressed bytes of an entry.
  ///
  /// The central directory is authoritative. A local header that contradicts it is rejected, because two programs could otherwise
  /// see two different workbooks in one file.
  static func dataRange(_ bytes: [UInt8], of record: CentralRecord, before directory: Int) throws(ZipError) -> Range<
    Int
  > {
    let offset = record.localOffset
    guard let fields = Fields(bytes, at: offset, count: Layout.localSize), fields.u32(0) == Layout.localSignature
    else { throw .entry(record.name, .localHeader(offset: offset)) }
    let nameStart = offset + Layout.localSize
    let nameEnd = nameStart + fields.u16(26)
    let dataStart = nameEnd + fields.u16(28)
    guard dataStart <= directory, record.compressedSize <= directory - dataStart else {
      throw .entry(record.name, .dataPlace)
    }

    func require(_ condition: Bool, _ field: String) throws(ZipError) {
      if !condition { throw .entry(record.name, .headerMismatch(field: field)) }
    }
    try require(bytes[nameStart..<nameEnd].elementsEqual(record.rawName), "name")
    // An ASCII name is the same with and without the UTF-8 flag.
    let isASCII = record.rawName.allSatisfy { $0 < 0x80 }
    let compared = Layout.flagEncrypted | Layout.flagDescriptor | (isASCII ? 0 : Layout.flagUTF8)
    try require(fields.u16(6) & compared == record.flags & compared, "flags")
    try require(fields.u16(8) == record.method, "method")

    let extra = ExtraFields(bytes, in: nameEnd..<dataStart)
    try extra.requireNoOtherName(than: record.name, record.rawName)
    let sizes = extra.zip64(replacing: [fields.u32(22), fields.u32(18)])
    // With a data descriptor, the fields are zero, or already filled in (as NPOI writes them).
    let mayBeZero = record.flags & Layout.flagDescriptor != 0
    func agrees(_ value: Int?, _ truth: Int) -> Bool { value == truth || (mayBeZero && value == 0) }
    try require(agrees(fields.u32(14), record.crc32), "CRC-32")
    try require(agrees(sizes?[0], record.uncompressedSize), "uncompressed size")
    try require(agrees(sizes?[1], record.compressedSize), "compressed size")
    return dataStart..<dataStart + record.compressedSize
  }
}
