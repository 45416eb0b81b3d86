// SPDX-License-Identifier: Apache-2.0

internal import Base

extension NightlyRun {
  /// GitHub silently drops any further annotations of a kind.
  private static let annotationLimit = 10

  /// Workflow commands that show the worst findings at their files, new ones first, then by severity. If there are more, a last
  /// one gives their number and where to find them.
  public var githubAnnotations: String {
    var text = ""
    for file in unchecked.prefix(Self.annotationLimit) {
      text += Self.command("error", file.path, nil, "not checked", file.why)
    }
    if unchecked.count > Self.annotationLimit {
      text += "::error::\(unchecked.count - Self.annotationLimit) more workbooks could not be checked\n"
    }
    // For each severity, the first new findings and the first others, each in the order of files.
    var first: [String: (news: [NightFinding], old: [NightFinding])] = [:]
    for night in findings where !night.state.isOver && night.state != .waived {
      let level = night.finding.severity
      if night.state != .persisting {
        if first[level]?.news.count ?? 0 < Self.annotationLimit { first[level, default: ([], [])].news.append(night) }
      } else if first[level]?.old.count ?? 0 < Self.annotationLimit {
        first[level, default: ([], [])].old.append(night)
      }
    }
    for level in SeverityName.all {
      let kind = level == "info" ? "notice" : level
      let room = Self.annotationLimit - (level == "error" ? min(unchecked.count, Self.annotationLimit) : 0)
      let count = findings.total.open(level)
      let shown = count > room ? max(0, room - 1) : count
      let mine = first[level] ?? ([], [])
      for night in (mine.news + mine.old).prefix(shown) {
        let finding = night.finding
        let place = finding.sheet + (finding.cell.map { "!\($0)" } ?? "")
        let title = [finding.rule, finding.rowId, night.state.rawValue].filter { !$0.isEmpty }.joined(separator: " ")
        text += Self.command(
          kind, night.file, finding.row, title, (place.isEmpty ? "" : place + ": ") + finding.message)
      }
      if count > shown { text += "::\(kind)::\(count - shown) more of severity \(level); see the summary\n" }
    }
    for authority in authorities.prefix(Self.annotationLimit) {
      text += "::\(authority.isInForce ? "notice" : "warning")::\(Self.data(authority.told))\n"
    }
    if authorities.count > Self.annotationLimit {
      text +=
        "::warning::\(authorities.count - Self.annotationLimit) more playbooks and lists of waivers; see the summary\n"
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

  /// Escapes text in the way the runner decodes it (actions/toolkit, command.ts).
  private static func data(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      // The log of the job is a terminal.
      case _ where scalar.isControl: result += "\\u{\(String(scalar.value, radix: 16))}"
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
