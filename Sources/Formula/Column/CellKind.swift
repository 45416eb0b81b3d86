// SPDX-License-Identifier: Apache-2.0

/// The kind of value in a cell of a column.
///
/// The order matters: the kinds up to `boolean` carry their arithmetic value in the payload (0 for a blank, 1 or 0 for a boolean), so a
/// loop over numbers does not have to check the kind.
enum CellKind: UInt8, Sendable {
  case blank
  case number
  case boolean
  /// The payload is the number of the text in the column's pool.
  case text
  /// The payload is the error's number in `ErrorCode`.
  case error

  /// Whether the payload is the value that arithmetic uses.
  @inline(__always) var isArithmetic: Bool { rawValue <= Self.boolean.rawValue }
}
