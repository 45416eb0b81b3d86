// SPDX-License-Identifier: Apache-2.0

/// A row or cell that is not where its reference says: it is stored twice, or after one that it should precede.
///
/// Such a sheet can be read, in file order. It can't be edited, because it is not clear which of two cells `B7` is meant.
public struct SheetDisorder: Hashable, Sendable, CustomStringConvertible {
  public enum Kind: Hashable, Sendable {
    case rowTwice(Int)
    /// A row that follows one with a higher number.
    case rowAfter(Int, Int)
    case cellTwice(CellReference)
    /// A cell that follows one further to the right.
    case cellAfter(CellReference, CellReference)
  }

  public var kind: Kind
  /// The offsets of the earlier and the later element in the part.
  public var offsets: [Int]

  /// Whether something is stored twice, and not merely out of order.
  public var isTwofold: Bool {
    switch kind {
    case .rowTwice, .cellTwice: true
    case .rowAfter, .cellAfter: false
    }
  }

  public var description: String {
    let places = offsets.map { "\($0)" }.joined(separator: " and ")
    switch kind {
    case .rowTwice(let row): return "row \(row) is stored twice (at bytes \(places))"
    case .rowAfter(let row, let previous): return "row \(row) is stored after row \(previous) (at bytes \(places))"
    case .cellTwice(let cell): return "cell \(cell) is stored twice (at bytes \(places))"
    case .cellAfter(let cell, let previous): return "cell \(cell) is stored after cell \(previous) (at bytes \(places))"
    }
  }
}

extension SheetDisorder? {
  /// Keeps what was found first; but what is stored twice counts more than what is only out of order.
  mutating func note(_ found: SheetDisorder?) {
    guard let found, self == nil || found.isTwofold && self?.isTwofold == false else { return }
    self = found
  }
}
