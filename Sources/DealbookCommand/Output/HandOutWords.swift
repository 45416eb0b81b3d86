// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook

/// The words for handing out copies and taking them back, in three languages.
struct HandOutWords: SaysInThreeLanguages {
  let language: Language

  func copy(_ path: String, _ copy: HandOut.Copy) -> String {
    pick(
      "\(path)：\(copy.owner) 的 \(copy.ownRows) 列，另有相關的 \(copy.otherRows) 列",
      "\(path)：\(copy.owner) 的 \(copy.ownRows) 行，另有相关的 \(copy.otherRows) 行",
      "\(path): \(count(copy.ownRows, "row", "rows")) of \(copy.owner), \(copy.otherRows) related")
  }

  func leftOut(_ sheets: [String]) -> String {
    let list = list(sheets)
    return pick("副本不含：\(list)", "副本不含：\(list)", "not in the copies: \(list)")
  }

  func kept(_ sheets: [String]) -> String {
    let list = list(sheets)
    return pick(
      "副本含有這些工作表的全部內容，因為有公式引用：\(list)", "副本含有这些工作表的全部内容，因为有公式引用：\(list)",
      "complete in every copy, because formulas refer to them: \(list)")
  }

  var nobody: String {
    pick("沒有一列寫明責任人", "没有一行写明责任人", "no row names its owner, so nothing can be handed out by owner")
  }

  var noMark: String {
    pick(
      "沒有發放的標記，不是 dealbook split 的副本", "没有发放的标记，不是 dealbook split 的副本",
      "has no mark of dealbook split: it is not a copy that was handed out")
  }

  func older(_ old: String, _ new: String) -> String {
    pick(
      "\(old)：同一人較早的副本，以 \(new) 為準", "\(old)：同一人较早的副本，以 \(new) 为准",
      "\(old): an earlier copy from the same person; \(new) counts")
  }

  func noBase(_ origin: String) -> String {
    pick(
      "找不到當時發放的版本（…handed-out-\(origin)…）；請用 --base 指定", "找不到当时发放的版本（…handed-out-\(origin)…）；请用 --base 指定",
      "the version that was handed out (…handed-out-\(origin)…) was not found; give it with --base")
  }
}
