// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// The discussion on one cell, in the base and in the copies that have changed it.
///
/// Discussions are merged by message: what several people have written is kept in the order of time.
struct DiscussionMerge {
  /// What a copy that differs from the base has; nil if it has none.
  struct Statement {
    var side: Int
    var discussion: Discussion?
  }

  let base: Discussion?
  let statements: [Statement]

  init(base: Discussion?, _ statements: [Statement]) {
    (self.base, self.statements) = (base, statements.sorted { $0.side < $1.side })
  }

  /// A change of a message of the base: its new text, or nil if it was deleted.
  private struct Claim: Hashable {
    var text: String?
  }

  private func isGone(_ statement: Statement) -> Bool {
    guard let root = base?.messages.first?.id else { return false }
    return statement.discussion?.contains(root) != true
  }

  /// What the copies that still have the discussion have done to a message of the base, each with the copies that agree.
  private func claims(_ message: Discussion.Message) -> [(claim: Claim, message: Discussion.Message?, sides: [Int])] {
    var claims: [(claim: Claim, message: Discussion.Message?, sides: [Int])] = []
    for statement in statements where !isGone(statement) {
      let own = statement.discussion?.messages.first { $0.id == message.id }
      guard own?.text != message.text else { continue }
      let claim = Claim(text: own?.text)
      if let known = claims.firstIndex(where: { $0.claim == claim }) {
        claims[known].sides.append(statement.side)
      } else {
        claims.append((claim, own, [statement.side]))
      }
    }
    return claims
  }

  /// Whether a copy says something that would be lost with the discussion.
  private func isActive(_ statement: Statement) -> Bool {
    guard let base, let own = statement.discussion, !isGone(statement) else { return false }
    return own.isResolved != base.isResolved
      || own.messages.contains { message in
        base.messages.first { $0.id == message.id }.map { $0.text != message.text } ?? true
      }
  }

  /// The first copy that goes on with the discussion; nil if none does.
  var active: Int? { statements.first(where: isActive)?.side }

  /// Whether one copy deleted the discussion and another went on with it.
  private var isDeletedAndChanged: Bool { statements.contains(where: isGone) && statements.contains(where: isActive) }

  /// Whether a person has to decide.
  var isContradictory: Bool {
    isDeletedAndChanged || base?.messages.contains { claims($0).count > 1 } == true
  }

  /// The merged discussion; nil if there is none any more.
  ///
  /// - Parameter winner: the copy that is right where copies disagree; nil for the base.
  func settled(preferring winner: Int? = nil) -> Discussion? {
    let goes: Bool
    if isDeletedAndChanged {
      guard let winner else { return base }
      goes = statements.first { $0.side == winner }.map(isGone) ?? false
    } else {
      goes = statements.contains(where: isGone)
    }
    var found: [String: Discussion.Message] = [:]
    if let base, !goes {
      for message in base.messages {
        let claims = claims(message)
        let taken = claims.count == 1 ? claims.first : claims.first { $0.sides.contains(winner ?? -1) }
        if let taken {
          if let own = taken.message { found[message.id] = own }
        } else {
          found[message.id] = message
        }
      }
    }
    let known = Set(base?.messages.map(\.id) ?? [])
    for statement in statements where !goes || base == nil || isGone(statement) {
      for message in statement.discussion?.messages ?? [] where !known.contains(message.id) {
        if found[message.id].map({ message.text < $0.text }) ?? true { found[message.id] = message }
      }
    }
    return joined(found, goes: goes)
  }

  private func joined(_ found: [String: Discussion.Message], goes: Bool) -> Discussion? {
    var messages = found.values.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
    let own = statements.filter { base == nil || goes || !isGone($0) }.compactMap(\.discussion)
    // Of several that begin, the earliest goes on.
    let begun = Set(own.compactMap(\.messages.first?.id))
    let root = goes || base == nil ? messages.first { begun.contains($0.id) }?.id : base?.messages.first?.id
    if let place = messages.firstIndex(where: { $0.id == root }) {
      messages.insert(messages.remove(at: place), at: 0)
    }
    guard !messages.isEmpty else { return nil }
    let isResolved: Bool
    if let base, !goes {
      isResolved = own.contains { $0.isResolved != base.isResolved } ? !base.isResolved : base.isResolved
    } else {
      isResolved = own.allSatisfy(\.isResolved)
    }
    return Discussion(
      messages, isResolved: isResolved, mirror: base?.mirror ?? own.lazy.compactMap(\.mirror).first)
  }

  /// What each copy would have, with the copies that agree.
  var options: [(sides: [Int], discussion: Discussion?)] {
    var options: [(sides: [Int], discussion: Discussion?)] = []
    for statement in statements {
      let own = settled(preferring: statement.side)
      if let known = options.firstIndex(where: { $0.discussion.isSame(own) }) {
        options[known].sides.append(statement.side)
      } else {
        options.append(([statement.side], own))
      }
    }
    return options
  }
}

extension Discussion {
  func contains(_ id: String) -> Bool { messages.contains { $0.id == id } }

  /// Whether both say the same, whoever stored them.
  func isSame(_ other: Discussion) -> Bool {
    isResolved == other.isResolved && messages.first?.id == other.messages.first?.id
      && messages.count == other.messages.count
      && messages.allSatisfy { message in other.messages.first { $0.id == message.id }?.text == message.text }
  }

  /// `Ann: call back / Bo: done`, with a tick before one that is resolved.
  var shown: String {
    (isResolved ? "✓ " : "")
      + messages.map { $0.person.name.isEmpty ? $0.text : "\($0.person.name): \($0.text)" }.joined(separator: " / ")
  }
}

extension Discussion? {
  func isSame(_ other: Discussion?) -> Bool {
    switch (self, other) {
    case (nil, nil): true
    case (let own?, let other?): own.isSame(other)
    default: false
    }
  }
}
