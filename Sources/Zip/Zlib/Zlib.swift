// SPDX-License-Identifier: Apache-2.0

internal import CZlib

// The only file in this module that calls C. zlib gets pointers into arrays for the duration of one call, with lengths taken from
// those arrays. No pointer outlives its call except that of the stream itself, which its owner frees.

enum Zlib {
  /// The CRC-32 of `bytes` when they follow others whose CRC-32 is `seed`.
  static func crc32(_ bytes: Span<UInt8>, after seed: UInt32 = 0) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      // With a nil pointer, crc32_z returns the initial value instead of the seed.
      guard let base = buffer.baseAddress, buffer.count > 0 else { return seed }
      return unsafe UInt32(truncatingIfNeeded: crc32_z(uLong(seed), base, buffer.count))
    }
  }

  /// The CRC-32 of a concatenation: `first` is that of the first bytes, `second` that of the other `count` bytes.
  static func crc32(_ first: UInt32, followedBy second: UInt32, of count: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32_combine(uLong(first), uLong(second), count))
  }

  /// zlib counts in 32 bits, so longer inputs are processed in steps.
  fileprivate static let longestStep = 1 << 30
}

/// How hard a deflater searches for repetitions, from the hardest down.
package enum DeflateEffort: CaseIterable, Sendable {
  /// Level 6 with an eighth of its search: half the time, for 3 to 8 % more bytes on worksheet parts.
  case usual
  /// Level 1.
  case little
  /// No search, so that the ratio never exceeds 8:1.
  case noMatches
}

/// Produces a raw deflate stream.
@safe struct Deflater: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>

  enum Ending {
    /// The stream continues: all input is written out, up to a byte boundary.
    case flushed
    case finished
  }

  /// Creates a deflater whose output follows `leadingBits`, and which may refer to `dictionary`, the contents that precede its
  /// own.
  ///
  /// The same input, effort and version of zlib give the same bytes.
  init(_ effort: DeflateEffort, dictionary: [UInt8] = [], leadingBits: LeadingBits = LeadingBits()) throws(ZipError) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    unsafe self.stream = unsafe stream
    let level: Int32 = effort == .usual ? 6 : 1
    let strategy = effort == .noMatches ? Z_HUFFMAN_ONLY : Z_DEFAULT_STRATEGY
    guard unsafe czlib_deflate_init_raw(stream, level, strategy) == Z_OK else { throw .outOfMemory }
    // Rows are so similar that there are countless matches to examine, and the first ones are as good as the rest.
    if effort == .usual { _ = unsafe deflateTune(stream, 8, 16, 64, 16) }
    if !dictionary.isEmpty {
      unsafe dictionary.span.withUnsafeBufferPointer { bytes in
        _ = unsafe deflateSetDictionary(stream, bytes.baseAddress, UInt32(min(bytes.count, Zlib.longestStep)))
      }
    }
    if leadingBits.count > 0 { _ = unsafe deflatePrime(stream, Int32(leadingBits.count), Int32(leadingBits.value)) }
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Appends the complete deflated `piece` to `output`. Call only once: the stream is then flushed or finished.
  mutating func append(_ piece: [UInt8], ending: Ending, to output: inout [UInt8]) throws(ZipError) {
    let source = piece.span
    let last = ending == .finished ? Z_FINISH : Z_SYNC_FLUSH
    var consumed = 0
    var done = false
    while !done {
      if output.capacity - output.count < 1 << 12 { output.reserveCapacity(max(1 << 16, output.capacity * 2)) }
      let room = min(output.capacity - output.count, Zlib.longestStep)
      var code = Z_OK
      output.append(addingCapacity: room) { (target: inout OutputSpan<UInt8>) in
        unsafe target.withUnsafeMutableBufferPointer { buffer, filled in
          unsafe source.withUnsafeBufferPointer { input in
            let step = min(input.count - consumed, Zlib.longestStep)
            let isLast = consumed + step == input.count
            unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress).map {
              unsafe $0 + consumed
            }
            unsafe stream.pointee.avail_in = UInt32(step)
            unsafe stream.pointee.next_out = buffer.baseAddress
            unsafe stream.pointee.avail_out = UInt32(room)
            code = unsafe deflate(stream, isLast ? last : Z_NO_FLUSH)
            consumed += unsafe step - Int(stream.pointee.avail_in)
            filled = unsafe room - Int(stream.pointee.avail_out)
            // If there is room left, all input has been written out.
            done = ending == .finished ? code == Z_STREAM_END : consumed == input.count && filled < room
          }
        }
      }
      // Z_BUF_ERROR means that no progress was possible, which does no harm here.
      guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else { throw .outOfMemory }
    }
  }
}
