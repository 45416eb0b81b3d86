// SPDX-License-Identifier: Apache-2.0

import Base
import Playbook

/// What a column of payments that is not read may say of each.
enum PaymentSigns {
  /// Whether a header may be that of a kind or a state of documents.
  static func mayName(_ header: String) -> Bool {
    let folded = Simplified.text(TextFolding.folded(header))
    if folded.split(whereSeparator: { !$0.isLetter }).contains(where: { words.contains(String($0)) }) { return true }
    return isOfSides(folded) || characters.contains { folded.containsBytes(of: $0) }
  }

  /// Whether a cell says that the row is no claim: void, a draft, a credit note.
  static func says(_ text: String, under header: String) -> Bool {
    let word = Simplified.text(TextFolding.label(text))
    if cells.contains(word) || beginnings.contains(where: { word.hasPrefix($0) }) { return true }
    return sides.contains(word) && isOfSides(Simplified.text(TextFolding.folded(header)))
  }

  /// Whether a cell says in so many words that nothing is asked for: the row counts nowhere, then. Of a credit note that is not known.
  static func isVoid(_ text: String) -> Bool { void.contains(Simplified.text(TextFolding.label(text))) }

  private static let void: Set<String> = [
    "void", "voided", "draft", "cancelled", "canceled", "entwurf", "storniert", "annulliert", "brouillon", "annulé",
    "borrador", "anulado", "作废", "已作废", "草稿", "取消", "已取消",
  ]

  /// S/H, Soll/Haben, Dr/Cr, 借贷: on which side of an account the amount stands.
  private static func isOfSides(_ header: String) -> Bool {
    headersOfSides.contains(String(header.filter { $0.isLetter }))
  }

  private static let words: Set<String> = [
    "type", "kind", "status", "state", "art", "belegart", "belegtyp", "dokumentart", "document", "doctype", "void",
    "voided",
    "cancelled", "canceled", "storno", "statut", "estado", "tipo", "nature", "typ", "vorgangsart", "buchungsart", "doc",
  ]
  private static let characters = ["类型", "类别", "种类", "状态", "作废", "红冲", "性质", "单别", "票种", "单据类"]
  private static let headersOfSides: Set<String> = [
    "sh", "sollhaben", "drcr", "dc", "cd", "debitcredit", "creditdebit", "debcred", "借贷", "借贷方向", "借贷标志", "方向",
  ]
  private static let sides: Set<String> = ["h", "haben", "c", "cr", "credit", "贷", "贷方"]

  private static let cells: Set<String> = [
    "void", "voided", "draft", "cancelled", "canceled", "reversed", "reversal", "refund", "refunded", "credit",
    "written off", "uncollectible", "entwurf", "storniert", "annulliert", "avoir", "brouillon", "annulé", "abono",
    "anulado", "borrador", "nota di credito", "nota de crédito", "红字", "红冲", "作废", "已作废", "草稿", "取消", "已取消", "退款",
    "退货", "折让", "贷项", "proforma", "pro forma", "pro-forma", "形式发票", "write-off", "write off", "ausgebucht",
    "abgeschrieben", "已冲销", "冲销", "cleared", "ausgeziffert", "呆账", "坏账", "销退", "cn", "cm", "gs", "dg",
    "quote", "quotation", "estimate", "angebot", "kostenvoranschlag", "报价单", "报价",
  ]
  private static let beginnings = [
    "proforma", "pro forma", "pro-forma", "credit note", "credit memo", "gutschrift", "storno", "红字发票", "贷项通知", "折让单",
    "退货单",
  ]
}
