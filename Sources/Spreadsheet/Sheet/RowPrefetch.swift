// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Synchronization

/// The rows of one window of a sheet.
struct RowBatch {
  /// The window of bytes that the ranges of the rows refer to.
  fileprivate(set) var cells: SheetCells
  private var rows: [(index: Int, element: Range<Int>, startTag: Range<Int>, end: Int)] = []
  /// The cells of all rows in one array, so that a few wide rows do not leave a large allocation behind in each row object.
  private var stored: [StoredCell] = []

  init(_ cells: SheetCells) { self.cells = cells }

  var count: Int { rows.count }

  /// Copies row `number` of the batch into `row`.
  func copy(_ number: Int, into row: inout StoredRow) {
    let (index, element, startTag, end) = rows[number]
    row.index = index
    row.element = element
    row.startTag = startTag
    row.cells.removeAll(keepingCapacity: true)
    row.cells.append(contentsOf: stored[(number == 0 ? 0 : rows[number - 1].end)..<end])
  }

  fileprivate mutating func removeAll() {
    // Release the bytes before the next window is allocated.
    cells.bytes = []
    rows.removeAll(keepingCapacity: true)
    stored.removeAll(keepingCapacity: true)
  }

  fileprivate mutating func append(_ row: StoredRow) {
    stored.append(contentsOf: row.cells)
    rows.append((row.index, row.element, row.startTag, stored.count))
  }
}

/// Reads a ``SheetStream`` ahead: the next windows are inflated and parsed on another core while the rows of the current one are
/// processed.
final class RowPrefetch: Sendable {
  /// The state that the filling task needs.
  private struct Source: ~Copyable {
    var stream: SheetStream?
    var row = StoredRow()
  }

  private struct Queue {
    var filled: [RowBatch] = []
    /// Batches that were processed and returned, so that their memory can be reused.
    var spare: [RowBatch] = []
    var isFilling = false
    /// Whether the last batch, which has no rows, has been filled.
    var isEnded = false
    var failure: SpreadsheetError?
  }

  /// The number of batches to keep ready. With several, neither side has to wait because one window took longer.
  private static let depth = 3

  private let source: Mutex<Source>
  private let queue = Mutex(Queue())
  /// Counts the batches that are ready.
  private let ready = DispatchSemaphore(value: 0)

  /// Starts reading the first windows.
  init(_ stream: consuming sending SheetStream) {
    source = Mutex(Source(stream: stream))
    fillUnlessFilling()
  }

  /// Puts the rows of the next window (at least one) into `batch`, reusing its memory. Returns false if there are no more rows.
  ///
  /// Must not be called again after that, nor from two threads at once.
  func next(into batch: inout RowBatch) throws(SpreadsheetError) -> Bool {
    ready.wait()
    let failure = queue.withLock { queue in
      queue.spare.append(batch)
      batch = queue.filled.removeFirst()
      return queue.filled.isEmpty && batch.count == 0 ? queue.failure : nil
    }
    if let failure { throw failure }
    guard batch.count > 0 else { return false }
    fillUnlessFilling()
    return true
  }

  /// The same as ``SheetStream/disorder``. Valid after the last row and before ``finish()``.
  var disorder: SheetDisorder? { source.withLock { $0.stream?.disorder } }

  /// The same as ``SheetStream/finish()``. Call after the last row.
  func finish() throws(SpreadsheetError) -> [UInt8] {
    try source.withLock { source throws(SpreadsheetError) in
      try source.stream.take()?.finish() ?? []
    }
  }

  private func fillUnlessFilling() {
    let begins = queue.withLock { queue in
      defer { queue.isFilling = true }
      return !queue.isFilling && !queue.isEnded
    }
    if begins { DispatchQueue.global().async { [self] in fill() } }
  }

  /// Fills batches until enough are ready or the sheet has been read completely.
  private func fill() {
    source.withLock { source in
      while var batch = queue.withLock({ Self.batch(of: &$0, source.stream?.cells) }) {
        batch.removeAll()
        var failure: SpreadsheetError?
        do throws(SpreadsheetError) {
          while try source.stream?.next(into: &source.row, slides: batch.count == 0) ?? false {
            batch.append(source.row)
          }
        } catch {
          failure = error
        }
        if let cells = source.stream?.cells { batch.cells = cells }
        let filled = batch
        queue.withLock { queue in
          queue.failure = failure
          queue.isEnded = filled.count == 0
          queue.filled.append(filled)
        }
        ready.signal()
      }
    }
  }

  /// A batch to fill; nil if no more are needed for now.
  private static func batch(of queue: inout Queue, _ cells: SheetCells?) -> RowBatch? {
    if queue.isEnded || queue.filled.count >= depth {
      queue.isFilling = false
      return nil
    }
    return queue.spare.popLast() ?? cells.map { RowBatch($0) }
  }
}
