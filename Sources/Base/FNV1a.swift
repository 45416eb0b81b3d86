// SPDX-License-Identifier: Apache-2.0

/// The 64-bit FNV-1a hash: quick, and the same on every run and every machine. It doesn't withstand deliberate forgery.
///
/// Everything here is inlinable and nothing generic: hashing words in another module took three times as long otherwise.
package struct FNV1a: Hashable, Sendable {
  @usableFromInline var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  @inlinable package init() {}

  @inlinable package init(_ bytes: [UInt8]) { add(bytes) }

  /// The hash of the text in UTF-8.
  @inlinable package init(_ text: String) { add(text) }

  @inlinable package var value: UInt64 { hash }

  @inlinable package mutating func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

  @inlinable package mutating func add(_ bytes: [UInt8]) { for byte in bytes { add(byte) } }

  @inlinable package mutating func add(_ text: String) { for byte in text.utf8 { add(byte) } }
}
