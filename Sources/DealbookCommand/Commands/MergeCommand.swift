// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
internal import CProcess
import Calculation
import Dealbook
import Isolation
import Nightly
import Playbook
import Spreadsheet

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract:
      "Merge copies of a workbook by row and column. All changes are kept unless two people changed the same thing differently.",
    discussion: """
      Example:
        dealbook merge workbooks/messy_hant.xlsx workbooks/messy_hant.xlsx \\
          workbooks/messy_hant.xlsx -o merged.xlsx

      BASE is the version that all copies were made from, OURS the copy that the result is based on, THEIRS any number \
      of other copies. Rows are matched by their IDs; new rows of all copies are kept, and computed columns are \
      recalculated. Where copies disagree, the result keeps the value of BASE, the conflict is printed with each \
      copy's value, and the exit code is 1. --sheet lists the conflicts on a sheet of the result, with a column to \
      choose in; --resolve applies the choices. --prefer decides without asking. Nothing is written without -o or \
      --in-place (which replaces OURS).

      A copy that cannot have been made from BASE is refused with exit code 3, and the rows that show it are named. \
      Scripts/git makes this command git's merge driver for workbooks. Parts of a nightly check are joined by dealbook nightly join.
      """)

  @Argument(
    help: ArgumentHelp(
      "BASE, OURS and one or more THEIRS; with --resolve, only the merged workbook.", valueName: "FILE"))
  var files: [String]

  @Flag(help: "Apply the choices made on the sheet of conflicts.")
  var resolve = false

  @Flag(help: "Write the conflicts on a sheet of the result, with links and a column to choose in.")
  var sheet = false

  @Option(help: ArgumentHelp("Who wins where copies disagree.", valueName: "ours|theirs|newest"))
  var prefer: MergePreference?

  @Flag(name: .customLong("trust-base"), help: "Merge even if BASE does not look like the common version.")
  var trustBase = false

  @Option(
    name: .customLong("label"),
    help: ArgumentHelp("What to call the files in the output, in their order.", valueName: "NAME"))
  var labels: [String] = []

  @Option(help: ArgumentHelp("Format of the report.", valueName: "text|json"))
  var format: OutputFormat = .text

  @OptionGroup var outputOptions: OutputOptions
  @OptionGroup var playbookOptions: PlaybookOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var display: DisplayOptions

  func validate() throws {
    if resolve {
      guard files.count == 1 else {
        throw ValidationError(
          Spoken.words("--resolve 只用於一份工作簿，就是寫了選擇的那一份", "--resolve takes one workbook, the one with the choices"))
      }
    } else if let part = files.first(where: { $0.hasSuffix(".part") }) {
      throw ValidationError(
        Spoken.words(
          "\(part)：合併夜間檢查的各部分請用：dealbook nightly join PART… --history FILE",
          "\(part): to join the parts of a night: dealbook nightly join PART… --history FILE"))
    } else if files.count < 3 {
      throw ValidationError(
        Spoken.words("請依序列出共同的舊版、我方的檔案，以及至少一份對方的檔案：BASE OURS THEIRS…", "expected BASE, OURS and one or more THEIRS"))
    }
  }

  func run() throws {
    let limits = try reading.resolved()
    let destination = try outputOptions.destination(isRequired: resolve)
    let ours = resolve ? files[0] : files[1]
    PlaybookFile.announce(playbookOptions.playbook, beside: [label(resolve ? 0 : 1)], quiet: display.quiet)
    let style = TextStyle(usesColor: display.usesColor, width: nil)
    let output = destination == nil ? nil : outputOptions.output ?? ours
    let confinement = Confinement(
      reading: reading, file: ours, reads: files.map { Confinement.folder(of: $0) } + [playbookOptions.playbook],
      output: output)
    throw try confinement.run {
      do throws(Failure) {
        return resolve ? try settle(limits, destination) : try merge(limits, destination, style)
      } catch {
        if !error.message.isEmpty { StandardError.complain(error.message) }
        return error.status
      }
    }
  }

  private func label(_ place: Int) -> String { labels.indices.contains(place) ? labels[place] : files[place] }

  /// What is kept of the copies when they have been compared.
  private struct Planned {
    var plan: MergePlan
    var ours: WorkbookFile
    var hasTeamFormulas: Bool
    var language: Language
  }

  private func merge(_ limits: Limits, _ destination: Destination?, _ style: TextStyle) throws(Failure) -> ExitStatus {
    // It costs time where one workbook is read, and saves room where several are.
    cprocess_return_large_blocks()
    let playbook = try PlaybookFile.load(playbookOptions.playbook, beside: label(1))
    // The copies are read in a function of its own, so that they are no longer in memory when the result is written.
    let planned = try planned(playbook, limits, destination)
    let plan = planned.plan
    var report = MergeReport(
      plan, base: label(0), output: outputOptions.output, language: planned.language, style: style)
    var outcome: SaveOutcome?
    if let destination {
      let bytes: [UInt8]
      (bytes, report.further) = try result(
        plan, planned.ours, planned.hasTeamFormulas, playbook, planned.language, limits)
      outcome = try destination.save(bytes, of: planned.ours, limits: limits)
    }
    switch format {
    case .json: StandardOutput.write(report.json(outcome))
    case .text: StandardOutput.write(report.text(outcome, quiet: display.quiet))
    }
    return plan.conflicts.isEmpty ? .done : .findings
  }

  private func planned(
    _ playbook: Playbook, _ limits: Limits, _ destination: Destination?
  ) throws(Failure) -> Planned {
    let base = try RecordFile(files[0], called: label(0), playbook, playbookOptions, limits: limits).lean
    if base.isEmpty {
      throw Failure(
        .unreadable,
        Spoken.words(
          "\(label(0))：共同的舊版是空的：兩邊都新增了這份工作簿，看不出改了什麼",
          "\(label(0)): the base is empty: both sides have added the workbook, so nobody can tell what changed"))
    }
    let source = try destination.open(files[1], limits: limits)
    let ours = try RecordFile(source, called: label(1), playbook, playbookOptions).lean
    var theirs: [MergeSide] = []
    for place in 2..<files.count {
      let file = try RecordFile(files[place], called: label(place), playbook, playbookOptions, limits: limits).lean
      theirs.append(try file.side())
    }
    let own = try ours.side()
    Spoken.go(onIn: ours.book.team.messageLanguage)
    let plan: MergePlan
    do throws(MergeRefusal) {
      plan = try MergePlan(
        base: base.book, ours: own, theirs: theirs, preference: prefer, trustsBase: trustBase)
    } catch {
      throw Failure(refusing: error, base: label(0))
    }
    return Planned(
      plan: plan, ours: source, hasTeamFormulas: ours.book.hasTeamFormulas,
      language: playbookOptions.language ?? ours.book.team.messageLanguage)
  }

  private func result(
    _ plan: MergePlan, _ source: WorkbookFile, _ hasTeamFormulas: Bool, _ playbook: Playbook, _ language: Language,
    _ limits: Limits
  ) throws(Failure) -> (bytes: [UInt8], remarks: [MergeRemark]) {
    if plan.isUnchanged, plan.conflicts.isEmpty { return (source.snapshot.bytes, []) }
    let conflicts =
      sheet && !plan.conflicts.isEmpty ? ConflictSheet(plan, language: language).design(for: source.workbook) : nil
    do throws(DealbookError) {
      let merged = try MergedWorkbook(
        source.workbook, plan.edit, growing: plan.grownLists, playbook: playbook,
        options: playbookOptions.readOptions(of: label(1)),
        conflicts: .replaced(conflicts), hasTeamFormulas: hasTeamFormulas)
      return (try merged.calculated(limits), merged.remarks)
    } catch {
      throw Failure(error, file: label(1))
    }
  }

  private func settle(_ limits: Limits, _ destination: Destination?) throws(Failure) -> ExitStatus {
    guard let destination else { return .usage }
    let playbook = try PlaybookFile.load(playbookOptions.playbook, beside: label(0))
    let source = try destination.open(files[0], limits: limits)
    let file = try RecordFile(source, called: label(0), playbook, playbookOptions)
    let words = MergeWords(language: playbookOptions.language ?? file.book.team.messageLanguage)
    let resolution: Resolution
    let bytes: [UInt8]
    do throws(DealbookError) {
      guard let found = try Resolution(file.book) else {
        throw DealbookError.usage(
          Spoken.words(
            "\(label(0))：沒有衝突表；dealbook merge --sheet 會寫出一張",
            "\(label(0)): it has no sheet of conflicts; dealbook merge --sheet writes one"))
      }
      resolution = found
      bytes = try MergedWorkbook(
        source.workbook, resolution.edit, playbook: playbook, options: playbookOptions.readOptions(of: label(0)),
        conflicts: resolution.open == 0 ? .replaced(nil) : .kept
      ).calculated(limits)
    } catch {
      throw Failure(error, file: label(0))
    }
    for (row, why) in resolution.refused { StandardError.complain(words.refused(row, why)) }
    _ = try destination.save(bytes, of: source, limits: limits)
    if !display.quiet { StandardError.write(words.resolved(resolution.taken, open: resolution.open) + "\n") }
    return resolution.open == 0 ? .done : .findings
  }
}

