// SPDX-License-Identifier: Apache-2.0

/// A rectangular range of cells, `A1:D9`. It stores only its corners.
public struct CellRange: Hashable, Sendable, CustomStringConvertible {
  public let first: CellReference
  public let last: CellReference

  /// The range with these two opposite corners, in any order.
  public init(_ a: CellReference, _ b: CellReference) {
    // The corners computed from valid references are valid, so the fallbacks are never used.
    first = CellReference(row: min(a.row, b.row), column: min(a.column, b.column)) ?? a
    last = CellReference(row: max(a.row, b.row), column: max(a.column, b.column)) ?? b
  }

  /// Parses `A1:D9` or `A1`, with or without `$`.
  public init?(_ text: some StringProtocol) {
    let corners = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard let a = corners.first.flatMap({ CellReference($0) }), corners.count <= 2 else {
      return nil
    }
    guard corners.count == 2 else {
      self.init(a, a)
      return
    }
    guard let b = CellReference(corners[1]) else { return nil }
    self.init(a, b)
  }

  public var rows: ClosedRange<Int> { first.row...last.row }
  public var columns: ClosedRange<Int> { first.column...last.column }

  public func contains(_ cell: CellReference) -> Bool {
    rows.contains(cell.row) && columns.contains(cell.column)
  }

  public func overlaps(_ other: CellRange) -> Bool {
    rows.overlaps(other.rows) && columns.overlaps(other.columns)
  }

  public var description: String { first == last ? "\(first)" : "\(first):\(last)" }
}
