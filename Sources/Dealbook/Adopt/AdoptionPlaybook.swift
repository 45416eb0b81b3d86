// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Writes an adoption as a playbook that a person can read and change.
struct AdoptionPlaybook {
  private let adoption: Adoption
  private let language: Language
  /// The workbook as read with the adopted columns; nil if that is not known yet.
  private let team: BoundWorkbook?
  private var lines: [String] = []

  init(_ adoption: Adoption, language: Language, team: BoundWorkbook?) {
    self.adoption = adoption
    self.language = language
    self.team = team
  }

  var text: String {
    var writer = self
    writer.write()
    return writer.lines.joined(separator: "\n") + "\n"
  }

  private var taken: [AdoptedSheet] { adoption.sheets.filter { $0.isTaken && !$0.bound.isEmpty } }

  private mutating func write() {
    let name = adoption.fileName ?? "workbook"
    remark(
      "Made by ‘dealbook adopt’ from \(name): where the team keeps what, and what its words mean. Change what is wrong and check it with ‘dealbook playbook check’.",
      "由「dealbook adopt」依 \(name) 寫成：各欄在哪裡、用語是什麼意思。不對的地方改掉，再用「dealbook playbook check」檢查。",
      "由“dealbook adopt”依 \(name) 写成：各列在哪里、用语是什么意思。不对的地方改掉，再用“dealbook playbook check”检查。", indent: 0)
    line("playbook: \(quoted(stem(of: name)))")
    line("extends: key-account")
    line("profile: core")
    line("")
    writeLists()
    line("sheets:")
    for sheet in taken { write(sheet) }
    // What is extended is the method, whatever an earlier adoption has changed in it.
    for definition in Playbook.builtIn.sheets
    where definition.isCore && adoption.basis.sheet(definition.prefix) != nil
      && !taken.contains(where: { $0.prefix == definition.prefix })
    {
      line("  \(definition.prefix): {core: false}")
    }
    writeRules()
  }

  // MARK: Rules

  /// Rules that the team's habits break in many rows, so that they would report the same thing over and over.
  private mutating func writeRules() {
    var off: [(rule: String, english: String, traditional: String, simplified: String)] = []
    let amounts = shares { column, value in
      column.definition.type == .money && !column.definition.isComputed
        ? value.number.map { MoneyPrecision.rounded($0) != nil } : nil
    }
    if amounts > 0.05 {
      off.append(
        ("GEN-016", "many amounts have more than two decimals", "許多金額的小數超過兩位", "许多金额的小数超过两位"))
    }
    if let payments = team?.sheet("pa"), Self.repeats(["contract_id", "stage"], of: payments) > 0.05 {
      off.append(
        (
          "PAY-001", "one stage of a contract may be paid in several instalments", "一個付款階段可能分多筆收款",
          "一个付款阶段可能分多笔收款"
        ))
    }
    guard !off.isEmpty else { return }
    line("rules:")
    for rule in off {
      line("  \(rule.rule): off  # \(language.choose(rule.english, rule.traditional, rule.simplified))")
    }
  }

  /// The share of cells, 0 … 1, for which `test` is true, among those for which it is not nil.
  private func shares(_ test: (LocatedColumn, CellValue) -> Bool?) -> Double {
    var (yes, all) = (0, 0)
    for sheet in team?.sheets ?? [] {
      for column in sheet.columns {
        for offset in 0..<min(column.values.count, sheet.rows.count) where sheet.rows.kinds[offset] == .data {
          guard let holds = test(column, column.values[offset]) else { continue }
          all += 1
          if holds { yes += 1 }
        }
      }
    }
    return all == 0 ? 0 : Double(yes) / Double(all)
  }

  /// The share of rows, 0 … 1, that have the same values in these columns as an earlier row.
  private static func repeats(_ keys: [String], of sheet: LocatedSheet) -> Double {
    let columns = keys.compactMap { sheet.column($0)?.values }
    guard columns.count == keys.count else { return 0 }
    var seen: Set<[String]> = []
    var (again, all) = (0, 0)
    for offset in 0..<sheet.rows.count where sheet.rows.kinds[offset] == .data {
      let row = columns.map { offset < $0.count ? TextFolding.label($0[offset].shownText) : "" }
      if row.contains("") { continue }
      all += 1
      if !seen.insert(row).inserted { again += 1 }
    }
    return all == 0 ? 0 : Double(again) / Double(all)
  }

  // MARK: Lists

