// SPDX-License-Identifier: Apache-2.0

import Playbook

/// How well the columns of a sheet match one kind.
struct KindReading {
  var prefix: String
  var score: Double
  var columns: [ColumnProposal]
  var leftAlone: [LeftAloneColumn]
  /// Whether a column says what the rows are about.
  var hasSubject: Bool
  /// The share of the kind's required columns that exist, 0 … 1; IDs are ignored, because many teams have none.
  var completeness: Double
  /// The score from the columns that are not weak.
  var firmScore: Double
}

/// Matches the columns of a sheet with one kind of sheet.
struct KindReader {
  let definition: SheetDefinition
  let words: WordIndex
  /// The headers of a workbook that the tool has filled, whose computed columns are the tool's.
  let own: HeaderIndex?
  /// Keys that other columns already have.
  var without: Set<String> = []

  struct Candidate {
    var place: Int
    var column: ColumnDefinition
    var confidence: Double
    var evidence: Evidence
    var text: String
  }

  func read(_ columns: [HeaderColumn]) -> KindReading {
    var candidates: [Candidate] = []
    var reasons: [Int: LeftAloneReason] = [:]
    for (place, column) in columns.enumerated() {
      let found = self.candidates(column, at: place)
      if found.isEmpty {
        let isKnown =
          column.leftAlone.contains(definition.prefix) || column.endsInOther.contains(definition.prefix)
        reasons[place] = isKnown ? .noInput : .unknownWord
      }
      candidates += found
    }
    doubtConstants(among: &candidates, columns)
    doubtEmpty(among: &candidates, columns)
    doubtRivals(among: &candidates, columns)
    // By decreasing confidence; ties from left to right.
    let order = candidates.indices.sorted { a, b in
      let (a, b) = (candidates[a], candidates[b])
      return a.confidence != b.confidence ? a.confidence > b.confidence : a.place < b.place
    }
    var takenKeys = without
    var chosen: [Int: Candidate] = [:]
    for index in order {
      let candidate = candidates[index]
      guard chosen[candidate.place] == nil else { continue }
      guard candidate.evidence.cells != .disagree else {
        reasons[candidate.place] = reasons[candidate.place] ?? .cellsDisagree(key: candidate.column.key)
        continue
      }
      guard candidate.confidence >= 0.3 else {
        reasons[candidate.place] = reasons[candidate.place] ?? .thin(key: candidate.column.key)
        continue
      }
      guard !takenKeys.contains(candidate.column.key) else {
        reasons[candidate.place] = reasons[candidate.place] ?? .taken(key: candidate.column.key)
        continue
      }
      takenKeys.insert(candidate.column.key)
      chosen[candidate.place] = candidate
    }
    makeRoom(in: &chosen, taken: &takenKeys, candidates, &reasons)
    if definition.prefix == "pa" { dropWhatDoesNotAgree(in: &chosen, columns, &reasons) }
    var proposals: [ColumnProposal] = []
    var leftAlone: [LeftAloneColumn] = []
    var score = 0.0
    var firmScore = 0.0
    for (place, column) in columns.enumerated() {
      guard let candidate = chosen[place] else {
        leftAlone.append(
          LeftAloneColumn(
            number: column.cell.column, header: column.cell.text, reason: reasons[place] ?? .unknownWord,
            contents: column.contents))
        continue
      }
      var others: [ColumnProposal.Alternative] = []
      for other in candidates where other.place == place && other.column.key != candidate.column.key {
        guard other.confidence >= 0.3, !others.contains(where: { $0.key == other.column.key }) else { continue }
        others.append(.init(key: other.column.key, confidence: other.confidence))
      }
      proposals.append(
        ColumnProposal(
          number: column.cell.column, header: column.cell.text, key: candidate.column.key,
          confidence: candidate.confidence, evidence: candidate.evidence, contents: column.contents,
          isID: candidate.column.type == .id, alternatives: others.sorted { $0.confidence > $1.confidence }))
      let worth = weight(candidate, column) * candidate.confidence
      score += worth
      if !candidate.evidence.isWeak { firmScore += worth }
    }
    let keys = Set(proposals.map(\.key))
    let firm = Set(proposals.filter { !$0.evidence.isWeak }.map(\.key))
    var asked = 0
    var answered = 0
    for column in definition.columns
    where !column.isComputed && column.type != .id
      && (column.coreRequirement == .required || column.coreRequirement == .headerRequired)
    {
      asked += 1
      if keys.contains(column.key) { answered += 1 }
    }
    return KindReading(
      prefix: definition.prefix, score: score, columns: proposals, leftAlone: leftAlone,
      hasSubject: definition.columns.contains { isSubject($0) && firm.contains($0.key) },
      completeness: asked == 0 ? 1 : Double(answered) / Double(asked),
      firmScore: firmScore)
  }

