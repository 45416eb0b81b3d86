// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@testable import Zip

@Suite struct `Rows deflated by their repetitions` {
  /// The contents of `stream`, which may begin with bits of a section before it, after `context`.
  private func inflated(_ stream: [UInt8], _ count: Int) -> [UInt8]? {
    var inflater = Inflater(stream, 0..<stream.count, expecting: count)
    var output: [UInt8] = []
    return inflater.append(to: &output, room: count + 1) == .finished ? output : nil
  }

  private func deflated(_ text: [UInt8], from start: Int = 0) -> [UInt8] {
    RowDeflater.deflated(text, from: start, leadingBits: LeadingBits(), isLast: true)
  }

  @Test(arguments: InflateContents.all.indices)
  func `are what they were, for us and for zlib`(_ index: Int) throws {
    let contents = InflateContents.all[index]
    let stream = deflated(contents)
    #expect(inflated(stream, contents.count) == contents)
    #expect(ZlibReference.inflate(stream, limit: contents.count) == contents)
  }

  @Test func `go on where the section before them ended`() throws {
    let contents = InflateContents.rows
    for cut in [1, 7, 300, 33_000, contents.count - 9] {
      // Three bits of an empty block with fixed codes come before: 0, 01; its seven zeros follow.
      let first = RowDeflater.deflated(
        Array(contents[..<cut]), from: 0, leadingBits: LeadingBits(), isLast: false)
      let from = max(0, cut - 32_768)
      let rest = deflated(Array(contents[from...]), from: cut - from)
      #expect(inflated(first + rest, contents.count) == contents)
    }
  }

  @Test(arguments: 1...7)
  func `follow bits that do not fill a byte`(count: Int) throws {
    let contents = InflateContents.rows
    // Empty blocks of ten bits each (RFC 1951, 3.2.6): 0, 01 and seven zeros.
    var bits = BitString()
    for _ in 0..<4 where bits.count % 8 != count && count % 2 == 0 { bits.append(0b0_000_000_010, 10) }
    guard bits.count % 8 == count else { return }
    let leading = bits.removePartialByte()
    let stream = RowDeflater.deflated(contents, from: 0, leadingBits: leading, isLast: true)
    #expect(inflated(bits.bytes + stream, contents.count) == contents)
  }

  @Test func `of all kinds are what they were`() throws {
    var random = SeededRandom(22)
    for _ in 0..<Sweep.rounds(150) {
      var text: [UInt8] = []
      let alphabet = 1 + random.roll(6) * random.roll(50)
      while text.count < 3_000 {
        if random.roll(3) > 0, text.count > 20 {
          // A repetition with a difference.
          let from = random.roll(text.count - 10)
          text += text[from...].prefix(random.roll(400))
          text[text.count - 1 - random.roll(min(9, text.count))] = UInt8(random.roll(256))
        } else {
          for _ in 0..<random.roll(40) { text.append(UInt8(random.roll(alphabet))) }
        }
      }
      #expect(inflated(deflated(text), text.count) == text)
    }
  }

  private func zlib(_ contents: [UInt8]) throws -> Int {
    var output: [UInt8] = []
    var zlib = try Deflater(.usual)
    try zlib.append(contents, ending: .finished, to: &output)
    return output.count
  }

  private func run(_ contents: [UInt8]) throws -> [[UInt8]] {
    try DeflateRun([contents[...]]).deflated(.usual)
  }

  @Test func `of a large worksheet are hardly larger than with zlib`() throws {
    let rows = InflateContents.formulas(12_000)
    #expect(rows.count > 4 << 20)
    let chunks = try run(rows)
    // The first of the blocks that all cores work on.
    #expect(
      chunks[0]
        == RowDeflater.deflated(Array(rows[..<(1 << 20)]), from: 0, leadingBits: LeadingBits(), isLast: false))
    #expect(inflated(Array(chunks.joined()), rows.count) == rows)
    #expect(try chunks.reduce(0) { $0 + $1.count } < zlib(rows) * 105 / 100)
  }

  @Test func `of a small one are left to zlib, and so is other text`() throws {
    let rows = InflateContents.formulas(900)
    #expect(try run(rows).reduce(0) { $0 + $1.count } == zlib(rows))
    let text = Array(repeatElement(InflateContents.words, count: 20).joined())
    #expect(text.count > 4 << 20)
    #expect(try run(text).reduce(0) { $0 + $1.count } < zlib(text) * 101 / 100)
  }
}

/// Contents of all kinds.
private enum InflateContents {
  static let rows = Array(
    (0..<3_000).map { "<c r=\"B\($0)\" s=\"3\"><v>\($0 * 26_544_357 % 9_973)</v></c>" }.joined().utf8)

  static func formulas(_ count: Int) -> [UInt8] {
    Array(
      (1..<count).map { row in
        "<row r=\"\(row)\"><c r=\"A\(row)\"><v>\(row * 7919 % 997)</v></c>"
          + ["B", "C", "D", "E"].map { column in
            "<c r=\"\(column)\(row)\" s=\"5\"><f>IF($A\(row)=\"\",\"\",ROUND(INDEX(rates,$\(column)\(row))*N($A\(row)),2))</f>"
              + "<v>\(Double(row * 7919 % 997) / 4)</v></c>"
          }.joined() + "</row>"
      }.joined().utf8)
  }

  static let words: [UInt8] = {
    var random = SeededRandom(5)
    let words = (0..<900).map { _ in
      (0..<(2 + random.roll(7))).flatMap { _ in
        Array(String(UnicodeScalar(UInt16(0x4E00 + random.roll(3_000))) ?? "?").utf8)
      }
    }
    return Array((0..<20_000).map { _ in words[random.roll(words.count)] }.joined())
  }()

  static let all: [[UInt8]] = {
    var random = SeededRandom(1)
    let noise = (0..<70_000).map { _ in UInt8(random.roll(256)) }
    let periods = (1...12).flatMap { period in (0..<900).map { UInt8($0 % period) } }
    // The greatest distance, and one more.
    let far = Array(noise[..<32_768]) + Array(noise[..<300]) + Array(noise[..<32_767]) + Array(noise[..<300])
    return [
      [], [65], Array("abcabcabcabc".utf8), noise, rows, formulas(900), words, periods, far,
      [UInt8](repeating: 7, count: 400_000),
    ]
  }()
}
