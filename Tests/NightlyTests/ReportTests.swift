import Playbook
import Testing

@testable import Nightly

@Suite struct `Reports of a night` {
  @Test(arguments: [
    (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
    (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    (1000, "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"),
  ])
  func `SHA-256 of letters a as sha256sum has it`(count: Int, digest: String) {
    #expect(SHA256.hex(Array(repeating: UInt8(ascii: "a"), count: count)) == digest)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("-5", "-5"), ("-5+2", "'-5+2"), ("@x", "'@x"), ("a\"b", "\"a\"\"b\""), ("a,b", "\"a,b\""),
    ("\tx", "'\tx"), ("王強", "王強"),
  ])
  func `a CSV field is never a formula`(text: String, field: String) {
    #expect(CSV.line([text]) == field + "\r\n")
  }

  @Test func `GitHub gets the ten worst of a kind, and is told how many more there are`() throws {
    let nights = try Nights()
    _ = try nights.run("2025-06-29", .book("a.xlsx", .of("DEA-004", "D001")))
    let findings = (1...15).map {
      ObservedFinding.of("DEA-004", $0 < 10 ? "D00\($0)" : "D0\($0)", message: "50%\n1, 2")
    }
    var book = FileResult.book("a.xlsx")
    book.observation?.findings = findings
    book.key = "other"
    let lines = try nights.run("2025-06-30", book).githubAnnotations.split(separator: "\n")
    #expect(lines.count == 10)
    #expect(lines[0] == "::error file=a.xlsx,line=5,title=DEA-004 D002 new::Deals!I5: 50%25%0A1, 2")
    #expect(lines[9] == "::error::6 more of severity error; see the summary")
  }

  @Test func `what cells hold is no Markdown`() throws {
    let nights = try Nights()
    let night = try nights.run("2025-06-30", .book("a.xlsx", .of("DEA-004", "D001", message: "<img> [x](y) | *b*")))
    #expect(night.digest.markdown(.english).contains(#"\<img\> \[x\](y) \| \*b\*"#))
  }

  @Test func `amounts and shares are shown as people write them`() {
    #expect(Shown.money(1_234_567.5) == "1,234,567.50")
    #expect(Shown.money(-999) == "-999")
    #expect(Shown.money(100_000) == "100,000")
    #expect(Shown.percent(0.1344) == "13.4%")
    #expect(Shown.percent(1) == "100%")
  }
}