  /// Among payments, a ‘Date’ is that of a receipt only beside what was received; and what is still open is not the amount from which
  /// what was received is taken: it would be taken twice.
  private func dropWhatDoesNotAgree(
    in chosen: inout [Int: Candidate], _ columns: [HeaderColumn], _ reasons: inout [Int: LeftAloneReason]
  ) {
    let hasReceived = chosen.values.contains { $0.column.key == "received" }
    // A bare ‘Date’ that every row has, beside what is owed, is that of the invoice; a list of receipts says only what came in.
    let hasInvoice = chosen.values.contains { $0.column.key == OpenBalance.amount }
    for (place, candidate) in chosen {
      let isWrong =
        switch candidate.column.key {
        case "received_date":
          candidate.evidence.isWeak
            && (!hasReceived || hasInvoice && columns[place].contents.filled * 10 >= columns[place].contents.rows * 9)
            || Self.namesInstalment(columns[place].bare)
        case "amt_override":
          (hasReceived || columns[place].contents.formulas > 0) && Self.saysOpen(columns[place].bare)
        default: false
        }
      guard isWrong else { continue }
      chosen[place] = nil
      reasons[place] = .thin(key: candidate.column.key)
    }
  }

  /// 驗收款日期 is when an instalment is due, although it ends in 收款日期.
  private static func namesInstalment(_ header: HeaderWords) -> Bool {
    instalments.contains { header.key.contains($0) }
  }

  private static let instalments = ["验收款", "到货款", "发货款", "进度款", "首付", "质保", "尾款", "预付款", "定金"]

  private static func saysOpen(_ header: HeaderWords) -> Bool {
    header.words.contains { openWords.contains($0) } || openCharacters.contains { header.key.contains($0) }
  }

  private static let openWords: Set<String> = [
    "balance", "outstanding", "open", "remaining", "unpaid", "saldo", "offen", "offener", "offene", "restbetrag",
    "residuo", "solde", "restforderung", "rückstand", "außenstand", "rest", "owed",
  ]
  private static let openCharacters = ["余额", "未收", "未回", "未付", "欠款", "剩余", "尚欠", "结欠", "未冲", "未核销", "未结"]

  /// If a column is left without a meaning because another has it that may say whom the row concerns, the other gives way: beside a
  /// ‘Title’, ‘Name’ is the customer's.
  private func makeRoom(
    in chosen: inout [Int: Candidate], taken: inout Set<String>, _ candidates: [Candidate],
    _ reasons: inout [Int: LeftAloneReason]
  ) {
    for left in candidates where chosen[left.place] == nil && reasons[left.place] == .taken(key: left.column.key) {
      guard left.evidence.cells != .disagree, !left.evidence.isWeak,
        let holder = chosen.values.first(where: { $0.column.key == left.column.key }),
        holder.confidence - left.confidence <= 0.031,
        let other = candidates.first(where: {
          $0.place == holder.place && $0.column.key == "account_id" && !taken.contains("account_id")
            && $0.confidence >= 0.55 && $0.evidence.cells == .agree
        })
      else { continue }
      chosen[holder.place] = other
      chosen[left.place] = left
      reasons[left.place] = nil
      taken.insert(other.column.key)
    }
  }

  /// If two columns may name whom a row concerns, the one with the same value in every row is the team's own company.
  private func doubtConstants(among candidates: inout [Candidate], _ columns: [HeaderColumn]) {
    let varied = Set(
      candidates.filter { candidate in
        candidate.column.type == .key && candidate.confidence >= 0.5 && columns[candidate.place].contents.distinct > 1
      }.map(\.column.key))
    for index in candidates.indices {
      let contents = columns[candidates[index].place].contents
      if candidates[index].column.type == .key, varied.contains(candidates[index].column.key), contents.filled > 3,
        contents.distinct == 1
      {
        candidates[index].confidence *= 0.6
      }
    }
  }

