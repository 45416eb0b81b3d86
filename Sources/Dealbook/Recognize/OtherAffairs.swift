// SPDX-License-Identifier: Apache-2.0

import Base
import Playbook

/// What the columns of a sheet say against its kind, although headers match it: loans, bank statements, calls for grants, lists of what
/// others build, jobs that are being worked on.
extension SheetSigns {
  /// The factor for the score of a reading; 1 if nothing is said against it, more where the labels or numbers of its rows speak for it.
  ///
  /// - Parameter named: how strongly title, heading and file name suggest the kind.
  func contradiction(of reading: KindReading, named: Double) -> Double {
    let keys = Set(reading.columns.filter { !$0.evidence.isWeak }.map(\.key))
    let all = Set(reading.columns.map(\.key))
    switch reading.prefix {
    case "tg":
      // Persons and days without an amount that is to be reached are tasks.
      return all.contains("target") ? 1 : 0.2
    case "de":
      if areOtherAffairs { return 0.25 }
      if columns.contains(where: Self.numbersQuote), columns.contains(where: { AmountHeader($0.cell.text).isAmount }) {
        return 1.4
      }
      if areJobs(reading) { return 0.35 }
      // Rows that are about nothing are sums of others.
      if !reading.hasSubject, all.isDisjoint(with: ["account_id"]) { return 0.3 }
      if all.isDisjoint(with: ["stage", "outcome", "expected_close", "prob_override", "amount"]),
        columns.count(where: { $0.bare.says(["contract", "vertrag", "合同"]) }) > 1
      {
        return 0.25
      }
      if areOthersProjects(reading, keys) { return 0.3 }
      guard saysNoWorth(all) else { return 1 }
      // A title alone does not make deals of what is neither won nor lost.
      return named < 1 ? 0.5 : saysHowItEnds(reading) ? 1 : 0.7
    case "co":
      if areOtherAffairs { return 0.25 }
      return keys.isDisjoint(with: ["contract_id", "sign_date"]) && columns.contains(where: Self.numbersQuote) ? 0.5 : 1
    case "pa": return areLoans ? 0.25 : 1
    case "re":
      if areOtherAffairs { return 0.25 }
      if areRenewals { return 1.5 }
      // Without a day on which something ends, nothing is to be renewed.
      if all.isDisjoint(with: ["p_end", "expiry", "p_start", "opening", "renewal_id"]) { return 0.3 }
      if all.isDisjoint(with: ["opening", "amount", "expand", "churn", "contract", "new", "renewal_id"]), named < 0.25,
        !columns.contains(where: Self.speaksOfRenewal)
      {
        return 0.4
      }
      return 1
    case "acc", "le":
      if areRenewals, named < 1 { return 0.3 }
      if reading.prefix == "le", named < 0.7 {
        // Numbered offers and building projects with their amounts are no leads.
        let haveAmounts = columns.contains {
          AmountHeader($0.cell.text).isAmount && $0.contents.share($0.contents.numbers) >= 0.6
        }
        if haveAmounts, columns.contains(where: Self.numbersQuote) || areOthersProjects(reading, keys) { return 0.3 }
      }
      if reading.prefix == "le", named < 0.7, areOfDeals(reading) { return 0.4 }
      if reading.prefix == "le", named < 0.7,
        columns.count(where: { $0.bare.says(["visit", "besuch", "拜访", "走访"]) }) > 1
      {
        return 0.4
      }
      return reading.prefix == "le" && named < 0.7 && all.isDisjoint(with: ["name", "lead_id"]) ? 0.4 : 1
    case "ct": return areRenewals ? 0.3 : 1
    case "dr", "pd": return named < 0.7 && areDebts ? 0.2 : 1
    case "vi":
      if areExpenses, all.isDisjoint(with: ["result", "next_step", "next_date", "topic"]) { return 0.3 }
      return saysNothingOfVisits(reading, all) ? 0.3 : 1
    case "pe": return columns.contains(where: Self.numbersCustomer) || haveAmountsByPeriod ? 0.3 : 1
    default: return 1
    }
  }

  /// Whether amounts stand under months, quarters or years: what people sold, or are to sell.
  private var haveAmountsByPeriod: Bool {
    columns.count { column in
      PeriodHeader(column.cell.text) != nil && column.contents.share(column.contents.numbers) >= 0.6
    } > 1
  }

