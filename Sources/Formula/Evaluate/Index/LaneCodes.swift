// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// The codes of the values that each lane (row) looks for in a column.
struct LaneCodes: Sendable {
  /// A code, or one of the special values below.
  private(set) var codes: [Int32]
  /// The codes of the lanes that look for more than one value.
  private(set) var several: [Int: [Int32]] = [:]

  /// The lane looks for a value that does not occur.
  static let none: Int32 = -1
  /// The lane looks for several values: see `several`.
  static let many: Int32 = -2
  /// The lane's criterion is not a set of codes (an error, `<>`), so the lane is computed by scanning all rows.
  static let other: Int32 = -3

  /// `wanted` returns the codes for a value, or nil for `other`. It is called once for each distinct text.
  init(_ operand: Vector, lanes: Int, _ wanted: (CellValue) -> [Int32]?) {
    codes = [Int32](repeating: Self.none, count: lanes)
    if operand.isConstant {
      let found = wanted(operand[0])
      for lane in 0..<lanes { set(lane, found) }
      return
    }
    var texts: [Int32] = []
    var textSets: [Int: [Int32]] = [:]
    let unknown = Int32.min
    for lane in 0..<lanes {
      guard operand.kind(lane) == .text else {
        set(lane, wanted(operand[lane]))
        continue
      }
      let text = Int(operand.payload(lane))
      if texts.isEmpty { texts = [Int32](repeating: unknown, count: operand.column.pool.arena.count) }
      if texts[text] == unknown {
        let found = wanted(operand[lane])
        texts[text] = Self.mark(found)
        if let found, found.count > 1 { textSets[text] = found }
      }
      codes[lane] = texts[text]
      if codes[lane] == Self.many { several[lane] = textSets[text] }
    }
  }

  private mutating func set(_ lane: Int, _ found: [Int32]?) {
    codes[lane] = Self.mark(found)
    if codes[lane] == Self.many { several[lane] = found }
  }

  private static func mark(_ found: [Int32]?) -> Int32 {
    guard let found else { return other }
    return found.count > 1 ? many : found.first ?? none
  }
}

/// The groups of rows that each lane looks for.
struct LaneGroups: Sendable {
  /// A group, or one of the special values of `LaneCodes`.
  private(set) var groups: [Int32]
  private(set) var several: [Int: [Int32]] = [:]

  /// With more groups than this, looking them up one by one does not pay.
  private static let mostGroups = 64

  /// `wanted` holds, for each column of `table`, the codes that the lanes look for in it. Without columns, all rows are in group 0.
  init(_ table: GroupTable, _ wanted: [LaneCodes], lanes: Int) {
    guard let first = wanted.first else {
      groups = [Int32](repeating: 0, count: lanes)
      return
    }
    groups = first.codes
    for lane in 0..<lanes {
      if wanted.contains(where: { $0.codes[lane] == LaneCodes.other }) {
        groups[lane] = LaneCodes.other
      } else if wanted.contains(where: { $0.codes[lane] == LaneCodes.none }) {
        groups[lane] = LaneCodes.none
      } else if wanted.contains(where: { $0.codes[lane] == LaneCodes.many }) {
        find(lane, table, wanted)
      } else {
        var group = first.codes[lane]
        for column in 1..<max(wanted.count, 1) where group >= 0 {
          group = table.group(group, wanted[column].codes[lane], column: column) ?? LaneCodes.none
        }
        groups[lane] = group
      }
    }
  }

  private mutating func find(_ lane: Int, _ table: GroupTable, _ wanted: [LaneCodes]) {
    var found: [Int32] = []
    for (column, codes) in wanted.enumerated() {
      let choices = codes.codes[lane] == LaneCodes.many ? codes.several[lane] ?? [] : [codes.codes[lane]]
      if column == 0 {
        found = choices
      } else {
        found = found.flatMap { group in choices.compactMap { table.group(group, $0, column: column) } }
      }
      if found.count > Self.mostGroups {
        groups[lane] = LaneCodes.other
        return
      }
    }
    found.sort()
    groups[lane] = found.count > 1 ? LaneCodes.many : found.first ?? LaneCodes.none
    if found.count > 1 { several[lane] = found }
  }

  /// The groups that a lane looks for; empty if it is marked `none` or `other`.
  func all(_ lane: Int) -> [Int32] {
    switch groups[lane] {
    case LaneCodes.none, LaneCodes.other: []
    case LaneCodes.many: several[lane] ?? []
    default: [groups[lane]]
    }
  }
}