  /// A column of days without a cell gives way to one that has some. Of two that are both filled, a product goes before its line or its sector.
  private func doubtEmpty(among candidates: inout [Candidate], _ columns: [HeaderColumn]) {
    let filled = candidates.filter { columns[$0.place].contents.filled > 0 && $0.evidence.cells != .disagree }
    for index in candidates.indices
    where candidates[index].column.type == .date && columns[candidates[index].place].contents.filled == 0 {
      let others = filled.filter { $0.column.key == candidates[index].column.key && $0.confidence >= 0.5 }
      guard let best = others.map(\.confidence).max() else { continue }
      candidates[index].confidence = min(candidates[index].confidence, best - 0.01)
    }
    // Beside its capital and its tax number, 負責人 is the head of the customer.
    let heads = candidates.indices.filter {
      candidates[$0].column.key == "owner" && columns[candidates[$0].place].bare.key == HeaderWords.personInCharge
    }
    if !heads.isEmpty, columns.contains(where: { Self.describesCompany($0.bare) }) {
      for index in heads { candidates[index].evidence.cells = .disagree }
    }
    // What is still open is the amount only where nothing else is.
    if definition.prefix == "pa" {
      let amounts = candidates.indices.filter { candidates[$0].column.key == OpenBalance.amount }
      let whole = amounts.filter {
        let column = columns[candidates[$0].place]
        return candidates[$0].evidence.cells == .agree && candidates[$0].confidence >= 0.5
          && !Self.saysOpen(column.bare) && !ReceiptSign.saysOpen(column.cell.text)
      }
      if let best = whole.map({ candidates[$0].confidence }).max() {
        for index in amounts where !whole.contains(index) {
          candidates[index].confidence = min(candidates[index].confidence, best - 0.01)
        }
      }
    }
    for index in candidates.indices where candidates[index].column.key == "product_id" {
      if Self.namesGroup(columns[candidates[index].place].bare) { candidates[index].confidence -= 0.03 }
    }
  }

  private static func describesCompany(_ header: HeaderWords) -> Bool {
    ["统一编号", "统编", "资本额", "注册资本", "实收资本"].contains { header.key.contains($0) }
  }

  /// Whether a header speaks of what products are grouped by.
  private static func namesGroup(_ header: HeaderWords) -> Bool {
    header.words.contains {
      ["line", "family", "category", "sector", "group", "produktlinie", "produktgruppe", "sparte"].contains($0)
    } || ["线", "类", "系列"].contains { header.key.contains($0) }
  }

  /// Whether a column says what a row is about: its ID, its name, whom it concerns; of a target, who has it.
  private func isSubject(_ column: ColumnDefinition) -> Bool {
    !column.isComputed
      && (column.type == .id || column.key == "name" || column.key == "account_id"
        || definition.prefix == "tg" && column.key == "owner")
  }

  /// How much a column says about the kind of its sheet.
  private func weight(_ candidate: Candidate, _ column: HeaderColumn) -> Double {
    // An empty column of a sheet that has rows proves nothing.
    if column.contents.filled == 0, column.contents.rows > 3 { return 0.1 }
    if candidate.evidence.isWeak { return candidate.evidence.cells == .agree ? 0.3 : 0.15 }
    if candidate.column.type == .id {
      return (candidate.evidence.cells == .agree ? 0.9 : 0.6) + (namesKind(column) ? 0.5 : 0)
    }
    var weight = 0.2 + 0.8 * words.specificity(of: candidate.text)
    if Fit(words: words).isKnownLabel(column.contents, candidate.column) { weight += 0.3 }
    return weight
  }

