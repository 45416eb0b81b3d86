// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Base
import Isolation
import Nightly
import Playbook

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule, column, setting, sheet or list, and what to do.",
    discussion: """
      Example:
        dealbook explain DEA-007 --language en

      A column may be given by sheet and key (de.amount), by sheet and header (商機.金額), or by its header alone.
      """)

  @Argument(help: ArgumentHelp("A rule, a column, a setting, a sheet or a list.", valueName: "ID"))
  var id: String

  @Option(help: ArgumentHelp("The playbook to use. Default: the built-in one.", valueName: "FILE"))
  var playbook: String?

  @Option(
    help: ArgumentHelp(
      "Language of the explanation: zh-Hant, zh-Hans or en. Default: the locale's.", valueName: "LANGUAGE"))
  var language: Language?

  @Option(help: ArgumentHelp("Format of the results.", valueName: "text|json"))
  var format: OutputFormat = .text

  func run() throws {
    do throws(Failure) {
      let source = try playbook.map { (path) throws(Failure) in try PlaybookFile.read(path) } ?? .builtIn
      let explanations = source.explanations(of: id, language: language ?? .ofLocale)
      guard !explanations.isEmpty else {
        let words = Spoken.words
        let alike = source.rules.map(\.id).filter { $0.lowercased().hasPrefix(id.lowercased()) }
        let nearest =
          alike.isEmpty
          ? words.nearest(source.nearestExplainable(to: id))
          : words("；這樣開頭的規則：\(words.list(alike))", "; rules that begin with it: \(words.list(alike))")
        throw Failure(
          .usage, words("規則手冊裡沒有「\(id)」", "nothing in the playbook is called ‘\(id)’") + nearest)
      }
      switch format {
      case .text: StandardOutput.write(explanations.map(\.text).joined(separator: "\n"))
      case .json: StandardOutput.write(json(explanations))
      }
    } catch {
      StandardError.complain(error.message)
      throw error.status
    }
  }

  private func json(_ explanations: [Explanation]) -> [UInt8] {
    var json = JSONText()
    json.array { json in
      for explanation in explanations {
        json.object { json in
          json.field("id", explanation.id)
          json.field("title", explanation.title)
          for section in explanation.sections { json.field(section.heading, section.lines.joined(separator: "\n")) }
        }
      }
    }
    json.newline()
    return json.bytes
  }
}
