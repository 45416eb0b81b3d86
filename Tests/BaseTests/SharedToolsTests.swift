// SPDX-License-Identifier: Apache-2.0

import Base
import Testing

@Suite struct `What all modules share` {
  @Test(arguments: [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)])
  func `hashes as the authors of FNV-1a list it`(text: String, value: UInt64) {
    #expect(FNV1a(text).value == value)
    #expect(FNV1a(Array(text.utf8)) == FNV1a(text))
  }

  @Test func `finds where a sorted list changes`() {
    let sorted = [1, 3, 3, 5]
    for wanted in 0...6 {
      let place = sorted.partitioningIndex { $0 >= wanted }
      #expect(place == sorted.firstIndex { $0 >= wanted } ?? sorted.count)
      #expect(sorted[1...].partitioningIndex { $0 >= wanted } == max(1, place))
    }
    #expect([Int]().partitioningIndex { _ in true } == 0)
  }

  @Test(arguments: [
    ("sum", "sum", 0), ("sum", "sun", 1), ("sum", "smu", 1), ("sum", "sums", 1), ("", "ab", 2), ("ab", "", 2),
    ("abcd", "dcba", 3),
  ])
  func `counts edits, a swap of neighbours as one`(a: String, b: String, distance: Int) {
    #expect(EditDistance.between(Array(a.utf8), Array(b.utf8), limit: 4) == distance)
    if distance > 0 { #expect(EditDistance.between(Array(a), Array(b), limit: distance - 1) >= distance) }
  }

  @Test func `loads eight bytes, the first lowest, and none beyond the end`() {
    let bytes = [UInt8](1...9)
    #expect(Words.load(bytes.span, 1) == 0x0908_0706_0504_0302)
    #expect(Words.load(bytes.span, 2) == nil)
    #expect(Words.load(bytes.span, -1) == nil)
    #expect(Words.load(bytes.span, 9) == nil)
  }

  @Test func `reads UTF-16 of both byte orders, without a last odd byte`() {
    #expect(UTF16Bytes.units(of: [0x46, 0x55, 0x61], isLittleEndian: true) == [0x5546])
    #expect(UTF16Bytes.units(of: [0x55, 0x46, 0x00, 0x61], isLittleEndian: false) == [0x5546, 0x61])
    #expect(UTF16Bytes.units(of: [0x55], isLittleEndian: false) == [])
  }

  @Test func `gives hexadecimal numbers a fixed width`() {
    #expect(UInt32(0xAB).hexadecimal(digits: 4) == "00ab")
    #expect(UInt64.max.hexadecimal(digits: 4) == "ffffffffffffffff")
  }

  private struct Refusal: Error, Equatable { let place: Int }

  @Test func `works on all cores, and gives results and errors in order`() throws {
    #expect(concurrentMap(100) { $0 * $0 } == (0..<100).map { $0 * $0 })
    #expect(throws: Refusal(place: 7)) {
      try concurrentMap(100) { (place) throws(Refusal) in
        if place % 10 == 7 { throw Refusal(place: place) }
        return place
      }
    }
  }
}
