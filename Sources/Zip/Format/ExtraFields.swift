/// The extra fields of a header: a list of (id, length, bytes) (APPNOTE 4.5.1).
struct ExtraFields {
  /// Those that are whole, in order, each with its id; the range is that of its bytes, without id and length.
  private(set) var fields: [(id: Int, content: Range<Int>)] = []
  private let bytes: [UInt8]

  /// Reads fields up to the first one that is cut off: writers pad with stray bytes, which mean nothing.
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

  /// The 64-bit numbers that replace those of `values` that are 0xFFFFFFFF, in the order of the format:
  /// uncompressed size, compressed size, offset. A number without a replacement stays; nil when one is out of reach.
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

  /// The name that an entry has besides that of its header, in UTF-8 (APPNOTE 4.6.9); nil when there is none.
  var unicodeName: ArraySlice<UInt8>? {
    for field in fields where field.id == Layout.unicodeNameExtraID && field.content.count > 5 {
      if bytes[field.content.lowerBound] == 1 {
        return bytes[(field.content.lowerBound + 5)..<field.content.upperBound]
      }
    }
    return nil
  }

  /// Fails when it is another one.
  func requireNoOtherName(than name: String, _ raw: [UInt8]) throws(ZipError) {
    guard let other = unicodeName, !other.elementsEqual(raw), !other.elementsEqual(name.utf8) else { return }
    throw .entry(name, .otherName(EntryName.decoded(Array(other))))
  }

  /// The fields as bytes again, without that of zip64.
  var withoutZip64: [UInt8] {
    var result: [UInt8] = []
    for field in fields where field.id != Layout.zip64ExtraID {
      result += bytes[field.content.lowerBound - 4..<field.content.upperBound]
    }
    return result
  }
}
