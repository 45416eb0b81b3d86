import Formula

/// Numbers as texts and texts as numbers, in the way of a country where the decimal sign is a point.
enum NumberText {
  /// As `&` writes a number.
  static func text(_ number: Double) -> String { NumberFormatting.text(number) }

  /// The number that a text stands for in arithmetic; nil when it is none.
  static func number(_ text: String) -> Double? {
    // Spaces around a date make it none, around other numbers and times they do nothing.
    if text.first == " " || text.last == " ", text.utf8.count(where: { $0 == UInt8(ascii: "-") }) >= 2 { return nil }
    return NumberParsing.number(text)
  }
}
