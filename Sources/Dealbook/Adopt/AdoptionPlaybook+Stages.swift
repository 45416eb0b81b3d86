// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

extension AdoptionPlaybook {
  var hasUsualStages: Bool {
    adoption.basis.list(AdoptedList.stages)?.rows.map(\.labels)
      == Playbook.builtIn.list(AdoptedList.stages)?.rows.map(\.labels)
  }

  /// Names the stages that are not understood, and what follows from it.
  mutating func tellUnknownStages() {
    let unknown = adoption.lists.filter(\.endsDeals).flatMap { $0.labels.filter { !$0.isUnderstood } }
    if !unknown.isEmpty {
      let told = unknown.map { "\($0.text) (\($0.count))" }
      remark(
        "Not understood, and therefore not in the list: \(told.joined(separator: ", ")). Deals at these stages are left out of every figure until you say what the stages mean: run ‘dealbook adopt’ on a terminal, which asks, or add a row for each.",
        "看不懂，所以沒有列入：\(told.joined(separator: "、"))。在你說明這些階段的意思之前，其中的商機一律不計入：可在終端機上執行 dealbook adopt，它會詢問；也可以自己加一列。",
        "看不懂，所以没有列入：\(told.joined(separator: "、"))。在你说明这些阶段的意思之前，其中的商机一律不计入：可在终端上运行 dealbook adopt，它会询问；也可以自己加一行。",
        indent: 0)
    }
  }

  /// The stages in order: open ones first, then those that end a deal.
  mutating func writeStages(_ list: AdoptedList) {
    guard let definition = adoption.basis.list(list.prefix) else { return }
    var codes: [String] = ["LEAD"]
    var rows: [(code: String, labels: Localized, extras: [String: Double], remark: String)] = []
    // What a stage that is not understood is worth is not known, so it is not put in.
    let known = list.labels.filter(\.isUnderstood)
    let open = known.filter { $0.outcome == .open }
    // Chances never fall on the way to the won stage.
    var chances: [Double] = []
    for label in open { chances.append(max(chances.last ?? 0.01, min(1, label.chance ?? chances.last ?? 0.01))) }
    for (place, label) in open.enumerated() {
      let next = place + 1 < chances.count ? chances[place + 1] : 1
      // 0 says that it is not known; nothing is then computed from chances.
      let rate = label.isWithoutChance || next <= 0 ? 0 : (chances[place] / next * 1e12).rounded() / 1e12
      let code = "S\(place + 1)"
      codes.append(code)
      rows.append(
        (
          code, Localized(everywhere: label.text), ["open": 1, "won": 0, "conv": rate, "max_days": 60, "gate_n": 0],
          remark(of: label, list.prefix)
        ))
    }
    // If all deals are closed, the usual open stages are kept, because computing a chance needs them.
    if open.isEmpty, let flag = definition.extraColumns.firstIndex(of: "open") {
      codes += definition.rows.filter { $0.code != "LEAD" && $0.extras[flag] == .number(1) }.map(\.code)
    }
    for (outcome, code) in [(ValueMeaning.Outcome.won, "WON"), (.lost, "LOST"), (.onHold, "HOLD")] {
      let labels = known.filter { $0.outcome == outcome }
      let won = outcome == .won ? 1.0 : 0
      if labels.isEmpty { codes.append(code) }
      for (place, label) in labels.enumerated() {
        let own = place == 0 ? code : "\(code)\(place + 1)"
        codes.append(own)
        rows.append(
          (
            own, Localized(everywhere: label.text),
            ["open": 0, "won": won, "conv": won, "max_days": 0, "gate_n": won * 13], remark(of: label, list.prefix)
          ))
      }
    }
    // Rows of the method that none of the team's labels replaces must not share a name with one of these labels, whether the rows stay or
    // go.
    let used = Set(known.map { TextFolding.label($0.text) })
    for row in Playbook.builtIn.list(list.prefix)?.rows ?? []
    where !rows.contains(where: { $0.code == row.code })
      && row.labels.all.contains(where: { used.contains(TextFolding.label($0)) })
    {
      rows.append((row.code, row.labels.map { "\($0) (\(row.code))" }, [:], ""))
    }
    remark(
      "‘conv’ is the share of deals that go on from a stage to the next one. These are common values, or those of your own column; replace them with yours.",
      "conv 是從該階段進到下一階段的比率。這裡用的是常見的數值，或取自你們自己的機率欄；請換成你們的。",
      "conv 是从该阶段进到下一阶段的比率。这里用的是常见的数值，或取自你们自己的概率列；请换成你们的。", indent: 2)
    line("  \(list.prefix):")
    line("    rows:")
    for row in rows {
      let fields =
        labels(row.labels)
        + definition.extraColumns.compactMap { name in row.extras[name].map { "\(name): \(plain($0))" } }
      line("      \(row.code): {\(fields.joined(separator: ", "))}\(row.remark)")
    }
    line("    order: [\(codes.joined(separator: ", "))]")
  }
}
