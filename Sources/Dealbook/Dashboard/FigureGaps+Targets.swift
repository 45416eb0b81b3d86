// SPDX-License-Identifier: Apache-2.0

import Playbook

extension FigureGaps {
  /// The targets that lie inside one for the whole period, as those of the quarters beside the year's, and do not count.
  func partsOfTargets() -> [String] {
    guard basis.takesWholes else { return [] }
    let (cells, names) = (cells(basis.parts.places), words.list(basis.parts.owners, most: 6))
    return [
      words(
        "\(names)有整個本期的目標，以它為準；本期之內較短的目標不計\(cells)",
        "\(names): the target for the whole period counts, and those for parts of it do not\(cells)")
    ]
  }
}
