// SPDX-License-Identifier: Apache-2.0

/// A sequence that knows its length.
protocol CountedSequence: Sequence {
  var count: Int { get }
}

extension Array: CountedSequence {}

/// A list whose elements are stored in a ``Scratch``. Memory holds only the latest elements and the positions of the others.
struct DiskBackedList<Element: Spoolable>: CountedSequence {
  /// How many elements to collect before writing them.
  private static var block: Int { 2048 }

  private let scratch: Scratch
  private var runs: [Range<Int>] = []
  private var pending = Packer()
  private(set) var count = 0

  init(_ scratch: Scratch) { self.scratch = scratch }

  var isEmpty: Bool { count == 0 }

  mutating func append(_ element: Element) throws(NightlyError) {
    element.pack(into: &pending)
    count += 1
    guard pending.bytes.count >= Self.block else { return }
    runs.append(try scratch.append(pending.bytes))
    pending.removeAll()
  }

  struct Iterator: IteratorProtocol {
    fileprivate let list: DiskBackedList
    fileprivate var run = 0
    fileprivate var unpacker = Unpacker([])

    mutating func next() -> Element? {
      while unpacker.isAtEnd {
        guard run <= list.runs.count else { return nil }
        unpacker = Unpacker(run < list.runs.count ? list.scratch.bytes(list.runs[run]) : list.pending.bytes)
        run += 1
      }
      return Element(from: &unpacker)
    }
  }

  func makeIterator() -> Iterator { Iterator(list: self) }
}

/// A list sorted by a number given for each element. Elements with equal numbers keep their order. Memory holds only the
/// numbers.
struct SortedSpool<Element: Spoolable>: CountedSequence {
  private let scratch: Scratch
  private var places: [(key: Double, range: Range<Int>)] = []

  init(_ scratch: Scratch) { self.scratch = scratch }

  var isEmpty: Bool { places.isEmpty }
  var count: Int { places.count }

  mutating func append(_ element: Element, key: Double) throws(NightlyError) {
    var packer = Packer()
    element.pack(into: &packer)
    places.append((key, try scratch.append(packer.bytes)))
  }

  mutating func sort() {
    places.sort { ($0.key, $0.range.lowerBound) < ($1.key, $1.range.lowerBound) }
  }

  struct Iterator: IteratorProtocol {
    fileprivate let list: SortedSpool
    fileprivate var position = 0

    mutating func next() -> Element? {
      guard position < list.places.count else { return nil }
      var unpacker = Unpacker(list.scratch.bytes(list.places[position].range))
      position += 1
      return Element(from: &unpacker)
    }
  }

  func makeIterator() -> Iterator { Iterator(list: self) }
}