  private mutating func writeLists() {
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

  private var hasUsualStages: Bool {
    adoption.basis.list(AdoptedList.stages)?.rows.map(\.labels)
      == Playbook.builtIn.list(AdoptedList.stages)?.rows.map(\.labels)
  }

  /// Names the stages that are not understood, and what follows from it.
  private mutating func tellUnknownStages() {
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
  private mutating func writeStages(_ list: AdoptedList) {
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
      let rate = label.isWithoutChance || next <= 0 ? 0 : (chances[place] / next * 10_000).rounded() / 10_000
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

  /// Labels of other lists replace the rows with the same meaning; the remaining labels follow.
  private mutating func writeLabels(_ list: AdoptedList) {
    let earlier = adoption.basis.list(list.prefix)
    guard let definition = Playbook.builtIn.list(list.prefix) ?? earlier, !isFreeText(list.prefix) else { return }
    /// The row of the method that the label means; an earlier adoption may have given it one of its own.
    func code(of label: AdoptedLabel) -> String? {
      guard let code = label.code, definition.row(code: code) == nil else { return label.code }
      let base = String(code.prefix { !$0.isNumber })
      return list.prefix == AdoptedList.renewals && definition.row(code: base) != nil ? base : nil
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
      if list.prefix == OutcomeColumn.list, known == nil { continue }
      let like = known ?? definition.rows.last
      let extras = zip(definition.extraColumns, like?.extras ?? []).map { name, value -> String in
        switch value {
        case .number(let number): "\(name): \(label.code == nil && name == "open" ? "1" : plain(number))"
        case .text(let text): "\(name): {zh-Hant: \(quoted(text.traditionalChinese)), en: \(quoted(text.english))}"
        }
      }
      // A further word for what a row means keeps that meaning.
      if list.prefix == AdoptedList.renewals, let code = code(of: label), used.contains(code) {
        let count = rows.count { $0.code.hasPrefix(code) && $0.code != code }
        rows.append(("\(code)\(count + 2)", label, extras))
        continue
      }
      rows.append(("X\(number)", label, extras))
      number += 1
    }
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

  private func remark(of label: AdoptedLabel, _ prefix: String) -> String {
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

  private func labels(_ texts: Localized) -> [String] {
    Language.allCases.map { "\($0.rawValue): \(quoted(texts[$0]))" }
  }

  // MARK: Sheets

  /// A sheet as it is in what the playbook extends, so that a second adoption writes again what the first one decided.
  private func extended(_ prefix: String) -> SheetDefinition? {
    Playbook.builtIn.sheet(prefix) ?? adoption.basis.sheet(prefix)
  }

  private mutating func write(_ sheet: AdoptedSheet) {
    guard let definition = extended(sheet.prefix) else { return }
    let proposal = sheet.proposal
    let located = team?.sheet(sheet.prefix)
    line("  \(sheet.prefix):  # \(definition.titles[language])")
    let titles = [proposal.title] + proposal.parts.map(\.title)
    line("    sheets: [\(titles.map(quoted).joined(separator: ", "))]")
    let rows = proposal.headerRows
    line("    header: \(rows.count == 1 ? "\(rows.lowerBound)" : "\(rows.lowerBound)..\(rows.upperBound)")")
    if !proposal.hintRows.isEmpty { line("    skip: [\(proposal.hintRows.map(String.init).joined(separator: ", "))]") }
    let ignored = sheet.columns.filter { $0.key == nil }.map(\.proposal.header) + proposal.leftAlone.map(\.header)
    let own = HeaderIndex(definition)
    let stated = Set(sheet.bound.map { TextFolding.headerWord($0.proposal.header) })
    let misleading = Set(ignored.filter { own.match($0) != nil && !stated.contains(TextFolding.headerWord($0)) })
      .sorted()
    if !misleading.isEmpty { line("    ignore: [\(misleading.map(quoted).joined(separator: ", "))]") }
    line("    columns:")
    for column in sheet.bound {
      guard let key = column.key, let definition = definition.column(key) else { continue }
      let earlier = adoption.basis.sheet(sheet.prefix)?.column(key) ?? definition
      write(column, definition, earlier: earlier, located)
    }
    for column in definition.inputColumns
    where sheet.column(column.key) == nil && Self.isRequired(column) {
      line("      \(column.key): {required: no}")
    }
  }

  private static func isRequired(_ column: ColumnDefinition) -> Bool {
    Profile.allCases.contains { column.requirement(in: $0) != .optional }
  }

  /// - Parameter earlier: the column as an earlier playbook has it: what it says of how the column is to be read, perhaps by hand, and whether it may
  ///   stay empty.
  private mutating func write(
    _ column: AdoptedColumn, _ definition: ColumnDefinition, earlier: ColumnDefinition, _ located: LocatedSheet?
  ) {
    let samples = column.proposal.contents.samples.map { $0.prefix(24) }.joined(separator: " · ")
    line("      \(definition.key):  # \(definition.titles[language])\(samples.isEmpty ? "" : ": \(oneLine(samples))")")
    line("        header: \(quoted(column.proposal.header))")
    let (convention, stated) = (column.convention, earlier.convention)
    if let scale = stated.percentScale ?? convention.percentScale { line("        percent: \(scale.rawValue)") }
    if let unit = stated.moneyUnit { line("        money_unit: \(plain(unit))") }
    if let currency = stated.currency ?? convention.currency { line("        currency: \(currency.code)") }
    if let order = stated.dateOrder ?? convention.dateOrder { line("        dates: \(order.rawValue)") }
    if let mark = stated.decimalMark { line("        decimals: \(mark.rawValue)") }
    guard let located, let cells = located.column(definition.key) else { return }
    let facts = ColumnFacts(cells, rows: located.rows)
    // Formulas take a row without its ID for none where others have one, so that it is missing has to be said.
    let mayLack = definition.type != .id || facts.texts.isEmpty && facts.numbers.isEmpty
    if mayLack, facts.blanks * 10 > facts.count || facts.count == 0 || !Self.isRequired(earlier),
      Self.isRequired(definition)
    {
      line("        required: no")
    }
    switch definition.allowed {
    case .pattern(let pattern):
      if facts.texts.contains(where: { !pattern.matches($0) }) {
        line("        pattern:")
        line("        unique: true")
      }
    case .reference(let reference):
      if let better = self.reference(definition, cells, facts, reference) { lines += better }
    case .range(let range):
      let outside = facts.numbers.filter { !range.contains($0) }.count
      // If most amounts have the other sign, the range says so, and nothing rests on them.
      if outside * 20 > max(1, facts.numbers.count), definition.type == .money, cells.oddNumbers != .signs {
        line("        range:")
      }
    case .list(let list):
      if isFreeText(list) {
        line("        type: text")
        line("        list:")
      }
    default: break
    }
  }

  /// A column with too many labels, or one whose list rows formulas refer to by number, is treated as text.
  private func isFreeText(_ list: String) -> Bool {
    guard list != AdoptedList.stages, let adopted = adoption.lists.first(where: { $0.prefix == list }) else {
      return team != nil && list != AdoptedList.stages && !adoption.lists.contains { $0.prefix == list }
    }
    guard list == "ps" else { return false }
    let codes = adopted.labels.map(\.code)
    return codes.contains(nil) || Set(codes).count != codes.count
  }

  /// If the team has no IDs, rows may be identified by their names; a reference whose target does not exist becomes plain text.
  private func reference(
    _ definition: ColumnDefinition, _ cells: LocatedColumn, _ facts: ColumnFacts, _ reference: ColumnReference
  ) -> [String]? {
    guard let team, let target = team.sheet(reference.sheet), target.rows.dataCount > 0 else { return nil }
    func share(_ key: String) -> Double {
      guard let values = target.column(key)?.values, !facts.texts.isEmpty else { return 0 }
      let known = Set(
        (0..<values.count).compactMap { values[$0].isEmpty ? nil : TextFolding.label(values[$0].shownText) })
      return Double(facts.texts.filter { known.contains(TextFolding.label($0)) }.count) / Double(facts.texts.count)
    }
    let byID = share(reference.column)
    let names = target.definition.inputColumns.filter { $0.type == .text && $0.key == "name" }.map(\.key)
    if let name = names.first, share(name) > max(byID, 0.8) {
      return ["        refers_to: \(reference.sheet).\(name)"]
    }
    return byID < 0.8 ? ["        type: text", "        refers_to:"] : nil
  }

  // MARK: Lines

  private mutating func line(_ text: String) { lines.append(text) }

  private mutating func remark(_ english: String, _ traditional: String, _ simplified: String, indent: Int) {
    lines.append(
      String(repeating: " ", count: indent) + "# " + oneLine(language.choose(english, traditional, simplified)))
  }

  private func oneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          $0.value < 0x20 || $0.value == 0x7F || (0x80..<0xA0).contains($0.value) || $0.value == 0xFEFF
            || $0.value == 0x2028 || $0.value == 0x2029 ? " " : $0
        }))
  }

  private func stem(of name: String) -> String {
    name.lastIndex(of: ".").map { $0 > name.startIndex ? String(name[..<$0]) : name } ?? name
  }

  private func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
  }

  private func quoted(_ text: String) -> String { YAMLText.quoted(text) }
}

extension Localized {
  fileprivate func map(_ body: (String) -> String) -> Localized {
    Localized(
      traditionalChinese: body(traditionalChinese), simplifiedChinese: body(simplifiedChinese), english: body(english))
  }
}
