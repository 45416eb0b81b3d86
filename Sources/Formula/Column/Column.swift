// SPDX-License-Identifier: Apache-2.0

public import Spreadsheet

/// A column of cell values, stored compactly: a kind and eight bytes per cell, with each distinct text stored once in a pool.
public struct Column: CellValues {
  let storage: Storage

  /// The cells of a column. It is a class so that caches of indexes can identify the content by object identity.
  final class Storage: Sendable {
    let kinds: Kinds
    /// The number itself, 1 or 0 for a boolean, 0 for a blank, the number in `pool` for text, the `ErrorCode` for an error.
    let payload: [Double]
    let pool: TextPool

    init(kinds: Kinds, payload: [Double], pool: TextPool) {
      self.kinds = kinds
      self.payload = payload
      self.pool = pool
    }
  }

  /// The kinds of all cells.
  enum Kinds: Sendable {
    case all(CellKind)
    case each([CellKind])

    @inline(__always) subscript(index: Int) -> CellKind {
      switch self {
      case .all(let kind): kind
      case .each(let kinds): kinds[index]
      }
    }
  }

  init(kinds: Kinds, payload: [Double], pool: TextPool = .empty) {
    storage = Storage(kinds: kinds, payload: payload, pool: pool)
  }

  public init(_ values: [CellValue]) {
    var builder = ColumnBuilder(capacity: values.count)
    for value in values { builder.append(value) }
    self = builder.finish()
  }

  public init(repeating value: CellValue, count: Int) {
    let one = Column([value])
    self.init(
      kinds: .all(one.kinds[0]), payload: [Double](repeating: one.payload[0], count: count), pool: one.pool)
  }

  public var count: Int { storage.payload.count }

  public subscript(index: Int) -> CellValue { Self.value(kinds[index], payload[index], pool) }

  public var values: [CellValue] { (0..<count).map { self[$0] } }

  /// The number of the text in a cell; nil if the cell does not hold text. Equal texts in a column have equal numbers, so work that depends
  /// only on the text can be done once per number.
  public func textNumber(at index: Int) -> Int? { kinds[index] == .text ? Int(payload[index]) : nil }

  /// An exclusive upper bound for text numbers.
  public var textCount: Int { pool.arena.count }

  /// The text of all cells, in bytes. A text counts in every cell that holds it. Stops counting beyond `limit`.
  package func textBytes(upTo limit: Int) -> Int {
    let arena = pool.arena
    var bytes = 0
    for index in 0..<count {
      if let text = textNumber(at: index) { bytes += arena.range(text).count }
      if bytes > limit { return bytes }
    }
    return bytes
  }

  /// No less than ``textBytes(upTo:)``, and quick to tell.
  package var mostTextBytes: Int {
    let arena = pool.arena
    return count * (0..<arena.count).reduce(0) { max($0, arena.range($1).count) }
  }

  public func number(at index: Int) -> Double? { kinds[index] == .number ? payload[index] : nil }

  public func isTrue(at index: Int) -> Bool { kinds[index] == .boolean && payload[index] != 0 }

  var kinds: Kinds { storage.kinds }
  var payload: [Double] { storage.payload }
  var pool: TextPool { storage.pool }

  static func value(_ kind: CellKind, _ payload: Double, _ pool: TextPool) -> CellValue {
    switch kind {
    case .blank: return .blank
    case .number: return .number(payload)
    case .boolean: return .boolean(payload != 0)
    case .text: return .text(pool.arena.text(Int(payload)))
    case .error:
      let code = Int(payload)
      return .error(
        code < ErrorCode.firstOther
          ? ErrorCode.known[code] : CellError(code: pool.arena.text(code - ErrorCode.firstOther)))
    }
  }
}
