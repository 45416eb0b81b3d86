/// Simplified characters for traditional ones, one for one.
///
/// The texts of the built-in playbook say the same thing in both; where a playbook gives only the traditional text, this
/// makes the simplified one, and names are compared by it. It converts characters, not words: 儲存格 becomes 储存格, where a
/// mainland writer would say 单元格.
public enum Simplified {
  public static func text(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(table[scalar] ?? scalar) }
    return String(result)
  }

  private static let table: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    zip(SimplifiedTable.traditional.unicodeScalars, SimplifiedTable.simplified.unicodeScalars),
    uniquingKeysWith: { first, _ in first })
}
