import Formula

/// Numbers as texts and texts as numbers, in the way of a country where the decimal sign is a point.
enum NumberText {
  /// As `&` writes a number.
  static func text(_ number: Double) -> String { NumberFormatting.text(number) }

  /// The number that a text stands for in arithmetic; nil when it is none.
  static func number(_ text: String) -> Double? { NumberParsing.number(text) }
}
