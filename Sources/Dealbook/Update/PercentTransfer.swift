// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// How shares of an export are written in a column of the team's: 60 % as 0.6 or as 60.
///
/// What the export itself says of a number counts: a percent sign in the cell or in its format, or one in the header. Numbers alone only show
/// a scale; they are brought over where the team's column has the same one.
struct PercentTransfer {
  /// The scale of the team's column.
  private let scale: PercentScale
  /// The largest share that the column may hold.
  private let most: Double
  /// The scale of the export's numbers; nil if unclear.
  private let other: PercentScale?
  /// Whether the export says so, in its formats or its header.
  private let isStated: Bool
  /// Whether the export has texts with a percent sign.
  private let hasSigns: Bool
  /// The largest of its numbers.
  private let largest: Double
  /// How its texts are read.
  private let convention: SettledConvention

  /// Nil if it is unclear how the team's column stores shares.
  init?(_ source: LocatedColumn, of sheet: LocatedSheet, in export: BoundWorkbook, to target: LocatedColumn) {
    guard let scale = target.convention.percentScale else { return nil }
    self.scale = scale
    if case .range(let range) = target.definition.allowed, case .number(let most)? = range.maximum?.value {
      self.most = max(1, most)
    } else {
      most = 1
    }
    // The playbook speaks of the team's workbook.
    var definition = source.definition
    definition.convention.percentScale = nil
    let styles = sheet.formats.numbers[source.number] ?? []
    let formats = styles.map { export.workbook.styles.numberFormat(at: $0.style) }
    let settled = ConventionSettling(
      definition: definition, header: source.header, unit: source.unit, format: formats.first ?? .general,
      values: source.values, rows: sheet.rows, language: export.language, rocYears: export.settings.rocYears
    ).settled()
    switch settled.percentEvidence {
    case .format: isStated = formats.allSatisfy(\.isPercent)
    case .header: isStated = !formats.contains(where: \.isPercent)
    default: isStated = false
    }
    let isMixed = formats.contains(where: \.isPercent) && !formats.allSatisfy(\.isPercent)
    other = isMixed ? nil : settled.percentScale
    var (hasSigns, largest) = (false, 0.0)
    for offset in 0..<min(source.values.count, sheet.rows.count) where sheet.rows.kinds[offset] == .data {
      switch source.values[offset] {
      case .text(let text): hasSigns = hasSigns || Self.isShare(text)
      case .number(let number): largest = max(largest, number.magnitude)
      default: break
      }
    }
    (self.hasSigns, self.largest) = (hasSigns, largest)
    var convention = source.convention
    convention.percentScale = scale
    self.convention = convention
  }

  /// Whether none of the export's shares can be brought over, because all are numbers in a scale that is another or unclear.
  var isOther: Bool {
    let isKnown = isStated || other == scale || other == nil && scale == .hundreds && largest > most
    return largest > 0 && !hasSigns && !isKnown
  }

  private static func isShare(_ text: String) -> Bool {
    guard let readings = NumberReader.readings(text) else { return false }
    return (readings.withPoint ?? readings.withComma)?.isShare ?? false
  }

  enum Share {
    case number(Double)
    case unread(CellReaders.Reading)
    case kept(UpdateReport.Kept.Reason)
  }

  /// A share of the export as the team's column stores it.
  func share(_ value: CellValue, _ readers: CellReaders) -> Share {
    let reading = readers.number(value, type: .percent, convention, moneyScale: nil)
    let number: Double
    switch reading {
    case .number(let plain): number = plain
    case .readable(let read):
      if let text = value.text, Self.isShare(text) { return inRange(read) }
      number = read
    default: return .unread(reading)
    }
    if number == 0 { return .number(0) }
    switch (scale, other) {
    case (.fractions, .hundreds?) where isStated: return inRange(NumberReader.scaled(number, byPowerOfTen: -2))
    case (.hundreds, .fractions?) where isStated: return inRange(NumberReader.scaled(number, byPowerOfTen: 2))
    case (.fractions, _): return other == .fractions || number.magnitude > most ? inRange(number) : .kept(.percentScale)
    case (.hundreds, _):
      // Less than one percent among percentages is more likely a share, and more than the largest share is none.
      let isHundreds = other == .hundreds ? number.magnitude >= 1 : other == nil && number.magnitude > most
      return isHundreds ? inRange(number) : .kept(.percentScale)
    }
  }

  private func inRange(_ number: Double) -> Share {
    let limit = scale == .hundreds ? most * 100 : most
    return number.magnitude > limit ? .kept(.outOfRange) : .number(number)
  }
}