extension Failure {
  init(refusing error: MergeRefusal, base: String) {
    let words = Spoken.words
    switch error {
    case .unreadable(let error): self.init(error, file: base)
    case .undecided(let copy, let count):
      self.init(
        .unreadable,
        words(
          "\(copy)：衝突工作表上還有 \(count) 處沒有決定或沒有套用；請在那裡選定並存檔，執行 dealbook merge --resolve \(copy) --in-place，再合併；沒有寫入任何檔案",
          "\(copy): \(count == 1 ? "1 conflict" : "\(count) conflicts") on its sheet of conflicts not settled yet; choose there and save, run "
            + "dealbook merge --resolve \(copy) --in-place, then merge again; nothing was written"))
    case .notTheBase(let copy, let known, let all, let rows):
      self.init(
        .unreadable,
        words(
          "\(base) 不是 \(copy) 的來源：看過的 \(all) 列中，有 \(known) 列大致相同，不同的有 \(words.list(rows))；沒有寫入任何檔案；加上 --trust-base 仍可合併",
          "\(base) is not what \(copy) was made from: of \(all) rows compared, \(known) are roughly the same, "
            + "these differ: \(words.list(rows)); nothing was written; --trust-base merges anyway"))
    case .laterBase(let first, let second, let rows):
      self.init(
        .unreadable,
        words(
          "\(base) 不是 \(first) 和 \(second) 最近的共同版本：兩邊都增刪了 \(words.list(rows))；沒有寫入任何檔案；請以較新的共同版本作為 BASE，或加上 --trust-base",
          "\(base) is not the last version that \(first) and \(second) have in common: both have added or deleted "
            + "\(words.list(rows)) in the same way; nothing was written; give that later version as BASE, or add --trust-base"
        ))
    }
  }
}
