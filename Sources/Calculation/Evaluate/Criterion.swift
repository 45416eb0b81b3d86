// SPDX-License-Identifier: Apache-2.0

import Base
import Formula

/// A criterion of COUNTIFS and similar functions: `5`, `">=2025"`, `"<>"`, `"電*"`.
struct Criterion: Sendable {
  enum Operand: Sendable {
    case number(Double)
    case truth(Bool)
    /// Case-folded.
    case text(String)
    case pattern(Wildcard)
    case error(ErrorValue)
    /// An operator with nothing after it: matches blank cells.
    case nothing
    /// Empty text: matches blank cells and empty text.
    case empty
  }

  let relation: Relation
  let operand: Operand

  init(_ value: Scalar) {
    switch value {
    case .blank: (relation, operand) = (.equal, .number(0))
    case .number(let number): (relation, operand) = (.equal, .number(number))
    case .boolean(let truth): (relation, operand) = (.equal, .truth(truth))
    case .error(let error): (relation, operand) = (.equal, .error(error))
    case .text(let text):
      let (sign, rest) = Self.split(text)
      relation = sign ?? .equal
      if rest.isEmpty {
        operand = sign == nil ? .empty : .nothing
      } else if let number = NumberText.number(rest) {
        operand = .number(number)
      } else {
        let folded = CaseFolding.folded(rest)
        if folded == "TRUE" || folded == "FALSE" {
          operand = .truth(folded == "TRUE")
        } else if let error = rest.first == "#" ? ErrorValue(code: rest) : nil {
          operand = .error(error)
        } else if relation == .equal || relation == .notEqual, let pattern = Wildcard(rest) {
          operand = .pattern(pattern)
        } else {
          operand = .text(folded)
        }
      }
    }
  }

  private static let signs: [(String, Relation)] = [
    ("<>", .notEqual), ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("=", .equal), ("<", .less), (">", .greater),
  ]

  private static func split(_ text: String) -> (Relation?, String) {
    for (sign, relation) in signs where text.utf8.starts(with: sign.utf8) {
      return (relation, String(text.dropFirst(sign.count)))
    }
    return (nil, text)
  }

  /// Whether blank cells match; if so, cells that are not stored count too.
  var takesBlanks: Bool { matches(.blank) }

  func matches(_ cell: Scalar) -> Bool {
    switch relation {
    case .equal: equals(cell)
    case .notEqual: !equals(cell)
    default: compares(cell)
    }
  }

  private func equals(_ cell: Scalar) -> Bool {
    switch (operand, cell) {
    case (.number(let wanted), .number(let number)): return number == wanted || Ordering.numbers(number, wanted) == 0
    case (.number(let wanted), .text(let text)):
      guard let number = NumberText.number(text) else { return false }
      return relation == .equal && Ordering.numbers(number, wanted) == 0
    case (.truth(let wanted), .boolean(let truth)): return truth == wanted
    case (.truth(let wanted), .text(let text)): return CaseFolding.folded(text) == (wanted ? "TRUE" : "FALSE")
    case (.text(let word), .text(let text)): return CaseFolding.folded(text).utf8.elementsEqual(word.utf8)
    case (.pattern(let pattern), .text(let text)): return pattern.matches(folded: CaseFolding.folded(text))
    case (.error(let wanted), .error(let error)): return wanted == error
    case (.nothing, .blank), (.empty, .blank): return true
    case (.empty, .text(let text)): return text.isEmpty
    default: return false
    }
  }

  private func compares(_ cell: Scalar) -> Bool {
    switch (operand, cell) {
    case (.number(let wanted), .number(let number)): relation.holds(Ordering.numbers(number, wanted))
    case (.truth(let wanted), .boolean(let truth)): relation.holds(truth == wanted ? 0 : wanted ? -1 : 1)
    case (.text(let word), .text(let text)): relation.holds(TextOrder.compare(text, word))
    default: false
    }
  }
}
