// SPDX-License-Identifier: Apache-2.0

import Base
import Playbook

/// What the header of a column of amounts says of them: planned or actual, weighted, before or after tax.
///
/// A sheet of deals may have several such columns, and figures are only right by one of them.
struct AmountHeader {
  /// Whether it says an amount that a deal may have: no cost, tax or receipt, no share of one, no price of a single piece.
  let isAmount: Bool
  /// Whether it says an amount that is certain only once a deal is won.
  let isActual: Bool
  /// Whether it says an amount that nobody has agreed on yet.
  let isPlanned: Bool
  /// Whether it says what was agreed in a contract, which is the actual amount beside a planned one.
  let isContract: Bool
  /// Whether it may be an amount times its probability.
  let mayBeWeighted: Bool

  init(_ header: String) {
    let folded = Simplified.text(TextFolding.folded(header))
    let words = folded.split { !($0.isLetter || $0 == "%") }.map(String.init)
    func says(_ known: Set<String>, _ characters: [String]) -> Bool {
      words.contains { word in
        known.contains(word)
          // German compounds: Angebotswert, Auftragssumme.
          || word.count > 7 && known.contains { $0.count > 3 && (word.hasPrefix($0) || word.hasSuffix($0)) }
      } || characters.contains { folded.containsBytes(of: $0) }
    }
    let isOther = Self.saysOther(words) || Self.otherCharacters.contains { folded.containsBytes(of: $0) }
    isAmount = says(Self.amounts, Self.amountCharacters) && !isOther
    isPlanned = isAmount && says(Self.planned, Self.plannedCharacters)
    isActual = isAmount && !isPlanned && says(Self.actual, Self.actualCharacters)
    isContract = isAmount && says(Self.contract, Self.contractCharacters)
    mayBeWeighted = isAmount && words.contains { ["expected", "forecast", "erwartet", "erwarteter"].contains($0) }
  }

  /// Whether a header of amounts says in brackets, or with a word of its own, that they are not those of deals: ‘Amount (cost)’, ‘Weighted
  /// value’, 金额（月）.
  static func saysOther(_ header: String) -> Bool {
    let folded = Simplified.text(TextFolding.folded(header))
    let words = Set(folded.split { !($0.isLetter || $0 == "%") }.map(String.init))
    if !words.isDisjoint(with: never) || neverCharacters.contains(where: { folded.containsBytes(of: $0) }) {
      return true
    }
    var depth = 0
    var inner = ""
    for character in folded {
      if "([（［【".contains(character) { depth += 1 }
      if depth > 0 { inner.append(character) }
      if ")]）］】".contains(character) { depth = max(0, depth - 1) }
    }
    let inside = inner.split { !($0.isLetter || $0 == "%") }.map(String.init)
    return saysOther(inside) || inside.contains { bracketed.contains($0) }
      || (otherCharacters + bracketedCharacters).contains { inner.containsBytes(of: $0) }
  }

  /// Whether one of the words names something else than an amount of a deal. ‘Incl. 19 % VAT’ only says how it is counted.
  private static func saysOther(_ words: [String]) -> Bool {
    let isBeforeOrAfterTax = words.contains { taxed.contains($0) }
    return words.contains { others.contains($0) && !(isBeforeOrAfterTax && taxes.contains($0)) }
  }

  private static let taxes: Set<String> = ["tax", "vat", "mwst", "ust", "%", "gst"]
  private static let taxed: Set<String> = [
    "net", "gross", "incl", "inc", "including", "excl", "ex", "excluding", "before", "after", "netto", "brutto", "inkl",
    "exkl", "zzgl", "ohne", "mit", "plus", "pre", "without", "with", "ht", "ttc",
  ]

  private static let never: Set<String> = [
    "weighted", "prorated", "gewichtet", "gewichteter", "cost", "costs", "margin", "commission", "discount",
    "provision", "marge",
  ]
  private static let neverCharacters = ["加权", "成本", "毛利", "佣金", "提成", "税额", "折扣"]
  private static let bracketed: Set<String> = [
    "old", "alt", "mtl", "monatlich", "ek", "hours", "score", "number", "count", "year", "quarter", "ytd", "cumulative",
  ]
  private static let bracketedCharacters = ["月", "累计", "旧", "小时", "数量"]

  /// Whether it is the actual amount beside the other one.
  func isActual(beside other: AmountHeader) -> Bool {
    guard isAmount, other.isAmount, !isPlanned, !other.isActual else { return false }
    return isActual || isContract && other.isPlanned
  }

  private static let amounts: Set<String> = [
    "amount", "amt", "value", "revenue", "sum", "total", "volume", "size", "acv", "tcv", "wert", "betrag", "umsatz",
    "summe", "volumen", "importo", "valore", "importe", "valor", "montant", "valeur",
  ]
  private static let amountCharacters = ["金额", "额", "总价", "成交价"]

  private static let others: Set<String> = [
    "weighted", "prob", "probability", "%", "cost", "costs", "margin", "profit", "tax", "vat", "mwst", "ust",
    "discount",
    "rabatt", "commission", "provision", "kosten", "marge", "gewinn", "budget", "paid", "received", "invoiced",
    "billed",
    "collected", "outstanding", "open", "balance", "unit", "monthly", "mrr", "month", "target", "quota", "ziel", "plan",
    "last", "previous", "prior", "vorjahr", "credit", "limit", "deposit", "bonus", "gewichtet", "gewichteter",
    "bezahlt",
    "offen", "per", "each", "remaining", "lost",
  ]
  private static let otherCharacters = [
    "加权", "概率", "成本", "毛利", "利润", "税额", "税率", "折扣", "佣金", "提成", "预算", "回款", "开票", "收款", "付款", "已付", "已收", "未收", "余额",
    "欠款", "单价", "每月", "月费", "目标", "任务", "去年", "上年", "信用", "保证金", "定金", "首付", "尾款", "差额", "限额", "损失", "奖金",
  ]
  private static let actual: Set<String> = [
    "actual", "final", "won", "closed", "signed", "booked", "realised", "realized", "tatsächlich", "tatsächlicher",
    "tatsächliche", "endgültig", "endgültiger", "ist",
  ]
  private static let actualCharacters = ["实际", "成交", "签约", "签单", "中标", "最终"]
  private static let planned: Set<String> = [
    "estimated", "estimate", "est", "expected", "forecast", "planned", "potential", "quoted", "quote", "quotation",
    "offer", "offered", "proposal", "proposed", "bid", "geschätzt", "geschätzter", "erwartet", "erwarteter", "geplant",
    "geplanter", "angebot", "angebots", "prognose",
  ]
  private static let plannedCharacters = ["预计", "预估", "估计", "估算", "报价", "预测", "意向", "投标", "预期"]
  private static let contract: Set<String> = [
    "contract", "contracted", "order", "auftrag", "auftrags", "vertrag", "vertrags",
  ]
  private static let contractCharacters = ["合同", "订单"]
}
