// SPDX-License-Identifier: Apache-2.0

/// A sequence that knows its length.
protocol CountedSequence: Sequence {
  var count: Int { get }
}

extension Array: CountedSequence {}

/// How much of a list is about one workbook. The first elements have a place in any case.
struct ListShare {
  private static let fewest = 30
  /// In bytes, as they are stored.
  private static let most = 128 << 10

  private var count = 0
  private var size = 0

  mutating func hasRoom(for size: Int) -> Bool {
    guard count < Self.fewest || self.size + size <= Self.most else { return false }
    count += 1
    self.size += size
    return true
  }
}

/// A list whose elements are stored in a ``Scratch``. Memory holds only the latest elements and the positions of the others.
struct DiskBackedList<Element: Spoolable>: CountedSequence {
  /// How many elements to collect before writing them.
  private static var block: Int { 2048 }

  private let scratch: Scratch
  private var runs: [Range<Int>] = []
  private var pending = Packer()
  /// With those left out.
  private(set) var count = 0
  private(set) var leftOut = 0

  init(_ scratch: Scratch) { self.scratch = scratch }

  var isEmpty: Bool { count == 0 }

  /// Appends what a workbook's share of the list has room for, and counts the rest.
  mutating func append(_ element: Element, _ share: inout ListShare) throws(NightlyError) {
    var packer = Packer()
    element.pack(into: &packer)
    guard share.hasRoom(for: packer.bytes.count) else {
      count += 1
      leftOut += 1
      return
    }
    pending.append(packer)
    try added()
  }

  mutating func append(_ element: Element) throws(NightlyError) {
    element.pack(into: &pending)
    try added()
  }

  private mutating func added() throws(NightlyError) {
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
  private(set) var leftOut = 0

  init(_ scratch: Scratch) { self.scratch = scratch }

  var isEmpty: Bool { count == 0 }
  /// With those left out.
  var count: Int { places.count + leftOut }

  /// Appends the elements of one workbook, or those that come first if there is no room for all.
  mutating func append(_ elements: [(key: Double, element: Element)]) throws(NightlyError) {
    var share = ListShare()
    for position in elements.indices.sorted(by: { (elements[$0].key, $0) < (elements[$1].key, $1) }) {
      var packer = Packer()
      elements[position].element.pack(into: &packer)
      if share.hasRoom(for: packer.bytes.count) {
        places.append((elements[position].key, try scratch.append(packer.bytes)))
      } else {
        leftOut += 1
      }
    }
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
