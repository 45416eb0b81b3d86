// SPDX-License-Identifier: Apache-2.0

internal import XML

/// The changes to one comments part (18.7.6).
struct CommentsPatch {
  private(set) var patch: PartPatch
  /// The authors after the edit; new ones are at the end.
  private var authors: [String]
  private let storedAuthors: Int
  /// The positions of authors whose notes stay, and of authors of removed notes.
  private var busyAuthors: Set<Int> = []
  private var idleAuthors: Set<Int> = []
  private var newComments = ""
  /// The cells that have a note after the edit, in the order of the part.
  private(set) var cells: [CellReference] = []
  private(set) var new: Set<CellReference> = []
  private(set) var removed: Set<CellReference> = []

  init(_ patch: PartPatch) {
    self.patch = patch
    authors = SheetNotes.authors(of: patch.root)
    storedAuthors = authors.count
  }

  /// A comments part without comments.
  static func emptyPart(namespace: String) -> [UInt8] {
    Array(
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <comments xmlns="\(namespace)"><authors/><commentList/></comments>
      """.utf8)
  }

  /// - Parameter mirrors: the discussions for which notes stand; nil for a note that goes with its discussion.
  mutating func apply(
    _ edits: [CellReference: NoteEdit], _ mirrors: [CellReference: Discussion?] = [:]
  ) throws(EditError) {
    var rest = edits
    var newMirrors: [CellReference: Discussion] = [:]
    for (cell, mirror) in mirrors {
      guard let mirror else { continue }
      newMirrors[cell] = mirror
      rest[cell] = nil
    }
    // If a cell has two notes, the first one counts.
    var seen: Set<CellReference> = []
    for element in SheetNotes.comments(of: patch.root) {
      guard let cell = element.attribute("ref").flatMap({ CellReference($0) }), seen.insert(cell).inserted else {
        continue
      }
      let position = element.integer("authorId") ?? 0
      if let mirror = newMirrors.removeValue(forKey: cell) {
        reflect(mirror, in: element)
        cells.append(cell)
        continue
      }
      let isFreed = mirrors[cell] != nil && SheetNotes.isMirror(SheetNotes.author(of: element, among: authors))
      if isFreed, rest[cell] == nil { rest[cell] = .remove }
      guard let edit = rest.removeValue(forKey: cell) else {
        cells.append(cell)
        busyAuthors.insert(position)
        continue
      }
      let author = SheetNotes.author(of: element, among: authors)
      if SheetNotes.isMirror(author), !isFreed { throw EditError(.discussedCell, cell: cell) }
      switch edit {
      case .remove:
        patch.remove(element)
        removed.insert(cell)
        idleAuthors.insert(position)
        continue
      case .set(let note): try replace(element, author, with: note, at: cell)
      case .append(let note): try extend(element, with: note, at: cell)
      }
      busyAuthors.insert(position)
      cells.append(cell)
    }
    for (cell, mirror) in newMirrors.sorted(by: { $0.key < $1.key }) {
      let name = revisionPrefix.map { " \($0):uid=\"\(XMLEscape.attribute(Self.thread(mirror)))\"" } ?? ""
      newComments +=
        "<\(prefix)comment ref=\"\(cell)\" authorId=\"\(index(of: Self.author(of: mirror)))\" shapeId=\"0\"\(name)>"
        + "\(plain(mirror.mirrorText))</\(prefix)comment>"
      cells.append(cell)
      new.insert(cell)
    }
    for (cell, edit) in rest.sorted(by: { $0.key < $1.key }) {
      switch edit {
      case .remove: break
      case .set(let note), .append(let note):
        try check(note.text, at: cell)
        let author = index(of: note.author)
        newComments +=
          "<\(prefix)comment ref=\"\(cell)\" authorId=\"\(author)\">\(text(note.text))</\(prefix)comment>"
        cells.append(cell)
        new.insert(cell)
      }
    }
    finish()
  }

  private var prefix: String { patch.prefix }

  // MARK: Discussions

  private static let revision = "http://schemas.microsoft.com/office/spreadsheetml/2014/revision"

  /// The prefix that the part declares for the IDs of notes; nil if it does not know them.
  private var revisionPrefix: String? {
    for comment in SheetNotes.comments(of: patch.root) {
      if let id = comment.attributeNode("uid", in: Self.revision) {
        return String(id.qualifiedName.dropLast("uid".count + 1))
      }
    }
    return nil
  }

  private static func thread(_ discussion: Discussion) -> String { discussion.messages.first?.id ?? "" }

  /// Excel knows the note that stands for a discussion by this author.
  private static func author(of discussion: Discussion) -> String { "tc=\(thread(discussion))" }

  /// Makes a stored note stand for a discussion.
  private mutating func reflect(_ discussion: Discussion, in element: XMLElement) {
    let (id, author) = (Self.thread(discussion), Self.author(of: discussion))
    let position = element.integer("authorId") ?? 0
    if SheetNotes.author(of: element, among: authors).uppercased() != author.uppercased() {
      patch.set("authorId", of: element, to: String(index(of: author)))
      if let known = element.attributeNode("uid", in: Self.revision), known.value.uppercased() != id {
        patch.splices.append(Splice(known.valueRange, XMLEscape.attribute(id)))
      }
      idleAuthors.insert(position)
    } else {
      busyAuthors.insert(position)
    }
    guard SheetNotes.text(of: element) != discussion.mirrorText else { return }
    if let old = element.firstChild("text") {
      patch.splices.append(Splice(old.element, plain(discussion.mirrorText)))
    } else {
      patch.insert(plain(discussion.mirrorText), into: element, orderedLike: "text", ["text", "commentPr"])
    }
  }

  private func plain(_ text: String) -> String {
    let space = TextMarkup.needsPreserve(text) ? " xml:space=\"preserve\"" : ""
    return "<\(prefix)text><\(prefix)t\(space)>\(Self.markup(text))</\(prefix)t></\(prefix)text>"
  }

  private mutating func replace(
    _ element: XMLElement, _ author: String, with note: CellNote, at cell: CellReference
  ) throws(EditError) {
    try check(note.text, at: cell)
    if !author.utf8.elementsEqual(note.author.utf8) {
      patch.set("authorId", of: element, to: String(index(of: note.author)))
    }
    guard !SheetNotes.text(of: element).utf8.elementsEqual(note.text.utf8) else { return }
    if let old = element.firstChild("text") {
      patch.splices.append(Splice(old.element, text(note.text)))
    } else {
      patch.insert(text(note.text), into: element, orderedLike: "text", ["text", "commentPr"])
    }
  }

  private mutating func extend(
    _ element: XMLElement, with note: CellNote, at cell: CellReference
  ) throws(EditError) {
    let stored = SheetNotes.text(of: element)
    if "\n\(stored)\n".contains("\n\(note.text)\n") { return }
    guard !stored.isEmpty, let text = element.firstChild("text"),
      let last = text.children.filter({ $0.namespace == text.namespace && ["t", "r"].contains($0.localName) }).last
    else {
      return try replace(element, "", with: note, at: cell)
    }
    try check("\(stored)\n\(note.text)", at: cell)
    if last.localName == "r" {
      patch.insert(run("\n" + note.text), into: text, after: last)
    } else {
      // Formatted runs next to plain text are something no program writes, so the text is added to the last plain text.
      let markup = Self.markup("\n" + note.text)
      patch.append(markup, to: last)
      if last.attributeNode("space", in: XMLNamespace.xml) == nil {
        patch.splices.append(Splice(at: last.attributesEnd, " xml:space=\"preserve\""))
      }
    }
  }

  private func check(_ text: String, at cell: CellReference) throws(EditError) {
    if TextMarkup.isTooLong(text) { throw EditError(.textTooLong(text.utf16.count), cell: cell) }
  }

  private mutating func index(of author: String) -> Int {
    if let known = authors.firstIndex(of: author) {
      busyAuthors.insert(known)
      return known
    }
    authors.append(author)
    return authors.count - 1
  }

  private mutating func finish() {
    let order = ["authors", "commentList", "extLst"]
    let newAuthors = authors[storedAuthors...].map {
      "<\(prefix)author>\(Self.markup($0))</\(prefix)author>"
    }.joined()
    if !newAuthors.isEmpty {
      if let list = patch.root.firstChild("authors") {
        patch.append(newAuthors, to: list)
      } else {
        patch.insert("<\(prefix)authors>\(newAuthors)</\(prefix)authors>", named: "authors", inOrder: order)
      }
    }
    if newAuthors.isEmpty { dropLastAuthors() }
    guard !newComments.isEmpty else { return }
    if let list = patch.root.firstChild("commentList") {
      patch.append(newComments, to: list)
    } else {
      patch.insert("<\(prefix)commentList>\(newComments)</\(prefix)commentList>", named: "commentList", inOrder: order)
    }
  }

  /// Removes authors at the end of the list together with their last note. Others stay, because notes refer to authors by
  /// position.
  private mutating func dropLastAuthors() {
    let elements = patch.root.firstChild("authors")?.children("author") ?? []
    for (position, element) in elements.enumerated().reversed() {
      guard idleAuthors.contains(position), !busyAuthors.contains(position) else { return }
      patch.remove(element)
    }
  }

  // MARK: Markup

  private func text(_ text: String) -> String { "<\(prefix)text>\(run(text))</\(prefix)text>" }

  /// A run with the formatting that Excel gives new notes.
  private func run(_ text: String) -> String {
    let properties =
      "<\(prefix)sz val=\"9\"/><\(prefix)color indexed=\"81\"/><\(prefix)rFont val=\"Tahoma\"/><\(prefix)family val=\"2\"/>"
    let space = TextMarkup.needsPreserve(text) ? " xml:space=\"preserve\"" : ""
    return "<\(prefix)r><\(prefix)rPr>\(properties)</\(prefix)rPr>"
      + "<\(prefix)t\(space)>\(Self.markup(text))</\(prefix)t></\(prefix)r>"
  }

  private static func markup(_ text: String) -> String {
    var bytes: [UInt8] = []
    TextMarkup.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
