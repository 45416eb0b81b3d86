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

  @Test(arguments: Language.allCases) func `has examples that work`(language: Language) throws {
    // A `#` with one space is a remark, any other an example.
    let uncommented = Playbook.startingPoint(language: language).split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map { line -> Substring in
      let isRemark = line.hasPrefix("# ") && !line.hasPrefix("#  ")
      return line.hasPrefix("#") && !isRemark ? line.dropFirst() : line
    }.joined(separator: "\n")
    let result = reading(uncommented)
    let playbook = try #require(result.playbook, "\(result.issues)")
    #expect(playbook.setting("TaxRate") != nil)
    #expect(playbook.rule("MY-001") != nil)
    #expect(playbook.rule("ACC-015") == nil)
    #expect(playbook.sheet("vi") == nil)
    #expect(playbook.sheet("de")?.column("product_id")?.fullRequirement == .optional)
  }
}
