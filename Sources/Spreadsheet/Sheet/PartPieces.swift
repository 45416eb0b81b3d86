internal import Zip

/// A part that comes piece after piece, inflated here or ahead on another core.
struct PartPieces: ~Copyable {
  private var stream: EntryStream?
  private let prefetch: EntryPrefetch?
  private(set) var isEnded = false

  /// Inflated where they are read.
  init(_ stream: consuming EntryStream) {
    self.stream = consume stream
    prefetch = nil
  }

  /// Inflated ahead, at most `piece` bytes at once.
  init(ahead stream: consuming sending EntryStream, piece: Int) {
    self.stream = nil
    prefetch = EntryPrefetch(stream, piece: piece)
  }

  /// Appends `count` bytes, some more, or what is left.
  mutating func read(atLeast count: Int, onto bytes: inout [UInt8]) throws(SpreadsheetError) {
    let end = bytes.count + count
    do throws(ZipError) {
      while !isEnded, bytes.count < end {
        if let prefetch {
          isEnded = try !prefetch.read(onto: &bytes)
        } else {
          try stream?.read(end - bytes.count, onto: &bytes)
          isEnded = stream?.isEnded ?? true
        }
      }
    } catch {
      throw SpreadsheetError(error)
    }
  }
}
