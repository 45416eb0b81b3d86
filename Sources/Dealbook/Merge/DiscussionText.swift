// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// A discussion as the text of one cell, from which it can be restored: fields between bars.
struct DiscussionText {
  let discussion: Discussion

  init(_ discussion: Discussion) { self.discussion = discussion }

  var text: String {
    var fields = [
      discussion.isResolved ? "1" : "0", discussion.mirror?.head ?? "", discussion.mirror?.between ?? "",
      "\(discussion.messages.count)",
    ]
    for message in discussion.messages {
      fields += [message.id, message.time, message.text] + Self.fields(message.person)
      fields.append("\(message.mentions.count)")
      for mention in message.mentions {
        fields += [mention.id, "\(mention.start)", "\(mention.length)"] + Self.fields(mention.person)
      }
    }
    return fields.map(Self.escaped).joined(separator: "|")
  }

  /// By code points: a mark after a bar would hide the bar.
  private static func escaped(_ field: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in field.unicodeScalars {
      let letter: Unicode.Scalar? =
        switch scalar {
        case "\\": "\\"
        case "|": "p"
        case "\n": "n"
        case "\r": "r"
        case "\t": "t"
        default: nil
        }
      if letter != nil { text.append("\\") }
      text.append(letter ?? scalar)
    }
    return String(text)
  }

  private static func fields(_ person: Discussion.Person) -> [String] {
    [person.id, person.name, person.account, person.provider]
  }

  /// Nil if the text is none of these.
  init?(_ text: String) {
    var fields = text.unicodeScalars.split(separator: "|", omittingEmptySubsequences: false).map(Self.restored)[...]
    func number() -> Int? { fields.popFirst().flatMap { Int($0) } }
    func person() -> Discussion.Person? {
      guard let id = fields.popFirst(), let name = fields.popFirst(), let account = fields.popFirst(),
        let provider = fields.popFirst()
      else { return nil }
      return Discussion.Person(id: id, name: name, account: account, provider: provider)
    }
    guard let resolved = fields.popFirst(), let head = fields.popFirst(), let between = fields.popFirst(),
      let count = number(), count > 0, count <= fields.count
    else { return nil }
    var messages: [Discussion.Message] = []
    for _ in 0..<count {
      guard let id = fields.popFirst(), let time = fields.popFirst(), let text = fields.popFirst(),
        let author = person(), let mentioned = number(), mentioned >= 0, mentioned <= fields.count
      else { return nil }
      var mentions: [Discussion.Mention] = []
      for _ in 0..<mentioned {
        guard let id = fields.popFirst(), let start = number(), let length = number(), let named = person() else {
          return nil
        }
        mentions.append(Discussion.Mention(person: named, id: id, start: start, length: length))
      }
      messages.append(Discussion.Message(id: id, person: author, time: time, text: text, mentions: mentions))
    }
    guard fields.isEmpty else { return nil }
    discussion = Discussion(
      messages, isResolved: resolved == "1",
      mirror: head.isEmpty ? nil : DiscussionMirror(head: head, between: between))
  }

  private static func restored(_ field: Substring.UnicodeScalarView) -> String {
    var text = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in field {
      if isEscaped {
        text.append(["p": "|", "n": "\n", "r": "\r", "t": "\t"][scalar] ?? scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
