// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Base
import Dealbook
import Isolation
import Nightly
import Playbook
import Spreadsheet

struct SplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Hand out a workbook: each owner gets a copy with their own rows and what those refer to.",
    discussion: """
      Example:
        dealbook split workbooks/messy_hant.xlsx --by owner -o copies

      A copy has the rows of one person, the rows that those refer to, data that belong to nobody in particular (such \
      as products), the settings and option lists, and a mark that says where it came from. Sheets outside the method \
      are not handed out. --redact clears personal details in other people's rows: on the sheets where the playbook \
      looks for personal data, and anything that looks like an identity card, bank card or mobile phone number.

      The version that was handed out is kept beside the copies as NAME.handed-out-….xlsx; dealbook gather needs it to \
      take the copies back.
      """)

  @Argument(help: ArgumentHelp("The workbook.", valueName: "FILE"))
  var file: String

  @Option(help: ArgumentHelp("What decides who gets a row.", valueName: "owner"))
  var by: By = .owner

  enum By: String, ExpressibleByArgument, CaseIterable { case owner }

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder for the copies.", valueName: "DIR"))
  var output: String

  @Option(help: ArgumentHelp("Only for this person; may be repeated.", valueName: "NAME"))
  var only: [String] = []

  @Flag(help: "Clear personal details in other people's rows.")
  var redact = false

  @OptionGroup var playbookOptions: PlaybookOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    let limits = try reading.resolved()
    PlaybookFile.announce(playbookOptions.playbook, beside: [file], quiet: display.quiet)
    do { try Files.makeFolders(of: output + "/") } catch {
      StandardError.complain("\(error)")
      throw ExitStatus.notWritten
    }
    let confinement = Confinement(
      reading: reading, file: file, reads: [playbookOptions.playbook], output: output + "/copy.xlsx")
    throw try confinement.run {
      do throws(Failure) {
        try split(limits)
        return .done
      } catch {
        StandardError.complain(error.message)
        return error.status
      }
    }
  }

  private func split(_ limits: Limits) throws(Failure) {
    try CommandMistake.requireNoFile(at: output)
    let playbook = try PlaybookFile.load(playbookOptions.playbook, beside: file)
    let source = try WorkbookFile(file, limits: limits)
    let read = try RecordFile(source, called: file, playbook, playbookOptions)
    let words = HandOutWords(language: playbookOptions.language ?? read.book.team.messageLanguage)
    Spoken.go(onIn: words.language)
    let hash = SHA256.hex(source.snapshot.bytes)
    let handOut: HandOut
    do throws(DealbookError) { handOut = try HandOut(read.book) } catch { throw Failure(error, file: file) }
    guard !handOut.owners.isEmpty else { throw Failure(.unreadable, words.at(file, words.nobody)) }
    var owners = handOut.owners
    if !only.isEmpty {
      owners = []
      for name in only {
        guard let known = handOut.owners.first(where: { $0.lowercased() == name.lowercased() }) else {
          throw Failure(
            .usage,
            words("--only \(name)：沒有這個人", "--only \(name): nobody of that name")
              + Spoken.words.nearest(Suggestion.nearest(name, among: handOut.owners), of: handOut.owners))
        }
        owners.append(known)
      }
    }
    let stem = FileName.stem(source.name)
    let ending = source.workbook.kind.fileExtension
    try save(source.snapshot.bytes, "\(stem).handed-out-\(hash.prefix(12)).\(ending)", of: source, limits)
    var taken: Set<String> = []
    for owner in owners {
      let copy: HandOut.Copy
      do throws(DealbookError) {
        copy = try handOut.copy(
          for: owner, origin: hash, redacts: redact, options: playbookOptions.readOptions(of: file))
      } catch {
        throw Failure(error, file: file)
      }
      var name = "\(stem)-\(FileName.plain(Printable.text(owner)))"
      while !taken.insert(name.lowercased()).inserted { name += "-2" }
      try save(copy.bytes, "\(name).\(ending)", of: source, limits)
      if !display.quiet {
        StandardOutput.write(Printable.text(words.copy("\(output)/\(name).\(ending)", copy)) + "\n")
      }
    }
    if !display.quiet {
      if !handOut.leftOut.isEmpty { StandardError.write(Printable.text(words.leftOut(handOut.leftOut)) + "\n") }
      if !handOut.kept.isEmpty { StandardError.write(Printable.text(words.kept(handOut.kept)) + "\n") }
    }
  }

  private func save(_ bytes: [UInt8], _ name: String, of source: WorkbookFile, _ limits: Limits) throws(Failure) {
    func verify(_ written: [UInt8]) throws { _ = try Workbook(written, limits: limits) }
    do {
      _ = try FileSaver().write(bytes, to: "\(output)/\(name)", source: source.snapshot, verify: verify)
    } catch {
      throw Failure(error)
    }
  }
}
