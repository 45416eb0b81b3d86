// SPDX-License-Identifier: Apache-2.0

import Base

/// The distinct texts of a column in the order of `<`.
struct SortedTexts {
  private let texts: [ArraySlice<UInt8>]
  private let ranks: [Int32: Int32]

  init(_ coded: CodedColumn) {
    let sorted = coded.texts.sorted { TextEquality.order($0.text, $1.text) < 0 }
    texts = sorted.map(\.text)
    ranks = Dictionary(
      sorted.enumerated().map { ($0.element.code, Int32($0.offset)) }, uniquingKeysWith: { first, _ in first })
  }

  var isEmpty: Bool { texts.isEmpty }
  var count: Int { texts.count }

  func rank(ofCode code: Int32) -> Int32? { ranks[code] }

  /// The indexes of the texts for which the relation to a case-folded text holds; nil if they form no interval.
  func places(of relation: Relation, _ folded: String) -> Range<Int>? {
    let wanted = Array(folded.utf8)[...]
    let first = firstPlace { TextEquality.order($0, wanted) >= 0 }
    let next = firstPlace { TextEquality.order($0, wanted) > 0 }
    return switch relation {
    case .equal: first..<next
    case .notEqual: nil
    case .less: 0..<first
    case .lessOrEqual: 0..<next
    case .greater: next..<texts.count
    case .greaterOrEqual: first..<texts.count
    }
  }

  private func firstPlace(_ isBeyond: (ArraySlice<UInt8>) -> Bool) -> Int {
    var low = 0
    var high = texts.count
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(texts[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
