// SPDX-License-Identifier: Apache-2.0

/// Up to seven bits that the preceding section leaves in the byte in which a section of a deflate stream begins.
struct LeadingBits: Sendable {
  var count = 0
  /// The bits, in the low bits of the byte.
  var value: UInt8 = 0
}
