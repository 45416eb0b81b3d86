// SPDX-License-Identifier: Apache-2.0

import Playbook
import Testing

@Suite struct `A playbook written as YAML` {
  @Test func `is the built-in one when read again`() throws {
    let result = reading(Playbook.builtInYAML)
    let playbook = try #require(result.playbook, "\(result.issues.prefix(5))")
    #expect(playbook.sheets == Playbook.builtIn.sheets)
    #expect(playbook.rules == Playbook.builtIn.rules)
    #expect(playbook.settings == Playbook.builtIn.settings)
    #expect(playbook.lists == Playbook.builtIn.lists)
    #expect(playbook.specialSheets == Playbook.builtIn.specialSheets)
    #expect(playbook.funnel == Playbook.builtIn.funnel)
  }

  @Test func `shows what a company's file made of it`() throws {
    let source = PlaybookSource(
      name: "a.yaml",
      bytes: Array("extends: key-account\nplaybook: acme\nrules:\n  DEA-010: off\nsheets:\n  vi: off\n".utf8))
    let text = try #require(PlaybookReader.yaml(of: [source]))
    #expect(text.contains("playbook: acme\n"))
    #expect(!text.contains("extends"))
    #expect(text.contains("\n  DEA-010: off\n"))
    #expect(text.contains("\n  vi: off\n"))
  }
}

@Suite struct `The starting point of a company's file` {
  @Test(arguments: Language.allCases) func `changes nothing`(language: Language) throws {
    let result = reading(Playbook.startingPoint(language: language))
    #expect(result.issues.isEmpty)
    #expect(result.playbook?.rules == Playbook.builtIn.rules)
  }

  /// The file with those examples uncommented for which `isWanted` holds. A `#` followed by one space and a word is a remark,
  /// not an example.
  private func uncommented(_ language: Language, _ isWanted: (Int) -> Bool = { _ in true }) -> String {
    Playbook.startingPoint(language: language).split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { number, line in isExample(line) && isWanted(number) ? line.dropFirst() : line }.joined(separator: "\n")
  }

  private func isExample(_ line: Substring) -> Bool {
    line.hasPrefix("#") && (!line.hasPrefix("# ") || line.hasPrefix("#  "))
  }

  @Test(arguments: Language.allCases) func `has examples that work together`(language: Language) throws {
    let result = reading(uncommented(language))
    let playbook = try #require(result.playbook, "\(result.issues)")
    #expect(result.issues.isEmpty)
    #expect(playbook.setting("TaxRate") != nil)
    #expect(playbook.rule("MY-001") != nil)
    #expect(playbook.rule("ACC-015") == nil)
    #expect(playbook.sheet("vi") == nil)
    #expect(playbook.sheet("pt")?.idColumn?.key == "partner_id")
    #expect(playbook.sheet("de")?.column("product_id")?.fullRequirement == .optional)
    #expect(playbook.sheet("de")?.column("rival") == nil)
    #expect(playbook.funnel == nil)
    #expect(playbook.list("st")?.row(code: "BID")?.labels.english == "Proposal")
  }

  @Test(arguments: Language.allCases) func `has examples each of which works alone`(language: Language) throws {
    let lines = Playbook.startingPoint(language: language).split(separator: "\n", omittingEmptySubsequences: false)
    func indent(_ number: Int) -> Int { lines[number].dropFirst().prefix { $0 == " " }.count }
    // An example is the text between two remarks or blank lines. It includes the lines that it is nested in.
    var blocks: [[Int]] = []
    for number in lines.indices where isExample(lines[number]) {
      if number > 0, isExample(lines[number - 1]), indent(number) > 0 || blocks.isEmpty == false {
        blocks[blocks.count - 1].append(number)
      } else {
        blocks.append([number])
      }
    }
    #expect(blocks.count > 20)
    for block in blocks {
      // Lines that merely open the block of the next remark are dropped if nothing follows them.
      let own = block.filter { number in
        let next = lines[(number + 1)...].indices.first { isExample(lines[$0]) }
        return !lines[number].hasSuffix(":") || next.map { block.contains($0) && indent($0) > indent(number) } == true
          || lines[number].hasSuffix("required:")
      }
      guard let first = own.first else { continue }
      var wanted = Set(own)
      var level = indent(first)
      for number in lines.indices.reversed()
      where number < first && isExample(lines[number]) && indent(number) < level {
        wanted.insert(number)
        level = indent(number)
      }
      let result = reading(uncommented(language) { wanted.contains($0) })
      #expect(result.issues.isEmpty, "\(lines[first]): \(result.issues)")
      #expect(level == 0)
    }
  }
}
