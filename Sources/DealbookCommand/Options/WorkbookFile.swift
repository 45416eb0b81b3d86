// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Nightly
import Playbook
import Spreadsheet
import Zip

/// A workbook file as commands open it.
struct WorkbookFile {
  let path: String
  let snapshot: FileSnapshot
  let workbook: Workbook

  /// - Parameter readsText: whether CSV and TSV are read as well; how such a file was read is said.
  init(_ path: String, limits: Limits, readsText: Bool = false) throws(Failure) {
    let snapshot: FileSnapshot
    do { snapshot = try FileSnapshot.read(path, limits: limits.zip) } catch {
      var failure = Failure(error)
      if case .noSuchFile = error { failure.message += CommandMistake.nearestFile(to: path) }
      throw failure
    }
    if readsText, let workbook = try Self.delimited(snapshot, limits: limits) {
      self.init(snapshot, workbook)
      return
    }
    try self.init(snapshot, limits: limits)
  }

  private init(_ snapshot: FileSnapshot, _ workbook: Workbook) {
    path = snapshot.path
    self.snapshot = snapshot
    self.workbook = workbook
  }

  /// The workbook of a CSV or TSV file, known by its name; nil for another file.
  private static func delimited(_ snapshot: FileSnapshot, limits: Limits) throws(Failure) -> Workbook? {
    let name = snapshot.path.split(separator: "/").last.map(String.init) ?? snapshot.path
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    guard [".csv", ".tsv", ".txt", ".tab"].contains(name[dot...].lowercased()), !snapshot.bytes.starts(with: "PK".utf8)
    else { return nil }
    do throws(DelimitedError) {
      let text = try DelimitedText(snapshot.bytes)
      let mark = text.separator == "\t" ? "tabs" : "‘\(text.separator)’"
      StandardError.complain(
        "\(snapshot.path): \(text.encoding.name), separated by \(mark)\(text.hasQuotes ? ", with quotes" : ""), \(text.rows.count) lines"
      )
      return try Workbook(text, sheetName: String(name[..<dot]), limits: limits)
    } catch {
      throw Failure(.unreadable, "\(snapshot.path): \(error)", .damaged)
    }
  }

  init(_ snapshot: FileSnapshot, limits: Limits) throws(Failure) {
    path = snapshot.path
    self.snapshot = snapshot
    do { workbook = try Workbook(snapshot.bytes, limits: limits) } catch {
      throw Failure(.unreadable, "\(snapshot.path): \(error)", Cause(error))
    }
  }

  /// The name of the file without its folders.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}

extension Destination? {
  /// Opens `file`, once nobody has the destination open any more where there is one.
  ///
  /// - Parameter readsText: whether CSV and TSV are read where nothing, or another file, is written.
  func open(_ file: String, limits: Limits, readsText: Bool = false) throws(Failure) -> WorkbookFile {
    guard let self else { return try WorkbookFile(file, limits: limits, readsText: readsText) }
    let isElsewhere = if case .file = self.place { true } else { false }
    return try self.open(file, limits: limits, readsText: readsText && isElsewhere)
  }
}

/// Where a changed workbook goes, and what the save may do there.
struct Destination {
  enum Place {
    case inPlace
    case file(String)
  }

  var place: Place
  var options: SaveOptions

  /// Opens `file` once nobody has the destination open any more, when waiting is wanted.
  /// - Parameter readsText: whether CSV and TSV are read as well, for who writes a workbook elsewhere.
  func open(_ file: String, limits: Limits, readsText: Bool = false) throws(Failure) -> WorkbookFile {
    if options.secondsToWait > 0 {
      let path = if case .file(let path) = place { path } else { file }
      do { try FileSaver(options: options).waitUntilFree(path) } catch { throw Failure(error) }
    }
    let source = try WorkbookFile(file, limits: limits, readsText: readsText)
    try requireFit(for: source)
    return source
  }

  /// Refuses another place that is the workbook itself, or that has an extension by which no program would open it.
  private func requireFit(for source: WorkbookFile) throws(Failure) {
    guard case .file(let path) = place else { return }
    try CommandMistake.requireFolder(of: path)
    if source.snapshot.isFile(at: path) {
      throw Failure(.usage, "-o \(path) is the workbook itself; to replace it say --in-place")
    }
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return }
    let kind = source.workbook.kind
    if name[name.index(after: dot)...].lowercased() != kind.fileExtension {
      throw Failure(
        .usage, "-o \(path): expected a name that ends in .\(kind.fileExtension), as the workbook is of that kind")
    }
  }

  /// Saves with the whole protection of ``FileSaver``, and says where a backup is.
  func save(_ bytes: [UInt8], of file: WorkbookFile, limits: Limits) throws(Failure) -> SaveOutcome {
    func verify(_ written: [UInt8]) throws { try Workbook(written, limits: limits).verify(against: file.workbook) }
    let saver = FileSaver(options: options)
    let outcome: SaveOutcome
    do {
      switch place {
      case .inPlace: outcome = try saver.replace(file.snapshot, with: bytes, verify: verify)
      case .file(let path): outcome = try saver.write(bytes, to: path, source: file.snapshot, verify: verify)
      }
    } catch {
      throw Failure(error)
    }
    switch outcome {
    case .writtenKeeping(let path): StandardError.complain("the old file is kept as \(path)")
    case .writtenLeaving(let path):
      StandardError.complain("the old file could not be removed and is still there as \(path)")
    case .unchanged, .written: break
    }
    return outcome
  }
}
