// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

extension WorkbookDifference {
  /// How formulas of both workbooks name whole lists.
  static func lists(_ pairs: [SheetPairs.Pair]) -> (old: WholeLists, new: WholeLists) {
    func lists(_ state: @escaping (SheetPairs.Pair) -> RecordSheet?) -> WholeLists {
      WholeLists(
        pairs.flatMap { pair -> [(title: String, own: ListRows?, former: ListRows?, written: ListRows?)] in
          guard let old = pair.old, let new = pair.new, old.kind.isData, new.kind.isData else { return [] }
          return new.tabs.map { tab in
            let all = [old, new].compactMap { $0.list(onTab: tab.number) }
            let own = state(pair)?.list(onTab: tab.number)
            return (tab.title, own, old.list(onTab: tab.number), all.allSatisfy { $0.rows.count > 1 } ? own : nil)
          }
        })
    }
    return (lists(\.old), lists(\.new))
  }
}
