// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

extension WorkbookDifference {
  /// How formulas of both workbooks name whole lists.
  static func lists(_ pairs: [SheetPairs.Pair]) -> (old: WholeLists, new: WholeLists) {
    func lists(_ state: @escaping (SheetPairs.Pair) -> RecordSheet?) -> WholeLists {
      WholeLists(
        pairs.flatMap { pair -> [WholeLists.Tab] in
          guard let old = pair.old, old.kind.isData else { return [] }
          return WholeLists.Tab.all(
            of: pair.new, own: state(pair), former: old, written: state(pair), among: [old, pair.new])
        })
    }
    return (lists(\.old), lists(\.new))
  }
}
