// SPDX-License-Identifier: Apache-2.0

import Playbook

extension NightlyRun {
  /// JUnit XML with a suite per workbook and a case per finding. A finding that `isFailure` accepts is a failure, a waived
  /// finding is skipped, a workbook that could not be checked is an error, one that is not a team's is skipped, and one without
  /// findings has a single passing case. Fixed findings are omitted.
  public func writeJUnit(to sink: ByteSink, isFailure: (NightFinding) -> Bool) {
    let known = Set(files.map(\.path))
    var suites = files.filter { $0.outcome != .gone }.map { ($0.path, $0 as NightFile?) }
    suites += findings.files.filter { !known.contains($0) }.map { ($0, nil) }
    func suite(_ name: String, _ file: NightFile?) -> (found: [NightFinding], counts: JUnitCounts) {
      let found = findings.of(name).filter { !$0.state.isOver }
      let isUnchecked = file?.isUnchecked ?? false
      let isStranger = file?.outcome == .notTeamWorkbook
      return (
        found,
        JUnitCounts(
          tests: found.count + (isUnchecked || found.isEmpty ? 1 : 0),
          failures: found.count { $0.state != .waived && isFailure($0) }, errors: isUnchecked ? 1 : 0,
          skipped: found.count { $0.state == .waived } + (isStranger ? 1 : 0))
      )
    }
    // The totals come first in the file, so everything is read twice rather than kept in memory.
    var total = JUnitCounts()
    for (name, file) in suites where file != nil || findings.tally(of: name).hasOpen {
      total.add(suite(name, file).counts)
    }
    sink.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    sink.write("<testsuites name=\"dealbook nightly \(asOf)\" \(total.attributes) time=\"0\">\n")
    var isFirst = true
    for (name, file) in suites where file != nil || findings.tally(of: name).hasOpen {
      let (found, counts) = suite(name, file)
      sink.write("  <testsuite name=\"\(Markup.escaped(name))\" \(counts.attributes) time=\"0\">\n")
      if isFirst { writeProperties(to: sink) }
      isFirst = false
      for finding in found { sink.write(Self.testCase(finding, isFailure: isFailure(finding))) }
      if counts.errors > 0, let file {
        sink.write("    <testcase classname=\"\(Markup.escaped(name))\" name=\"can be checked\" time=\"0\">\n")
        sink.write(
          "      <error type=\"\(file.outcome.rawValue)\" message=\"\(Markup.escaped(file.why))\"/>\n    </testcase>\n")
      } else if let file, file.outcome == .notTeamWorkbook {
        sink.write("    <testcase classname=\"\(Markup.escaped(name))\" name=\"is a team workbook\" time=\"0\">\n")
        sink.write("      <skipped message=\"\(Markup.escaped(file.why))\"/>\n    </testcase>\n")
      } else if found.isEmpty {
        sink.write(
          "    <testcase classname=\"\(Markup.escaped(name))\" name=\"has no findings\" time=\"0\"/>\n")
      }
      sink.write("  </testsuite>\n")
    }
    sink.write("</testsuites>\n")
  }

  /// What the night was based on, and what was ignored. The schema allows properties only in suites.
  private func writeProperties(to sink: ByteSink) {
    guard !authorities.isEmpty else { return }
    sink.write("    <properties>\n")
    for authority in authorities {
      let name = "\(authority.kind.rawValue) \(authority.isInForce ? "in force" : "ignored")"
      let value = authority.isInForce ? "\(authority.path) sha256 \(authority.sha256)" : authority.told
      sink.write("      <property name=\"\(name)\" value=\"\(Markup.escaped(value))\"/>\n")
    }
    sink.write("    </properties>\n")
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

/// The totals of a suite or of all suites.
private struct JUnitCounts {
  var tests = 0
  var failures = 0
  var errors = 0
  var skipped = 0

  mutating func add(_ other: JUnitCounts) {
    tests += other.tests
    failures += other.failures
    errors += other.errors
    skipped += other.skipped
  }

  var attributes: String {
    "tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"\(skipped)\""
  }
}
