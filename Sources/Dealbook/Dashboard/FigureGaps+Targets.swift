// SPDX-License-Identifier: Apache-2.0

import Playbook

extension FigureGaps {
  /// The targets of one owner that lie in each other's periods, as a year's does beside those of its quarters: by owner they are all added.
  func nestedTargets() -> [String] {
    guard let nested = basis.nested else { return [] }
    let (cells, names) = (cells(nested.places), words.list(nested.owners, most: 6))
    return [
      words(
        "\(names)的目標期間互相包含，各人的目標全部相加，可能重複\(cells)",
        "The periods of the targets of \(names) lie in one another, and by owner all of them are added: they may count twice\(cells)"
      )
    ]
  }
}
