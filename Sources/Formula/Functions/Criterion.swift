// SPDX-License-Identifier: Apache-2.0

import Base
import Spreadsheet

/// A criterion of COUNTIFS and similar functions: `5`, `">=2025"`, `"<>"`, `"電*"`.
struct Criterion: Sendable {
  enum Operand: Sendable {
    case number(Double)
    /// A number given as text, with the case-folded text, which matches too.
    case numeral(Double, String)
    case truth(Bool)
    /// Case-folded text, and its pattern if it contains wildcards.
    case text(String, Wildcard?)
    /// An error code.
    case error(String)
    /// An operator with nothing after it: equals blank cells; nothing is less or greater.
    case nothing
    /// Empty text: equals blank cells and empty text.
    case empty
  }

  var relation: Relation
  var operand: Operand

  private init(_ relation: Relation, operand: Operand) {
    self.relation = relation
    self.operand = operand
  }

  /// The criterion given by a value: a blank means 0, text may begin with an operator, and an error matches the cells that hold it.
  init(_ value: CellValue) {
    switch value {
    case .blank: self.init(.equal, operand: .number(0))
    case .number(let number): self.init(.equal, operand: .number(number))
    case .boolean(let truth): self.init(.equal, operand: .truth(truth))
    case .error(let error): self.init(.equal, operand: .error(error.code))
    case .text(let text):
      let (relation, rest) = Self.operation(text)
      self.init(relation ?? .equal, text: rest, isBare: relation == nil)
    }
  }

  /// The criterion `relation & value`, or `value` alone if there is no relation.
  init(_ relation: Relation?, _ value: CellValue) {
    guard let relation else {
      self.init(value)
      return
    }
    switch value {
    case .blank: self.init(relation, text: "", isBare: false)
    // The number as it reads in the text that `&` makes of it.
    case .number(let number):
      self.init(relation, operand: .numeral(NumberFormatting.asWritten(number), NumberFormatting.text(number)))
    case .boolean(let truth): self.init(relation, operand: .truth(truth))
    case .error: self.init(value)
    // The text may continue the operator: "<" & ">5" or "<" & "=5".
    case .text(let text): self.init(.text(Self.sign(relation) + text))
    }
  }

  private init(_ relation: Relation, text: String, isBare: Bool) {
    self.relation = relation
    let folded = CaseFolding.folded(text)
    if text.isEmpty {
      operand = isBare ? .empty : .nothing
    } else if let number = NumberParsing.number(text) {
      operand = .numeral(number, folded)
    } else if folded == "TRUE" || folded == "FALSE" {
      operand = .truth(folded == "TRUE")
    } else if text.utf8.first == UInt8(ascii: "#"), ErrorCode.known.contains(where: { $0.code == folded }) {
      operand = .error(folded)
    } else {
      operand = .text(folded, relation == .equal || relation == .notEqual ? Wildcard(text) : nil)
    }
  }

  private static let operators: [(String, Relation)] = [
    ("<>", .notEqual), ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("=", .equal), ("<", .less), (">", .greater),
  ]

  static func sign(_ relation: Relation) -> String {
    operators.first { $0.1 == relation }?.0 ?? ""
  }

  /// The operator at the start of a text, and the rest.
  static func operation(_ text: String) -> (Relation?, String) {
    for (sign, relation) in operators where text.utf8.starts(with: sign.utf8) {
      return (relation, String(decoding: Array(text.utf8.dropFirst(sign.utf8.count)), as: UTF8.self))
    }
    return (nil, text)
  }

  func matches(_ cell: CellValue) -> Bool {
    switch relation {
    case .equal: equals(cell)
    case .notEqual: !equals(cell)
    default: compares(cell)
    }
  }

  private func equals(_ cell: CellValue) -> Bool {
    switch (operand, cell) {
    case (.number(let wanted), .number(let number)), (.numeral(let wanted, _), .number(let number)):
      ApproximateNumber.equal(number, wanted)
    // A text that spells the number matches as well.
    case (.number(let wanted), .text(let text)): relation == .equal && Self.spells(text, wanted)
    case (.numeral(let wanted, let word), .text(let text)):
      relation == .equal && (Self.spells(text, wanted) || CaseFolding.folded(text) == word)
    case (.truth(let wanted), .boolean(let truth)): truth == wanted
    case (.truth(let wanted), .text(let text)): CaseFolding.folded(text) == (wanted ? "TRUE" : "FALSE")
    case (.text(let word, nil), .text(let text)): CaseFolding.folded(text).utf8.elementsEqual(word.utf8)
    case (.text(_, let pattern?), .text(let text)): pattern.matches(folded: CaseFolding.folded(text))
    case (.error(let code), .error(let error)): error.code == code
    case (.error(let code), .text(let text)): CaseFolding.folded(text) == code
    case (.nothing, .blank), (.empty, .blank): true
    case (.empty, .text(let text)): text.isEmpty
    default: false
    }
  }

  private func compares(_ cell: CellValue) -> Bool {
    switch (operand, cell) {
    case (.number(let wanted), .number(let number)), (.numeral(let wanted, _), .number(let number)):
      relation.holds(ApproximateNumber.order(number, wanted))
    case (.truth(let wanted), .boolean(let truth)): relation.holds(truth == wanted ? 0 : wanted ? -1 : 1)
    case (.text(let word, _), .text(let text)):
      relation.holds(TextEquality.order(Array(CaseFolding.folded(text).utf8)[...], Array(word.utf8)[...]))
    default: false
    }
  }

  /// Whether a text is a plain numeral for this number. Dates and amounts with currency symbols do not count.
  private static func spells(_ text: String, _ wanted: Double) -> Bool {
    numeral(text).map { ApproximateNumber.equal($0, wanted) } ?? false
  }

  /// The number spelled by a text of digits with sign, decimal point and exponent.
  static func numeral(_ text: String) -> Double? {
    guard let first = text.utf8.first, first.isDigit || first == UInt8(ascii: "-") || first == UInt8(ascii: "."),
      text.utf8.count <= 30,
      text.utf8.allSatisfy({
        $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+")
          || $0 | 0x20 == UInt8(ascii: "e")
      })
    else { return nil }
    return Double(text)
  }
}