  private func candidates(_ column: HeaderColumn, at place: Int) -> [Candidate] {
    // A computed column of the tool is not an input, whatever else its header may mean.
    if column.contents.formulas > 0, column.contents.formulas * 2 >= column.contents.filled,
      own?.computedKey(of: column.cell.text, on: definition) != nil
    {
      return []
    }
    let isLeftAlone = column.leftAlone.contains(definition.prefix)
    let isState = column.bare.words == ["state"]
    var best: [String: Candidate] = [:]
    func consider(_ meaning: WordIndex.Meaning, _ base: Double, _ word: Evidence.Word) {
      guard let target = definition.column(meaning.key) else { return }
      // A share of an amount is no amount.
      if target.type == .money, column.bare.words.contains("%") { return }
      if column.isMoney, [.integer, .percent, .score, .ratio, .tick, .id].contains(target.type) { return }
      let cells =
        isOfFew(column.contents, meaning.key) || meaning.isWeak && isOfMany(column.contents, meaning.key)
          || (meaning.source != nil || isState)
            && isOtherwiseLabelled(column.contents, meaning.key, isState: isState)
        ? .disagree : Fit(words: words).cells(column.contents, as: target, isNumbered: Self.namesID(column.bare))
      var confidence = base * Fit.factor(cells)
      if target.type == .key, Self.namesID(column.bare) { confidence += 0.012 }
      if namesKind(column) { confidence += 0.015 }
      if meaning.isWeak, target.type == .id, cells == .agree, column.contents.filled > 3, Self.namesID(column.bare) {
        confidence += 0.06
      }
      if let known = best[meaning.key], known.confidence >= confidence { return }
      best[meaning.key] = Candidate(
        place: place, column: target, confidence: confidence,
        evidence: Evidence(word: word, cells: cells, isWeak: meaning.isWeak), text: meaning.text)
    }
    func consider(_ meanings: [WordIndex.Found], times factor: Double) {
      for found in meanings where found.meaning.prefix == definition.prefix {
        let (match, meaning, share) = (found.match, found.meaning, found.share)
        if isLeftAlone, match != .same || meaning.isWeak { continue }
        // What is planned has not happened: 预计付款日 is not the day of a payment.
        if match == .part || match == .synonym, Self.facts.contains(meaning.key), column.bare.isPlanned { continue }
        // Numbers that most rows lack are those of something that comes of some of them: 已轉專案編號.
        if match == .part, definition.column(meaning.key)?.type == .id, column.contents.rows > 4,
          column.contents.filled * 2 < column.contents.rows
        {
          continue
        }
        let base: Double =
          switch (match, meaning.isWeak) {
          case (.same, false): meaning.source == nil ? 0.98 : 0.95
          case (.same, true): 0.68
          case (.reordered, false), (.withoutBrackets, false): 0.92
          case (.reordered, true), (.withoutBrackets, true): 0.65
          case (.part, false):
            // An amount that is planned, total or final may be another amount.
            found.isQualified && definition.column(meaning.key)?.type.isNumeric == false
              ? max(0.79, 0.5 + 0.36 * share) : 0.5 + 0.36 * share
          case (.part, true): 0.3 + 0.25 * share
          case (.synonym, false): 0.82
          case (.synonym, true): 0.65
          }
        let word: Evidence.Word =
          switch match {
          case .part: .part(meaning.text)
          case .synonym: .synonym(meaning.text)
          case .same, .reordered, .withoutBrackets:
            meaning.source.map { .vocabulary(meaning.text, $0) } ?? .own
          }
        consider(meaning, base * factor, word)
      }
    }
    consider(column.meanings, times: 1)
    if column.listsCustomers, definition.prefix == "acc", best.values.allSatisfy({ $0.confidence < 0.9 }),
      let target = definition.column("name")
    {
      best["name"] = Candidate(
        place: place, column: target, confidence: 0.9,
        evidence: Evidence(word: .customers, cells: .agree), text: "account name")
    }
    if best.isEmpty { consider(column.lastMeanings, times: 0.88) }
    if best.isEmpty, let key = AmountDoubt.amounts[definition.prefix],
      UnitStatement.unit(asHeader: column.cell.text) != nil
    {
      let text = StraySpace.trimmed(column.cell.text)
      consider(
        WordIndex.Meaning(prefix: definition.prefix, key: key, text: text, source: .handKept, isWeak: true), 0.68,
        .vocabulary(text, .handKept))
    }
    return best.values.sorted { $0.column.key < $1.column.key }
  }

