// SPDX-License-Identifier: Apache-2.0

internal import Base

/// Writes the bits of a deflate stream, starting with the lowest bit of each byte (RFC 1951, 3.1.1).
struct BitSink {
  private var bytes: [UInt8]
  private var count = 0
  /// The bits that do not fill a byte yet, the first one lowest.
  private var bits: UInt64 = 0
  private var held = 0

  /// - Parameter expected: an estimate of the number of bytes.
  init(after leading: LeadingBits, expecting expected: Int) {
    bytes = [UInt8](repeating: 0, count: max(expected, 0) + 64)
    bits = UInt64(leading.value)
    held = leading.count
  }

  /// The bytes written so far, without spare room. Call ``align()`` first.
  consuming func finish() -> [UInt8] { Array(bytes[..<count]) }

  /// Appends the lowest `width` bits of `value`, at most 56 together with up to seven that are held; the other bits must be 0.
  @inline(__always)
  mutating func append(_ value: UInt64, _ width: Int) {
    bits |= value &<< UInt64(truncatingIfNeeded: held)
    held &+= width
    guard held >= 8 else { return }
    let (place, word) = (count, bits)
    var span = bytes.mutableSpan
    Words.store(word, in: &span, place)
    let whole = held &>> 3
    count &+= whole
    bits = whole == 8 ? 0 : bits &>> UInt64(truncatingIfNeeded: whole &* 8)
    held &= 7
  }

  /// Appends many, for which there must be room: their bits and how many they are, at most 56.
  @inline(__always)
  mutating func append(_ number: Int, _ next: (Int) -> (UInt64, UInt64)) {
    var (bits, held, count) = (self.bits, UInt64(self.held), self.count)
    var span = bytes.mutableSpan
    for index in 0..<number {
      let (value, width) = next(index)
      bits |= value &<< held
      held &+= width
      Words.store(bits, in: &span, count)
      count &+= Int(truncatingIfNeeded: held &>> 3)
      bits &>>= held & ~7
      held &= 7
    }
    (self.bits, self.held, self.count) = (bits, Int(held), count)
  }

  /// Makes sure that there is room for `more` bytes.
  mutating func reserve(_ more: Int) {
    let wanted = count + more + 16
    if wanted > bytes.count { bytes += [UInt8](repeating: 0, count: max(wanted - bytes.count, bytes.count / 2)) }
  }

  /// Fills the last byte with zeros.
  mutating func align() {
    reserve(1)
    if held > 0 { append(0, 8 - held) }
  }
}
