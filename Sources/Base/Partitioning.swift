// SPDX-License-Identifier: Apache-2.0

extension RandomAccessCollection {
  /// The first index whose element satisfies `holds`, given that no element before it and every one after it does; the end if there
  /// is none.
  ///
  /// Public, as ``Words``, so that other modules have it inlined.
  @inlinable
  public func partitioningIndex(where holds: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if holds(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
