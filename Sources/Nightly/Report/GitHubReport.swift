extension Night {
  /// More of one kind GitHub leaves out without a word.
  private static let annotationLimit = 10

  /// Workflow commands that show the worst findings at their files: new ones first, then by severity. How many there are beyond
  /// these is said, and where the rest can be read.
  public var githubAnnotations: String {
    var text = ""
    for file in unchecked.prefix(Self.annotationLimit) {
      text += Self.command("error", file.path, nil, "not checked", file.why)
    }
    if unchecked.count > Self.annotationLimit {
      text += "::error::\(unchecked.count - Self.annotationLimit) more workbooks could not be checked\n"
    }
    let open = findings.filter { $0.state != .fixed && $0.state != .waived }
    for level in ["error", "warning", "info"] {
      let kind = level == "info" ? "notice" : level
      let room = Self.annotationLimit - (level == "error" ? min(unchecked.count, Self.annotationLimit) : 0)
      let mine = open.filter { $0.finding.severity == level }
      // Stable: within new and old they stay in the order of files.
      let first = mine.filter { $0.state != .persisting } + mine.filter { $0.state == .persisting }
      let shown = mine.count > room ? max(0, room - 1) : mine.count
      for night in first.prefix(shown) {
        let finding = night.finding
        let place = finding.sheet + (finding.cell.map { "!\($0)" } ?? "")
        let title = [finding.rule, finding.rowId, night.state.rawValue].filter { !$0.isEmpty }.joined(separator: " ")
        text += Self.command(
          kind, night.file, finding.row, title, (place.isEmpty ? "" : place + ": ") + finding.message)
      }
      if mine.count > shown { text += "::\(kind)::\(mine.count - shown) more of severity \(level); see the summary\n" }
    }
    return text
  }

  private static func command(_ kind: String, _ file: String, _ line: Int?, _ title: String, _ message: String)
    -> String
  {
    var properties = "file=\(property(file))"
    if let line { properties += ",line=\(line)" }
    properties += ",title=\(property(title))"
    return "::\(kind) \(properties)::\(data(message))\n"
  }

  /// As the runner undoes it (actions/toolkit, command.ts).
  private static func data(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func property(_ text: String) -> String {
    var result = ""
    for scalar in data(text).unicodeScalars {
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
