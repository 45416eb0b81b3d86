internal import Synchronization
internal import Zip

extension Workbook {
  /// Reads the workbook in a file.
  ///
  /// ```swift
  /// let book = try Workbook(contentsOf: "team.xlsx")
  /// ```
  /// The file is read whole; of its sheets none is looked at before it is asked for.
  ///
  /// - Parameters:
  ///   - path: of an .xlsx, .xlsm, .xltx or .xltm file, judged by its contents.
  ///   - limits: how large a workbook may be, unpacked and in parts; the default lets in what Excel writes.
  /// - Throws: ``SaveError`` where the file can't be read, ``SpreadsheetError`` where it is no workbook.
  public init(contentsOf path: String, limits: Limits = .default) throws {
    let snapshot = try FileSnapshot.read(path, limits: limits.zip)
    try self.init(snapshot.bytes, limits: limits)
    origin = Origin(snapshot)
  }

  /// The workbook as a file: the bytes that it was read from, when nothing changed.
  public var bytes: [UInt8] { package.archive.bytes }

  /// Writes the workbook to a file, so that at every moment the whole old file or the whole new one stands at `path`.
  ///
  /// A file that is there is replaced, with its owner, mode and attributes kept; see ``FileSaver`` for what is promised. What was
  /// written is read back and verified first.
  ///
  /// - Returns: ``SaveOutcome/unchanged`` when the file holds these bytes already, and is not touched.
  /// - Throws: ``SaveError``, where the file is open in a spreadsheet program, was changed since it was read, or can't be written.
  @discardableResult
  public func save(to path: String, options: SaveOptions = .default) throws(SaveError) -> SaveOutcome {
    let source = origin?.snapshot
    let limits = package.limits
    let saver = FileSaver(options: options)
    func verify(_ written: [UInt8]) throws {
      let copy = try Workbook(written, limits: limits)
      if let source { try copy.verify(against: Workbook(source.bytes, limits: limits)) }
    }
    // Its own file is replaced only while it is still what was read.
    let outcome =
      if let source, path == source.path {
        try saver.replace(source, with: bytes, verify: verify)
      } else {
        try saver.write(bytes, to: path, source: source, verify: verify)
      }
    // Written back, the file is not what was read any more, and the next save must know it.
    if outcome != .unchanged, let origin, let now = try? FileSnapshot.read(origin.snapshot.path, limits: limits.zip),
      now.bytes == bytes
    {
      origin.note(now)
    }
    return outcome
  }

  /// Writes the workbook back to the file that it was read from, as ``save(to:options:)`` does.
  ///
  /// - Throws: ``SaveError/noFile`` for a workbook that was not read from one.
  @discardableResult
  public func save(options: SaveOptions = .default) throws(SaveError) -> SaveOutcome {
    guard let origin else { throw .noFile }
    return try save(to: origin.snapshot.path, options: options)
  }
}

/// The file that a workbook was read from, as it was when it was last read or written.
final class Origin: Sendable {
  private let kept: Mutex<FileSnapshot>

  init(_ snapshot: FileSnapshot) { kept = Mutex(snapshot) }

  var snapshot: FileSnapshot { kept.withLock { $0 } }

  func note(_ snapshot: FileSnapshot) { kept.withLock { $0 = snapshot } }
}
