// SPDX-License-Identifier: Apache-2.0

/// How far repairs may go (documents/method.md, Reading what was typed).
public enum RepairLevel: String, CaseIterable, Comparable, Sendable {
  /// Repairs that keep the value and have only one reading: numbers and dates stored as text, stray spaces, marks, labels and people in
  /// another spelling or language, and columns in 萬元 or another multiple of 元.
  case safe
  /// Also repairs that change what was typed, as the rule proposes: 60 in a percent column, a time of day in a date column, amounts with
  /// fractions of a cent, a value or formula typed over a computed cell, the cent by which a contract's payments fall short.
  case all

  public static func < (left: Self, right: Self) -> Bool { left == .safe && right == .all }
}

extension RuleDefinition {
  /// The lowest level at which the tool repairs what the rule finds; nil if only people can.
  public var repairLevel: RepairLevel? {
    switch kind {
    case .textNumber, .textDate, .whitespace, .spelling, .personSpelling, .tickAlias, .otherLanguage, .unitHeader,
      .settingDate,
      .settingType:
      .safe
    case .percentScale, .dateTime, .decimals, .overtyped: .all
    case .formula: id == Self.roundingRemainder ? .all : nil
    default: nil
    }
  }

  /// The rule for the cent that rounded payments fall short by. Its repair does more than set the value that a finding proposes.
  public static let roundingRemainder = "PAY-004"
}
