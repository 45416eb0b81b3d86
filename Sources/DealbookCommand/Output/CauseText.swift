// SPDX-License-Identifier: Apache-2.0

import Base
import Dealbook
import Isolation
import Playbook
import Spreadsheet

/// The findings of a workbook as a to-do list.
struct CauseText {
  private let analysis: Analysis
  private let path: String
  private let language: Language
  private let words: CheckWords
  private let names: RowNames
  private let writer: FindingWriter
  private let sentence: CauseSentence
  private let style: TextStyle
  private let causes: FindingCauses
  private let sections: FindingCauses.Sections

  init(
    _ analysis: Analysis, path: String, language: Language, names: RowNames, sections: FindingCauses.Sections,
    causes: FindingCauses, style: TextStyle
  ) {
    self.analysis = analysis
    self.path = path
    self.language = language
    self.names = names
    self.sections = sections
    self.causes = causes
    self.style = style
    words = CheckWords(language: language)
    writer = FindingWriter(analysis.team, language: language, names: names)
    sentence = CauseSentence(analysis, causes, writer: writer, language: language)
  }

  private var rules: [RuleDefinition] { analysis.team.playbook.rules }

  func print(quiet: Bool) {
    if !quiet { printHeading() }
    switch sections {
    case .none: printByDeed()
    case .owner, .sheet: printBySection()
    }
    if !quiet { printFooter() }
  }

  /// Nothing is cut off: what is too long for the terminal goes on in the next line.
  private func write(_ line: String, indent: Int = 0) {
    for part in style.wrapped(Self.withWholeOptions(line), indent: indent) { StandardOutput.write(part + "\n") }
  }

