// SPDX-License-Identifier: Apache-2.0

import Playbook

/// A one-screen summary of a night. The history stores it, so that repeating the same night requires nothing else.
public struct NightBrief {
  /// The number of new findings to list; the rest are counted.
  public static let listed = 50

  /// A workbook that exists but could not be checked.
  public struct Unchecked {
    public var path: String
    public var outcome: String
    public var why: String
  }

  public var asOf: String
  /// The day of the previous run; nil for the first run.
  public var previousAsOf: String?
  /// The number of workbooks that were checked, and of those that are not a team's.
  public var checked: Int
  public var strangers: Int
  public var unchecked: [Unchecked]
  /// The first findings that are new, reopened, fixed or no longer asked.
  public var news: [NightFinding]
  /// The day on which the oldest open finding was first seen.
  public var oldest: String?
  var tally: NightFindings.Tally
  /// As in ``NightlyRun/usualLanguage``.
  var usualLanguage: Language?

  /// The number of findings in a state.
  public func count(_ state: FindingState) -> Int { tally.count(state) }

  /// The number of findings of a severity in a state.
  public func count(_ severity: String, _ state: FindingState) -> Int { tally.count(severity, state) }

  /// The number of findings that are open and not waived.
  public func open(_ severity: String) -> Int { tally.open(severity) }
}

extension NightlyRun {
  /// The one-screen summary.
  public var brief: NightBrief {
    NightBrief(
      asOf: asOf, previousAsOf: previousAsOf, checked: digest.files.checked,
      strangers: digest.files.notTeamWorkbooks.count,
      unchecked: unchecked.map { NightBrief.Unchecked(path: $0.path, outcome: $0.outcome.rawValue, why: $0.why) },
      news: findings.news(NightBrief.listed), oldest: digest.counts.oldest, tally: findings.total,
      usualLanguage: usualLanguage)
  }
}

extension NightBrief: JSONRecord {
  init() { self.init(asOf: "", checked: 0, strangers: 0, unchecked: [], news: [], tally: NightFindings.Tally()) }

  mutating func fields(_ coder: inout some JSONFields) {
    var counts = tally.all.map(String.init).joined(separator: " ")
    var lines = news.map(Line.init)
    var usual = usualLanguage?.rawValue ?? ""
    coder.field("asOf", &asOf)
    coder.field("checked", &checked)
    coder.field("counts", &counts)
    coder.field("news", &lines)
    coder.field("oldest", &oldest)
    coder.field("previousAsOf", &previousAsOf)
    coder.field("strangers", &strangers)
    coder.field("unchecked", &unchecked)
    coder.field("usualLanguage", &usual)
    usualLanguage = Language(rawValue: usual)
    tally = NightFindings.Tally(all: counts.split(separator: " ").map { Int($0) ?? 0 })
    news = lines.map(\.finding)
  }

  /// A finding with its file.
  private struct Line: JSONRecord {
    var finding = NightFinding(file: "", state: .new, firstSeen: "", fingerprint: "", finding: ObservedFinding())

    init() {}

    init(_ finding: NightFinding) { self.finding = finding }

    mutating func fields(_ coder: inout some JSONFields) {
      var state = finding.state.rawValue
      coder.field("file", &finding.file)
      coder.field("finding", &finding.finding)
      coder.field("fingerprint", &finding.fingerprint)
      coder.field("firstSeen", &finding.firstSeen)
      coder.field("reason", &finding.reason)
      coder.field("state", &state)
      finding.state = FindingState(rawValue: state) ?? .new
    }
  }
}

extension NightBrief.Unchecked: JSONRecord {
  init() { self.init(path: "", outcome: "", why: "") }

  mutating func fields(_ coder: inout some JSONFields) {
    coder.field("outcome", &outcome)
    coder.field("path", &path)
    coder.field("why", &why)
  }
}
