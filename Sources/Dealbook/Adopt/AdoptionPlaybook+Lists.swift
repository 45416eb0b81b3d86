// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension AdoptionPlaybook {
  mutating func writeLists() {
    guard team != nil, !adoption.lists.isEmpty else { return }
    let known = adoption.lists.filter {
      adoption.basis.list($0.prefix) != nil
        && !($0.prefix == AdoptedList.stages
          && ($0.isOwn && hasUsualStages || !$0.labels.contains(where: \.isUnderstood)))
    }
    tellUnknownStages()
    guard !known.isEmpty else { return }
    line("lists:")
    for list in known {
      if list.prefix == AdoptedList.stages { writeStages(list) } else { writeLabels(list) }
    }
    line("")
  }

  /// Labels of other lists replace the rows with the same meaning; the remaining labels follow.
  mutating func writeLabels(_ list: AdoptedList) {
    let earlier = adoption.basis.list(list.prefix)
    guard let definition = Playbook.builtIn.list(list.prefix) ?? earlier, !isFreeText(list.prefix) else { return }
    let hasSynonyms = ListDefinition.maySayOneThingTwice(list.prefix)
    /// The row of the method that the label means; an earlier adoption may have given it one of its own.
    func code(of label: AdoptedLabel) -> String? {
      guard let code = label.code, definition.row(code: code) == nil else { return label.code }
      let base = String(code.prefix { !$0.isNumber })
      return hasSynonyms && definition.row(code: base) != nil ? base : nil
    }
    var rows: [(code: String, label: AdoptedLabel, extras: [String])] = []
    var used: Set<String> = []
    // A label that the list already has keeps its row, however few rows have it.
    for label in list.labels.sorted(by: { $0.isOwn != $1.isOwn ? $0.isOwn : $0.count > $1.count }) {
      guard let code = code(of: label), let row = definition.row(code: code), used.insert(code).inserted else {
        continue
      }
      // A label that the list already has stays as it is.
      if row.labels.all.contains(where: { TextFolding.label($0) == TextFolding.label(label.text) }) { continue }
      rows.append((code, label, []))
    }
    var number = 1
    for label in list.labels where !rows.contains(where: { $0.label.text == label.text }) {
      let same = code(of: label).flatMap { definition.row(code: $0) }
      if let same, same.labels.all.contains(where: { TextFolding.label($0) == TextFolding.label(label.text) }) {
        continue
      }
      // What is not understood is not put in: such deals get no figures until somebody says what they are.
      let known = label.code.flatMap { earlier?.row(code: $0) } ?? same
      if list.isStrict, known == nil { continue }
      let like = known ?? definition.rows.last
      let extras = zip(definition.extraColumns, like?.extras ?? []).map { name, value -> String in
        switch value {
        case .number(let number): "\(name): \(label.code == nil && name == "open" ? "1" : plain(number))"
        case .text(let text): "\(name): {zh-Hant: \(quoted(text.traditionalChinese)), en: \(quoted(text.english))}"
        }
      }
      // A further word for what a row means keeps that meaning.
      if hasSynonyms, let code = code(of: label) {
        let count = rows.count { $0.code.hasPrefix(code) && $0.code != code }
        rows.append(("\(code)\(count + 2)", label, extras))
        continue
      }
      // Formulas ask for one label of such a meaning; a second one would not count.
      if AdoptedList.single.contains(list.prefix), code(of: label) != nil { continue }
      rows.append(("X\(number)", label, extras))
      number += 1
    }
    tellUnknown(list, definition)
    guard !rows.isEmpty else { return }
    let names = Set(rows.map { TextFolding.label($0.label.text) })
    line("  \(list.prefix):")
    line("    rows:")
    for row in definition.rows
    where !rows.contains(where: { $0.code == row.code })
      && row.labels.all.contains(where: { names.contains(TextFolding.label($0)) })
    {
      line("      \(row.code): {\(labels(row.labels.map { "\($0) (\(row.code))" }).joined(separator: ", "))}")
    }
    for row in rows {
      let fields = labels(Localized(everywhere: row.label.text)) + row.extras
      line("      \(row.code): {\(fields.joined(separator: ", "))}\(remark(of: row.label, list.prefix))")
    }
  }

  /// Names the labels that are not understood, and how to say what they mean.
  private mutating func tellUnknown(_ list: AdoptedList, _ definition: ListDefinition) {
    let unknown = list.labels.filter { !$0.isUnderstood }
    guard list.isStrict, !list.endsDeals, !unknown.isEmpty else { return }
    let (told, title) = (unknown.map { "\($0.text) (\($0.count))" }, definition.titles[language])
    let codes = definition.rows.map { "\($0.code)2 (\($0.labels[language]))" }
    let how =
      ListDefinition.maySayOneThingTwice(list.prefix)
      ? language.choose(
        ", with the code of the row that means the same and a number: \(codes.joined(separator: ", "))",
        "，代碼用意思相同的那一列，後面加數字：\(codes.joined(separator: "、"))",
        "，代码用意思相同的那一行，后面加数字：\(codes.joined(separator: "、"))") : ""
    remark(
      "Not understood, and therefore not in the list “\(title)”: \(told.joined(separator: ", ")). Nothing is computed from them until the list has a row for each\(how).",
      "看不懂，所以沒有列入「\(title)」：\(told.joined(separator: "、"))。清單裡有它們之前，不依它們計算\(how)。",
      "看不懂，所以没有列入“\(title)”：\(told.joined(separator: "、"))。清单里有它们之前，不依它们计算\(how)。", indent: 2)
  }

  func remark(of label: AdoptedLabel, _ prefix: String) -> String {
    let rows = language.choose("\(label.count) rows", "\(label.count) 列", "\(label.count) 行")
    return "  # \(rows)"
      + (label.isDoubtful ? language.choose("; not a known word", "；不是已知的用語", "；不是已知的用语") : "")
      + (label.hasDoubtfulChances
        ? language.choose(
          "; your own probabilities are too few or differ, so the usual one is taken, if there is one",
          "；你們自己的機率太少或不一致，所以採用通常的數值（如果有）", "；你们自己的概率太少或不一致，所以采用通常的数值（如果有）") : "")
      + (label.isWithoutChance && adoption.basis.list(prefix)?.extraColumns.contains("conv") == true
        ? language.choose("; its probability is not known: enter it as conv", "；機率不明，請填在 conv", "；概率不明，请填在 conv")
        : "")
  }

  func labels(_ texts: Localized) -> [String] {
    Language.allCases.map { "\($0.rawValue): \(quoted(texts[$0]))" }
  }

  /// A column with too many labels, or one whose list rows formulas refer to by number, is treated as text.
  func isFreeText(_ list: String) -> Bool {
    guard list != AdoptedList.stages, let adopted = adoption.lists.first(where: { $0.prefix == list }) else {
      return team != nil && list != AdoptedList.stages && !adoption.lists.contains { $0.prefix == list }
    }
    guard list == "ps" else { return false }
    let codes = adopted.labels.map(\.code)
    return codes.contains(nil) || Set(codes).count != codes.count
  }
}
