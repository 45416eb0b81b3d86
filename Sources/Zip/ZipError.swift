/// Why an archive, or one entry of it, could not be read or written.
public enum ZipError: Error, Hashable, Sendable {
  /// The bytes are no zip archive, but this.
  case notAZip(ForeignFormat)
  /// The bytes begin like a zip archive but have no end of central directory record: an interrupted copy or upload.
  case incomplete(byteCount: Int)
  /// The frame of the archive contradicts itself at `offset`.
  case malformed(ArchiveFault, offset: Int)
  /// One entry can't be read, or can't be trusted.
  case entry(String, EntryFault)
  /// More than the caller allows. `entry` is nil when the limit is one of the whole archive.
  /// `actual` and `allowed` are in the unit of the limit; for a ratio `actual` is rounded up.
  case limit(ZipLimit, entry: String?, actual: Int, allowed: Int)
  /// zlib could not get memory.
  case outOfMemory
}

/// What a file that is no zip archive looks like.
public enum ForeignFormat: Hashable, Sendable {
  case empty
  /// An OLE compound file with an `EncryptedPackage` stream: a workbook that asks for a password.
  case passwordProtected
  /// Another OLE compound file: most often the `.xls` of Excel 97–2003.
  case compoundFile
  case html
  case xml
  case pdf
  /// The `~$name` that Excel keeps beside a workbook while it is open.
  case ownerFile
  /// Readable text, perhaps comma- or tab-separated values.
  case text
  case unknown
}

/// What is wrong with the frame of an archive.
public enum ArchiveFault: Hashable, Sendable {
  /// After the end of central directory record and its comment come bytes in which another one begins.
  case trailingBytes(Int)
  /// Bytes before the first entry.
  case prefixedBytes(Int)
  /// Two end of central directory records that would both do.
  case ambiguousEnd
  /// The comment of the archive holds another one: the number of entries of each.
  case archiveInComment(entries: Int, inComment: Int)
  /// The archive is one of several files.
  case split
  /// A zip64 record is missing, misplaced or disagrees with the record that it extends.
  case zip64
  /// The central directory does not lie where the record at the end says, or is not that long.
  case directoryPlace
  /// A record of the central directory is cut off or has no signature, or there are more or fewer than stated.
  case directoryRecord
}

/// What is wrong with one entry.
public enum EntryFault: Hashable, Sendable {
  /// Neither stored (0) nor deflated (8).
  case method(Int)
  case encrypted
  case split
  /// Another entry has this name, or one that differs by case or by `\` for `/` only.
  case duplicateName
  /// An extra field has another name for it, which some programs go by.
  case otherName(String)
  /// A name that is absolute, has a `..` step or a NUL.
  case unsafeName
  /// The local header does not lie inside the file or has no signature.
  case localHeader(offset: Int)
  /// A field of the local header contradicts the central directory.
  case headerMismatch(field: String)
  /// The bytes of this entry and of another one overlap.
  case overlap(with: String)
  /// The compressed bytes reach beyond the entries.
  case dataPlace
  /// The compressed bytes are no deflate stream.
  case badData
  case sizeMismatch(declared: Int, atLeast: Int)
  /// The bytes end before the deflate stream does.
  case truncatedData
  case checksum(declared: UInt32, actual: UInt32)
  /// A patch names an entry that the archive does not have.
  case missing
  /// Too long for the format: a name or an extra field of more than 65,535 bytes.
  case tooLong
}
