// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// How the numbers of a column in a copy compare with those of the base: somebody may have gone over to 萬元, or to 60 for 60 %.
///
/// The rows that both have decide: a number is taken for another one only where most of them say by how much it differs.
enum ColumnScale: Hashable {
  case same
  /// The copy names another unit, but its numbers are those of the base.
  case relabelled
  /// A number of the copy is one of the base, times this power of ten.
  case times(Int)
  /// Nothing can be said, so no number is taken.
  case unclear

  init(_ base: RecordColumn, _ copy: RecordColumn, rows: some Sequence<(old: Int, new: Int)>) {
    self = .same
    guard let own = base.located, let other = copy.located, !base.isComputed, !copy.isComputed else { return }
    let power: Int
    var isNamed = false
    switch own.definition.type {
    case .money:
      power = NumberReader.powerOfTen(of: other.moneyScale ?? 1) - NumberReader.powerOfTen(of: own.moneyScale ?? 1)
      let (one, two) = (own.convention.currency, other.convention.currency)
      let isOtherCurrency = one.map { one in two.map { !one.includes($0) && !$0.includes(one) } ?? false } ?? false
      isNamed = power != 0 || isOtherCurrency
    case .percent:
      switch (own.convention.percentScale, other.convention.percentScale) {
      case (.fractions?, .hundreds?): power = -2
      case (.hundreds?, .fractions?): power = 2
      default: return
      }
    default: return
    }
    if power == 0, !isNamed { return }
    var common = CommonScale(powers: [power])
    for (old, new) in rows {
      if let before = base.values.number(at: old), let now = copy.values.number(at: new) { common.add(before, now) }
    }
    let (alike, scaled) = (common.alike, common.count(of: power))
    if power != 0, scaled > 0, alike * 4 <= scaled {
      self = .times(power)
    } else if alike > 0, scaled * 4 <= alike {
      self = isNamed ? .relabelled : .same
    } else {
      // A column without common numbers whose header says nothing is what it was.
      self = isNamed || scaled + alike > 0 ? .unclear : .same
    }
  }

  /// The power of ten between the copy and the base; nil if unclear.
  var power: Int? {
    switch self {
    case .same, .relabelled: 0
    case .times(let power): power
    case .unclear: nil
    }
  }
}

extension SheetMerge {
  /// The scales of all columns in all copies, where they are not those of the base.
  static func scales(_ columns: [MergeColumn], _ base: RecordSheet, _ copies: [MergeCopy]) -> [Int: [Int: ColumnScale]]
  {
    guard base.kind.isData else { return [:] }
    var scales: [Int: [Int: ColumnScale]] = [:]
    for copy in copies {
      let rows = base.rows.indices.lazy.compactMap { row in
        copy.rowOf[row].map { (old: base.rows[row].offset, new: copy.sheet.rows[$0].offset) }
      }
      for (place, column) in columns.enumerated() {
        guard let old = column.base, let new = column.places[copy.side] else { continue }
        let scale = ColumnScale(base.columns[old], copy.sheet.columns[new], rows: rows)
        if scale != .same { scales[copy.side, default: [:]][place] = scale }
      }
    }
    return scales
  }

  func scale(_ column: Int, of side: Int) -> ColumnScale { scales[side]?[column] ?? .same }

  /// Whether the numbers of a copy can be brought into ours.
  func isComparable(_ column: Int, of side: Int) -> Bool {
    side == 0 || scale(column, of: side) != .unclear && scale(column, of: 0) != .unclear
  }

  /// A cell with its number in the scale of ours. A formula stays as it is.
  func rescaled(
    _ cell: RecordCell, _ column: Int, from scale: ColumnScale, readers: CellReaders, _ located: LocatedColumn?
  )
    -> RecordCell
  {
    guard let power = scale.power, let own = self.scale(column, of: 0).power else { return .nothing }
    guard power != own, cell.formula == nil else { return cell }
    switch cell.value {
    case .number(let number):
      return RecordCell(value: .number(NumberReader.scaled(number, byPowerOfTen: power - own)))
    case .text:
      guard let located, case .readable(let number) = readers.number(cell.value, in: located) else { return cell }
      // Amounts are read as amounts of 元, shares in the scale of their column.
      let ours = NumberReader.powerOfTen(of: columns[column].located?.moneyScale ?? 1)
      let shift = located.definition.type == .money ? -ours : power - own
      return RecordCell(value: .number(NumberReader.scaled(number, byPowerOfTen: shift)))
    default: return cell
    }
  }

  /// Tells in which columns copies have another unit.
  func tellScales(_ plan: inout MergePlan) {
    for copy in copies {
      for (column, scale) in (scales[copy.side] ?? [:]).sorted(by: { $0.key < $1.key }) {
        guard let place = columns[column].places[copy.side] else { continue }
        let outcome: MergeRemark.UnitOutcome =
          switch scale {
          case .unclear: .leftOut
          case .times: self.scale(column, of: 0) == .unclear ? .leftOut : .converted
          case .same, .relabelled: .asWritten
          }
        plan.remarks.append(
          .unitDiffers(
            copy: sides[copy.side].name, sheet: ours.sheet.title, column: columns[column].header,
            header: copy.sheet.columns[place].header, outcome))
      }
    }
  }
}
