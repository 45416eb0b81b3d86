// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Base
import Dealbook
import Isolation
import Nightly
import Playbook
import Spreadsheet

struct PlaybookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "playbook",
    abstract: "Print the playbook, check your own, or start one.",
    subcommands: [PlaybookShowCommand.self, PlaybookCheckCommand.self, PlaybookInitCommand.self])
}

struct PlaybookShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract:
      "Print a playbook as one YAML file or as pages to read: the built-in one, or the result of your own files.",
    discussion: """
      Example:
        dealbook playbook show | less
        dealbook playbook show --format markdown --language en > method.md
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case yaml
    case markdown
  }

  @Argument(help: ArgumentHelp("The files of one playbook. Default: the built-in one.", valueName: "FILE"))
  var files: [String] = []

  @Option(help: "yaml: the playbook itself; markdown: a page for each sheet with its columns, formulas and rules.")
  var format: Format = .yaml

  @Option(help: ArgumentHelp("Language of the pages: zh-Hant, zh-Hans or en.", valueName: "LANGUAGE"))
  var language: Language = .traditionalChinese

  func run() throws {
    do throws(Failure) {
      if format == .markdown {
        let pages = try PlaybookFile.read(files).referencePages(language)
        return StandardOutput.write(pages.map(\.text).joined(separator: "\n\n"))
      }
      guard !files.isEmpty else { return StandardOutput.write(Playbook.builtInYAML) }
      let sources = try files.map { (path) throws(Failure) in try PlaybookFile.source(path) }
      guard let yaml = PlaybookReader.yaml(of: sources) else {
        throw Failure(.usage, PlaybookReader.read(sources).issues.map(\.description).joined(separator: "\n"))
      }
      StandardOutput.write(yaml)
    } catch {
      StandardError.complain(error.message)
      throw error.status
    }
  }
}

struct PlaybookCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find the mistakes in a playbook, with file and line.",
    discussion: """
      Example:
        dealbook playbook init > dealbook.yaml
        dealbook playbook check dealbook.yaml

      The exit code is 2 if the playbook has mistakes and 0 if not; warnings are printed in both cases.
      """)

  @Argument(help: ArgumentHelp("The files of one playbook.", valueName: "FILE"))
  var files: [String]

  func run() throws {
    let sources: [PlaybookSource]
    do throws(Failure) {
      sources = try files.map { (path) throws(Failure) in try PlaybookFile.source(path) }
    } catch {
      StandardError.complain(error.message)
      throw error.status
    }
    let reading = PlaybookReader.read(sources)
    for issue in reading.issues { StandardOutput.write(Printable.text(issue.description) + "\n") }
    if let playbook = reading.playbook { ask(for: playbook.unexplainedRules) }
    if reading.playbook == nil { throw ExitStatus.usage }
  }

  /// A company's own rules are explained by what its playbook says of them.
  private func ask(for rules: [(id: String, missing: [String])]) {
    let words = Spoken.words
    for (id, missing) in rules {
      let keys = words.list(missing)
      StandardOutput.write(
        words(
          "提示：\(id) 沒有 \(keys)：explain 就說不出發現時該怎麼辦、怎樣是錯、怎樣是對",
          "note: \(id) has no \(keys): explain cannot say what to do about it, what is wrong and what is right") + "\n")
    }
  }
}

struct PlaybookInitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Print a commented starting point for your company's own playbook.",
    discussion: """
      Example:
        dealbook playbook init --language en > dealbook.yaml
        dealbook playbook init --language en \\
          --from workbooks/pipeline/report.xlsx > adopted.yaml

      With --from it is the playbook that dealbook adopt proposes for that workbook.
      """)

  @Option(help: ArgumentHelp("A team's own workbook (.xlsx, .csv or .tsv) to start from.", valueName: "FILE"))
  var from: String?

  @Option(help: ArgumentHelp("Language of the comments: zh-Hant, zh-Hans or en.", valueName: "LANGUAGE"))
  var language: Language = .traditionalChinese

  func run() throws {
    guard let from else { return StandardOutput.write(Playbook.startingPoint(language: language)) }
    do throws(Failure) {
      StandardOutput.write(try adopted(from))
    } catch {
      StandardError.complain(error.message)
      throw error.status
    }
  }

  private func adopted(_ file: String) throws(Failure) -> String {
    let source = try WorkbookFile(file, limits: .default, readsText: true)
    var options = ReadOptions(language: language, today: Clock.today())
    options.fallbackLanguage = Language.ofLocale
    let adoption: Adoption
    do { adoption = try Adoption(source.workbook, fileName: source.name, options: options) } catch {
      throw Failure(error, file: file)
    }
    guard !adoption.isEmpty else {
      throw Failure(.unreadable, AdoptionReport(path: file, language: language).refusal(adoption))
    }
    do { return try adoption.playbookText(language: language) } catch { throw Failure(error, file: file) }
  }
}
