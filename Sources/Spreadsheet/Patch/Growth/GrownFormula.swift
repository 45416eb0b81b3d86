// SPDX-License-Identifier: Apache-2.0

/// Lets the ranges of formulas that read a whole list grow with it.
struct GrownFormula {
  /// By the name of the sheet in lower case.
  private let lists: [String: ListGrowth]
  /// By name in lower case, the number of rows that it stands for, before and after.
  var names: [String: (old: Int, new: Int)] = [:]
  /// The last rows of the lists as they are written.
  private let endings: [[UInt8]]

  init(_ lists: [ListGrowth], in workbook: Workbook) {
    self.lists = Dictionary(
      lists.map { (workbook.sheets[$0.sheet].name.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    endings = Set(lists.map(\.list.rows.upperBound)).map { Array("\($0)".utf8) }
  }

  /// Where a formula stands.
  struct Place {
    /// The name of its sheet.
    var sheet: String
    /// Its row; nil outside the rows.
    var row: Int?
    /// Whether only absolute rows count.
    var isFixed = false
  }

  enum Outcome {
    /// Nothing in it covers a whole list, or growing could change what it means.
    case same
    case grown([UInt8])
  }

  func apply(_ text: String, at place: Place) -> Outcome {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: ":")), endings.contains(where: { ByteSearch.contains($0, in: bytes) }) else {
      return .same
    }
    let (ranges, named) = FormulaRange.all(in: bytes)
    let wanted = ranges.map { new(rows: $0, at: place) }
    guard wanted.contains(where: { $0 != nil }), isConsistent(ranges, wanted, named, at: place) else { return .same }
    var result: [UInt8] = []
    var at = 0
    for (range, rows) in zip(ranges, wanted) {
      guard let rows else { continue }
      result += bytes[at..<range.corners.lowerBound]
      result += range.corners(rows)
      at = range.corners.upperBound
    }
    return .grown(result + bytes[at...])
  }

  /// The names in a formula that may not grow, because what stands beside them would no longer be as long as they are.
  func namesInTheWay(_ text: String, at place: Place) -> Set<String> {
    guard !names.isEmpty else { return [] }
    let (ranges, named) = FormulaRange.all(in: Array(text.utf8))
    let own = named.filter { names[$0.name.lowercased()].map { $0.old != $0.new } ?? false }
    guard !own.isEmpty, !isConsistent(ranges, ranges.map { new(rows: $0, at: place) }, named, at: place) else {
      return []
    }
    return Set(own.filter { !$0.isAlone }.map { $0.name.lowercased() })
  }

  /// The rows of a range after the growth; nil if it stays.
  private func new(rows range: FormulaRange, at place: Place) -> ClosedRange<Int>? {
    guard let growth = growth(range, at: place) else { return nil }
    let isBesideRows =
      place.row.map {
        growth.list.rows.contains($0) && place.sheet.lowercased() == (range.sheet ?? place.sheet).lowercased()
      }
      ?? false
    guard growth.list.isCovered(by: range, isFixed: place.isFixed || isBesideRows) else { return nil }
    return range.rows.lowerBound...growth.last
  }

  private func growth(_ range: FormulaRange, at place: Place) -> ListGrowth? {
    lists[(range.sheet ?? place.sheet).lowercased()]
  }

  /// Whether what stands beside each other stays equally long, and no other range ends with a list without growing.
  private func isConsistent(
    _ ranges: [FormulaRange], _ wanted: [ClosedRange<Int>?], _ named: [(name: String, isAlone: Bool)], at place: Place
  ) -> Bool {
    var lengths: [Int: Set<Int>] = [:]
    for (range, rows) in zip(ranges, wanted) {
      if rows == nil, range.rows.count > 1, let growth = growth(range, at: place),
        range.rows.upperBound == growth.list.rows.upperBound
      {
        return false
      }
      if !range.isAlone, range.rows.count > 1 {
        lengths[range.rows.count, default: []].insert(rows?.count ?? range.rows.count)
      }
    }
    for name in named where !name.isAlone {
      if let length = names[name.name.lowercased()] { lengths[length.old, default: []].insert(length.new) }
    }
    return lengths.values.allSatisfy { $0.count == 1 }
  }
}
