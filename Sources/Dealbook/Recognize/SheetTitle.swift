// SPDX-License-Identifier: Apache-2.0

import Playbook

/// What the name of a tab says about how its rows relate to those of other sheets of the kind.
struct SheetTitle {
  private let words: Set<String>
  private let text: String
  /// The words in their order, with a space around each.
  private let phrase: String
  private let moment: TabMoment?

  init(_ title: String) {
    let words = HeaderWords(title).words
    self.words = Set(words)
    phrase = " " + TextFolding.folded(title).split { !($0.isLetter || $0.isNumber) }.joined(separator: " ") + " "
    text = Simplified.text(title)
    moment = TabMoment(title)
  }

  /// Whether the rows are not, or no longer, real data: a backup, a template.
  var isSetAside: Bool {
    !words.isDisjoint(with: Self.asideWords) || Self.asideCharacters.contains { text.contains($0) }
      || Self.asidePhrases.contains { phrase.contains($0) } || isNumberedCopy
  }

  /// `Deals (2)`: what a program calls the copy of a tab.
  private var isNumberedCopy: Bool {
    let folded = StraySpace.trimmed(TextFolding.folded(text))
    guard folded.hasSuffix(")"), let bracket = folded.lastIndex(of: "("), bracket > folded.startIndex,
      let number = Int(folded[folded.index(after: bracket)...].dropLast())
    else { return false }
    return (2...99).contains(number)
  }

  /// Whether the name speaks of deals that are over, so that it should be said that its rows are among the others.
  var speaksOfEnds: Bool {
    Self.endWords.contains { phrase.contains(" \($0) ") } || Self.endCharacters.contains { text.contains($0) }
  }

  /// Whether the name says that all rows of the kind are here.
  var isWhole: Bool {
    !words.isDisjoint(with: Self.wholeWords) || Self.wholeCharacters.contains { text.contains($0) }
  }

  var mayHaveParts: Bool { !isSetAside && !isWhole }

  /// Of two sheets with the same columns, the complete one is the larger, then the later one if they hold the same rows at different times,
  /// then the one with more rows.
  func isLarger(_ rows: Int, than other: SheetTitle, _ otherRows: Int, holdsSameRows: Bool) -> Bool {
    if isSetAside != other.isSetAside { return other.isSetAside }
    if isWhole != other.isWhole { return isWhole }
    if holdsSameRows, let moment, let isLater = other.moment.flatMap(moment.isLater) { return isLater }
    return rows > otherRows
  }

  private static let asideWords: Set<String> = [
    "template", "example", "sample", "copy", "backup", "bak", "old", "archive", "archived", "vorlage", "beispiel",
    "kopie", "archiv", "modello", "esempio", "copia", "plantilla", "ejemplo", "exemple", "history", "test", "draft",
    "snapshot", "cancelled", "canceled", "inactive", "scenario", "import", "raw", "tmp", "temp", "alt", "altbestand",
    "sicherung", "historie", "vorjahr", "entwurf", "storniert", "rohdaten", "stand", "unused", "obsolete", "deleted",
    "storico", "bozza", "historial", "borrador", "historique", "brouillon",
  ]
  private static let asideCharacters = [
    "模板", "示例", "样例", "备份", "副本", "旧", "归档", "范例", "样表", "封存", "复本", "范本", "历史", "去年", "草稿", "测试", "暂存", "停用", "勿用",
    "不使用", "作废", "存档",
  ]
  private static let asidePhrases = [
    " last year ", " previous year ", " prior year ", " do not use ", " don t use ", " not used ", " nicht benutzen ",
    " nicht verwenden ", " letztes jahr ", " année dernière ", " año pasado ",
  ]
  private static let endWords = [
    "lost", "won", "closed", "verloren", "gewonnen", "abgeschlossen", "erledigt", "beendet", "perse", "vinte",
    "perdidas", "ganadas", "perdus", "gagnés",
  ]
  private static let endCharacters = ["失单", "丢单", "输单", "赢单", "结案", "已成交", "已关闭", "成交", "流失"]
  private static let wholeWords: Set<String> = [
    "all", "complete", "full", "master", "overall", "total", "consolidated", "combined", "whole", "gesamt", "alle",
    "tutti", "totale", "todo", "tous",
  ]
  private static let wholeCharacters = ["汇总", "全部", "总表", "合并", "所有", "总台账"]
}
