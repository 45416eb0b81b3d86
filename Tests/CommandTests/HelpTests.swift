// SPDX-License-Identifier: Apache-2.0

import Foundation
import Playbook
import Testing

@testable import DealbookCommand

@Suite struct `Help` {
  private struct Texts {
    var commands: [[String]] = []
    var texts: Set<String> = []

    init() throws {
      let dump = try Command.run("--experimental-dump-help").output
      let tool = try #require(try JSONSerialization.jsonObject(with: Data(dump.utf8)) as? [String: Any])
      read(try #require(tool["command"] as? [String: Any]), [])
    }

    private mutating func read(_ command: [String: Any], _ path: [String]) {
      commands.append(path)
      for part in [command] + (command["arguments"] as? [[String: Any]] ?? []) {
        for key in ["abstract", "discussion"] {
          // Examples are the same in every language.
          texts.formUnion(
            (part[key] as? String ?? "").components(separatedBy: "\n\n").filter {
              !$0.isEmpty && !$0.hasPrefix("Example:") && !$0.hasPrefix("  ")
            })
        }
      }
      for inner in command["subcommands"] as? [[String: Any]] ?? [] {
        guard let name = inner["commandName"] as? String, name != "help" else { continue }
        read(inner, path + [name])
      }
    }
  }

  @Test func `lacks the Chinese of no command, no option and no paragraph`() throws {
    let texts = try Texts().texts
    #expect(texts.filter { HelpPhrases.book.said($0, in: .traditionalChinese) == nil }.sorted() == [])
  }

  @Test func `has no Chinese of what is no longer said`() throws {
    // The parser does not list the command `help` as one of ours.
    let texts = try Texts().texts.union(["Show subcommand help information."])
    #expect(HelpPhrases.book.texts.filter { !texts.contains($0) } == [])
  }

  @Test(arguments: ["zh-Hant", "zh-Hans"]) func `is Chinese on every page where that is asked for, and fits a terminal`(
    language: String
  ) throws {
    for command in try Texts().commands {
      let page = try Command.run(
        command + ["--help", "--language", language], environment: ["COLUMNS": "80", "LC_ALL": "C"]
      )
      #expect(page.status == 0)
      #expect(page.output.hasPrefix(language == "zh-Hant" ? "簡介：" : "简介："), "\(command)")
      let lines = page.output.split(separator: "\n").map(String.init)
      let usage = lines.firstIndex { $0.hasPrefix("用法：") } ?? lines.endIndex
      #expect(usage < lines.endIndex)
      for (place, line) in lines.enumerated() where !line.contains("dealbook ") {
        #expect(
          line.firstMatch(of: #/[a-z]{2,} [a-z]{2,} [a-z]{2,}/#) == nil || (usage...usage + 3).contains(place),
          "\(line)")
        #expect(DisplayWidth.of(line) <= 80 || line.hasPrefix("  "), "\(line)")
      }
    }
  }

  @Test func `is in the locale's language, and English elsewhere`() throws {
    for (locale, says) in [
      ("zh_TW.UTF-8", "簡介："), ("zh_CN.UTF-8", "简介："), ("C", "OVERVIEW: "), ("de_DE.UTF-8", "OVERVIEW: "),
    ] {
      for arguments in [["--help"], ["help", "check"], ["playbook", "check", "--help"]] {
        #expect(try Command.run(arguments, environment: ["LC_ALL": locale]).output.contains(says), "\(locale)")
      }
      #expect(try Command.run([], environment: ["LC_ALL": locale]).messages.contains(says))
    }
    #expect(try Command.run("help", "check", "--language", "zh-Hans").output.hasPrefix("简介：找出各张工作表，逐行检查"))
  }

  @Test func `beside a mistake is in the same language`() throws {
    let mistake = try Command.run(
      ["check", "x.xlsx", "--format", "xml"], environment: ["LC_ALL": "zh_TW.UTF-8"]
    ).messages
    #expect(mistake.contains("結果的格式。") && !mistake.contains("Form of"))
  }
}
