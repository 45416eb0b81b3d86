// SPDX-License-Identifier: Apache-2.0

/// The most recent shared strings of a column, so that a repeated text is decoded once.
struct RecentStrings {
  /// A direct-mapped cache: for each string index modulo the size, the last index seen and its number in the column. As large as the number
  /// of strings, within bounds.
  private var places: [(index: Int32, number: Int32)] = []

  private static let most = 1 << 14

  func number(of index: Int) -> Int? {
    guard !places.isEmpty else { return nil }
    let place = places[index & (places.count &- 1)]
    return Int(place.index) == index ? Int(place.number) : nil
  }

  /// - Parameter count: the number of shared strings.
  mutating func note(_ index: Int, number: Int, of count: Int) {
    if places.isEmpty {
      let size = 1 << (Int.bitWidth - max(1, min(count, Self.most) - 1).leadingZeroBitCount)
      places = Array(repeating: (-1, 0), count: size)
    }
    guard let index = Int32(exactly: index), let number = Int32(exactly: number) else { return }
    places[Int(index) & (places.count &- 1)] = (index, number)
  }
}
