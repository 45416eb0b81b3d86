// SPDX-License-Identifier: Apache-2.0

/// The 64-bit FNV-1a hash: quick, and the same on every run and every machine. It doesn't withstand deliberate forgery.
///
/// Nothing here is generic: the compiler would not specialise it for other modules, and hashing words would take three times as long.
package struct FNV1a: Hashable, Sendable {
  package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  package init() {}

  package init(_ bytes: [UInt8]) { add(bytes) }

  /// The hash of the text in UTF-8.
  package init(_ text: String) { add(text) }

  package mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

  package mutating func add(_ bytes: [UInt8]) { for byte in bytes { add(byte) } }

  package mutating func add(_ text: String) { for byte in text.utf8 { add(byte) } }
}
