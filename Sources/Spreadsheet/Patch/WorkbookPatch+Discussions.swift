// SPDX-License-Identifier: Apache-2.0

internal import XML

extension WorkbookPatch {
  /// Applies the changes of a sheet's discussions to their parts.
  ///
  /// - Returns: the notes that stand for the discussions in programs that do not know them; nil for one that goes.
  mutating func writeDiscussions(
    _ edits: [CellReference: DiscussionEdit], of sheet: SheetPatch
  ) throws(SpreadsheetError) -> [CellReference: Discussion?] {
    guard !edits.isEmpty else { return [:] }
    let parts = try workbook.discussionParts(ofSheet: sheet.part)
    let new = parts.isEmpty ? freePartName("threadedComments/threadedComment", from: 1) : nil
    var documents: [PartPatch] = []
    for part in parts { documents.append(PartPatch(part: part, document: try workbook.package.document(of: part))) }
    if let new {
      let empty = try OPCPackage.document(DiscussionsPatch.emptyPart(), of: new, workbook.package.limits)
      documents.append(PartPatch(part: new, document: empty))
    }
    var patch = DiscussionsPatch(documents)
    var mirrors: [CellReference: Discussion?] = [:]
    var people = try peoplePatch()
    for (cell, edit) in edits.sorted(by: { $0.key < $1.key }) {
      switch edit {
      case .remove:
        patch.remove(cell)
        mirrors[cell] = .some(nil)
      case .set(let discussion):
        patch.set(cell, to: discussion) { people.id(of: $0) }
        mirrors[cell] = .some(discussion)
      }
    }
    self.people = people
    for (place, document) in patch.patches.enumerated() where !document.splices.isEmpty {
      if new != nil {
        try package.add(document.part, type: DiscussionsPatch.contentType, document.pieces())
        _ = try package.relate(sheet.part, to: document.part, type: RelationshipType.discussions)
      } else if patch.counts[place] == 0 {
        try package.remove(document.part, from: sheet.part)
      } else {
        package.take(document)
      }
    }
    return mirrors
  }

  private func peoplePatch() throws(SpreadsheetError) -> PeoplePatch {
    if let people { return people }
    guard let part = workbook.peoplePart else { return PeoplePatch([]) }
    return PeoplePatch(SheetDiscussions.people(of: try workbook.package.document(of: part).root))
  }

  /// Writes the people whom the edit has added.
  mutating func finishPeople() throws(SpreadsheetError) {
    guard let people, people.isChanged else { return }
    if let part = workbook.peoplePart {
      try package.edit(part) { people.write(into: &$0) }
      return
    }
    let part = freePartName("persons/person", from: 0)
    var patch = PartPatch(
      part: part, document: try OPCPackage.document(PeoplePatch.emptyPart(), of: part, workbook.package.limits))
    people.write(into: &patch)
    try package.add(part, type: PeoplePatch.contentType, patch.pieces())
    _ = try package.relate(workbook.part, to: part, type: RelationshipType.people)
  }
}
