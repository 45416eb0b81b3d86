// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
internal import CProcess
import Dealbook
internal import Foundation
internal import Isolation
import Nightly
import Playbook
import Spreadsheet

struct GatherCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gather",
    abstract: "Take back the copies that dealbook split handed out.",
    discussion: """
      Example:
        dealbook split workbooks/messy_hant.xlsx --by owner -o copies && \\
        dealbook gather workbooks/messy_hant.xlsx \\
          copies/messy_hant-*.xlsx -o gathered.xlsx

      Copies are recognised by their mark, whatever they are called; they may come late, twice and in any order. Rows \
      that a person was not given are never deleted because they are missing from that copy. The version that was \
      handed out is FILE itself, a file beside the copies or beside FILE (NAME.handed-out-….xlsx), or the one given \
      with --base. If an earlier state of a copy has been gathered before, give that with --base too: then only what the \
      person has changed since counts. Conflicts are listed as by dealbook merge, with exit code 1; until you choose, FILE's own \
      value stays in the cell.
      """)

  @Argument(help: ArgumentHelp("The workbook that was handed out, as it is now.", valueName: "FILE"))
  var file: String

  @Argument(help: ArgumentHelp("Copies that came back.", valueName: "COPY"))
  var copies: [String]

  @Option(
    help: ArgumentHelp(
      "The version that was handed out, or an earlier state of a copy that was gathered before; may be repeated.",
      valueName: "OLD"))
  var base: [String] = []

  @Flag(help: "Write the conflicts on a sheet of the result, with links and a column to choose in.")
  var sheet = false

  @Option(help: ArgumentHelp("Who wins where copies disagree.", valueName: "ours|theirs|newest"))
  var prefer: MergePreference?

  @Option(help: ArgumentHelp("Format of the report.", valueName: "text|json"))
  var format: OutputFormat = .text

  @OptionGroup var outputOptions: OutputOptions
  @OptionGroup var playbookOptions: PlaybookOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var display: DisplayOptions

  func validate() throws {
    if copies.isEmpty { throw ValidationError(Spoken.words("請寫出收回的副本", "expected the copies that came back")) }
  }

  func run() throws {
    let limits = try reading.resolved()
    let destination = try outputOptions.destination(isRequired: false)
    PlaybookFile.announce(playbookOptions.playbook, beside: [file], quiet: display.quiet)
    let style = TextStyle(usesColor: display.usesColor, width: nil)
    let confinement = Confinement(
      reading: reading, file: file,
      reads: copies.map { Confinement.folder(of: $0) } + base.map { Confinement.folder(of: $0) } + [
        playbookOptions.playbook
      ],
      output: destination == nil ? nil : outputOptions.output ?? file)
    throw try confinement.run {
      do throws(Failure) {
        return try gather(limits, destination, style)
      } catch {
        StandardError.complain(error.message)
        return error.status
      }
    }
  }

  private func gather(_ limits: Limits, _ destination: Destination?, _ style: TextStyle) throws(Failure) -> ExitStatus {
    // It costs time where one workbook is read, and saves room where several are.
    cprocess_return_large_blocks()
    let playbook = try PlaybookFile.load(playbookOptions.playbook, beside: file)
    let source = try destination.open(file, limits: limits)
    var ours = try RecordFile(source, called: file, playbook, playbookOptions)
    let language = playbookOptions.language ?? ours.book.team.messageLanguage
    Spoken.go(onIn: language)
    let words = HandOutWords(language: language)
    let earlier = try earlierStates(playbook, limits)
    var groups: [Handed: [MergeSide]] = [:]
    // A folder of copies holds the state that was handed out as well.
    let states = Set(copies.filter(Self.isHandedOutState))
    for path in copies where !states.contains(path) || states.count == copies.count {
      let side = try RecordFile(path, playbook, playbookOptions, limits: limits).lean.side()
      guard let mark = side.handedOut else { throw Failure(.unreadable, words.at(path, words.noMark)) }
      let own = Handed(origin: mark.origin, owner: mark.owner)
      if let state = earlier[own] {
        groups[own, default: []].append(side.following(state.book))
      } else {
        groups[Handed(origin: mark.origin), default: []].append(side)
      }
    }
    var bytes = source.snapshot.bytes
    var conflicts = false
    var reports: [MergeReport] = []
    for handed in groups.keys.sorted() {
      let sides = latest(groups[handed] ?? [], words)
      let old: RecordFile
      if let state = earlier[handed] {
        old = state
      } else {
        old = try baseFile(handed.origin, source, playbook, limits, words)
      }
      let own = try ours.side()
      let plan: MergePlan
      do throws(MergeRefusal) {
        plan = try MergePlan(base: old.book, ours: own, theirs: sides, preference: prefer, disputed: .ours)
      } catch {
        throw Failure(refusing: error, base: old.name)
      }
      reports.append(MergeReport(plan, base: old.name, output: outputOptions.output, language: language, style: style))
      conflicts = conflicts || !plan.conflicts.isEmpty
      if plan.isUnchanged, plan.conflicts.isEmpty { continue }
      let workbook = ours.book.team.workbook
      do throws(DealbookError) {
        let design =
          sheet && !plan.conflicts.isEmpty ? ConflictSheet(plan, language: language).design(for: workbook) : nil
        let merged = try MergedWorkbook(
          workbook, plan.edit, growing: plan.grownLists, playbook: playbook,
          options: playbookOptions.readOptions(of: file),
          conflicts: design.map { .replaced($0) } ?? .kept,
          hasTeamFormulas: ours.book.hasTeamFormulas)
        bytes = try merged.calculated(limits)
        reports[reports.count - 1].further = merged.remarks
      } catch {
        throw Failure(error, file: file)
      }
      if groups.count > 1 { ours = try RecordFile(bytes, called: file, playbook, playbookOptions, limits: limits) }
    }
    let outcome = try destination?.save(bytes, of: source, limits: limits)
    for report in reports {
      switch format {
      case .json: StandardOutput.write(report.json(outcome))
      case .text: StandardOutput.write(report.text(outcome, quiet: display.quiet))
      }
    }
    return conflicts ? .findings : .done
  }

  /// The states of copies that were gathered before, among the files given with `--base`.
  private func earlierStates(_ playbook: Playbook, _ limits: Limits) throws(Failure) -> [Handed: RecordFile] {
    var states: [Handed: RecordFile] = [:]
    for path in base {
      let state = try RecordFile(path, playbook, playbookOptions, limits: limits).lean
      guard let mark = try state.side().handedOut else { continue }
      states[Handed(origin: mark.origin, owner: mark.owner)] = state
    }
    return states
  }

  /// If there are several copies from one person, keeps the one saved last.
  private func latest(_ sides: [MergeSide], _ words: HandOutWords) -> [MergeSide] {
    var byOwner: [String: MergeSide] = [:]
    var others: [MergeSide] = []
    for side in sides.sorted(by: { ($0.saved, $0.name) < ($1.saved, $1.name) }) {
      let owner = side.handedOut?.owner ?? ""
      guard let known = byOwner[owner] else {
        byOwner[owner] = side
        continue
      }
      if known.saved.isEmpty || side.saved.isEmpty || known.saved == side.saved {
        others.append(side)
      } else {
        if !display.quiet { StandardError.complain(words.older(known.name, side.name)) }
        byOwner[owner] = side
      }
    }
    return byOwner.values.sorted { $0.name < $1.name } + others
  }

  /// Whether split gave a file the name of a state that was handed out.
  private static func isHandedOutState(_ path: String) -> Bool {
    path.split(separator: "/").last?.contains(".handed-out-") == true
  }

  private func baseFile(
    _ origin: String, _ source: WorkbookFile, _ playbook: Playbook, _ limits: Limits, _ words: HandOutWords
  ) throws(Failure) -> RecordFile {
    if SHA256.hex(source.snapshot.bytes) == origin {
      return try RecordFile(source, called: file, playbook, playbookOptions)
    }
    var candidates = base + copies.filter(Self.isHandedOutState)
    for folder in Set((copies + [file]).map { Confinement.folder(of: $0) }).sorted() {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      candidates += names.sorted().filter { $0.contains(".handed-out-\(origin.prefix(12)).") }.map { "\(folder)/\($0)" }
    }
    for path in candidates {
      guard let snapshot = try? FileSnapshot.read(path, limits: limits.zip), SHA256.hex(snapshot.bytes) == origin else {
        continue
      }
      return try RecordFile(WorkbookFile(snapshot, limits: limits), called: path, playbook, playbookOptions)
    }
    throw Failure(.unreadable, words.at(file, words.noBase(String(origin.prefix(12)))))
  }
}

/// Which state of a workbook was handed out, and to whom where that matters.
private struct Handed: Hashable, Comparable {
  let origin: String
  var owner = ""

  static func < (a: Handed, b: Handed) -> Bool { (a.origin, a.owner) < (b.origin, b.owner) }
}
