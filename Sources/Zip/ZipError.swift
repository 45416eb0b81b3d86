// SPDX-License-Identifier: Apache-2.0

/// The reason an archive, or one of its entries, can't be read or written.
public enum ZipError: Error, Hashable, Sendable {
  /// The bytes are not a ZIP archive but this.
  case notAZip(ForeignFormat)
  /// The bytes begin like a ZIP archive but have no end of central directory record, probably because of an interrupted copy or
  /// upload.
  case incomplete(byteCount: Int)
  /// The structure of the archive is inconsistent at `offset`.
  case malformed(ArchiveFault, offset: Int)
  /// An entry can't be read, or is not safe to read.
  case entry(String, EntryFault)
  /// A limit is exceeded. `entry` is nil if the limit applies to the whole archive. `actual` and `allowed` are in the unit of the
  /// limit; for a ratio, `actual` is rounded up.
  case limit(ZipLimit, entry: String?, actual: Int, allowed: Int)
  /// zlib could not allocate memory.
  case outOfMemory
}

/// What a file that is not a ZIP archive appears to be.
public enum ForeignFormat: Hashable, Sendable {
  case empty
  /// An OLE compound file with an `EncryptedPackage` stream: a password-protected workbook.
  case passwordProtected
  /// Another OLE compound file, usually an `.xls` workbook of Excel 97–2003.
  case compoundFile
  case html
  case xml
  case pdf
  /// The `~$name` file that Excel keeps next to an open workbook.
  case ownerFile
  /// Readable text, possibly comma- or tab-separated values.
  case text
  case unknown
}

/// What is wrong with the structure of an archive.
public enum ArchiveFault: Hashable, Sendable {
  /// The end of central directory record and its comment are followed by bytes that contain another such record.
  case trailingBytes(Int)
  /// There are bytes before the first entry.
  case prefixedBytes(Int)
  /// There are two plausible end of central directory records.
  case ambiguousEnd
  /// The comment of the archive contains another archive. The values are the numbers of entries of both.
  case archiveInComment(entries: Int, inComment: Int)
  /// The archive is split over several files.
  case split
  /// A zip64 record is missing, misplaced or inconsistent with the record that it extends.
  case zip64
  /// The central directory is not where the end of central directory record says, or does not have the stated length.
  case directoryPlace
  /// A record of the central directory is cut off or has no signature, or the number of records is not the stated one.
  case directoryRecord
}

/// What is wrong with one entry.
public enum EntryFault: Hashable, Sendable {
  /// The compression method is neither 0 (stored) nor 8 (deflate).
  case method(Int)
  case encrypted
  case split
  /// Another entry has the same name, or one that differs only in case or in `\` for `/`.
  case duplicateName
  /// An extra field gives the entry another name, which some programs use.
  case otherName(String)
  /// The name is absolute or contains a `..` segment or a NUL.
  case unsafeName
  /// The local header lies outside the file or has no signature.
  case localHeader(offset: Int)
  /// A field of the local header contradicts the central directory.
  case headerMismatch(field: String)
  /// The data of this entry and of another one overlap.
  case overlap(with: String)
  /// The compressed bytes extend past the area of the entries.
  case dataPlace
  /// The compressed bytes are not a valid deflate stream.
  case badData
  case sizeMismatch(declared: Int, atLeast: Int)
  /// The compressed bytes end before the deflate stream does.
  case truncatedData
  case checksum(declared: UInt32, actual: UInt32)
  /// A patch names an entry that the archive does not have.
  case missing
  /// A name or an extra field is longer than the 65,535 bytes that the format allows.
  case tooLong
}
