/// What kind of value a cell of a column holds.
///
/// The order matters: kinds up to `boolean` carry their arithmetic value in the payload (a blank 0, a boolean 1 or 0),
/// so a loop over numbers need not look closer.
enum CellKind: UInt8, Sendable {
  case blank
  case number
  case boolean
  /// The payload is the text's place in the column's pool.
  case text
  /// The payload is the error's place in `ErrorCode`.
  case error

  /// Whether the payload is the value that arithmetic uses.
  @inline(__always) var isArithmetic: Bool { rawValue <= Self.boolean.rawValue }
}
