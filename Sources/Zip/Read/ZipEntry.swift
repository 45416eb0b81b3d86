// SPDX-License-Identifier: Apache-2.0

/// One entry of an archive, according to the central directory.
public struct ZipEntry: Hashable, Sendable {
  /// The name as text, with its original case and slashes.
  public let name: String
  /// The name as bytes.
  public let rawName: [UInt8]
  /// The compression method: 0 is stored, 8 is deflate.
  public let method: Int
  /// The general purpose bit flags (APPNOTE 4.4.4).
  public let flags: Int
  public let crc32: UInt32
  public let compressedSize: Int
  public let uncompressedSize: Int
  /// The range of the compressed bytes in the archive.
  public let data: Range<Int>
  /// The range from the local header to the next record: header, data, data descriptor and any gap.
  public let record: Range<Int>
  /// The range of the record in the central directory.
  package let centralRecord: Range<Int>

  /// Whether the entry is a directory: its name ends with a slash.
  public var isDirectory: Bool { name.hasSuffix("/") || name.hasSuffix("\\") }
}
