// SPDX-License-Identifier: Apache-2.0

import Playbook

/// Which rows of an export are which of the team's, by their IDs.
struct RowMatch {
  /// A row with an ID, trimmed.
  struct Row {
    let id: String
    let offset: Int
  }

  enum Place {
    /// The offset of the team's row.
    case row(Int)
    case new
    /// Several rows have the ID.
    case ambiguous
    /// The team has this ID, which is the same written in another way: 1 and 001, D1 and D-001.
    case similar(String)
  }

  private let source: Index
  private let target: Index

  init(_ source: [Row], _ target: [Row]) {
    (self.source, self.target) = (Index(source), Index(target))
  }

  func place(of id: String) -> Place {
    let folded = TextFolding.label(id)
    let (theirs, ours) = (source.folded[folded] ?? [], target.folded[folded] ?? [])
    if theirs.count == 1, ours.count == 1 {
      // Salesforce's IDs differ by case alone.
      let isOther = ours[0].id != id && SalesforceID.tellsCase(ours[0].id) && SalesforceID.tellsCase(id)
      return isOther ? .similar(ours[0].id) : .row(ours[0].offset)
    }
    if source.exact[id]?.count == 1, let same = target.exact[id], same.count == 1 { return .row(same[0].offset) }
    guard ours.isEmpty, theirs.count < 2 || source.exact[id]?.count == 1 && SalesforceID.tellsCase(id) else {
      return .ambiguous
    }
    let forms = SalesforceID.long(id).map { target.folded[TextFolding.label($0)] ?? [] } ?? target.long[folded] ?? []
    if let form = forms.first {
      return forms.count == 1 && !source.holds(form.id) ? .row(form.offset) : .ambiguous
    }
    return similar(id).map { .similar($0) } ?? .new
  }

  private func similar(_ id: String) -> String? {
    guard let form = Self.form(of: id) else { return nil }
    return target.forms[form]?.first { known in
      // Formulas can't tell 1 from 001. Of other IDs, both may be there.
      form.utf8.allSatisfy(Self.isDigit) || !source.holds(known.id)
    }?.id
  }

  /// The team's rows that the export does not have, in their order.
  var missing: [Row] {
    target.rows.filter { row in
      if source.holds(row.id) { return false }
      if let long = SalesforceID.long(row.id) { return source.folded[TextFolding.label(long)] == nil }
      return source.long[TextFolding.label(row.id)] == nil
    }
  }

  /// What is left of an ID without marks between its words and zeros before its numbers; nil for one without a number.
  static func form(of id: String) -> String? {
    var words: [String] = []
    var wasDigit: Bool?
    for character in TextFolding.label(id) {
      guard character.isLetter || character.isNumber else {
        wasDigit = nil
        continue
      }
      let isDigit = character.isNumber
      if wasDigit == isDigit { words[words.count - 1].append(character) } else { words.append(String(character)) }
      wasDigit = isDigit
    }
    guard words.contains(where: { $0.utf8.allSatisfy(isDigit) }) else { return nil }
    return words.map { word in
      let number = word.drop { $0 == "0" }
      return word.first != "0" ? word : number.isEmpty ? "0" : String(number)
    }.joined(separator: " ")
  }

  /// The kinds of characters of an ID, one after the other: letters, digits, marks.
  static func shape(of id: String) -> String {
    var shape = ""
    for character in id {
      let kind: Character = character.isLetter ? "a" : character.isNumber ? "0" : character
      if shape.last != kind { shape.append(kind) }
    }
    return shape
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The rows of a file by the forms of their IDs.
  private struct Index {
    let rows: [Row]
    private(set) var folded: [String: [Row]] = [:]
    private(set) var exact: [String: [Row]] = [:]
    /// IDs of 15 characters, by their folded forms of 18.
    private(set) var long: [String: [Row]] = [:]
    private(set) var forms: [String: [Row]] = [:]

    init(_ rows: [Row]) {
      self.rows = rows
      for row in rows {
        folded[TextFolding.label(row.id), default: []].append(row)
        exact[row.id, default: []].append(row)
        if let form = SalesforceID.long(row.id) { long[TextFolding.label(form), default: []].append(row) }
        if let form = RowMatch.form(of: row.id) { forms[form, default: []].append(row) }
      }
    }

    func holds(_ id: String) -> Bool { folded[TextFolding.label(id)] != nil }
  }
}
