// SPDX-License-Identifier: Apache-2.0

/// A discussion on a cell: what Excel calls a comment, with the replies to it, and the file format a threaded comment (MS-XLSX 2.6.205).
public struct Discussion: Hashable, Sendable {
  /// A person who takes part (MS-XLSX 2.6.203).
  public struct Person: Hashable, Sendable {
    /// A GUID in braces, which only this workbook needs to know.
    public var id: String
    public var name: String
    /// The account, such as an e-mail address; may be empty.
    public var account: String
    /// Who manages the account: `AD`, `Windows Live`, `None`; may be empty.
    public var provider: String

    public init(id: String, name: String, account: String = "", provider: String = "") {
      (self.id, self.name, self.account, self.provider) = (id, name, account, provider)
    }
  }

  /// A stretch of a text that names a person (MS-XLSX 2.6.202).
  public struct Mention: Hashable, Sendable {
    public var person: Person
    public var id: String
    /// The first character, counted from 0, and the number of characters.
    public var start: Int
    public var length: Int

    public init(person: Person, id: String, start: Int, length: Int) {
      (self.person, self.id, self.start, self.length) = (person, id, start, length)
    }
  }

  public struct Message: Hashable, Sendable {
    /// A GUID in braces and capitals.
    public var id: String
    public var person: Person
    /// When it was written, UTC, as stored: `2026-03-21T12:07:24.00`; may be empty.
    public var time: String
    public var text: String
    public var mentions: [Mention]

    public init(id: String, person: Person, time: String, text: String, mentions: [Mention] = []) {
      (self.id, self.person, self.time, self.text, self.mentions) = (id.uppercased(), person, time, text, mentions)
    }
  }

  /// The first one begins the discussion, the others reply to it.
  public var messages: [Message]
  public var isResolved: Bool
  /// The wording of the note that programs without discussions show in its place; nil for the usual one.
  public var mirror: DiscussionMirror?

  public init(_ messages: [Message], isResolved: Bool = false, mirror: DiscussionMirror? = nil) {
    (self.messages, self.isResolved, self.mirror) = (messages, isResolved, mirror)
  }

  /// The text of the note in its place, cut to what a note can hold.
  var mirrorText: String {
    let words = mirror ?? .usual
    return TextCut.fitting(words.head + messages.map(\.text).joined(separator: words.between))
  }

  static let namespace = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
}

/// The words around the messages in the note that stands for a discussion, in the language of the program that wrote it.
public struct DiscussionMirror: Hashable, Sendable {
  /// What comes before the first message.
  public var head: String
  /// What comes between two messages.
  public var between: String

  static let usual = DiscussionMirror(
    head:
      "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; however, any edits to it will "
      + "get removed if the file is opened in a newer version of Excel. Learn more: "
      + "https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    ",
    between: "\nReply:\n    ")

  public init(head: String, between: String) { (self.head, self.between) = (head, between) }

  /// Learns the words from a note and the messages that it shows; nil if it does not show them.
  init?(_ note: String, of messages: [Discussion.Message]) {
    // By code points: a message may begin with a mark that would join what comes before it.
    let note = note.unicodeScalars
    guard let first = messages.first, let (start, indent) = Self.place(of: first.text, in: note[...]) else {
      return nil
    }
    head = String(note[..<start])
    let rest = note[note.index(start, offsetBy: first.text.unicodeScalars.count)...]
    if messages.count > 1, let (next, _) = Self.place(of: messages[1].text, in: rest) {
      between = String(rest[..<next])
      return
    }
    // The label of the first message tells the language.
    let label = note[..<start].dropLast(indent.count + 1).split(separator: "\n").last.map { String($0) } ?? ""
    let reply = ["注释": "答复", "批注": "答复", "註解": "回覆"][label] ?? "Reply"
    between = "\n\(reply):\(indent)"
  }

  /// Where a message begins, on a line of its own, and the line end and white space before it.
  private static func place(
    of text: String, in note: Substring.UnicodeScalarView
  ) -> (String.Index, indent: String)? {
    for indent in ["\n    ", "\n\t"] {
      if let found = note.firstRange(of: (indent + text).unicodeScalars) {
        return (note.index(found.lowerBound, offsetBy: indent.count), indent)
      }
    }
    return nil
  }
}

/// A change to the discussion on one cell. The note that stands for it follows.
public enum DiscussionEdit: Hashable, Sendable {
  /// The discussion becomes this one. Messages with the same ID and text keep their bytes; a note on the cell gives way.
  case set(Discussion)
  case remove
}
