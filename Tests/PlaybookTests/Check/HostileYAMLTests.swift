// SPDX-License-Identifier: Apache-2.0

import Playbook
import Testing

@Suite struct `A hostile or broken file` {
  @Test func `that is no YAML is named at its line`() {
    let result = reading("playbook: x\n  - : [\n")
    #expect(result.playbook == nil)
    #expect(result.issues.map(\.kind) == [.notYAML])
    #expect(result.issues.first?.line == 2)
  }

  @Test func `that is empty is said to be`() {
    #expect(messages(reading("")) == ["the file is empty"])
  }

  @Test func `that is no text is named at its line`() {
    let result = PlaybookReader.read([PlaybookSource(name: "x", bytes: Array("a: 1\nb: ".utf8) + [0xFF, 0xFE])])
    #expect(places(result) == ["2:1 not-yaml"])
  }

  @Test func `that holds a list holds no playbook`() {
    #expect(places(reading("- a\n- b\n")) == ["1:1 wrong-type"])
  }

  @Test func `may not hold two documents`() {
    #expect(reading("a: 1\n---\nb: 2\n").issues.map(\.kind) == [.notYAML])
  }

  @Test func `with anchors and aliases is refused before they multiply`() {
    var bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n"
    for (name, last) in zip("bcdefghij", "abcdefghi") {
      bomb += "\(name): &\(name) [" + repeatElement("*\(last)", count: 9).joined(separator: ",") + "]\n"
    }
    let result = reading(bomb)
    #expect(result.playbook == nil)
    #expect(result.issues.allSatisfy { $0.kind == .limit })
    #expect(result.issues.first?.line == 1)
  }

  @Test func `with an alias in a place that looks like text is refused all the same`() {
    let bomb =
      "a: \"\\\"\"\n" + (0..<40).map { "k\($0): &n\($0) {*n\(max(0, $0 - 1)) : 1, *n\(max(0, $0 - 1)) : 2}\n" }.joined()
    #expect(reading(bomb).issues.allSatisfy { $0.kind == .limit })
  }

  @Test func `with tags is refused`() {
    #expect(places(reading("playbook: !!python/object x\n")) == ["1:11 limit"])
  }

  @Test(arguments: ["[", "{a: ", "- "])
  func `nested without end is refused`(opening: String) {
    let result = reading(String(repeating: opening, count: 100_000))
    #expect(!result.issues.isEmpty)
    #expect(result.issues.allSatisfy { $0.kind == .limit })
  }

  @Test func `nested by indentation without end is refused`() {
    let deep = (0..<900).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(reading(deep).issues.allSatisfy { $0.kind == .limit })
    #expect(!reading(deep).issues.isEmpty)
  }

  @Test func `of more than a mebibyte is refused`() {
    let result = reading("a: " + String(repeating: "x", count: 1 << 20))
    #expect(messages(result) == ["the file has 1048579 bytes; a playbook has at most 1048576"])
  }

  @Test func `may use the same signs in texts`() {
    let result = overlay(
      """
      settings:
        PotHigh:
          note: 5 * 3 & more! "quoted" *not an alias
          unit: '*'
        RelHigh:
          note: |
            * a list
            &amp; !important *bold*
          unit: "&a \\" *b"
        LeadSla:
          note: don't *worry*  # *comment
      """)
    #expect(result.playbook != nil, "\(result.issues)")
  }

  @Test func `extending something unknown is named`() {
    #expect(places(reading("extends: saas\n")) == ["1:10 unknown-word"])
  }
}

@Suite struct `A text that a parser would read otherwise than it looks` {
  @Test(arguments: ["\r", "\u{85}", "\u{2028}", "\u{2029}"])
  func `ends a comment where the parser sees its end`(end: String) {
    let result = reading("a: 1 # a comment\(end)b: &x [1]\(end)c: *x")
    #expect(result.issues.allSatisfy { $0.kind == .limit })
    #expect(result.issues.map(\.line) == [2, 3])
  }

  @Test func `has keys inside one another no deeper than lists`() {
    let result = reading(String(repeating: "? ", count: 100_000) + "a")
    #expect(!result.issues.isEmpty)
    #expect(result.issues.allSatisfy { $0.kind == .limit })
  }

  @Test func `has so many keys and no more`() {
    let result = reading((0..<30_001).map { "k\($0): 1\n" }.joined())
    #expect(messages(result) == ["more than 30000 keys"])
  }

  @Test func `is not repeated in full by the message about it`() {
    let result = reading("playbook: x\n\(String(repeating: "k", count: 100_000)): 1\n")
    #expect(!result.issues.isEmpty)
    #expect(result.issues.allSatisfy { $0.message.utf8.count < 3000 })
  }
}
