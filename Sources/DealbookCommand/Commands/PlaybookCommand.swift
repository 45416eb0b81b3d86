import ArgumentParser
import Playbook
import Spreadsheet

struct PlaybookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "playbook",
    abstract: "Look at the built-in playbook, or check one's own.",
    subcommands: [PlaybookShowCommand.self, PlaybookCheckCommand.self])
}

struct PlaybookShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "List the sheets, columns, settings, lists and rules of a playbook.",
    discussion: """
      Example:
        dealbook playbook show --language en
      """)

  @Argument(help: ArgumentHelp("A playbook; without one the built-in.", valueName: "FILE"))
  var file: String?

  @Option(help: ArgumentHelp("Language of titles: zh-Hant, zh-Hans or en.", valueName: "LANGUAGE"))
  var language: Language = .traditionalChinese

  func run() throws {
    let playbook: Playbook
    do throws(Failure) {
      playbook = try file.map { (path) throws(Failure) in try PlaybookFile.read(path) } ?? .builtIn
    } catch {
      StandardError.complain(error.message)
      throw error.status
    }
    var lines: [String] = ["\(playbook.name)"]
    for sheet in playbook.sheets {
      lines.append("\n\(sheet.titles[language]) (\(sheet.prefix)\(sheet.isCore ? ", core" : ""))")
      for column in sheet.columns {
        let formula = column.computed?.formula.map {
          "  \($0.split(whereSeparator: \.isNewline).joined(separator: " "))"
        }
        lines.append("  \(column.key): \(column.titles[language]), \(column.type.rawValue)\(formula ?? "")")
      }
    }
    lines.append("\nsettings: " + playbook.settings.map(\.name).joined(separator: ", "))
    lines.append("lists: " + playbook.lists.map { "\($0.prefix) \($0.titles[language])" }.joined(separator: ", "))
    lines.append("\nrules")
    lines += playbook.rules.map { "  \($0.id) \($0.severity.rawValue): \($0.message[language])" }
    StandardOutput.write(lines.joined(separator: "\n") + "\n")
  }
}

struct PlaybookCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find the mistakes of a playbook, with file and line.",
    discussion: """
      Example:
        dealbook playbook check dealbook.yaml

      Ends with 2 when the playbook has mistakes, with 0 when it has none; warnings are printed either way.
      """)

  @Argument(help: ArgumentHelp("The files of one playbook.", valueName: "FILE"))
  var files: [String]

  func run() throws {
    let sources: [PlaybookSource]
    do throws(Failure) { sources = try files.map { (path) throws(Failure) in try PlaybookFile.source(path) } } catch {
      StandardError.complain(error.message)
      throw error.status
    }
    let reading = PlaybookReader.read(sources)
    for issue in reading.issues { StandardOutput.write(Printable.text(issue.description) + "\n") }
    if reading.playbook == nil { throw ExitStatus.usage }
  }
}
