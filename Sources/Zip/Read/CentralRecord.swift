// SPDX-License-Identifier: Apache-2.0

/// One record of the central directory (APPNOTE 4.3.12).
struct CentralRecord {
  let range: Range<Int>
  let rawName: [UInt8]
  let name: String
  let flags: Int
  let method: Int
  let crc32: Int
  let compressedSize: Int
  let uncompressedSize: Int
  let localOffset: Int

  init(_ bytes: [UInt8], at offset: Int, end: Int) throws(ZipError) {
    guard let fields = Fields(bytes, at: offset, count: Layout.centralSize),
      fields.u32(0) == Layout.centralSignature
    else { throw .malformed(.directoryRecord, offset: offset) }
    let nameEnd = offset + Layout.centralSize + fields.u16(28)
    let extraEnd = nameEnd + fields.u16(30)
    range = offset..<extraEnd + fields.u16(32)
    guard range.upperBound <= end else { throw .malformed(.directoryRecord, offset: offset) }
    rawName = Array(bytes[offset + Layout.centralSize..<nameEnd])
    name = EntryName.decoded(rawName)
    flags = fields.u16(8)
    method = fields.u16(10)
    crc32 = fields.u32(16)

    if flags & Layout.flagEncrypted != 0 { throw .entry(name, .encrypted) }
    guard method == 0 || method == 8 else { throw .entry(name, .method(method)) }
    guard fields.u16(34) == 0 || fields.u16(34) == Layout.max16 else { throw .entry(name, .split) }
    if EntryName.isUnsafe(rawName) { throw .entry(name, .unsafeName) }

    let extra = ExtraFields(bytes, in: nameEnd..<extraEnd)
    try extra.requireNoOtherName(than: name, rawName)
    guard let wide = extra.zip64(replacing: [fields.u32(24), fields.u32(20), fields.u32(42)]) else {
      throw .entry(name, .dataPlace)
    }
    (uncompressedSize, compressedSize, localOffset) = (wide[0], wide[1], wide[2])
  }
}