  /// Whether the same few texts stand in a column that should name another customer in each row: who leads is no lead.
  private func isOfFew(_ contents: ColumnContents, _ key: String) -> Bool {
    key == "name" && ["le", "acc"].contains(definition.prefix) && contents.filled > 8
      && contents.distinct * 3 <= contents.filled
  }

  /// Whether another person stands in nearly each row of a column that should name one of a few colleagues: who visited a fair.
  private func isOfMany(_ contents: ColumnContents, _ key: String) -> Bool {
    ["owner", "visitor"].contains(key) && contents.filled > 8 && contents.distinct * 10 >= contents.filled * 8
  }

  /// Whether the cells of a column whose labels are those of the method hold others: grades of importance in a column of levels in a group,
  /// the stages of a CRM in one of lifecycles, numbers in one of the stages of a payment.
  private func isOtherwiseLabelled(_ contents: ColumnContents, _ key: String, isState: Bool) -> Bool {
    guard let column = definition.column(key), contents.filled > 0 else { return false }
    switch (definition.prefix, key) {
    // Sizes and priorities are none.
    case ("acc", "level"):
      return !Fit(words: words).isKnownLabel(contents, column) || contents.values.allSatisfy(Self.isGrade)
    // Whether a task is done says nothing of what came of a visit.
    case ("vi", "result"): return contents.values.allSatisfy(Self.isStateOfTask)
    case ("acc", "lifecycle"): return !Fit(words: words).isKnownLabel(contents, column)
    case ("pa", "stage"):
      return contents.numbers == contents.filled
        || !Fit(words: words).isKnownLabel(contents, column) && contents.values.contains(where: Self.saysHowIsPaid)
    case ("ct", "buy_role"): return !Fit(words: words).isKnownLabel(contents, column)
    // The states of a country, abbreviated or not, beside what says how a deal stands.
    case ("de", "stage"): return isState && !Fit(words: words).isKnownLabel(contents, column)
    default: return false
    }
  }

  private static func isStateOfTask(_ label: String) -> Bool {
    let word = TextFolding.headerWord(label)
    return AdoptedLabel.merelyOpen.contains(word) || statesOfTasks.contains(word)
  }

  /// In the form of ``TextFolding/headerWord(_:)``.
  private static let statesOfTasks: Set<String> = [
    "done", "completed", "todo", "planned", "cancelled", "canceled", "notstarted", "erledigt", "geplant", "abgesagt",
    "已完成", "未完成", "完成", "待办", "待处理", "未开始", "已取消", "计划中", "处理中",
  ]

  /// Terms and ways of payment: Net 30, Überweisung, 月结30天.
  private static func saysHowIsPaid(_ label: String) -> Bool {
    let text = Simplified.text(label)
    return waysOfPayment.contains { text.contains($0) }
  }

  private static let waysOfPayment = [
    "net ", "net3", "net4", "net6", "days", "tage", "überweisung", "lastschrift", "transfer", "cash", "card", "cheque",
    "paypal", "wire", "月结", "天", "现金", "转账", "支票", "电汇", "汇款", "刷卡", "承兑",
  ]

  /// A, B+, C（一般客户）
  private static func isGrade(_ label: String) -> Bool {
    guard let first = label.first, "abcdsv".contains(first) else { return false }
    return label.dropFirst().first.map { !$0.isLetter || $0.unicodeScalars.allSatisfy { $0.value > 0x2FFF } } ?? true
  }

  /// Whether a word of the header is a title of the kind: ‘Renewal manager’ on a sheet of renewals.
  private func namesKind(_ header: HeaderColumn) -> Bool { (header.namedKinds[definition.prefix] ?? 0) >= 0.7 }

  /// Keys of what has happened.
  private static let facts: Set<String> = [
    "received", "received_date", "actual_close", "sign_date", "delivered", "accepted", "done_date", "next_done",
    "responded", "date", "stage_date", "created",
  ]

  private static let idWords: Set<String> = ["id", "no", "code", "key", "编号", "号", "nr"]

  private static func namesID(_ words: HeaderWords) -> Bool {
    guard let last = words.words.last else { return false }
    return idWords.contains(last) || last.hasSuffix("编号") || last.hasSuffix("号")
  }
}
