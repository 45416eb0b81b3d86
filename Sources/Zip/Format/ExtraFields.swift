// SPDX-License-Identifier: Apache-2.0

/// The extra fields of a header: a list of (id, length, bytes) (APPNOTE 4.5.1).
struct ExtraFields {
  /// The complete fields in order. Each range is that of the field's content, without id and length.
  private(set) var fields: [(id: Int, content: Range<Int>)] = []
  private let bytes: [UInt8]

  /// Parses fields up to the first one that is cut off: some writers pad with stray bytes, which mean nothing.
  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    var at = range.lowerBound
    while let head = Fields(bytes, at: at, count: 4), at + 4 <= range.upperBound {
      let length = head.u16(2)
      guard length <= range.upperBound - at - 4 else { break }
      fields.append((head.u16(0), at + 4..<at + 4 + length))
      at += 4 + length
    }
  }

  /// Replaces those of `values` that are 0xFFFFFFFF with the 64-bit numbers of the zip64 field, in the order of the format:
  /// uncompressed size, compressed size, offset. A value without a replacement stays. Nil if a number is too large for any file.
  func zip64(replacing values: [Int]) -> [Int]? {
    guard let content = fields.first(where: { $0.id == Layout.zip64ExtraID })?.content else { return values }
    var result = values
    var at = content.lowerBound
    for index in values.indices where values[index] == Layout.max32 && at + 8 <= content.upperBound {
      guard let value = Fields(bytes, at: at, count: 8)?.u64(0) else { return nil }
      result[index] = value
      at += 8
    }
    return result
  }

  /// A second name of the entry, in UTF-8 (APPNOTE 4.6.9); nil if there is none.
  var unicodeName: ArraySlice<UInt8>? {
    for field in fields where field.id == Layout.unicodeNameExtraID && field.content.count > 5 {
      if bytes[field.content.lowerBound] == 1 {
        return bytes[(field.content.lowerBound + 5)..<field.content.upperBound]
      }
    }
    return nil
  }

  /// Throws if the second name differs from `name`.
  func requireNoOtherName(than name: String, _ raw: [UInt8]) throws(ZipError) {
    guard let other = unicodeName, !other.elementsEqual(raw), !other.elementsEqual(name.utf8) else { return }
    throw .entry(name, .otherName(EntryName.decoded(Array(other))))
  }

  /// The fields as bytes, without the zip64 field.
  var withoutZip64: [UInt8] {
    var result: [UInt8] = []
    for field in fields where field.id != Layout.zip64ExtraID {
      result += bytes[field.content.lowerBound - 4..<field.content.upperBound]
    }
    return result
  }
}
