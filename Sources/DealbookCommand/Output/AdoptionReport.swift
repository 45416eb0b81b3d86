// SPDX-License-Identifier: Apache-2.0

import Base
import Dealbook
import Playbook
import Spreadsheet

/// The result of `adopt`, as one screen of text and as JSON.
struct AdoptionReport: SaysInThreeLanguages {
  let path: String
  let language: Language

  private func say(_ english: String, _ traditional: String, _ simplified: String) -> String {
    language.pick(traditional, simplified, english)
  }

  // MARK: Text

  func text(_ adoption: Adoption) -> String {
    var lines: [String] = []
    for sheet in adoption.sheets where sheet.isTaken && !sheet.bound.isEmpty { lines += describe(sheet, adoption) }
    for list in adoption.lists { lines += describe(list, adoption) }
    for other in adoption.others {
      lines.append(
        say("left alone: ", "不動：", "不动：")
          + "\(Printable.text(other.title)) – \(other.reason.text(in: language) { adoption.title($0, in: language) })")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func describe(_ sheet: AdoptedSheet, _ adoption: Adoption) -> [String] {
    let proposal = sheet.proposal
    let rows = proposal.headerRows
    let header = rows.count == 1 ? "\(rows.lowerBound)" : "\(rows.lowerBound)–\(rows.upperBound)"
    var lines = [
      "\(Printable.text(proposal.title)) → \(adoption.title(sheet.prefix, in: language)) \(percent(proposal.confidence))\(comma)"
        + say("header in row \(header)", "標題在第 \(header) 列", "标题在第 \(header) 行")
    ]
    for line in sheet.unitLines {
      let text = oneLine(line.text)
      let place = line.cell.map { "\($0) " } ?? say("the tab ", "工作表 ", "工作表 ")
      guard !line.isOfSeveralCurrencies else {
        lines.append(
          "  "
            + say(
              "\(place)“\(text)”: \(line.unit(in: language)): amounts in different currencies or units are not added up",
              "\(place)「\(text)」：\(line.unit(in: language))，幾種幣別或單位的金額不相加",
              "\(place)“\(text)”：\(line.unit(in: language))，几种币种或单位的金额不相加"))
        continue
      }
      lines.append(
        "  "
          + say(
            "\(place)“\(text)”: amounts without a unit of their own are in this one; nothing is computed from them",
            "\(place)「\(text)」：未另註單位的金額都以此為單位，暫不計算",
            "\(place)“\(text)”：未另注单位的金额都以此为单位，暂不计算"))
    }
    for part in proposal.parts { lines.append("  + \(Printable.text(part.title))") }
    for column in sheet.bound {
      guard let key = column.key else { continue }
      let title = adoption.title(key, of: sheet.prefix, in: language)
      let sure = column.isDecided ? say("decided", "已定", "已定") : percent(column.proposal.confidence)
      lines.append(
        "  \(ColumnName.letters(column.proposal.number)) \(oneLine(column.proposal.header)) → \(title)  \(sure)\(comma)"
          + column.proposal.evidence.text(in: language) + convention(column.convention)
          + samples(column.proposal.contents))
      if let other = column.proposal.alternatives.first, other.confidence > column.proposal.confidence - 0.15,
        !column.isDecided
      {
        lines.append(
          "      " + say("or ", "或：", "或：")
            + "\(adoption.title(other.key, of: sheet.prefix, in: language)) \(percent(other.confidence))")
      }
    }
    let alone =
      sheet.columns.filter { $0.key == nil }.map { oneLine($0.proposal.header) }
      + proposal.leftAlone.filter { alone in !sheet.columns.contains { $0.proposal.number == alone.number } }.map {
        column in
        let reason = column.reason
        let name = oneLine(column.header)
        if case .unknownWord = reason { return name }
        if case .noInput = reason { return name }
        let why = reason.text(in: language) { adoption.title($0, of: sheet.prefix, in: language) }
        return name + language.pick("（\(why)）", "（\(why)）", " (\(why))")
      }
    if !alone.isEmpty {
      lines.append("  " + say("left alone: ", "不動：", "不动：") + self.list(alone))
    }
    if !sheet.written.isEmpty {
      lines.append(
        "  " + say("filled by Dealbook before: ", "dealbook 先前填的欄：", "dealbook 先前填的列：")
          + self.list(sheet.written.map(oneLine)))
    }
    return lines
  }

  private func describe(_ list: AdoptedList, _ adoption: Adoption) -> [String] {
    let title = adoption.basis.list(list.prefix)?.titles[language] ?? list.prefix
    // States of a renewal or a lead are no sequence.
    let isStages =
      list.endsDeals && adoption.lists.contains { $0.endsDeals && $0.labels.contains { $0.outcome != .open } }
    let labels = list.labels.map { label in
      let isTold = isStages && label.isUnderstood
      let outcome = isTold ? " \(self.outcome(label.outcome))" : ""
      let chance =
        label.outcome == .open && isTold && list.prefix == "st"
        ? label.chance.map { " \(percent($0))" } ?? say(" (chance not known)", "（機率不明）", "（概率不明）") : ""
      let doubt =
        label.hasDoubtfulChances && isTold
        ? say(
          " (chances of the method, as your deals state too few or different ones)", "（沿用方法的機率：商機自己的太少或不一致）",
          "（沿用方法的概率：商机自己的太少或不一致）") : ""
      return
        "\(Printable.text(label.text))\(pick("（\(label.count)）", "（\(label.count)）", " (\(label.count))"))\(outcome)\(chance)\(doubt)\(label.isDoubtful ? " ?" : "")"
    }
    let unknown = list.isStrict ? list.labels.filter { !$0.isUnderstood } : []
    let consequence =
      list.endsDeals
      ? say(
        "not understood; deals at these stages are left out until you say what they mean: ",
        "看不懂；說明意思之前，這些階段的商機不計入：", "看不懂；说明意思之前，这些阶段的商机不计入：")
      : say(
        "not understood; nothing is computed from them until the playbook says what they mean: ",
        "看不懂；規則手冊說明意思之前，不依它們計算：", "看不懂；规则手册说明意思之前，不依它们计算：")
    return [title + colon + (isStages && list.prefix == "st" ? labels.joined(separator: " → ") : self.list(labels))]
      + (unknown.isEmpty
        ? []
        : ["  " + consequence + self.list(unknown.map { Printable.text($0.text) })])
  }

  private func outcome(_ outcome: ValueMeaning.Outcome) -> String {
    switch outcome {
    case .open: say("open", "進行中", "进行中")
    case .won: say("won", "贏單", "赢单")
    case .lost: say("lost", "輸單", "输单")
    case .onHold: say("on hold", "擱置", "搁置")
    }
  }

  func text(_ question: AdoptionQuestion, of adoption: Adoption) -> String {
    var lines: [String] = [""]
    let sheet = adoption.sheets[question.sheet]
    if let column = question.column {
      let proposal = sheet.columns[column].proposal
      lines.append(
        say("What is ", "這一欄是什麼：", "这一列是什么：") + oneLine(proposal.header) + samples(proposal.contents)
          + say("?", "", ""))
    } else if let label = question.label {
      let text = Printable.text(label.text)
      lines.append(say("A deal in ‘\(text)’ is:", "處於「\(text)」的商機算是：", "处于“\(text)”的商机算是："))
    }
    for (place, choice) in question.choices.enumerated() {
      let words: String
      switch choice {
      case .key(let key): words = adoption.title(key, of: sheet.prefix, in: language)
      case .leaveAlone where question.label != nil: words = say("not known: left out", "不知道：不計入", "不知道：不计入")
      case .leaveAlone: words = say("leave alone", "不動", "不动")
      case .column(let number):
        let other = oneLine(sheet.proposal.leftAlone.first { $0.number == number }?.header ?? "")
        words = say("leave alone: it is ‘\(other)’", "不動，應該是「\(other)」", "不动，应该是“\(other)”")
      case .outcome(let outcome): words = self.outcome(outcome)
      }
      lines.append("  \(place + 1) \(words)")
    }
    return lines.joined(separator: "\n") + "\n[1] "
  }

  /// Why there is no playbook.
  func refusal(_ adoption: Adoption) -> String {
    let sheets = adoption.others.prefix(8).map { other in
      "\(other.title): \(other.reason.text(in: language) { adoption.title($0, in: language) })"
    }
    let rest =
      adoption.others.count > 8
      ? say(" and \(adoption.others.count - 8) more", " 等 \(adoption.others.count) 張", " 等 \(adoption.others.count) 张")
      : ""
    return
      ([
        say(
          "\(path): nothing recognised, and no playbook written", "\(path)：認不出任何工作表，沒有寫出規則手冊",
          "\(path)：认不出任何工作表，没有写出规则手册")
      ] + sheets)
      .joined(separator: "\n") + rest
  }

  /// What can be done with the playbook.
  func preview(_ analysis: Analysis, playbook: String) -> String {
    let team = analysis.team
    var lines = ["", say("Written: \(playbook)", "已寫出：\(playbook)", "已写出：\(playbook)")]
    let bad = Set(
      analysis.findings.filter { finding in
        let rule = team.playbook.rules[finding.rule]
        return rule.severity == .error && rule.kind != .unitHeader && finding.row > 0
      }.map {
        "\($0.sheet) \($0.row)"
      })
    for sheet in team.sheets {
      let rows = sheet.rows.dataCount
      let unsure = bad.count { $0.hasPrefix("\(sheet.prefix) ") }
      lines.append(
        say(
          "\(sheet.title): \(rows) rows, \(max(0, rows - unsure)) of them certain",
          "\(sheet.title)：\(rows) 列，其中 \(max(0, rows - unsure)) 列確定",
          "\(sheet.title)：\(rows) 行，其中 \(max(0, rows - unsure)) 行确定"))
      let headline = sheet.definition.computedColumns.filter(\.isHeadline)
      let can = headline.filter { analysis.plan.contains(ColumnID(sheet: sheet.prefix, key: $0.key)) }
      if !can.isEmpty {
        lines.append(
          "  " + say("can be computed: ", "可以計算：", "可以计算：")
            + can.map { $0.titles[language] }.joined(separator: say(", ", "、", "、")))
      }
      for column in headline where !can.contains(column) {
        let missing = (column.computed?.must ?? []).filter { entry in
          !entry.contains { must in
            let owner = must.sheet ?? sheet.prefix
            return team.sheet(owner)?.column(must.column) != nil
              || analysis.plan.contains(ColumnID(sheet: owner, key: must.column))
          }
        }
        let names = missing.prefix(2).compactMap { entry in
          entry.first.flatMap { must in
            team.playbook.sheet(must.sheet ?? sheet.prefix)?.column(must.column)?.titles[language]
          }
        }
        if names.isEmpty, let source = foreignUnit(of: column, on: sheet, analysis) {
          lines.append("  " + say("not yet: ", "還不能：", "还不能：") + column.titles[language] + unit(of: source))
        }
        guard !names.isEmpty else { continue }
        lines.append(
          "  " + say("not yet: ", "還不能：", "还不能：") + column.titles[language]
            + say(" – needs ", "——缺 ", "——缺 ") + names.joined(separator: say(", ", "、", "、")))
      }
    }
    let spoken = Spoken(language: language)
    lines += spoken.unreadTabs(of: team) + spoken.unreadBlocks(of: team)
    return lines.joined(separator: "\n") + "\n"
  }

  /// Why nothing is computed from amounts, and what to do about it.
  private func unit(of column: LocatedColumn) -> String {
    let header = column.header
    if column.obstacle == .currencies {
      return say(" – \(header) is in several currencies or units", "——\(header) 含多種幣別或單位", "——\(header) 含多种币种或单位")
    }
    let remedy: String
    if let line = column.unitLine {
      remedy = say("convert it and change \(line.place)", "請換算後改 \(line.place)", "请换算后改 \(line.place)")
    } else if HeaderNormalizer.inSingleUnits(header) == nil {
      remedy = say("convert it and change the header", "請換算後改欄名", "请换算后改列名")
    } else {
      remedy = say(
        "dealbook fill --repair safe converts it, or says why it can't", "dealbook fill --repair safe 可換算，或說明為何不能",
        "dealbook fill --repair safe 可换算，或说明为何不能")
    }
    return say(
      " – \(header) is in thousands or more; ", "——\(header) 不是以元為單位；", "——\(header) 不是以元为单位；") + remedy
  }

  /// The amount in another unit because of which a column cannot be computed.
  private func foreignUnit(
    of column: ColumnDefinition, on sheet: LocatedSheet, _ analysis: Analysis
  ) -> LocatedColumn? {
    let id = ColumnID(sheet: sheet.prefix, key: column.key)
    for skipped in analysis.plan.skipped where skipped.id == id {
      guard case .notUnderstood(let source, let obstacle) = skipped.reason,
        obstacle == .foreignUnit || obstacle == .currencies
      else { continue }
      return analysis.team.sheet(source.sheet)?.column(source.key)
    }
    return nil
  }

  private func samples(_ contents: ColumnContents) -> String {
    contents.samples.isEmpty
      ? "" : "  [" + contents.samples.map { Printable.text(String($0.prefix(20))) }.joined(separator: " | ") + "]"
  }

  private func convention(_ convention: ColumnConvention) -> String {
    var parts: [String] = []
    if let scale = convention.percentScale { parts.append(scale == .hundreds ? "0–100" : "0–1") }
    if let unit = convention.moneyUnit { parts.append("× \(unit == unit.rounded() ? "\(Int(unit))" : "\(unit)")") }
    if let currency = convention.currency { parts.append(currency.code) }
    if convention.dateOrder == .republic { parts.append(say("years of the ROC", "民國年", "民国年")) }
    return parts.isEmpty ? "" : comma + list(parts)
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  private func oneLine(_ text: String) -> String {
    Printable.text(text.split(whereSeparator: \.isNewline).joined(separator: " "))
  }

  // MARK: JSON

  func json(_ adoption: Adoption) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.field("file", path)
      json.key("sheets")
      json.array { json in for sheet in adoption.sheets { write(sheet, adoption, &json) } }
      json.key("lists")
      json.array { json in for list in adoption.lists { write(list, &json) } }
      json.objects("leftAlone", adoption.others) { json, other in
        json.field("sheet", other.title)
        json.field("code", other.reason.code)
        json.field("reason", other.reason.text(in: language) { adoption.title($0, in: language) })
      }
    }
    json.newline()
    return json.bytes
  }

  private func write(_ sheet: AdoptedSheet, _ adoption: Adoption, _ json: inout JSONText) {
    json.object { json in
      json.field("sheet", sheet.proposal.title)
      json.field("prefix", sheet.prefix)
      json.field("confidence", sheet.proposal.confidence)
      json.field("headerRow", sheet.proposal.headerRows.lowerBound)
      json.field("lastHeaderRow", sheet.proposal.headerRows.upperBound)
      if !sheet.unitLines.isEmpty {
        json.objects("unitLines", sheet.unitLines) { json, line in
          json.field("cell", line.cell?.description)
          json.field("text", line.text)
          json.field("scale", line.scale)
        }
      }
      json.objects("columns", sheet.bound) { json, column in
        json.field("column", column.key)
        json.field("letters", ColumnName.letters(column.proposal.number))
        json.field("header", column.proposal.header)
        json.field("confidence", column.proposal.confidence)
        json.field("decided", column.isDecided)
        json.field("code", column.proposal.evidence.code)
        json.field("cells", column.proposal.evidence.cells.code)
        json.field("reason", column.proposal.evidence.text(in: language))
        json.field("samples", column.proposal.contents.samples)
        json.objects("alternatives", column.proposal.alternatives) { json, other in
          json.field("column", other.key)
          json.field("confidence", other.confidence)
        }
      }
      if !sheet.written.isEmpty { json.field("written", sheet.written) }
      json.objects("leftAlone", sheet.proposal.leftAlone) { json, column in
        json.field("letters", ColumnName.letters(column.number))
        json.field("header", column.header)
        json.field("code", column.reason.code)
        json.field(
          "reason", column.reason.text(in: language) { adoption.title($0, of: sheet.prefix, in: language) })
      }
    }
  }

  private func write(_ list: AdoptedList, _ json: inout JSONText) {
    json.object { json in
      json.field("list", list.prefix)
      json.objects("labels", list.labels) { json, label in
        json.field("label", label.text)
        json.field("rows", label.count)
        json.field("code", label.code)
        json.field("outcome", label.outcome.rawValue)
        json.field("doubtful", label.isDoubtful)
      }
    }
  }
}
