/// A row or a cell that does not stand where its reference says: stored twice, or after one that it should precede.
///
/// Such a sheet can be read, in the order of the file. It can't be edited, for which of two cells `B7` is the one?
public struct SheetDisorder: Hashable, Sendable, CustomStringConvertible {
  public enum Kind: Hashable, Sendable {
    case rowTwice(Int)
    /// A row after one with a higher number.
    case rowAfter(Int, Int)
    case cellTwice(CellReference)
    /// A cell after one further to the right.
    case cellAfter(CellReference, CellReference)
  }

  public var kind: Kind
  /// Where in the part the earlier element and the later one begin.
  public var offsets: [Int]

  /// Whether something is there twice, and not only out of order.
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
