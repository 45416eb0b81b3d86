// SPDX-License-Identifier: Apache-2.0

internal import CZlib

// The only file of the tests that calls C: zlib itself, with which our own inflating is compared.

/// Deflates and inflates raw streams with zlib alone.
package enum ZlibReference {
  /// How zlib may write a stream, regardless of its size.
  package enum Strategy: Int32, CaseIterable, Sendable {
    case usual = 0
    case filtered = 1
    case huffmanOnly = 2
    case runs = 3
    case fixedCodes = 4
  }

  package static func deflate(_ contents: [UInt8], level: Int, strategy: Strategy = .usual) -> [UInt8] {
    var stream = unsafe z_stream()
    guard unsafe czlib_deflate_init_raw(&stream, Int32(level), strategy.rawValue) == Z_OK else { return [] }
    defer { unsafe deflateEnd(&stream) }
    var output = unsafe [UInt8](repeating: 0, count: Int(deflateBound(&stream, uLong(contents.count))) + 64)
    unsafe contents.withUnsafeBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe stream.avail_in = UInt32(input.count)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(output.count)
        _ = unsafe CZlib.deflate(&stream, Z_FINISH)
      }
    }
    unsafe output.removeLast(Int(stream.avail_out))
    return output
  }

  /// The contents of `stream`, at most `limit` bytes; nil if it is damaged or incomplete up to there.
  package static func inflate(_ stream: [UInt8], limit: Int) -> [UInt8]? {
    var state = unsafe z_stream()
    guard unsafe czlib_inflate_init_raw(&state) == Z_OK else { return nil }
    defer { unsafe inflateEnd(&state) }
    var output = [UInt8](repeating: 0, count: limit + 1)
    let code = unsafe stream.withUnsafeBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        unsafe state.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe state.avail_in = UInt32(input.count)
        unsafe state.next_out = output.baseAddress
        unsafe state.avail_out = UInt32(output.count)
        return unsafe CZlib.inflate(&state, Z_SYNC_FLUSH)
      }
    }
    unsafe output.removeLast(max(1, Int(state.avail_out)))
    return code == Z_STREAM_END || output.count == limit && code == Z_OK ? output : nil
  }
}
