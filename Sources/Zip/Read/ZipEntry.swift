/// One entry of an archive, as its central directory states it.
public struct ZipEntry: Hashable, Sendable {
  /// The name as text, its case and slashes as written.
  public let name: String
  /// The bytes of the name.
  public let rawName: [UInt8]
  /// 0 is stored, 8 is deflate.
  public let method: Int
  /// The general purpose bits (APPNOTE 4.4.4).
  public let flags: Int
  public let crc32: UInt32
  public let compressedSize: Int
  public let uncompressedSize: Int
  /// Where the compressed bytes stand in the archive.
  public let data: Range<Int>
  /// From the local header up to the next record: header, data, data descriptor and any gap.
  public let record: Range<Int>
  /// The record in the central directory.
  package let centralRecord: Range<Int>

  /// Whether the entry stands for a folder: its name ends with a slash.
  public var isDirectory: Bool { name.hasSuffix("/") || name.hasSuffix("\\") }
}