  /// Whether the labels of the renewals say so, beside a day.
  var areRenewals: Bool {
    columns.contains { $0.contents.areDates }
      && columns.contains { column in
        let contents = column.contents
        guard contents.filled > 2, contents.distinct > 1, contents.distinct <= 12 else { return false }
        let count = contents.values.count { Self.saysRenewal($0) }
        return count > 1 && count * 2 >= contents.distinct
      }
  }

  /// Whether what is owed, paid and left of it stands in columns of their own.
  private var areDebts: Bool {
    columns.count { column in
      column.bare.says(Self.debts) && column.contents.share(column.contents.numbers) >= 0.6
    } > 1
  }

  /// Whether what journeys cost stands beside them.
  private var areExpenses: Bool {
    columns.contains { column in
      column.contents.share(column.contents.numbers) >= 0.6 && column.contents.filled > 2
        && (AmountHeader(column.cell.text).isAmount
          || column.bare.says(["km", "kilometer", "spesen", "里程", "交通费"]))
    }
  }

  /// What the rows of two sheets that are none of ours say together.
  private var areOtherAffairs: Bool {
    areLoans
      || Self.affairs.contains { affair in
        affair.allSatisfy { words in columns.contains { $0.bare.says(words) } }
      }
  }

  private var areLoans: Bool {
    [Self.lenders, Self.borrowers].allSatisfy { words in columns.contains { $0.bare.says(words) } }
  }

  /// Whether the labels of the rows are those of work that was agreed on, and nothing says how likely it is, or that it is won or lost.
  private func areJobs(_ reading: KindReading) -> Bool {
    guard !reading.columns.contains(where: { ["prob_override", "lost_reason", "outcome"].contains($0.key) }),
      let stage = reading.columns.first(where: { $0.key == "stage" }), stage.contents.filled > 2,
      !stage.contents.values.contains(where: OutcomeColumn.saysWonOrLost)
    else { return false }
    let works = stage.contents.values.count(where: Self.isWork)
    return works > 1 && works * 2 >= stage.contents.distinct
  }

  /// Whether places and sources stand beside the rows, and nobody of the team, no chance and no end: what is known of a market.
  private func areOthersProjects(_ reading: KindReading, _ keys: Set<String>) -> Bool {
    guard keys.isDisjoint(with: ["owner", "prob_override", "lost_reason", "next_date", "next_action", "outcome"]),
      !saysHowItEnds(reading)
    else { return false }
    return columns.count { $0.bare.says(Self.markets) } > 1
  }

  /// Whether every row has a deal and none says how a lead stands: rows that came of deals, such as what was paid for them.
  private func areOfDeals(_ reading: KindReading) -> Bool {
    guard !reading.columns.contains(where: { ["status", "channel", "drop_reason"].contains($0.key) }) else {
      return false
    }
    return reading.columns.contains { column in
      column.key == "deal_id" && column.contents.filled > 2 && column.contents.filled * 10 >= column.contents.rows * 9
    }
  }

  private func saysHowItEnds(_ reading: KindReading) -> Bool {
    reading.columns.contains { column in
      ["stage", "outcome"].contains(column.key) && column.contents.values.contains(where: OutcomeColumn.saysWonOrLost)
    }
  }

  /// Whether neither whom nor how much, when or how likely is said.
  private func saysNoWorth(_ keys: Set<String>) -> Bool {
    keys.isDisjoint(with: ["amount", "prob_override", "lost_reason", "rival", "outcome"])
      && (keys.isDisjoint(with: ["account_id"]) || keys.isDisjoint(with: ["stage", "expected_close", "bid_date"]))
  }

  /// Whether visits say neither who made them nor what for, what came of them or what comes next, and other things instead: those who come
  /// to a shop.
  private func saysNothingOfVisits(_ reading: KindReading, _ keys: Set<String>) -> Bool {
    let told: Set<String> = [
      "visitor", "purpose", "mode", "result", "next_step", "next_date", "contact_id", "deal_id", "lead_id",
      "companions",
    ]
    guard keys.isDisjoint(with: told),
      !reading.columns.contains(where: { $0.key == "topic" && !$0.evidence.isWeak && $0.contents.filled > 0 })
    else { return false }
    return reading.leftAlone.count { $0.reason != .noInput && $0.contents.filled > 0 } > 1
  }

