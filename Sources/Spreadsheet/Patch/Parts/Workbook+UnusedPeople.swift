// SPDX-License-Identifier: Apache-2.0

internal import XML
internal import Zip

extension Workbook {
  /// The bytes of the workbook without people who take part in no discussion and without the names of authors of no note, so that nobody learns from
  /// the file who wrote what was deleted. The emptied names of authors stay in the list, so that notes keep referring to the right ones.
  public func withoutUnusedPeople() throws(SpreadsheetError) -> [UInt8] {
    var patch = PackagePatch(package)
    var isUsed: Set<String> = []
    for sheet in sheets {
      guard let part = sheet.part, package.contains(part) else { continue }
      for discussions in try discussionParts(ofSheet: part) {
        for message in SheetDiscussions.messages(of: try package.document(of: discussions).root) {
          let mentions = message.firstChild("mentions")?.children("mention") ?? []
          let ids = [message.attribute("personId")] + mentions.map { $0.attribute("mentionpersonId") }
          isUsed.formUnion(ids.compactMap { $0?.uppercased() })
        }
      }
      if let comments = try commentsPart(ofSheet: part) {
        let document = try package.document(of: comments)
        try patch.edit(comments, document, Self.emptyUnusedAuthors)
      }
    }
    for part in Set(relationships.all(RelationshipType.people).compactMap(\.part)).sorted(by: {
      $0.entryName < $1.entryName
    })
    where package.contains(part) {
      let document = try package.document(of: part)
      let people = document.root.children("person", in: Discussion.namespace)
      let unused = people.filter { !isUsed.contains(($0.attribute("id") ?? "").uppercased()) }
      if unused.isEmpty { continue }
      if unused.count == people.count {
        try patch.remove(part, from: self.part)
      } else {
        try patch.edit(part, document) { for person in unused { $0.remove(person) } }
      }
    }
    let changes = try patch.zipPatch()
    return changes.isEmpty ? package.archive.bytes : try package.applying(changes)
  }

  private static func emptyUnusedAuthors(_ comments: inout PartPatch) {
    let isUsed = Set(SheetNotes.comments(of: comments.root).map { $0.integer("authorId") ?? 0 })
    for (position, author) in (comments.root.firstChild("authors")?.children("author") ?? []).enumerated()
    where !isUsed.contains(position) && !author.text.isEmpty {
      comments.setText(of: author, to: "")
    }
  }
}
