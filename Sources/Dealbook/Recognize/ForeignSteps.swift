// SPDX-License-Identifier: Apache-2.0

import Playbook

/// The steps of pipelines in which nothing is sold: of applicants, builds, data, parts and drugs.
enum ForeignSteps {
  /// Whether at least half of a column's few labels are such steps.
  static func fill(_ contents: ColumnContents) -> Bool {
    guard contents.filled > 2, contents.distinct > 1, contents.distinct <= 12, contents.numbers + contents.dates == 0
    else { return false }
    let count = contents.values.count(where: isStep)
    return count > 1 && count * 2 >= contents.distinct
  }

  private static func isStep(_ label: String) -> Bool {
    let folded = TextFolding.folded(LabelMeanings.withoutNumber(label))
    if whole.contains(folded) { return true }
    if folded.unicodeScalars.contains(where: { $0.value > 0x2FFF }) {
      let text = Simplified.text(folded)
      return characters.contains { text.contains($0) }
    }
    return folded.split { !$0.isLetter }.contains { words.contains(String($0)) }
  }

  private static let whole: Set<String> = [
    "phase i", "phase ii", "phase iii", "phase iv", "clinical trial", "clinical trials", "in vitro", "in vivo", "test",
    "load", "offer accepted", "offer extended", "applied",
  ]
  private static let words: Set<String> = [
    "interview", "screening", "screen", "onsite", "hired", "onboarding", "vorstellungsgespräch", "eingestellt",
    "build", "deploy", "lint", "extract", "transform", "ingest", "queued", "running", "casting", "milling", "machining",
    "welding", "assembly", "painting", "preclinical", "präklinisch",
  ]
  private static let characters = [
    "面试", "一面", "二面", "三面", "初面", "复试", "笔试", "录取", "录用", "入职", "铸造", "焊接", "组装", "装配", "喷涂", "打磨", "质检", "临床",
  ]
}
