internal import Dispatch
internal import Synchronization

/// An ``EntryStream`` whose next piece is inflated on another core while the last one is looked at.
public final class EntryPrefetch: Sendable {
  private struct State: ~Copyable {
    var stream: EntryStream
    var next: [UInt8] = []
    var failure: ZipError?
  }

  private let state: Mutex<State>
  private let piece: Int
  private let ready = DispatchSemaphore(value: 0)

  /// Begins with the first piece, of at most `piece` bytes as all others.
  public init(_ stream: consuming sending EntryStream, piece: Int) {
    state = Mutex(State(stream: stream))
    self.piece = piece
    fetch()
  }

  /// Appends the next piece to `output`; false when it was the last one.
  ///
  /// Not to be called again after that, nor from two threads at once.
  public func read(onto output: inout [UInt8]) throws(ZipError) -> Bool {
    ready.wait()
    var piece: [UInt8] = []
    let (failure, isEnded) = state.withLock { state in
      swap(&piece, &state.next)
      return (state.failure, state.stream.isEnded)
    }
    if let failure { throw failure }
    output.append(contentsOf: piece)
    if !isEnded { fetch() }
    return !isEnded
  }

  private func fetch() {
    DispatchQueue.global().async { [self] in
      state.withLock { state in
        state.next.reserveCapacity(piece)
        do throws(ZipError) { try state.stream.read(piece, onto: &state.next) } catch { state.failure = error }
      }
      ready.signal()
    }
  }
}
