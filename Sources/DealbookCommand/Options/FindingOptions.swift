// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Base
import Dealbook
import Isolation
import Nightly
import Playbook

/// What findings are grouped by.
enum Grouping: String, ExpressibleByArgument, CaseIterable {
  case rule, owner, sheet, row, none
}

/// How many findings to list.
enum ShownCount: ExpressibleByArgument, Hashable {
  case all
  case some(Int)

  init?(argument: String) {
    if argument == "all" {
      self = .all
    } else if let count = Int(argument), count >= 0 {
      self = .some(count)
    } else {
      return nil
    }
  }

  var number: Int {
    switch self {
    case .all: .max
    case .some(let count): count
    }
  }
}

/// Which findings to show, and in which order.
struct FindingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How to group findings. Default: by rule on a terminal, otherwise one finding a line.",
      valueName: "rule|owner|sheet|row|none"))
  var groupBy: Grouping?

  @Option(
    help: ArgumentHelp(
      "Only these rules: IDs or the beginning of IDs, with commas between them.", valueName: "RULES"))
  var select: [String] = []

  @Option(help: ArgumentHelp("All rules except these.", valueName: "RULES"))
  var ignore: [String] = []

  @Option(help: ArgumentHelp("Only the rows of one person.", valueName: "NAME"))
  var owner: String?

  @Option(
    help: ArgumentHelp(
      "Only findings that are not in BASELINE, the output of an earlier check with --format json.",
      valueName: "BASELINE"))
  var onlyNew: String?

  @Flag(help: "Only count the findings of each rule.")
  var statistics = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many findings of each rule to list. Default: none if they are grouped, otherwise 1000.", valueName: "all|N"))
  var show: ShownCount?

  /// The findings in `path` that are to be shown.
  ///
  /// - Throws: if a rule or person that was named does not exist.
  func choice(_ analysis: Analysis, _ path: String, _ names: RowNames) throws(Failure) -> FindingChoice {
    Spoken.go(onIn: analysis.team.messageLanguage)
    var choice = FindingChoice(
      selected: try patterns(select, "--select", analysis), ignored: try patterns(ignore, "--ignore", analysis))
    if let owner {
      let owners = names.everyOwner
      guard
        let known = owners.first(where: {
          $0.lowercased() == analysis.team.calledName(owner).lowercased() || $0.lowercased() == owner.lowercased()
        })
      else {
        throw Failure(
          .usage,
          Spoken.words(
            "--owner \(owner)：\(path) 裡沒有「\(owner)」的列", "--owner \(owner): no row of \(path) belongs to ‘\(owner)’")
            + Spoken.words.nearest(Suggestion.nearest(owner, among: owners), of: owners))
      }
      choice.owner = known
    }
    if let onlyNew { choice.known = try Baseline.read(onlyNew, for: path) }
    return choice
  }

  private func patterns(_ options: [String], _ name: String, _ analysis: Analysis) throws(Failure) -> [String] {
    let ids = analysis.team.playbook.rules.map(\.id)
    let off = analysis.team.playbook.switchedOffRules.map(\.id)
    let patterns = options.flatMap { $0.split(separator: ",") }.map { String($0).trimmed }.filter { !$0.isEmpty }
    for pattern in patterns where !(ids + off).contains(where: { FindingChoice.matches($0, pattern) }) {
      let beginnings = Set(ids.map { String($0.prefix { $0 != "-" }) }).sorted()
      let meant = analysis.team.playbook.nearestExplainable(to: pattern).flatMap { ids.contains($0) ? $0 : nil }
      let nearest = meant ?? Suggestion.nearest(pattern, among: ids + beginnings)
      throw Failure(
        .usage,
        Spoken.words("\(name) \(pattern)：沒有這樣開頭的規則", "\(name) \(pattern): no rule begins so")
          + (nearest.map(Spoken.words.nearest)
            ?? Spoken.words(
              "；應為 GEN-006 這樣的編號，或其開頭，例如 GEN", "; expected ids such as GEN-006, or how they begin, such as GEN")))
    }
    return patterns
  }
}

extension String {
  /// Without spaces at either end.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }
}

/// `; did you mean …?`, if there is a similar word.
enum Suggestion {
  static func text(_ word: String, among words: some Sequence<String>) -> String {
    Spoken.words.nearest(nearest(word, among: words))
  }

  static func nearest(_ word: String, among words: some Sequence<String>) -> String? {
    Nearest.word(to: word, among: words)
  }
}
