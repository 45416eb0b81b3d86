// SPDX-License-Identifier: Apache-2.0

internal import Base
internal import XML

/// The changes to the parts with the discussions of one sheet.
struct DiscussionsPatch {
  private(set) var patches: [PartPatch]
  /// The number of messages in each part after the edit.
  private(set) var counts: [Int]
  /// The elements of each cell, in file order, with the number of their part.
  private var stored: [CellReference: [(part: Int, element: XMLElement)]] = [:]

  static let contentType = "application/vnd.ms-excel.threadedcomments+xml"

  /// - Parameter patches: at least one.
  init(_ patches: [PartPatch]) {
    self.patches = patches
    counts = []
    for (part, patch) in patches.enumerated() {
      let elements = SheetDiscussions.messages(of: patch.root)
      counts.append(elements.count)
      for element in elements {
        guard let cell = element.attribute("ref").flatMap({ CellReference($0) }) else { continue }
        stored[cell, default: []].append((part, element))
      }
    }
  }

  static func emptyPart() -> [UInt8] {
    Array(
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <ThreadedComments xmlns="\(Discussion.namespace)" xmlns:x="\(XMLNamespace.spreadsheet)"></ThreadedComments>
      """.utf8)
  }

  mutating func remove(_ cell: CellReference) {
    for (part, element) in stored[cell] ?? [] { remove(element, part) }
  }

  private mutating func remove(_ element: XMLElement, _ part: Int) {
    patches[part].remove(element)
    counts[part] -= 1
  }

  /// - Parameter personID: the ID of a person in this workbook.
  mutating func set(_ cell: CellReference, to discussion: Discussion, personID: (Discussion.Person) -> String) {
    let old = stored[cell] ?? []
    let wanted = Set(discussion.messages.map(\.id))
    var kept: [String: (part: Int, element: XMLElement)] = [:]
    for (part, element) in old {
      let id = element.attribute("id")?.uppercased() ?? ""
      if wanted.contains(id), kept[id] == nil { kept[id] = (part, element) } else { remove(element, part) }
    }
    var previous: (part: Int, element: XMLElement)?
    var markup = ""
    let first = discussion.messages.first?.id ?? ""
    for message in discussion.messages {
      guard let (part, element) = kept[message.id] else {
        let parent = message.id == first ? nil : first
        let isResolved = message.id == first && discussion.isResolved
        markup += Self.markup(
          message, on: cell, parent: parent, isResolved: isResolved, prefix: patches[previous?.part ?? 0].prefix,
          personID)
        continue
      }
      if !markup.isEmpty {
        if let previous {
          insert(markup, after: previous)
        } else {
          patches[part].splices.append(Splice(at: element.element.lowerBound, markup))
        }
        markup = ""
      }
      update(element, part, to: message, first: first, isResolved: discussion.isResolved, personID)
      previous = (part, element)
    }
    if !markup.isEmpty { insert(markup, after: previous) }
    counts[previous?.part ?? 0] += discussion.messages.count { kept[$0.id] == nil }
  }

  private mutating func insert(_ markup: String, after place: (part: Int, element: XMLElement)?) {
    let part = place?.part ?? 0
    patches[part].insert(markup, into: patches[part].root, after: place?.element)
  }

  private mutating func update(
    _ element: XMLElement, _ part: Int, to message: Discussion.Message, first: String, isResolved: Bool,
    _ personID: (Discussion.Person) -> String
  ) {
    if message.id == first {
      patches[part].remove("parentId", of: element)
      if (element.boolean("done") ?? false) != isResolved {
        patches[part].set("done", of: element, to: isResolved ? "1" : "0")
      }
    } else if element.attribute("parentId")?.uppercased() != first {
      patches[part].set("parentId", of: element, to: first)
      patches[part].remove("done", of: element)
    }
    guard SheetDiscussions.text(of: element) != message.text else { return }
    let prefix = PartPatch.prefix(of: element)
    // What else is in the element speaks of the old text.
    let content = Self.content(of: message, prefix: prefix, personID)
    if element.isSelfClosed {
      patches[part].append(content, to: element)
    } else {
      patches[part].splices.append(Splice(element.content, content))
    }
  }

  // MARK: Markup

  private static func markup(
    _ message: Discussion.Message, on cell: CellReference, parent: String?, isResolved: Bool, prefix: String,
    _ personID: (Discussion.Person) -> String
  ) -> String {
    var attributes = "ref=\"\(cell)\""
    if !message.time.isEmpty { attributes += " dT=\"\(XMLEscape.attribute(message.time))\"" }
    attributes += " personId=\"\(personID(message.person))\" id=\"\(XMLEscape.attribute(message.id))\""
    if let parent { attributes += " parentId=\"\(XMLEscape.attribute(parent))\"" }
    if isResolved { attributes += " done=\"1\"" }
    let content = content(of: message, prefix: prefix, personID)
    return "<\(prefix)threadedComment \(attributes)>\(content)</\(prefix)threadedComment>"
  }

  private static func content(
    of message: Discussion.Message, prefix: String, _ personID: (Discussion.Person) -> String
  ) -> String {
    var bytes: [UInt8] = []
    TextMarkup.append(message.text, to: &bytes)
    let space = TextMarkup.needsPreserve(message.text) ? " xml:space=\"preserve\"" : ""
    var content = "<\(prefix)text\(space)>\(String(decoding: bytes, as: UTF8.self))</\(prefix)text>"
    guard !message.mentions.isEmpty else { return content }
    content += "<\(prefix)mentions>"
    for mention in message.mentions {
      content +=
        "<\(prefix)mention mentionpersonId=\"\(personID(mention.person))\" mentionId=\"\(XMLEscape.attribute(mention.id))\" "
        + "startIndex=\"\(mention.start)\" length=\"\(mention.length)\"/>"
    }
    return content + "</\(prefix)mentions>"
  }
}

/// The people who take part in the discussions of a workbook, and those that an edit adds.
struct PeoplePatch {
  private var known: [Discussion.Person]
  private var added: [Discussion.Person] = []

  static let contentType = "application/vnd.ms-excel.person+xml"

  init(_ known: [Discussion.Person]) { self.known = known }

  var isChanged: Bool { !added.isEmpty }

  static func emptyPart() -> [UInt8] {
    Array(
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <personList xmlns="\(Discussion.namespace)" xmlns:x="\(XMLNamespace.spreadsheet)"></personList>
      """.utf8)
  }