  /// Whether a header says the number of an offer: ‘Quotation No.’, 報價單號.
  private static func numbersQuote(_ column: HeaderColumn) -> Bool {
    let contents = column.contents
    return contents.filled > 2 && contents.distinct == contents.filled
      && column.bare.words.contains { word in
        ["quote", "quotation", "offer", "offerte", "angebot", "angebotsnummer", "angebotsnr", "proposal", "报价"].contains
        {
          word == $0 || HeaderWords.isChinese($0) && word.containsBytes(of: $0)
        }
      }
  }

  /// Whether a column surely says by its number which customer the row belongs to.
  private static func numbersCustomer(_ column: HeaderColumn) -> Bool {
    guard let last = column.bare.words.last, column.contents.filled > 0,
      ["id", "no", "nr", "number", "nummer", "code"].contains(last)
        || ["编号", "代号", "代码"].contains(where: last.hasSuffix)
    else { return false }
    return column.meanings.contains {
      $0.match != .part && $0.meaning.prefix == "ct" && $0.meaning.key == "account_id" && !$0.meaning.isWeak
    }
  }

  private static func speaksOfRenewal(_ column: HeaderColumn) -> Bool {
    column.bare.words.contains { word in
      saysRenewal(word) || ["arr", "mrr", "abo", "term"].contains(word)
        || renewals.contains { word.containsBytes(of: $0) }
    } || column.contents.distinct <= 12 && column.contents.values.contains(where: saysRenewal)
  }

  private static func saysRenewal(_ label: String) -> Bool {
    let text = Simplified.text(TextFolding.folded(label))
    return ["续费", "续约", "续签", "续保", "续单", "renew", "verlänger", "verlanger"].contains { text.containsBytes(of: $0) }
  }

  /// A state of work.
  private static func isWork(_ label: String) -> Bool {
    let text = Simplified.text(TextFolding.folded(label))
    if text.unicodeScalars.contains(where: { $0.value > 0x2FFF }) { return works.contains { text.contains($0) } }
    return jobs.contains(where: text.hasPrefix)
  }

  private static let renewals = [
    "expiry", "expir", "renew", "subscription", "recurring", "arr", "mrr", "term", "ablauf", "laufzeit", "abo",
    "kündig",
    "kundig", "verläng", "verlang", "wartung", "到期", "续", "年费", "订阅", "服务期", "维保",
  ]
  private static let works = [
    "施工", "完工", "收款", "验收", "保固", "质保", "安装", "出货", "发货", "生产", "进场", "停工", "交付", "请款", "维修", "已结项",
  ]
  private static let jobs = [
    "under construction", "in production", "installed", "installing", "delivered", "invoiced", "commissioned",
    "completed", "in ausführung", "in ausfuhrung", "in fertigung", "fertig", "abgenommen", "abgerechnet",
    "schlussgerechnet", "montiert", "in montage", "geliefert", "im bau",
  ]
  private static let lenders = ["lender", "kreditgeber", "darlehensgeber", "出借", "贷款人", "债权人"]
  private static let borrowers = ["borrower", "kreditnehmer", "darlehensnehmer", "借款", "债务人"]
  private static let debts = ["应收", "已付", "已收", "尚欠", "未收", "欠款", "实收", "outstanding", "owed"]
  private static let markets = [
    "lat", "lon", "latitude", "longitude", "url", "veröffentlichung", "published", "publication", "posted", "quelle",
    "land", "country", "publishing", "经度", "纬度", "发布日期", "公告日期", "信息来源网址", "staat",
  ]
  /// Words of which a sheet of ours does not have one of each group.
  private static let affairs: [[[String]]] = [
    [
      ["saldo", "balance", "余额", "kontostand"],
      ["fee", "gebühr", "gebuhr", "手续费", "charge", "iban", "verwendungszweck"],
    ],
    [
      ["objekt", "objektnummer", "property", "liegenschaft", "gebäude", "gebaude", "building", "楼栋", "物业"],
      ["einheit", "wohneinheit", "wohnung", "apartment", "flat", "单元", "mieteinheit"],
    ],
    [
      ["funding", "förderung", "fördersumme", "资助"],
      ["agency", "research", "call", "fördergeber", "programm", "课题"],
    ],
    // What customers ask help for.
    [
      ["ticket", "incident", "case", "issue", "vorfall", "störung", "störungsnummer", "工单", "报障", "故障"],
      [
        "priority", "severity", "urgency", "sla", "priorität", "dringlichkeit", "resolution", "agent", "优先级", "紧急程度",
        "处理人",
      ],
    ],
  ]
}
