// SPDX-License-Identifier: Apache-2.0

public import Dealbook
public import Playbook

/// What a night wants to write into each workbook, in a file that lasts as long as the run. The processes that write the copies
/// start after the database has been used, and each reads only its own line.
public struct AnnotationList {
  /// A workbook to annotate, possibly with no findings.
  public struct Book: Codable, Sendable {
    public var file: String
    /// The hash of the bytes that were checked.
    public var sha256: String
    /// The language of the annotations.
    public var language: String
  }

  private struct Finding: JSONRecord {
    var observed = ObservedFinding()
    var state = ""
    var firstSeen = ""
    var isWaived = false

    mutating func fields(_ coder: inout some JSONFields) {
      coder.field("firstSeen", &firstSeen)
      coder.field("isWaived", &isWaived)
      coder.field("observed", &observed)
      coder.field("state", &state)
    }
  }

  public private(set) var books: [Book] = []
  private var places: [Range<Int>] = []
  private let path: String
  private let file: LineFile

  /// The open file that ``findings(at:_:)`` reads.
  public var descriptor: Int32 { file.file }

  /// - Parameter language: the language of the annotations; nil uses each workbook's own.
  public static func write(_ night: NightlyRun, language: Language?, to path: String) throws(NightlyError) {
    Files.removeAbandoned(of: [path])
    try Files.write(to: path) { (sink) throws(NightlyError) in
      for file in night.files where file.outcome == .checked {
        let language = language ?? file.language ?? .english
        let words = DigestWords(language: language)
        let findings = night.findings.of(file.path).filter { !$0.state.isOver }.map { night in
          Finding(
            observed: night.finding, state: words.word(night.state), firstSeen: night.firstSeen,
            isWaived: night.state == .waived)
        }
        sink.write(JSON.bytes(Book(file: file.path, sha256: file.sha256, language: language.rawValue)))
        sink.write("\n")
        var writer = JSONWriter()
        writer.list(findings)
        sink.write(writer.bytes)
        sink.write("\n")
      }
    }
  }

  public init(path: String) throws(NightlyError) {
    guard let file = LineFile(path) else { throw .notWritten(path, "it cannot be read") }
    self.path = path
    self.file = file
    var isHead = true
    var books: [Book] = []
    var places: [Range<Int>] = []
    _ = try file.forEachLine { (range, line) throws(NightlyError) in
      if isHead, let book = JSON.value(Book.self, from: line) { books.append(book) }
      if !isHead { places.append(range) }
      isHead.toggle()
    }
    self.books = books
    self.places = places
  }

  /// The findings for the workbook at a position, with columns named as in the playbook.
  public func findings(at index: Int, _ playbook: Playbook) throws(NightlyError) -> [AnnotatedFinding] {
    guard places.indices.contains(index), let line = file.bytes(places[index]) else {
      throw .notWritten(path, "it cannot be read")
    }
    var reader = JSONReader(line)
    guard let findings = reader.wholeList(of: Finding.self) else { throw .notWritten(path, "it cannot be read") }
    let language = Language(rawValue: books[index].language) ?? .english
    return findings.map { finding in
      let seen = finding.observed
      let title = playbook.sheet(seen.prefix)?.column(seen.column)?.titles[language]
      return AnnotatedFinding(
        severity: seen.level, rule: seen.rule, sheet: seen.sheet, cell: seen.cell, row: seen.row, rowID: seen.rowId,
        column: title ?? seen.column, found: seen.found, message: seen.message, state: finding.state,
        firstSeen: finding.firstSeen, isMarked: !finding.isWaived)
    }
  }
}
