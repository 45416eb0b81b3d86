// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing
import Zip

@Suite struct `Inflating a stream` {
  /// The contents of `stream`, read in pieces of `room` bytes; nil if it is damaged or incomplete.
  private func inflated(_ stream: [UInt8], room: Int = 1 << 20, expecting: Int = 0) -> [UInt8]? {
    let bytes = [1, 2, 3] + stream + [4, 5, 6]
    var inflater = Inflater(bytes, 3..<(3 + stream.count), expecting: expecting)
    var output: [UInt8] = []
    while true {
      let before = output.count
      switch inflater.append(to: &output, room: room) {
      case .finished: return output
      case .outputFull: #expect(output.count == before + room)
      case .inputEnded, .damaged: return nil
      }
    }
  }

  /// Contents of all kinds: rows, random bytes, short and long periods, and repetitions at the greatest distance.
  static let contents: [[UInt8]] = {
    var random = SeededRandom(1)
    let noise = (0..<70_000).map { _ in UInt8(random.roll(256)) }
    var rows: [UInt8] = []
    for row in 0..<9_000 { rows += Array("<c r=\"B\(row)\" s=\"3\"><v>\(row * 26_544_357 % 9_973)</v></c>".utf8) }
    let periods = (1...12).flatMap { period in (0..<900).map { UInt8($0 % period) } }
    let far = Array(noise[..<32_768]) + Array(noise[..<300]) + Array(noise[..<32_767]) + Array(noise[..<300])
    var mixed: [UInt8] = []
    for piece in 0..<60 {
      mixed += piece % 3 == 0 ? noise[(piece * 900)...].prefix(700) : rows[(piece * 999)...].prefix(2_000)
    }
    return [[], [65], noise, rows, periods, far, mixed, [UInt8](repeating: 7, count: 400_000)]
  }()

  @Test(arguments: Self.contents.indices, ZlibReference.Strategy.allCases)
  func `gives back what zlib deflated`(_ index: Int, _ strategy: ZlibReference.Strategy) {
    let contents = Self.contents[index]
    for level in [0, 1, 6, 9] {
      let stream = ZlibReference.deflate(contents, level: level, strategy: strategy)
      #expect(inflated(stream) == contents, "level \(level)")
    }
  }

  @Test(arguments: [1, 2, 7, 255, 4_096, 65_537, 131_072, 300_000])
  func `gives the same bytes in pieces of any size`(room: Int) {
    for contents in Self.contents where contents.count / room < 100_000 {
      #expect(inflated(ZlibReference.deflate(contents, level: 6), room: room) == contents)
    }
  }

  @Test(arguments: [0, 1, 399_999, 400_000, .max])
  func `does not rely on what is expected`(expected: Int) {
    let contents = Self.contents[7]
    #expect(inflated(ZlibReference.deflate(contents, level: 6), expecting: expected) == contents)
  }

  /// A repetition may continue beyond the end of a full window.
  @Test func `goes on behind what is expected, whatever that is`() {
    let contents = Self.contents[7]
    let stream = ZlibReference.deflate(contents, level: 6)
    for expected in (163_840 - 300)...(163_840 + 10) {
      #expect(inflated(stream, expecting: expected)?.count == contents.count)
    }
  }

  /// A stream with some bytes changed, removed or inserted is rejected if zlib rejects it, and otherwise gives the same result.
  @Test(arguments: 0..<40)
  func `makes of a damaged stream what zlib makes of it`(seed: Int) {
    var random = SeededRandom(seed)
    let contents = Array(Self.contents[3 + seed % 4].prefix(3_000))
    let strategy = ZlibReference.Strategy.allCases[seed % 5]
    let whole = ZlibReference.deflate(contents, level: seed % 7, strategy: strategy)
    for _ in 0..<300 {
      var stream = whole
      for _ in 0...random.roll(3) {
        let place = random.roll(random.roll(2) == 0 ? stream.count : min(stream.count, 80))
        switch random.roll(4) {
        case 0: stream.remove(at: place)
        case 1: stream.insert(UInt8(random.roll(256)), at: place)
        case 2: stream.removeSubrange(place...)
        default: stream[place] ^= 1 << UInt8(random.roll(8))
        }
        if stream.isEmpty { break }
      }
      #expect(inflated(stream) == ZlibReference.inflate(stream, limit: 1 << 22))
    }
  }

  @Test func `refuses every stream that was cut`() {
    let stream = ZlibReference.deflate(Array(Self.contents[6].prefix(4_000)), level: 6)
    for count in 0..<stream.count { #expect(inflated(Array(stream[..<count])) == nil) }
  }

  @Test func `reads a code of nothing but the end and a code of one distance`() {
    #expect(inflated(DenseStream.zeros(repeats: 5)) == [UInt8](repeating: 0, count: 1 + 5 * 258))
    #expect(inflated([0b0000_0011, 0b0000_0000]) == [])
  }
}
