// SPDX-License-Identifier: Apache-2.0

public import Spreadsheet

/// Builds a column cell by cell.
public struct ColumnBuilder: Sendable {
  /// The kind of all cells so far, as long as they are alike.
  private var first = CellKind.blank
  /// The kind of each cell; empty until a cell differs from the ones before it.
  private var kinds: [CellKind] = []
  private var payload: [Double] = []
  private var arena = TextPool.emptyArena

  public init(capacity: Int = 0) {
    payload.reserveCapacity(capacity)
  }

  public var count: Int { payload.count }

  public mutating func append(_ value: CellValue) {
    switch value {
    case .blank: append(.blank, 0)
    case .number(let number): append(number: number)
    case .boolean(let truth): append(.boolean, truth ? 1 : 0)
    case .text(let text): append(.text, Double(arena.number(of: text)))
    case .error(let error):
      append(.error, ErrorCode.payload(error) ?? Double(arena.number(of: error.code) + ErrorCode.firstOther))
    }
  }

  /// Appends `count` blank cells.
  public mutating func appendBlanks(_ count: Int) {
    for _ in 0..<count { append(.blank, 0) }
  }

  /// Appends a number. A cell cannot hold a number that is not finite: it becomes `#NUM!`.
  public mutating func append(number: Double) {
    if number.isFinite { append(.number, number) } else { append(.error, ErrorCode.number) }
  }

  /// Appends text given as UTF-8.
  public mutating func append(text: Span<UInt8>) { append(.text, Double(arena.number(of: text))) }

  /// The number of `text` among the texts of the column. Text that is new gets a number even if no cell holds it yet.
  public mutating func number(of text: String) -> Int { arena.number(of: text) }

  /// The number of a text given as UTF-8; see ``number(of:)``.
  public mutating func number(of text: Span<UInt8>) -> Int { arena.number(of: text) }

  /// Appends a value at index `offset`, after filling up with blank cells if there are fewer cells than that.
  public mutating func append(_ value: CellValue, at offset: Int) {
    appendBlanks(offset - count)
    append(value)
  }

  /// Appends a number at index `offset`, after filling up with blank cells.
  public mutating func append(number: Double, at offset: Int) {
    if payload.count < offset { appendBlanks(offset - count) }
    append(number: number)
  }

  /// Appends, at index `offset`, the text whose number ``number(of:)`` returned, after filling up with blank cells.
  public mutating func append(textNumber number: Int, at offset: Int) {
    if payload.count < offset { appendBlanks(offset - count) }
    append(.text, Double(number))
  }

  public consuming func finish() -> Column {
    Column(
      kinds: kinds.isEmpty ? .all(payload.isEmpty ? .blank : first) : .each(kinds),
      payload: payload,
      pool: arena.count == 1 ? .empty : TextPool(arena))
  }

  /// Returns the column of the first `count` cells.
  public consuming func finish(prefix count: Int) -> Column {
    if count < payload.count { payload.removeLast(payload.count - count) }
    if count < kinds.count { kinds.removeLast(kinds.count - count) }
    return finish()
  }

  private mutating func append(_ kind: CellKind, _ number: Double) {
    if payload.isEmpty { first = kind }
    if kind != first || !kinds.isEmpty { note(kind) }
    payload.append(number)
  }

  /// Records the kind of the next cell, now that the kinds are no longer all alike.
  @inline(never)
  private mutating func note(_ kind: CellKind) {
    if kinds.isEmpty { kinds = Array(repeating: first, count: payload.count) }
    kinds.append(kind)
  }
}
