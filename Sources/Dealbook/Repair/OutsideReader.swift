// SPDX-License-Identifier: Apache-2.0

/// Something in a workbook that reads cells that a repair changes, or that states their unit.
public struct OutsideReader: Hashable, Sendable, CustomStringConvertible {
  public enum Kind: Hashable, Sendable { case formula, chart, pivot, conditionalFormat, validation, format, text, name }

  public let kind: Kind
  public let sheet: String
  /// The cell, the range, or the part.
  public let place: String

  init(_ kind: Kind, sheet: String, place: String) {
    self.kind = kind
    self.sheet = sheet
    self.place = place
  }

  public var description: String {
    switch kind {
    case .formula: "the formula \(sheet)!\(place)"
    case .chart: "a chart on \(sheet) (\(place))"
    case .pivot: "a pivot table over \(sheet) (\(place))"
    case .conditionalFormat: "the conditional format of \(sheet)!\(place)"
    case .validation: "the validation of \(sheet)!\(place)"
    case .format: "the number format with “\(place)” on \(sheet)"
    case .name: "the name \(place)"
    case .text: "the text in \(sheet)!\(place)"
    }
  }
}
