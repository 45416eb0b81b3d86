// SPDX-License-Identifier: Apache-2.0

internal import XML

/// The notes of one worksheet.
public struct SheetNotes: Sendable {
  public let notes: [CellReference: CellNote]
  /// The cells whose note is the mirror of a threaded comment.
  public let discussed: Set<CellReference>

  public static let none = SheetNotes(notes: [:], discussed: [])

  private init(notes: [CellReference: CellNote], discussed: Set<CellReference>) {
    self.notes = notes
    self.discussed = discussed
  }

  /// Reads a comments part (18.7.6). If a cell has two notes, the first one counts.
  init(_ root: XMLElement) {
    var notes: [CellReference: CellNote] = [:]
    var discussed: Set<CellReference> = []
    let authors = Self.authors(of: root)
    for element in Self.comments(of: root) {
      guard let cell = element.attribute("ref").flatMap({ CellReference($0) }), notes[cell] == nil else { continue }
      let note = CellNote(author: Self.author(of: element, among: authors), text: Self.text(of: element))
      notes[cell] = note
      if Self.isMirror(note.author) { discussed.insert(cell) }
    }
    self.notes = notes
    self.discussed = discussed
  }

  static func authors(of root: XMLElement) -> [String] {
    (root.firstChild("authors")?.children("author") ?? []).map { XString.decoded($0.text) }
  }

  static func comments(of root: XMLElement) -> [XMLElement] {
    root.firstChild("commentList")?.children("comment") ?? []
  }

  static func author(of comment: XMLElement, among authors: [String]) -> String {
    guard let index = comment.integer("authorId"), authors.indices.contains(index) else { return "" }
    return authors[index]
  }

  /// The text of all runs, without phonetic hints.
  static func text(of comment: XMLElement) -> String {
    guard let text = comment.firstChild("text") else { return "" }
    var all = ""
    for child in text.children where child.namespace == text.namespace {
      switch child.localName {
      case "t": all += XString.decoded(child.text)
      case "r": all += child.children("t").map { XString.decoded($0.text) }.joined()
      default: break
      }
    }
    return all
  }

  /// Excel marks the mirror of a threaded comment by its author: `tc=` and the id of the thread.
  static func isMirror(_ author: String) -> Bool { author.hasPrefix("tc={") }
}

extension Workbook {
  /// The notes of the sheet at position `index` in ``sheets``; empty if the sheet has no comments part.
  public func notes(at index: Int) throws(SpreadsheetError) -> SheetNotes {
    let sheet = try worksheetPart(at: index)
    guard let part = try commentsPart(ofSheet: sheet) else { return .none }
    return SheetNotes(try package.document(of: part).root)
  }

  func commentsPart(ofSheet sheet: PartName) throws(SpreadsheetError) -> PartName? {
    try package.relationships(of: sheet).all(RelationshipType.comments).compactMap(\.part).first(
      where: package.contains)
  }
}
