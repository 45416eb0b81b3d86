// SPDX-License-Identifier: Apache-2.0

/// The 64-bit FNV-1a hash: quick, and the same on every run and every machine. It doesn't withstand deliberate forgery.
package struct FNV1a: Hashable, Sendable {
  @usableFromInline var state: UInt64

  @inlinable package init() { state = 0xcbf2_9ce4_8422_2325 }

  @inlinable package init(_ bytes: some Sequence<UInt8>) {
    self.init()
    add(bytes)
  }

  @inlinable package var value: UInt64 { state }

  @inlinable package mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }

  @inlinable package mutating func add(_ bytes: some Sequence<UInt8>) { for byte in bytes { add(byte) } }
}
