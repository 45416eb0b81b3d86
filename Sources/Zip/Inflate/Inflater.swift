// SPDX-License-Identifier: Apache-2.0

package enum InflateStatus { case finished, outputFull, inputEnded, damaged }

/// Inflates a raw deflate stream (RFC 1951).
///
/// It is optimized for worksheet parts, for which it needs two thirds of the time of zlib. It also reports the boundaries of
/// blocks and symbols, so that most of a stream can be reused when a few cells change.
package struct Inflater: Sendable {
  private enum State {
    case header
    case stored(left: Int)
    case codes(BlockCodes)
    case ended
  }

  private let bytes: [UInt8]
  private let data: Range<Int>
  private var source: BitSource
  private var window: InflateWindow
  private var state = State.header
  /// The header of the current block.
  private var header = 0..<0
  private var isLastBlock = false

  /// - Parameters:
  ///   - data: the range of the stream in `bytes`.
  ///   - expected: an estimate of the inflated size; only a hint.
  package init(_ bytes: [UInt8], _ data: Range<Int>, expecting expected: Int) {
    self.bytes = bytes
    self.data = data
    source = BitSource(data)
    window = InflateWindow(expecting: expected)
  }

  /// Appends the next bytes to `output`, at most `room`.
  package mutating func append(to output: inout [UInt8], room: Int) -> InflateStatus {
    let limit = output.count + room
    while true {
      window.take(limit - output.count, onto: &output)
      guard output.count < limit else { return .outputFull }
      if case .ended = state { return .finished }
      if let problem = step(limit - output.count) {
        // Return the bytes before the error first.
        window.take(limit - output.count, onto: &output)
        return problem
      }
    }
  }

  /// Reads a block header, or inflates about `wanted` bytes or up to the end of the block.
  private mutating func step(_ wanted: Int) -> InflateStatus? {
    switch state {
    case .header: return begin()
    case .stored(let left):
      let count = min(left, source.end - source.position, window.room(left))
      window.append(bytes[source.position..<(source.position + count)])
      source.position += count
      state = count < left ? .stored(left: left - count) : isLastBlock ? .ended : .header
      return count == 0 && left > 0 ? .inputEnded : nil
    case .codes(let codes): return inflate(codes, upTo: window.room(wanted), bySymbol: false)
    case .ended: return nil
    }
  }

  private mutating func inflate(_ codes: BlockCodes, upTo room: Int, bySymbol: Bool) -> InflateStatus? {
    let bytes = self.bytes
    var source = self.source
    let ending = window.write { (output, count) in
      bySymbol
        ? codes.step(bytes.span, &source, onto: &output, &count)
        : codes.inflate(bytes.span, &source, onto: &output, &count, limit: count + room)
    }
    self.source = source
    switch ending {
    case nil: return nil
    case .endOfBlock:
      state = isLastBlock ? .ended : .header
      return nil
    case .inputEnded: return .inputEnded
    case .damaged: return .damaged
    }
  }

  private mutating func begin() -> InflateStatus? {
    let start = place
    let bytes = self.bytes
    do throws(BlockHeader.Failure) {
      let header = try BlockHeader(&source, bytes.span)
      isLastBlock = header.isLast
      self.header = start..<place
      switch header.contents {
      case .stored(let count): state = .stored(left: count)
      case .codes(let codes): state = .codes(codes)
      }
      return nil
    } catch {
      switch error {
      case .inputEnded: return .inputEnded
      case .damaged: return .damaged
      }
    }
  }
}

extension Inflater {
  /// The block being read. A compressed block can be split between any two symbols.
  struct DividedBlock: Sendable {
    /// The header of the block, as a range of bits in the stream.
    let header: Range<Int>
    let isLast: Bool
    fileprivate let codes: BlockCodes

    /// The code that ends the block.
    var endOfBlock: BitString { codes.endOfBlock }
  }

  /// The position of the next bit, counted from the start of the stream.
  var place: Int { source.place - data.lowerBound * 8 }

  var isEnded: Bool {
    if case .ended = state { true } else { false }
  }

  /// The current block if it is a compressed one; nil between two blocks and in a stored block.
  var dividedBlock: DividedBlock? {
    guard case .codes(let codes) = state else { return nil }
    return DividedBlock(header: header, isLast: isLastBlock, codes: codes)
  }

  /// Inflates and discards `wanted` bytes (or up to ``InflateWindow/slack`` more), or up to the end of a block. Returns their
  /// number, or nil if the stream is damaged or incomplete.
  mutating func pass(_ wanted: Int) -> Int? {
    guard step(wanted) == nil else { return nil }
    return window.passAll()
  }

  /// Does the same for one symbol, including the block header before it if it is the first in its block. A stored block counts as
  /// one symbol.
  mutating func passSymbol() -> Int? {
    if case .header = state, begin() != nil { return nil }
    if case .codes(let codes) = state {
      _ = window.room(1)
      guard inflate(codes, upTo: 1, bySymbol: true) == nil else { return nil }
      return window.passAll()
    }
    var passed = 0
    while case .stored = state {
      guard let count = pass(.max) else { return nil }
      passed += count
    }
    return passed
  }
}
