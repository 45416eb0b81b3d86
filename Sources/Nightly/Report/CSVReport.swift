extension Night {
  /// One finding a line under a header, by RFC 4180. A text that a spreadsheet program would take for a formula gets an
  /// apostrophe before it.
  public func writeCSV(to sink: ByteSink) {
    // Excel takes a file without this mark for one in the character set of the country.
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
  }
}

enum CSV {
  static func line(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") + "\r\n" }

  private static func field(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first), Double(text) == nil {
      text = "'" + text
    }
    guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
