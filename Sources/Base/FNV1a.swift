// SPDX-License-Identifier: Apache-2.0

/// The 64-bit FNV-1a hash: quick, and the same on every run and every machine. It doesn't withstand deliberate forgery.
///
/// Public, as ``Words``, so that other modules have it inlined: hashing words took three times as long otherwise.
public struct FNV1a: Hashable, Sendable {
  @usableFromInline var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  @inlinable public init() {}

  @inlinable public init(_ bytes: [UInt8]) { add(bytes) }

  /// The hash of the text in UTF-8.
  @inlinable public init(_ text: String) { add(text) }

  @inlinable public var value: UInt64 { hash }

  @inlinable public mutating func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

  @inlinable public mutating func add(_ bytes: [UInt8]) { for byte in bytes { add(byte) } }

  @inlinable public mutating func add(_ text: String) { for byte in text.utf8 { add(byte) } }
}
