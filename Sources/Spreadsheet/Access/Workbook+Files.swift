// SPDX-License-Identifier: Apache-2.0

internal import Zip

extension Workbook {
  /// Reads the workbook in a file.
  ///
  /// ```swift
  /// let book = try Workbook(contentsOf: "team.xlsx")
  /// ```
  /// The whole file is read, but no sheet is parsed until it is requested.
  ///
  /// - Parameters:
  ///   - path: an .xlsx, .xlsm, .xltx or .xltm file. The contents decide, not the extension.
  ///   - limits: the largest workbook to accept, in total and part by part; the default accepts what Excel writes.
  /// - Throws: ``SaveError`` if the file can't be read, ``SpreadsheetError`` if it is not a workbook.
  public init(contentsOf path: String, limits: Limits = .default) throws {
    let snapshot = try FileSnapshot.read(path, limits: limits.zip)
    try self.init(snapshot.bytes, limits: limits)
    origin = Origin(snapshot)
  }

  /// The workbook as the bytes of a file. If nothing was changed, these are the bytes it was read from.
  public var bytes: [UInt8] { package.archive.bytes }

  /// Writes the workbook to a file. At every moment `path` names either the complete old file or the complete new one.
  ///
  /// An existing file is replaced, and its owner, mode and extended attributes are preserved; see ``FileSaver`` for the
  /// guarantees. The new file is read back and verified before it replaces the old one.
  ///
  /// - Returns: ``SaveOutcome/unchanged`` if the file already contains these bytes and was not touched.
  /// - Throws: ``SaveError`` if the file is open in a spreadsheet program, has changed since it was read, or can't be written.
  @discardableResult
  public func save(to path: String, options: SaveOptions = .default) throws(SaveError) -> SaveOutcome {
    let source = origin?.snapshot
    let limits = package.limits
    let saver = FileSaver(options: options)
    func verify(_ written: [UInt8]) throws {
      let copy = try Workbook(written, limits: limits)
      if let source { try copy.verify(against: Workbook(source.bytes, limits: limits)) }
    }
    // The workbook's own file is replaced only if it still contains what was read.
    let outcome =
      if let source, path == source.path {
        try saver.replace(source, with: bytes, verify: verify)
      } else {
        try saver.write(bytes, to: path, source: source, verify: verify)
      }
    // After a save, the file differs from what was read. Record its new state for the next save.
    if outcome != .unchanged, let origin, let now = try? FileSnapshot.read(origin.snapshot.path, limits: limits.zip),
      now.bytes == bytes
    {
      origin.note(now)
    }
    return outcome
  }

  /// Writes the workbook back to the file it was read from, as ``save(to:options:)`` does.
  ///
  /// - Throws: ``SaveError/noFile`` if the workbook was not read from a file.
  @discardableResult
  public func save(options: SaveOptions = .default) throws(SaveError) -> SaveOutcome {
    guard let origin else { throw .noFile }
    return try save(to: origin.snapshot.path, options: options)
  }
}