  /// The ID of a person in this workbook, who joins if new. Workbooks give the same account different IDs.
  mutating func id(of person: Discussion.Person) -> String {
    func isSame(_ other: Discussion.Person) -> Bool {
      (other.name, other.account, other.provider) == (person.name, person.account, person.provider)
    }
    let id = person.id.uppercased()
    if let same = known.first(where: { $0.id.uppercased() == id }), isSame(same) || person.name.isEmpty {
      return same.id
    }
    let isAccount = !person.account.isEmpty && !["", "None"].contains(person.provider)
    if let same = known.first(where: {
      isSame($0) || isAccount && $0.account == person.account && $0.provider == person.provider
    }) {
      return same.id
    }
    var new = person
    var number = 0
    while known.contains(where: { $0.id.uppercased() == new.id.uppercased() }) || !Self.isGUID(new.id) {
      number += 1
      new.id = Self.guid(person, number)
    }
    known.append(new)
    added.append(new)
    return new.id
  }

  func write(into patch: inout PartPatch) {
    let prefix = patch.prefix
    let markup = added.map { person in
      let account = person.account.isEmpty ? "" : " userId=\"\(Self.markup(person.account))\""
      let provider = person.provider.isEmpty ? "" : " providerId=\"\(Self.markup(person.provider))\""
      return "<\(prefix)person displayName=\"\(Self.markup(person.name))\" id=\"\(person.id)\"\(account)\(provider)/>"
    }
    patch.insert(markup.joined(), into: patch.root, orderedLike: "person", ["person", "extLst"])
  }

  private static func markup(_ text: String) -> String { XMLEscape.attribute(XString.encoded(text)) }

  private static func isGUID(_ text: String) -> Bool {
    let parts = text.dropFirst().dropLast().split(separator: "-", omittingEmptySubsequences: false)
    return text.first == "{" && text.last == "}" && parts.map(\.count) == [8, 4, 4, 4, 12]
      && parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isHexDigit } }
  }

  /// A GUID that is the same on every run.
  private static func guid(_ person: Discussion.Person, _ number: Int) -> String {
    func digits(_ text: String) -> String {
      let hex = String(
        FNV1a("\(person.name)\u{1F}\(person.account)\u{1F}\(person.provider)\u{1F}\(number)\(text)").value, radix: 16)
      return String(repeating: "0", count: 16 - hex.count) + hex.uppercased()
    }
    let all = Array(digits("a") + digits("b"))
    func part(_ range: Range<Int>) -> String { String(all[range]) }
    return "{\(part(0..<8))-\(part(8..<12))-\(part(12..<16))-\(part(16..<20))-\(part(20..<32))}"
  }
}
