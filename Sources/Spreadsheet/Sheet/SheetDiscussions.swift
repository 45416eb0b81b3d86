// SPDX-License-Identifier: Apache-2.0

internal import XML

/// The discussions on the cells of one worksheet.
public struct SheetDiscussions: Sendable {
  public private(set) var byCell: [CellReference: Discussion] = [:]
  /// Cells whose discussion cannot be told from the parts: several on one cell, or messages without an ID or a beginning.
  public private(set) var unclear: Set<CellReference> = []

  public static let none = SheetDiscussions()

  private init() {}

  /// - Parameters:
  ///   - roots: the root elements of the parts with threaded comments.
  ///   - people: the people of the workbook, by ID in capitals.
  init(_ roots: [XMLElement], people: [String: Discussion.Person], notes: [CellReference: CellNote]) {
    var begun: [CellReference: [Discussion.Message]] = [:]
    var parents: [CellReference: Set<String>] = [:]
    var ids: Set<String> = []
    var resolved: Set<CellReference> = []
    for element in roots.flatMap(Self.messages) {
      guard let cell = element.attribute("ref").flatMap({ CellReference($0) }) else { continue }
      let message = Self.message(element, people)
      if message.id.isEmpty || !ids.insert(message.id).inserted { unclear.insert(cell) }
      if let parent = element.attribute("parentId")?.uppercased() {
        parents[cell, default: []].insert(parent)
        byCell[cell, default: Discussion([])].messages.append(message)
      } else {
        begun[cell, default: []].append(message)
        if element.boolean("done") == true { resolved.insert(cell) }
      }
    }
    for cell in Set(byCell.keys).union(begun.keys) {
      guard let first = begun[cell]?.first, begun[cell]?.count == 1, parents[cell].map({ $0 == [first.id] }) ?? true
      else {
        unclear.insert(cell)
        continue
      }
      byCell[cell, default: Discussion([])].messages.insert(first, at: 0)
      byCell[cell]?.isResolved = resolved.contains(cell)
    }
    for cell in unclear { byCell[cell] = nil }
    for (cell, discussion) in byCell {
      byCell[cell]?.mirror = notes[cell].flatMap { DiscussionMirror($0.text, of: discussion.messages) }
    }
  }

  static func messages(of root: XMLElement) -> [XMLElement] {
    root.children("threadedComment", in: Discussion.namespace)
  }

  private static func message(_ element: XMLElement, _ people: [String: Discussion.Person]) -> Discussion.Message {
    func person(_ id: String?) -> Discussion.Person {
      people[(id ?? "").uppercased()] ?? Discussion.Person(id: id ?? "", name: "")
    }
    let mentions = element.firstChild("mentions")?.children("mention") ?? []
    return Discussion.Message(
      id: element.attribute("id") ?? "", person: person(element.attribute("personId")),
      time: element.attribute("dT") ?? "", text: text(of: element),
      mentions: mentions.compactMap { mention in
        guard let start = mention.integer("startIndex"), let length = mention.integer("length") else { return nil }
        return Discussion.Mention(
          person: person(mention.attribute("mentionpersonId")), id: mention.attribute("mentionId") ?? "", start: start,
          length: length)
      })
  }

  static func text(of message: XMLElement) -> String {
    message.firstChild("text").map { XString.decoded($0.text) } ?? ""
  }

  static func people(of root: XMLElement) -> [Discussion.Person] {
    root.children("person", in: Discussion.namespace).compactMap { element in
      element.attribute("id").map { id in
        Discussion.Person(
          id: id, name: XString.decoded(element.attribute("displayName") ?? ""),
          account: XString.decoded(element.attribute("userId") ?? ""),
          provider: XString.decoded(element.attribute("providerId") ?? ""))
      }
    }
  }
}

extension Workbook {
  /// The discussions (threaded comments) of the sheet at position `index` in ``sheets``.
  public func discussions(at index: Int) throws(SpreadsheetError) -> SheetDiscussions {
    let parts = try discussionParts(ofSheet: worksheetPart(at: index))
    if parts.isEmpty { return .none }
    var roots: [XMLElement] = []
    for part in parts { roots.append(try package.document(of: part).root) }
    var people: [String: Discussion.Person] = [:]
    if let part = peoplePart {
      for person in SheetDiscussions.people(of: try package.document(of: part).root) {
        if people[person.id.uppercased()] == nil { people[person.id.uppercased()] = person }
      }
    }
    return SheetDiscussions(roots, people: people, notes: try notes(at: index).notes)
  }

  func discussionParts(ofSheet sheet: PartName) throws(SpreadsheetError) -> [PartName] {
    try package.relationships(of: sheet).all(RelationshipType.discussions).compactMap(\.part).filter(package.contains)
  }

  /// The part with the people who take part in discussions.
  var peoplePart: PartName? {
    relationships.all(RelationshipType.people).compactMap(\.part).first(where: package.contains)
  }
}
