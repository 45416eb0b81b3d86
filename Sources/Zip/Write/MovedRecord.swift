// SPDX-License-Identifier: Apache-2.0

/// The central directory record of an entry that is copied unchanged but now begins at another offset.
package enum MovedRecord {
  /// The bytes of `record` with the new offset. Nothing else changes, unless the offset no longer fits into its field.
  package static func bytes(_ record: Range<Int>, of bytes: [UInt8], localOffset: Int) throws(ZipError) -> [UInt8] {
    guard let fields = Fields(bytes, at: record.lowerBound, count: Layout.centralSize) else {
      throw .malformed(.directoryRecord, offset: record.lowerBound)
    }
    var result = Array(bytes[record])
    let extraStart = Layout.centralSize + fields.u16(28)
    let extra = extraStart..<extraStart + fields.u16(30)
    let extras = ExtraFields(result, in: extra)
    // Which of (uncompressed size, compressed size, offset) are in the zip64 field, in that order.
    let isWide = [24, 20, 42].map { fields.u32($0) == Layout.max32 }
    let zip64 = extras.fields.first { $0.id == Layout.zip64ExtraID }?.content
    let place = isWide[..<2].count { $0 } * 8
    if isWide[2], let zip64, place + 8 <= zip64.count {
      result.put64(localOffset, at: zip64.lowerBound + place)
    } else if localOffset < Layout.max32 {
      result.put32(localOffset, at: 42)
    } else {
      let sizes = zip64.map { Array(result[$0].prefix(place)) } ?? []
      var wide: [UInt8] = []
      wide.append16(Layout.zip64ExtraID)
      wide.append16(sizes.count + 8)
      wide += sizes
      wide.append64(localOffset)
      wide += extras.withoutZip64
      guard wide.count <= Layout.max16 else {
        throw .entry(EntryName.decoded(Array(result[Layout.centralSize..<extraStart])), .tooLong)
      }
      result.put32(Layout.max32, at: 42)
      result.put16(max(45, fields.u16(6)), at: 6)
      result.put16(wide.count, at: 30)
      result.replaceSubrange(extra, with: wide)
    }
    return result
  }
}
