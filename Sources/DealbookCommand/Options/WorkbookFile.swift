// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Isolation
import Nightly
import Playbook
import Spreadsheet

extension WorkbookFile {
  /// - Parameters:
  ///   - readsText: whether to accept CSV and TSV files too. How such a file was read is reported.
  ///   - playbook: the one that may say how the columns of such a file are written.
  init(_ path: String, limits: Limits, readsText: Bool = false, by playbook: Playbook? = nil) throws(Failure) {
    let snapshot: FileSnapshot
    do { snapshot = try FileSnapshot.read(path, limits: limits.zip) } catch {
      var failure = Failure(error)
      switch error {
      case .noSuchFile: failure.message += CommandMistake.nearestFile(to: path)
      case .notAFile(_, .directory):
        let command = "dealbook nightly \(ShellWord.quoted(path))"
        failure.message += Spoken.words("；要檢查整個資料夾的工作簿：\(command)", "; to check the workbooks in it: \(command)")
      default: break
      }
      throw failure
    }
    if readsText, let workbook = try Self.delimited(snapshot, limits: limits, playbook) {
      self.init(snapshot, workbook)
      return
    }
    do throws(Failure) { try self.init(snapshot, limits: limits) } catch {
      guard error.cause == .notAWorkbook, Self.isNamedAsText(path) else { throw error }
      var failure = error
      let output = ShellWord.quoted(ShellWord.name(path, with: "", ending: WorkbookKind.workbook.fileExtension))
      failure.message += Spoken.words(
        "；要做成工作簿：dealbook fill \(ShellWord.quoted(path)) -o \(output)",
        "; for a workbook of it: dealbook fill \(ShellWord.quoted(path)) -o \(output)")
      throw failure
    }
  }

  private static func isNamedAsText(_ path: String) -> Bool {
    [".csv", ".tsv", ".txt", ".tab"].contains { path.lowercased().hasSuffix($0) }
  }

  /// The workbook made from a CSV or TSV file, recognised by its extension; nil for any other file.
  private static func delimited(
    _ snapshot: FileSnapshot, limits: Limits, _ playbook: Playbook?
  ) throws(Failure) -> Workbook? {
    let name = snapshot.path.split(separator: "/").last.map(String.init) ?? snapshot.path
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    guard isNamedAsText(name), !snapshot.bytes.starts(with: "PK".utf8)
    else { return nil }
    do throws(DelimitedError) {
      let text = try DelimitedText(snapshot.bytes)
      let words = Spoken.words
      let mark = text.separator == "\t" ? words(" tab ", "tabs") : words.quoted("\(text.separator)")
      let lines = words("\(text.rows.count) 行", words.count(text.rows.count, "line", "lines"))
      StandardError.complain(
        words.at(
          snapshot.path,
          [
            text.encoding.name, words("以\(mark)分隔", "separated by \(mark)"),
            text.hasQuotes ? words("有引號", "with quotes") : "",
            lines,
          ].filter { !$0.isEmpty }.joined(separator: words.comma)))
      return try Workbook(
        text, sheetName: String(name[..<dot]), limits: limits, stated: playbook?.statedWriting ?? [:])
    } catch {
      throw Failure(.unreadable, Spoken.words.at(snapshot.path, Spoken.words.text(error)), .damaged)
    }
  }
}

extension Playbook {
  /// By header of the team's own, how the numbers and days of its columns are written, as far as the playbook says so.
  var statedWriting: [String: StatedWriting] {
    var stated: [String: StatedWriting] = [:]
    for column in sheets.flatMap(\.columns) {
      let writing = StatedWriting(
        decimal: column.convention.decimalMark.map { $0 == .comma ? .comma : .point },
        order: column.convention.dateOrder.flatMap {
          switch $0 {
          case .dayFirst: .dayFirst
          case .monthFirst: .monthFirst
          case .republic: .republic
          case .yearFirst: nil
          }
        })
      guard writing != StatedWriting() else { continue }
      let names =
        column.headers.isEmpty ? Language.allCases.map { column.titles[$0] } + column.aliases : column.headers
      for name in names { stated[name] = writing }
    }
    return stated
  }
}

extension Destination? {
  /// Opens `file`, after waiting for the destination to be closed, if there is one.
  ///
  /// - Parameter readsText: whether to accept CSV and TSV files, unless the file itself is to be written.
  func open(
    _ file: String, limits: Limits, readsText: Bool = false, by playbook: Playbook? = nil
  ) throws(Failure) -> WorkbookFile {
    guard let self else { return try WorkbookFile(file, limits: limits, readsText: readsText, by: playbook) }
    let isElsewhere = if case .file = self.place { true } else { false }
    return try self.open(file, limits: limits, readsText: readsText && isElsewhere, by: playbook)
  }
}

extension Destination {
  /// Opens `file`, after waiting for the destination to be closed if the options ask for it.
  ///
  /// - Parameter readsText: whether to accept CSV and TSV files too.
  func open(
    _ file: String, limits: Limits, readsText: Bool = false, by playbook: Playbook? = nil
  ) throws(Failure) -> WorkbookFile {
    if options.secondsToWait > 0 {
      let path = if case .file(let path) = place { path } else { file }
      do { try FileSaver(options: options).waitUntilFree(path) } catch { throw Failure(error) }
    }
    let source = try WorkbookFile(file, limits: limits, readsText: readsText, by: playbook)
    try requireFit(for: source)
    return source
  }

  /// Refuses a destination that is the workbook itself, or whose extension no program would open it by.
  private func requireFit(for source: WorkbookFile) throws(Failure) {
    guard case .file(let path) = place else { return }
    try CommandMistake.requireFolder(of: path)
    if source.snapshot.isFile(at: path) {
      throw Failure(
        .usage,
        Spoken.words(
          "-o \(path) 就是工作簿本身；要取代它，請改用 --in-place", "-o \(path) is the workbook itself; to replace it, use --in-place"))
    }
    let name = path.split(separator: "/").last ?? ""
    let kind = source.workbook.kind
    let meant = FileName.path(path, endingIn: kind.fileExtension)
    guard let dot = name.lastIndex(of: ".") else {
      // A device takes anything.
      guard !Files.exists(path) else { return }
      throw Failure(
        .usage,
        Spoken.words(
          "-o \(path)：檔名應以 .\(kind.fileExtension) 結尾，例如 \(meant)",
          "-o \(path): expected a name that ends in .\(kind.fileExtension), for example \(meant)"))
    }
    guard dot != name.startIndex else { return }
    if name[name.index(after: dot)...].lowercased() != kind.fileExtension {
      throw Failure(
        .usage,
        Spoken.words(
          "-o \(path)：檔名應以 .\(kind.fileExtension) 結尾，與工作簿的種類一致，例如 \(meant)",
          "-o \(path): expected a name that ends in .\(kind.fileExtension), as the workbook is of that kind, for example \(meant)"
        ))
    }
  }
}
