/// How much a repair may do (documents/method.md, Reading what was typed).
public enum RepairLevel: String, CaseIterable, Comparable, Sendable {
  /// What keeps the value and can be read in one way only: numbers and dates that are stored as text, stray spaces, marks and
  /// labels in another spelling or language, and columns in 萬元 or another multiple of 元.
  case safe
  /// Also what changes what somebody typed, as the rule proposes it: 60 in a percent column, a time of day in a date column,
  /// money beyond the cent, a value or formula typed over a computed cell, the cent that the payments of a contract lack.
  case all

  public static func < (left: Self, right: Self) -> Bool { left == .safe && right == .all }
}

extension RuleDefinition {
  /// The level from which on the tool repairs what the rule finds, where it can; nil when people have to.
  public var repairLevel: RepairLevel? {
    switch kind {
    case .textNumber, .textDate, .whitespace, .spelling, .tickAlias, .otherLanguage, .unitHeader, .settingDate,
      .settingType:
      .safe
    case .percentScale, .dateTime, .decimals, .overtyped: .all
    case .formula: id == Self.roundingRemainder ? .all : nil
    default: nil
    }
  }

  /// The rule of the cent that rounded payments lack, whose repair is more than the value that a finding proposes.
  public static let roundingRemainder = "PAY-004"
}
