// SPDX-License-Identifier: Apache-2.0

internal import Base

extension Words {
  /// Stores eight bytes at `at`. They must exist, which is checked.
  @inline(always)
  static func store(_ word: UInt64, in bytes: inout MutableSpan<UInt8>, _ at: Int) {
    // `mutableBytes` is unsafe in general because not every bit pattern is valid for every type; for UInt8 every one is.
    var target = unsafe bytes.mutableBytes
    target.storeBytes(of: word.littleEndian, toByteOffset: at, as: UInt64.self)
  }
}
