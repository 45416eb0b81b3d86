import Spreadsheet

/// What each lane asks of a column: the codes of the values that it wants.
struct LaneCodes: Sendable {
  /// A code, or one of the marks below.
  private(set) var codes: [Int32]
  /// The codes of lanes that want more than one.
  private(set) var several: [Int: [Int32]] = [:]

  /// The lane wants a value that is not there.
  static let none: Int32 = -1
  /// The lane wants several values: see `several`.
  static let many: Int32 = -2
  /// What the lane wants is no set of codes (an error, `<>`): it is computed by going through all rows.
  static let other: Int32 = -3

  /// `wanted` gives the codes for a value, or nil for `other`. It is asked once for each distinct text.
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

/// The groups of rows that each lane asks for.
struct LaneGroups: Sendable {
  /// A group, or one of the marks of `LaneCodes`.
  private(set) var groups: [Int32]
  private(set) var several: [Int: [Int32]] = [:]

  /// More groups than these are not worth looking up one by one.
  private static let mostGroups = 64

  /// `wanted` is for each column of `table` what the lanes want of it; without columns all rows are group 0.
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

  /// The groups of a lane that has none of the other marks.
  func all(_ lane: Int) -> [Int32] {
    switch groups[lane] {
    case LaneCodes.none, LaneCodes.other: []
    case LaneCodes.many: several[lane] ?? []
    default: [groups[lane]]
    }
  }
}
