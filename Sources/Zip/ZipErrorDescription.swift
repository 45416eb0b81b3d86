// SPDX-License-Identifier: Apache-2.0

extension ZipError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notAZip(let format): format.description
    case .incomplete(let byteCount):
      "file is incomplete: no end of central directory record in its \(byteCount) bytes (an interrupted copy or upload?)"
    case .malformed(let fault, let offset): "damaged zip archive: \(fault) (at byte \(offset))"
    case .entry(let name, let fault): "zip entry “\(name)”: \(fault)"
    case .limit(let limit, let entry, let actual, let allowed):
      (entry.map { "zip entry “\($0)”: " } ?? "") + limit.sentence(actual: actual, allowed: allowed)
    case .outOfMemory: "not enough memory to compress or to expand"
    }
  }
}

extension ForeignFormat: CustomStringConvertible {
  public var description: String {
    switch self {
    case .empty: "the file is empty (0 bytes)"
    case .passwordProtected: "the workbook is password-protected; remove the password in the spreadsheet program first"
    case .compoundFile:
      "not an .xlsx workbook: looks like an old .xls workbook (Excel 97–2003); save it as .xlsx first"
    case .html: "not an .xlsx workbook: looks like HTML saved under this name"
    case .xml: "not an .xlsx workbook: looks like XML that is not in a zip archive"
    case .pdf: "not an .xlsx workbook: looks like PDF"
    case .ownerFile: "not a workbook: the note that Excel keeps beside a workbook while somebody has it open"
    case .text: "not an .xlsx workbook: looks like plain text or CSV"
    case .unknown: "not an .xlsx workbook: not a zip archive"
    }
  }
}

extension ArchiveFault: CustomStringConvertible {
  public var description: String {
    switch self {
    case .trailingBytes(let count): "\(count) bytes follow the end of the archive and look like the end of another one"
    case .prefixedBytes(let count): "\(count) bytes stand before the first entry"
    case .ambiguousEnd: "two end of central directory records, each of which could be the right one"
    case .archiveInComment(let entries, let inComment):
      "its comment holds another archive: one has \(entries) entries, the other \(inComment), and programs differ in which they open"
    case .split: "the archive is split over several files"
    case .zip64: "its zip64 records are missing, misplaced or contradict the end of central directory record"
    case .directoryPlace: "the central directory is not where the record at the end says"
    case .directoryRecord: "the central directory is cut off, or its number of entries is wrong"
    }
  }
}

extension EntryFault: CustomStringConvertible {
  public var description: String {
    switch self {
    case .method(let method): "compression method \(method) is not supported (only 0, stored, and 8, deflate)"
    case .encrypted: "encrypted"
    case .split: "lies in another file of a split archive"
    case .duplicateName: "more than one entry has this name (case and the kind of slash do not count)"
    case .otherName(let name): "an extra field calls it “\(name)”, and programs differ in which name they go by"
    case .unsafeName: "the name is absolute, has a “..” step or a NUL character"
    case .localHeader(let offset): "no local header at byte \(offset)"
    case .headerMismatch(let field): "the local header contradicts the central directory in: \(field)"
    case .overlap(let other): "its bytes overlap those of “\(other)”"
    case .dataPlace: "its bytes reach beyond the entries of the archive"
    case .badData: "the compressed bytes are damaged"
    case .sizeMismatch(let declared, let atLeast):
      "expands to \(atLeast > declared ? "more than" : "only \(atLeast) of") the stated \(declared) bytes"
    case .truncatedData: "the compressed bytes end too early"
    case .checksum(let declared, let actual):
      "damaged: CRC-32 is \(String(actual, radix: 16)), stated is \(String(declared, radix: 16))"
    case .missing: "no such entry"
    case .tooLong: "a name or extra field is longer than 65535 bytes"
    }
  }
}