  /// The line with the commands in it in one piece: no line ends before an option or between it and its value.
  private static func withWholeOptions(_ line: String) -> String {
    line.replacing(#/ (--[a-z]+)( (safe|all|owner)\b)?/#) {
      "\u{A0}\($0.output.1)\($0.output.3.map { "\u{A0}\($0)" } ?? "")"
    }
    .replacing(#/dealbook ([a-z]+)/#) { "dealbook\u{A0}\($0.output.1)" }
  }

  /// A command in one piece, so that it can be copied.
  private func whole(_ command: String) -> String { command.replacing(" ", with: "\u{A0}") }

  // MARK: What it is

  private func printHeading() {
    let team = analysis.team
    write(
      style.bold(Printable.text(path))
        + words.colon
        + ([
          words.workbook(sheets: team.sheets.count, rows: team.rowCount), team.asOfText.map(words.asOf),
          words.playbook(team.playbook.name, team.profile),
          team.standing == .stranger ? nil : team.language.name(in: language),
        ] as [String?]).compactMap { $0 }.joined(separator: " · "), indent: 2)
    let adopt = whole("dealbook adopt \(ShellWord.quoted(path))")
    switch team.standing {
    case .team: if team.mayBeAdopted { write(words.unadopted(adopt)) }
    case .guessed: write(words.guessed(adopt))
    case .stranger: write(words.stranger(adopt))
    }
    guard causes.total > 0 else {
      if team.standing == .stranger { return }
      write(causes.kept == nil ? words.nothing : words.nothingChosen(analysis.findings.count))
      return
    }
    let counts = Severity.allCases.reversed().compactMap { severity in
      causes.counts[severity].map { words.count(severity, $0) }
    }
    write(
      counts.joined(separator: words.comma)
        + (causes.following > 0 ? words.thereof(causes.following) + words.semicolon : words.comma)
        + words.causes(causes.causes.count))
  }

  // MARK: By what is done

  private func printByDeed() {
    let repaired = causes.causes.filter(isRepaired)
    if !repaired.isEmpty {
      write("")
      let following = repaired.reduce(0) { $0 + $1.following }
      write(
        style.bold(words.oneRepair(causes.repairable[.safe] ?? 0, following: following)) + words.gap + command("safe"),
        indent: 2)
      for cause in repaired { printRepaired(cause) }
    }
    var told: [String: String] = [:]
    for severity in Severity.allCases.reversed() {
      let others = causes.causes.filter { $0.severity == severity && !isRepaired($0) }
      guard !others.isEmpty else { continue }
      write("")
      write(style.bold(words.byHand(severity)))
      for cause in others { printByHand(cause, &told) }
    }
  }

  private func isRepaired(_ cause: FindingCause) -> Bool { cause.isRepaired(by: rules) }

  private func printBySection() {
    var section: String?
    var told: [String: String] = [:]
    for cause in causes.causes {
      if cause.section != section {
        section = cause.section
        told = [:]
        write("")
        write(style.bold(title(ofSection: cause.section)))
      }
      if isRepaired(cause) { printRepaired(cause) } else { printByHand(cause, &told) }
    }
  }

  private func title(ofSection section: String) -> String {
    let title = sections == .sheet ? writer.title(section) : section
    return title.isEmpty ? (sections == .sheet ? words.wholeWorkbook : words.noOwner) : Printable.text(title)
  }

  // MARK: One cause

  /// One line, because a single command fixes all of them.
  private func printRepaired(_ cause: FindingCause) {
    let finding = sentence.example(of: cause)
    let head = "  " + self.head(cause)
    let message = example(finding, of: cause) + (cause.following > 0 ? words.following(cause.following) : "")
    let room = style.width.map { max(20, $0 - DisplayWidth.of(style.plain(head)) - DisplayWidth.of(message) - 3) }
    write("\(head) \(message)  \(style.faint(cells(of: cause, to: room)))", indent: 6)
    printListed(cause)
  }

  /// The problem on one line, and where it is and what to do about it on the next.
  ///
  /// - Parameter told: the remedies that stand above, each with its rule.
  private func printByHand(_ cause: FindingCause, _ told: inout [String: String]) {
    let finding = sentence.example(of: cause)
    var line = "  " + head(cause) + " "
    // Names of the team's can be of any length.
    let isOfRow = !Self.aboutColumns.contains(rules[cause.rule].kind)
    let row = (isOfRow ? [finding.rowID, finding.rowName] : []).filter { !$0.isEmpty }.map {
      DisplayWidth.cut($0, to: Self.longestName)
    }
    if !row.isEmpty { line += Printable.text(row.joined(separator: " ")) + words.colon }
    line += example(finding, of: cause)
    if cause.following > 0 { line += words.following(cause.following) }
    write(line, indent: 6)
    var remedy = remedy(cause)
    if let rule = told[remedy] {
      remedy = words.asFor(rule)
    } else {
      told[remedy] = rules[cause.rule].id
    }
    let room = style.width.map { max(24, $0 - 6 - DisplayWidth.of(remedy) - 3) }
    let cells = cells(of: cause, to: room)
    write("      " + style.faint(cells) + (cells.isEmpty ? "" : "  ") + remedy, indent: 6)
    printListed(cause)
  }

  private static let longestName = 40

  /// Kinds of rules that speak of a column even where the cell that they name is in a row.
  private static let aboutColumns: Set<RuleKind> = [.unitHeader, .mergedData, .totalRow, .otherRows, .unreadTable]

  private func head(_ cause: FindingCause) -> String {
    let rule = rules[cause.rule]
    let count = cause.count > 0 ? cause.count : cause.following
    let digits = String(count)
    let severity = DisplayWidth.padded(words.severity(cause.severity), to: words.severityWidth)
    return style.colored(severity, cause.severity) + " "
      + DisplayWidth.padded(rule.id, to: 8) + String(repeating: " ", count: max(0, 5 - digits.count)) + digits
      + " "
  }

  private func example(_ finding: DescribedFinding, of cause: FindingCause) -> String {
    Printable.text(finding.message + sentence.ending(of: cause, finding))
  }

  /// Whether the team's own lists are nowhere stated, so that adopting the workbook states them.
  private var isAdoptable: Bool { analysis.team.playbook.isBuiltIn && analysis.team.lists.sheetIndex == nil }

  private func remedy(_ cause: FindingCause) -> String {
    let rule = rules[cause.rule]
    let place = sentence.column(of: cause)
    var text = sentence.remedy(cause)
    let adopt = whole("dealbook adopt \(ShellWord.quoted(path))")
    if isAdoptable, [.foreignLabels, .list].contains(rule.kind) { text = words.adopts(adopt) }
    if rule.kind == .pattern, let place, cause.count * 2 > place.sheet.rows.dataCount { text += words.ownIDs(adopt) }
    guard let level = rule.repairLevel else { return text }
    if cause.proposals == 0, cause.refused > 0 { return unrepaired(cause, text) }
    if cause.proposals > 0, cause.proposals < cause.count {
      return words.repairsSome(cause.proposals, of: cause.count, whole("fill --repair \(level.rawValue)"))
        + words.continued(cause.proposals + cause.refused == cause.count ? unrepaired(cause, text) : text)
    }
    // Don't repeat what the rule itself says.
    guard cause.proposals > 0, !text.contains("fill --repair") else { return text }
    return text + words.semicolon + words.repairsAll(whole("fill --repair \(level.rawValue)"))
  }

  /// What to do about what a repair leaves alone, by the reasons for that.
  private func unrepaired(_ cause: FindingCause, _ text: String) -> String {
    var texts: [String] = []
    for (place, finding) in analysis.findings.enumerated()
    where finding.rule == cause.rule && causes.kept?[place] ?? true
      && cause.holds(finding)
    {
      guard
        let reason = causes.refused.reason(
          rule: finding.rule, sheet: finding.sheet, row: finding.row, column: finding.columnNumber)
      else { continue }
      let told = words.unrepaired(reason, unit: rules[cause.rule].kind == .unitHeader ? nil : unitRule)
      if !texts.contains(told) { texts.append(told) }
      if texts.count == Self.mostReasons { break }
    }
    return texts.isEmpty ? text : texts.joined(separator: language == .english ? " " : "")
  }

  private static let mostReasons = 3

  /// The rule about units, whose finding has to be settled before numbers in that unit.
  private var unitRule: String { rules.first { $0.kind == .unitHeader }?.id ?? "" }

  /// `項目 M5:W5,Y5; 應收 L2:N3 and 31 more`, within the width available.
  private func cells(of cause: FindingCause, to width: Int?) -> String {
    let total = cause.places.reduce(0) { $0 + $1.cells.count }
    var parts: [(text: String, count: Int)] = []
    for place in cause.places {
      let title = Printable.text(writer.title(place.sheet, part: place.part))
      if place.cells.texts.isEmpty, !title.isEmpty {
        parts.append(((parts.isEmpty ? "" : words.semicolon) + title, 0))
        continue
      }
      var (before, isFirst) = ("", true)
      for (area, count) in zip(place.cells.texts, place.cells.counts) {
        // Several findings about one header row.
        if area == before {
          parts[parts.count - 1].count += count
          continue
        }
        before = area
        parts.append(((isFirst ? (parts.isEmpty ? "" : words.semicolon) + title + "!" : ",") + area, count))
        isFirst = false
      }
    }
    let shown = parts.reduce(0) { $0 + $1.count }
    guard let width else { return parts.map(\.text).joined() + rest(total - shown, of: total) }
    // The last ones are named where their names take no more room than their number does.
    var (text, told) = ("", 0)
    for (place, part) in parts.enumerated() {
      let others = DisplayWidth.of(rest(total - told - part.count, of: total))
      let remaining = parts[place...].reduce(0) { $0 + DisplayWidth.of($1.text) }
      if !text.isEmpty, DisplayWidth.of(text) + DisplayWidth.of(part.text) + others > width,
        DisplayWidth.of(text) + remaining > width || told + parts[place...].reduce(0, { $0 + $1.count }) < total
      {
        return text + rest(total - told, of: total)
      }
      text += part.text
      told += part.count
    }
    return text + rest(total - told, of: total)
  }

  private func rest(_ count: Int, of total: Int) -> String { count > 0 ? " " + words.more(count, of: total) : "" }

  private func printListed(_ cause: FindingCause) {
    for place in cause.listed {
      let finding = writer.describe(analysis.findings[place])
      write("      " + FindingLine(words: words, style: style).text(finding, path: nil), indent: 10)
    }
  }

  // MARK: What next

  private func printFooter() {
    guard causes.total > 0 else { return }
    write("")
    if let safe = causes.repairable[.safe] {
      write(words.footer(repairable: safe, of: causes.total) + words.gap + command("safe"), indent: 2)
    }
    if let all = causes.repairable[.all] {
      write(words.footerAll(all, isMore: causes.repairable[.safe] != nil), indent: 2)
    }
    // A fill that leaves something out ends with 3, also after a repair.
    if causes.repairable[.safe] != nil || causes.repairable[.all] != nil, !analysis.leftOut.isEmpty {
      write(words.leavesOut(analysis.leftOut.map { Printable.text($0.sheet) }), indent: 2)
    }
    let rule = causes.causes.first.map { rules[$0.rule].id } ?? ""
    write(words.more(command: "dealbook check \(ShellWord.quoted(path))", rule: rule, whole), indent: 2)
  }

  private func command(_ level: String) -> String {
    let output = ShellWord.name(
      path, with: "-repaired", ending: analysis.team.workbook.kind.fileExtension)
    return whole("dealbook fill \(ShellWord.quoted(path)) --repair \(level) -o \(ShellWord.quoted(output))")
  }
}
