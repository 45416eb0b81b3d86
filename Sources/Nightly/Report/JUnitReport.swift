import Playbook

extension Night {
  /// JUnit's XML: a suite a workbook, a case a finding. What `isFailure` takes is a failure, a waived finding is skipped, a
  /// workbook that could not be checked is an error, and one without findings has one case that passes. Fixed findings are
  /// none of a test's.
  public func junit(isFailure: (NightFinding) -> Bool) -> [UInt8] {
    var byFile: [String: [NightFinding]] = [:]
    for finding in findings where finding.state != .fixed { byFile[finding.file, default: []].append(finding) }
    var suites = files.filter { $0.outcome != .gone }.map { ($0.path, $0 as NightFile?) }
    suites += byFile.keys.filter { name in !files.contains { $0.path == name } }.sorted().map { ($0, nil) }
    var text = ""
    var total = (tests: 0, failures: 0, errors: 0, skipped: 0)
    for (name, file) in suites {
      let found = byFile[name] ?? []
      let isUnchecked = file.map { $0.outcome != .checked } ?? false
      let failures = found.count { $0.state != .waived && isFailure($0) }
      let skipped = found.count { $0.state == .waived }
      let tests = found.count + (isUnchecked || found.isEmpty ? 1 : 0)
      total = (
        total.tests + tests, total.failures + failures, total.errors + (isUnchecked ? 1 : 0), total.skipped + skipped
      )
      text += "  <testsuite name=\"\(Markup.escaped(name))\" tests=\"\(tests)\" failures=\"\(failures)\""
      text += " errors=\"\(isUnchecked ? 1 : 0)\" skipped=\"\(skipped)\" time=\"0\">\n"
      for finding in found { text += Self.testCase(finding, isFailure: isFailure(finding)) }
      if isUnchecked, let file {
        text += "    <testcase classname=\"\(Markup.escaped(name))\" name=\"can be checked\" time=\"0\">\n"
        text +=
          "      <error type=\"\(file.outcome.rawValue)\" message=\"\(Markup.escaped(file.why))\"/>\n    </testcase>\n"
      } else if found.isEmpty {
        text += "    <testcase classname=\"\(Markup.escaped(name))\" name=\"has no findings\" time=\"0\"/>\n"
      }
      text += "  </testsuite>\n"
    }
    let head =
      "<testsuites name=\"dealbook nightly \(asOf)\" tests=\"\(total.tests)\" failures=\"\(total.failures)\""
      + " errors=\"\(total.errors)\" skipped=\"\(total.skipped)\" time=\"0\">\n"
    return Array(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + head + text + "</testsuites>\n").utf8)
  }

  private static func testCase(_ night: NightFinding, isFailure: Bool) -> String {
    let finding = night.finding
    let place = [
      finding.rule, finding.sheet, finding.cell ?? finding.row.map(String.init) ?? "", finding.rowId, finding.column,
    ]
    let name = place.filter { !$0.isEmpty }.joined(separator: " ") + (finding.nth > 0 ? " #\(finding.nth + 1)" : "")
    var text =
      "    <testcase classname=\"\(Markup.escaped(night.file))\" name=\"\(Markup.escaped(name))\" time=\"0\">\n"
    let told = Markup.escaped("\(night.state.rawValue) since \(night.firstSeen)")
    if night.state == .waived {
      text += "      <skipped message=\"\(Markup.escaped(night.reason ?? ""))\"/>\n"
    } else if isFailure {
      text +=
        "      <failure type=\"\(finding.severity)\" message=\"\(Markup.escaped(finding.message))\">\(told)</failure>\n"
    } else {
      text += "      <system-out>\(Markup.escaped("\(finding.severity): \(finding.message)")) (\(told))</system-out>\n"
    }
    return text + "    </testcase>\n"
  }
}

/// Text in XML and HTML.
enum Markup {
  /// Characters that XML cannot hold become a replacement mark.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t", "\r": result += "&#\(scalar.value);"
      default:
        let isText = scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && scalar.value & 0xFFFE != 0xFFFE
        result.unicodeScalars.append(isText ? scalar : "\u{FFFD}")
      }
    }
    return result
  }
}
