// SPDX-License-Identifier: Apache-2.0

import Testing

@Suite struct `Checking many workbooks` {
  private static let books = ["core_hant.xlsx", "messy_en.xlsx", "deals_hans.xlsx"]

  @Test func `side by side gives what one after the other gives, in the same order`() throws {
    let isolated = try Command.run("check", Self.books[0], Self.books[1], "no such file", Self.books[2])
    let plain = try Command.run("check", "--no-isolate", Self.books[0], Self.books[1], "no such file", Self.books[2])
    #expect(isolated.output == plain.output)
    #expect(isolated.messages == plain.messages)
    #expect(isolated.status == 3)
    #expect(plain.status == 3)
  }

  @Test func `from a warm start gives the same`() throws {
    let many = (0..<18).map { Self.books[$0 % Self.books.count] }
    let isolated = try Command.run(["check"] + many)
    let plain = try Command.run(["check", "--no-isolate"] + many)
    #expect(isolated.output == plain.output)
    #expect(isolated.status == plain.status)
  }

  @Test func `goes on when a worker is out of time`() throws {
    let outcome = try Command.run("check", Self.books[0], Self.books[1], "--limit", "worker-seconds=0")
    #expect(outcome.status == 3)
    for book in Self.books[..<2] {
      #expect(outcome.messages.contains("\(book): not finished after 0 seconds (limit worker-seconds;"))
    }
  }

  @Test func `goes on when a worker has too little memory`() throws {
    // It may be either our code or the system that notices first.
    let outcome = try Command.run("check", "--limit", "worker-memory=1MiB", Self.books[0], Self.books[1])
    #expect(outcome.status == 3 || outcome.status == 70)
    #expect(Self.books[..<2].allSatisfy { outcome.messages.contains("dealbook: \($0): ") })
  }

  @Test func `a command that prints while it works prints no more than a worker may`() throws {
    let all = ["diff", Self.books[0], Self.books[1], "--all", "--format", "json", "--limits", "untrusted"]
    let whole = try Command.run(all)
    #expect(whole.output.utf8.count > 5000 && whole.status < 3)
    let cut = try Command.run(all + ["--limit", "worker-output=5000"])
    #expect(cut.status == 3)
    #expect(cut.output.utf8.count == 5000 && whole.output.hasPrefix(cut.output))
    #expect(cut.messages.contains("\(Self.books[1]): its output is longer than 5000 bytes"))
  }

  @Test func `answers in JSON for a file that could not be checked`() throws {
    let outcome = try Command.run(
      "check", "--format", "json", "--limit", "worker-seconds=0", Self.books[0], Self.books[1])
    #expect(outcome.output.split(separator: "\n").count == 2)
    #expect(outcome.output.contains(#""error":{"exit":3,"message":""#))
  }
}
