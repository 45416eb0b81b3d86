internal import Synchronization

/// How many cells have been met in each sheet of a workbook, so that all sheets together keep to a limit, in whatever order
/// and however often they are read.
final class CellTally: Sendable {
  private struct State {
    var counts: [PartName: Int] = [:]
    var total = 0
  }

  private let state = Mutex(State())

  /// The cells of all sheets but `part`, as far as they have been read.
  func count(besides part: PartName) -> Int {
    state.withLock { $0.total - ($0.counts[part] ?? 0) }
  }

  /// Notes that `part` has `count` cells, and returns how many all sheets have.
  func note(_ count: Int, in part: PartName) -> Int {
    state.withLock { state in
      state.total += count - (state.counts.updateValue(count, forKey: part) ?? 0)
      return state.total
    }
  }
}
