// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Converts text with the system's character tables (iconv).
enum SystemTables {
  /// Returns nil if the bytes are not valid in this encoding, or if the system does not know it.
  static func text(of bytes: [UInt8], in encoding: String) -> String? {
    guard let converter = unsafe iconv_open("UTF-8", encoding), unsafe converter != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { unsafe _ = iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    // In these encodings, no character needs more than four times its bytes in UTF-8.
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 4)
    var inputLeft = input.count
    var outputLeft = output.count
    let result = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        return unsafe iconv(converter, &from, &inputLeft, &to, &outputLeft)
      }
    }
    guard result != Int.max, result != -1, inputLeft == 0 else { return nil }
    let count = output.count - outputLeft
    return String(validating: output[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
