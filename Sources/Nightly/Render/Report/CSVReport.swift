// SPDX-License-Identifier: Apache-2.0

extension NightlyRun {
  /// A header and one finding per line, according to RFC 4180, with every field in quotes. Further lines list what the night
  /// was based on and what was ignored. Text that a spreadsheet program would take for a formula is preceded by an apostrophe.
  public func writeCSV(to sink: ByteSink) {
    // Without this mark, Excel assumes the local character set.
    sink.write([0xEF, 0xBB, 0xBF])
    sink.write(
      CSV.line([
        "file", "state", "first_seen", "severity", "rule", "sheet", "cell", "row", "row_id", "column", "found",
        "repair", "owner", "message", "waived", "fingerprint",
      ]))
    for night in findings {
      let finding = night.finding
      sink.write(
        CSV.line([
          night.file, night.state.rawValue, night.firstSeen, finding.severity, finding.rule, finding.sheet,
          finding.cell ?? "", finding.row.map(String.init) ?? "", finding.rowId, finding.column, finding.found,
          finding.repair ?? "", finding.owner, finding.message, night.reason ?? "", night.fingerprint,
        ]))
    }
    for authority in authorities {
      sink.write(
        CSV.line([
          authority.path, authority.isInForce ? "in force" : "ignored", "", "", "", "", "", "", "", "",
          authority.sha256, "", "", authority.told, "", "",
        ]))
    }
  }
}

/// Writes comma-separated values that no reader takes for formulas.
public enum CSV {
  /// Every field is quoted, so that a reader with a different separator sees one column rather than mixed-up ones.
  public static func line(_ fields: [String]) -> String {
    fields.map {
      "\"" + guarded($0).split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
    .joined(separator: ",") + "\r\n"
  }

  /// Characters that may end a field for a reader with a different separator or without support for quotes.
  private static let separators: Set<Unicode.Scalar> = [",", ";", "|", "\t", "\n", "\r", "\"", "'", "^"]
  private static let signs: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n"]

  /// The text with an apostrophe before each character that would begin a formula, both at the start and after anything that
  /// some reader takes for the end of a field. Numbers stay as they are.
  public static func guarded(_ text: String) -> String {
    // Most texts contain no such character.
    guard text.unicodeScalars.contains(where: signs.contains), Double(text) == nil else { return text }
    var result = ""
    var rest = text.unicodeScalars[...]
    var isStart = true
    while let scalar = rest.first {
      if isStart, signs.contains(scalar), !isNumber(rest) { result.unicodeScalars.append("'") }
      isStart = separators.contains(scalar) || isStart && scalar == " "
      result.unicodeScalars.append(scalar)
      rest.removeFirst()
    }
    return result
  }

  /// Whether the text up to the next separator is a number.
  private static func isNumber(_ text: Substring.UnicodeScalarView) -> Bool {
    let field = text.prefix(40).prefix { !separators.contains($0) }
    return Double(String(String.UnicodeScalarView(field)).split(separator: " ").joined(separator: "")) != nil
  }
}
