// SPDX-License-Identifier: Apache-2.0

internal import Playbook

/// The parsed form of a change: `deals.D-006.stage=談判簽約`, `deals[owner=Chen, stage=標書提交].expected_close=+14d`.
///
///     CONTAINER . ROW . COLUMN            OPERATOR VALUE
///     CONTAINER [ CONDITION, … ] . COLUMN OPERATOR VALUE
///     settings . NAME                     OPERATOR VALUE
///     stages . LABEL . PARAMETER          OPERATOR VALUE
///
/// Which part of `D-006.stage` is the row is decided by the existing rows and columns.
struct ChangeText {
  enum Operator: String {
    case set = "="
    case add = "+="
    case subtract = "-="
    case multiply = "*="
  }

  struct Condition {
    var path: String
    var relation: Relation
    var value: String
  }

  enum Relation: String, CaseIterable {
    // Longer ones first, because they are tried in this order.
    case notEqual = "!="
    case atMost = "<="
    case atLeast = ">="
    case equal = "="
    case less = "<"
    case greater = ">"
  }

  var container: String
  /// Nil if a row is named.
  var conditions: [Condition]?
  /// The text after container and conditions: `D-006.stage`, `stage`.
  var rest: String
  var operation: Operator
  var value: String

  init(_ text: String) throws(DealbookError) {
    guard let equals = Self.equals(in: text) else {
      throw .wish(
        text, "應寫成 表.列.欄=值，例如 deals.D-006.amount=120000，或 settings.名稱=值",
        "expected SHEET.ROW.COLUMN=VALUE, for example deals.D-006.amount=120000, or settings.NAME=VALUE")
    }
    var target = text[..<equals]
    operation = .set
    if let sign = target.last, let known = Operator(rawValue: "\(sign)=") {
      operation = known
      target.removeLast()
    }
    value = Self.unquoted(StraySpace.trimmed(String(text[text.index(after: equals)...])))
    (container, conditions, rest) = try Self.target(String(target), of: text)
  }

  /// A target without a value: `deals.D-007`.
  static func target(_ text: String, of whole: String) throws(DealbookError) -> (String, [Condition]?, String) {
    if let open = text.firstIndex(of: "["), !text[..<open].contains(".") {
      guard let close = Self.closing(text, after: open) else {
        throw .wish(whole, "以 [ 開頭的條件後面要有 ]", "expected ] behind the conditions that begin with [")
      }
      var conditions: [Condition] = []
      for item in list(String(text[text.index(after: open)..<close])) {
        if let condition = try condition(item, of: whole) { conditions.append(condition) }
      }
      var rest = text[text.index(after: close)...]
      if rest.first == "." { rest.removeFirst() }
      return (StraySpace.trimmed(String(text[..<open])), conditions, StraySpace.trimmed(String(rest)))
    }
    guard let dot = text.firstIndex(of: ".") else {
      throw .wish(
        whole, "應寫成 表.列 或 表[條件]，例如 deals.D-006 或 deals[owner=Chen]",
        "expected SHEET.ROW or SHEET[CONDITION], for example deals.D-006 or deals[owner=Chen]")
    }
    return (
      StraySpace.trimmed(String(text[..<dot])), nil, StraySpace.trimmed(String(text[text.index(after: dot)...]))
    )
  }

  /// The first `=` that is neither in brackets nor in quotes.
  private static func equals(in text: String) -> String.Index? {
    var depth = 0
    var isQuoted = false
    for place in text.indices {
      switch text[place] {
      case "\"": isQuoted.toggle()
      case "[" where !isQuoted: depth += 1
      case "]" where !isQuoted: depth -= 1
      case "=" where depth == 0 && !isQuoted: return place
      default: break
      }
    }
    return nil
  }

  private static func closing(_ text: String, after open: String.Index) -> String.Index? {
    var isQuoted = false
    for place in text.indices where place > open {
      if text[place] == "\"" { isQuoted.toggle() }
      if text[place] == "]", !isQuoted { return place }
    }
    return nil
  }

  private static func condition(_ text: String, of whole: String) throws(DealbookError) -> Condition? {
    if text == "*" { return nil }
    for relation in Relation.allCases {
      guard let place = text.firstRange(of: relation.rawValue) else { continue }
      let path = StraySpace.trimmed(String(text[..<place.lowerBound]))
      let value = unquoted(StraySpace.trimmed(String(text[place.upperBound...])))
      if !path.isEmpty { return Condition(path: path, relation: relation, value: value) }
    }
    throw .wish(
      whole, "方括號裡應寫成 欄=值（或 !=、<、<=、>、>=），卻是「\(text)」",
      "expected COLUMN=VALUE (or !=, <, <=, >, >=) in brackets, found ‘\(text)’")
  }

  /// Splits at commas outside double quotes.
  static func list(_ text: String) -> [String] {
    var items = [""]
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character == ",", !isQuoted { items.append("") } else { items[items.count - 1].append(character) }
    }
    return items.map(StraySpace.trimmed).filter { !$0.isEmpty }
  }

  /// Whether a text can stand in quotes as the value of a condition.
  static func canName(_ text: String) -> Bool { !text.contains { "\"<>=".contains($0) || $0.isNewline } }

  static func unquoted(_ text: String) -> String {
    guard text.count >= 2, text.first == "\"", text.last == "\"" else { return text }
    return String(text.dropFirst().dropLast())
  }
}

extension String {
  /// The first occurrence of a text.
  fileprivate func firstRange(of other: String) -> Range<Index>? {
    var at = startIndex
    while at < endIndex {
      if self[at...].hasPrefix(other) { return at..<index(at, offsetBy: other.count) }
      at = index(after: at)
    }
    return nil
  }
}
