import Dispatch
import Synchronization

/// The rows of a window of a sheet.
struct RowBatch {
  /// The window, to which the ranges of the rows refer.
  fileprivate(set) var cells: SheetCells
  private var rows: [(index: Int, element: Range<Int>, startTag: Range<Int>, end: Int)] = []
  /// Of all rows, one behind the other, so that few wide rows leave no memory behind in each that is read after them.
  private var stored: [StoredCell] = []

  init(_ cells: SheetCells) { self.cells = cells }

  var count: Int { rows.count }

  /// Puts row `number` into `row`.
  func copy(_ number: Int, into row: inout StoredRow) {
    let (index, element, startTag, end) = rows[number]
    row.index = index
    row.element = element
    row.startTag = startTag
    row.cells.removeAll(keepingCapacity: true)
    row.cells.append(contentsOf: stored[(number == 0 ? 0 : rows[number - 1].end)..<end])
  }

  fileprivate mutating func removeAll() {
    // Let go before the next window is made.
    cells.bytes = []
    rows.removeAll(keepingCapacity: true)
    stored.removeAll(keepingCapacity: true)
  }

  fileprivate mutating func append(_ row: StoredRow) {
    stored.append(contentsOf: row.cells)
    rows.append((row.index, row.element, row.startTag, stored.count))
  }
}

/// A ``SheetStream`` whose next windows are inflated and taken apart on another core while the rows of the last one are looked at.
final class RowPrefetch: Sendable {
  /// What whoever fills a batch needs.
  private struct Source: ~Copyable {
    var stream: SheetStream?
    var row = StoredRow()
  }

  private struct Queue {
    var filled: [RowBatch] = []
    /// Seen and given back, for their memory.
    var spare: [RowBatch] = []
    var isFilling = false
    /// The last batch, which has no rows, is filled.
    var isEnded = false
    var failure: SpreadsheetError?
  }

  /// So many wait, so that neither side waits for the other because one window took longer.
  private static let depth = 3

  private let source: Mutex<Source>
  private let queue = Mutex(Queue())
  /// Counts the batches that are filled.
  private let ready = DispatchSemaphore(value: 0)

  /// Begins with the first windows.
  init(_ stream: consuming sending SheetStream) {
    source = Mutex(Source(stream: stream))
    fillUnlessFilling()
  }

  /// Puts the rows of the next window, at least one, into `batch`, whose memory is used again. False when there are none left.
  ///
  /// Not to be called again after that, nor from two threads at once.
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

  /// As of ``SheetStream``, after the last row and before ``finish()``.
  var disorder: SheetDisorder? { source.withLock { $0.stream?.disorder } }

  /// As of ``SheetStream``, after the last row.
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

  /// Fills batches until enough wait or all is read.
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

  /// One to be filled; nil when that is over for now.
  private static func batch(of queue: inout Queue, _ cells: SheetCells?) -> RowBatch? {
    if queue.isEnded || queue.filled.count >= depth {
      queue.isFilling = false
      return nil
    }
    return queue.spare.popLast() ?? cells.map { RowBatch($0) }
  }
}
