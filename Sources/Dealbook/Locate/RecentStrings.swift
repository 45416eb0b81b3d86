/// The shared strings that a column held last, so that a text which comes again and again is decoded once.
struct RecentStrings {
  /// Of each index modulo their count the last one met, and its number in the column. As many as there are strings, in bounds.
  private var places: [(index: Int32, number: Int32)] = []

  private static let most = 1 << 14

  func number(of index: Int) -> Int? {
    guard !places.isEmpty else { return nil }
    let place = places[index & (places.count &- 1)]
    return Int(place.index) == index ? Int(place.number) : nil
  }

  /// - Parameter count: how many strings there are.
  mutating func note(_ index: Int, number: Int, of count: Int) {
    if places.isEmpty {
      let size = 1 << (Int.bitWidth - max(1, min(count, Self.most) - 1).leadingZeroBitCount)
      places = Array(repeating: (-1, 0), count: size)
    }
    guard let index = Int32(exactly: index), let number = Int32(exactly: number) else { return }
    places[Int(index) & (places.count &- 1)] = (index, number)
  }
}
