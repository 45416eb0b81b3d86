internal import CZlib

// The only file of this module that calls C. zlib is given pointers into arrays for the time of one call, with counts taken
// from those arrays; no pointer outlives its call but that of the stream itself, which its owner frees.

enum Zlib {
  /// The CRC-32 of `bytes` that follow others whose CRC-32 is `seed`.
  static func crc32(_ bytes: Span<UInt8>, after seed: UInt32 = 0) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      // crc32_z with a nil pointer answers the initial value, not the seed.
      guard let base = buffer.baseAddress, buffer.count > 0 else { return seed }
      return unsafe UInt32(truncatingIfNeeded: crc32_z(uLong(seed), base, buffer.count))
    }
  }

  /// The CRC-32 of bytes, of which `first` is that of the first ones and `second` that of the other `count`.
  static func crc32(_ first: UInt32, followedBy second: UInt32, of count: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32_combine(uLong(first), uLong(second), count))
  }

  /// zlib counts in 32 bits: longer inputs go in steps.
  fileprivate static let longestStep = 1 << 30
}

enum InflateStatus { case finished, outputFull, inputEnded, damaged, outOfMemory }

/// A raw deflate stream being inflated.
@safe struct Inflater: ~Copyable {
  // zlib keeps a pointer to the stream, so it must not move.
  fileprivate let stream: UnsafeMutablePointer<z_stream>

  init() throws(ZipError) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    unsafe self.stream = unsafe stream
    guard unsafe czlib_inflate_init_raw(stream) == Z_OK else { throw .outOfMemory }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Inflates `input[position..<end]` to the end of `output`, at most `room` bytes; moves `position` on.
  mutating func append(
    to output: inout [UInt8], room: Int, from input: [UInt8], at position: inout Int, end: Int
  ) -> InflateStatus {
    var status = InflateStatus.outputFull
    let source = input.span.extracting(position..<end)
    var consumed = 0
    output.append(addingCapacity: room) { (target: inout OutputSpan<UInt8>) in
      unsafe target.withUnsafeMutableBufferPointer { buffer, filled in
        unsafe source.withUnsafeBufferPointer { input in
          unsafe status = run(input, &consumed, unsafe buffer, limit: room, &filled)
        }
      }
    }
    position += consumed
    return status
  }

  private func run(
    _ input: UnsafeBufferPointer<UInt8>, _ consumed: inout Int,
    _ output: UnsafeMutableBufferPointer<UInt8>, limit: Int, _ produced: inout Int
  ) -> InflateStatus {
    while produced < limit {
      let inputStep = min(input.count - consumed, Zlib.longestStep)
      let outputStep = min(limit - produced, Zlib.longestStep)
      unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress).map { unsafe $0 + consumed }
      unsafe stream.pointee.avail_in = UInt32(inputStep)
      unsafe stream.pointee.next_out = output.baseAddress.map { unsafe $0 + produced }
      unsafe stream.pointee.avail_out = UInt32(outputStep)
      let code = unsafe inflate(stream, Z_NO_FLUSH)
      consumed += unsafe inputStep - Int(stream.pointee.avail_in)
      produced += unsafe outputStep - Int(stream.pointee.avail_out)
      switch code {
      case Z_STREAM_END: return .finished
      case Z_OK: continue
      // No progress was possible: there was room, so the input is at its end.
      case Z_BUF_ERROR: return .inputEnded
      case Z_MEM_ERROR: return .outOfMemory
      default: return .damaged
      }
    }
    return .outputFull
  }
}

extension Inflater {
  enum BlockStatus {
    /// The block ended so many bits before the end of the last byte that was read.
    case block(unusedBits: Int)
    case lastBlock
    /// The stream is damaged or incomplete.
    case broken
  }

  /// Inflates to the end of the present block, and counts the bytes instead of keeping them.
  mutating func passBlock(
    of input: [UInt8], at position: inout Int, end: Int, scratch: inout [UInt8], passed: inout Int
  ) -> BlockStatus {
    let source = input.span.extracting(position..<end)
    var consumed = 0
    var target = scratch.mutableSpan
    defer { position += consumed }
    return unsafe target.withUnsafeMutableBufferPointer { buffer in
      unsafe source.withUnsafeBufferPointer { input in
        while true {
          let step = min(input.count - consumed, Zlib.longestStep)
          let room = min(buffer.count, Zlib.longestStep)
          unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress).map { unsafe $0 + consumed }
          unsafe stream.pointee.avail_in = UInt32(step)
          unsafe stream.pointee.next_out = buffer.baseAddress
          unsafe stream.pointee.avail_out = UInt32(room)
          let code = unsafe inflate(stream, Z_BLOCK)
          let (read, made) = unsafe (step - Int(stream.pointee.avail_in), room - Int(stream.pointee.avail_out))
          consumed += read
          passed += made
          let state = unsafe stream.pointee.data_type
          if code == Z_STREAM_END { return .lastBlock }
          guard code == Z_OK, read + made > 0 else { return .broken }
          // zlib.h: 128 after an end-of-block code, 64 in the last block, and the unused bits in the low three.
          if state & 128 != 0 { return state & 64 != 0 ? .lastBlock : .block(unusedBits: Int(state & 7)) }
        }
      }
    }
  }
}

/// How hard a deflater looks for repetitions; from the hardest down.
package enum DeflateEffort: CaseIterable, Sendable {
  /// Level 6 with an eighth of its search: half the time for 3 to 8 % more bytes on worksheet parts.
  case usual
  /// Level 1.
  case little
  /// No search: never denser than 8:1.
  case noMatches
}

/// A raw deflate stream being made.
@safe struct Deflater: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>

  enum Ending {
    /// The stream goes on: what was given is written to the end, and a whole byte reached.
    case flushed
    case finished
  }

  /// A deflater whose output goes behind `leadingBits` and may refer to `dictionary`, the last contents before its own.
  ///
  /// The same input, effort and version of zlib give the same bytes.
  init(_ effort: DeflateEffort, dictionary: [UInt8] = [], leadingBits: LeadingBits = LeadingBits()) throws(ZipError) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    unsafe self.stream = unsafe stream
    let level: Int32 = effort == .usual ? 6 : 1
    let strategy = effort == .noMatches ? Z_HUFFMAN_ONLY : Z_DEFAULT_STRATEGY
    guard unsafe czlib_deflate_init_raw(stream, level, strategy) == Z_OK else { throw .outOfMemory }
    // Rows are so alike that there is no end of places to look at, and the first ones are as good as the rest.
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

  /// Appends the deflated `piece`, whole, to `output`. Only once: then the stream is flushed or finished.
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
            // Room left over means that everything given was written.
            done = ending == .finished ? code == Z_STREAM_END : consumed == input.count && filled < room
          }
        }
      }
      // Z_BUF_ERROR: nothing to do, which no input leads to.
      guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else { throw .outOfMemory }
    }
  }
}
