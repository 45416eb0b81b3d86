// SPDX-License-Identifier: Apache-2.0

import Testing
import Zip

@Suite struct `A limit` {
  /// About 3 MB of zeros in about 3 kB.
  private static let bomb: RawEntry = {
    var entry = RawEntry("bomb", [UInt8](repeating: 0, count: 1 + 258 * 12_000))
    entry.method = 8
    entry.data = DenseStream.zeros(repeats: 12_000)
    return entry
  }()

  private func limits(
    fileSize: Int = .max, entries: Int = .max, inflated: Int = .max, ratio: Int = .max
  ) -> ZipLimits {
    ZipLimits(fileSize: fileSize, entries: entries, entryInflated: inflated, ratio: ratio)
  }

  private func reading(_ entry: RawEntry, _ limits: ZipLimits) -> Result<[UInt8], ZipError> {
    Result { () throws(ZipError) in
      let archive = try ZipArchive(RawArchive([entry]).bytes, limits: limits)
      // Reading without keeping the bytes must give the same result.
      var whole: Result<[UInt8], ZipError> = .success([])
      do throws(ZipError) { whole = .success(try archive.contents(of: archive.entries[0])) } catch {
        whole = .failure(error)
      }
      var checked: ZipError?
      do throws(ZipError) { try archive.verify() } catch { checked = error }
      switch (whole, checked) {
      case (.success, nil), (.failure(.limit), .limit?),
        (.failure(.entry(_, .sizeMismatch)), .entry(_, .sizeMismatch)?):
        break
      default: Issue.record("\(whole) but \(String(describing: checked))")
      }
      return try whole.get()
    }
  }

  @Test func `for the file holds to the byte`() throws {
    let bytes = RawArchive([RawEntry("a", "1")]).bytes
    _ = try ZipArchive(bytes, limits: limits(fileSize: bytes.count))
    #expect(throws: ZipError.limit(.fileSize, entry: nil, actual: bytes.count, allowed: bytes.count - 1)) {
      try ZipArchive(bytes, limits: limits(fileSize: bytes.count - 1))
    }
  }

  @Test func `for entries holds to the entry`() throws {
    let bytes = RawArchive([RawEntry("a", "1"), RawEntry("b", "2")]).bytes
    _ = try ZipArchive(bytes, limits: limits(entries: 2))
    #expect(throws: ZipError.limit(.entries, entry: nil, actual: 2, allowed: 1)) {
      try ZipArchive(bytes, limits: limits(entries: 1))
    }
  }

  @Test func `for inflated bytes holds to the byte`() throws {
    let bomb = Self.bomb
    #expect(try reading(bomb, limits(inflated: bomb.contents.count)).get() == bomb.contents)
    #expect(
      throws: ZipError.limit(
        .entryInflated, entry: "bomb", actual: bomb.contents.count, allowed: bomb.contents.count - 1)
    ) {
      try reading(bomb, limits(inflated: bomb.contents.count - 1)).get()
    }
    // This applies to stored entries too.
    #expect(throws: ZipError.limit(.entryInflated, entry: "a", actual: 6, allowed: 5)) {
      try reading(RawEntry("a", "stored"), limits(inflated: 5)).get()
    }
  }

  @Test func `for the ratio holds once the grace is used up`() throws {
    let bomb = Self.bomb
    let ratio = (bomb.contents.count - 1) / bomb.data.count + 1
    #expect(ratio > 900)
    #expect(try reading(bomb, limits(ratio: ratio)).get().count == bomb.contents.count)
    let error = #expect(throws: ZipError.self) { try reading(bomb, limits(ratio: 250)).get() }
    #expect(isRatio(error))
    var graceful = limits(ratio: 2)
    graceful.ratioGrace = bomb.contents.count
    #expect(try reading(bomb, graceful).get().count == bomb.contents.count)
  }

  @Test func `of the usual kind stops a bomb`() {
    let bomb = Self.bomb
    #expect(isRatio(#expect(throws: ZipError.self) { try reading(bomb, .default).get() }))
    #expect(isRatio(#expect(throws: ZipError.self) { try reading(bomb, .untrusted).get() }))
  }

  @Test(arguments: [-1, 1]) func `is not needed to see through a size that lies`(by lie: Int) {
    var entry = RawEntry("a", Array(String(repeating: "text ", count: 1000).utf8), deflated: true)
    entry.uncompressed = entry.contents.count + lie
    #expect(
      throws: ZipError.entry("a", .sizeMismatch(declared: entry.contents.count + lie, atLeast: entry.contents.count))
    ) {
      try reading(entry, limits()).get()
    }
  }

  @Test func `or no limit, a size without bounds reserves no memory`() {
    var entry = RawEntry("a", Array(String(repeating: "text ", count: 1000).utf8), deflated: true)
    entry.uncompressed = 0xFFFF_FFFF
    entry.centralExtra = extra(1, little(.max, 8))
    entry.localExtra = extra(1, little(.max, 8) + little(entry.data.count, 8))
    entry.localUncompressed = 0xFFFF_FFFF
    #expect(throws: ZipError.entry("a", .sizeMismatch(declared: .max, atLeast: 5000))) {
      try reading(entry, limits()).get()
    }
  }

  @Test func `is named in the sentence, with the entry, the value and what is allowed`() {
    let error = ZipError.limit(.entryInflated, entry: "xl/a.xml", actual: 2000, allowed: 1000)
    for word in ["xl/a.xml", "entry-inflated", "2000", "1000"] { #expect(error.description.contains(word)) }
  }

  private func isRatio(_ error: ZipError?) -> Bool {
    if case .limit(.ratio, "bomb", let actual, 250) = error { actual > 250 } else { false }
  }
}
