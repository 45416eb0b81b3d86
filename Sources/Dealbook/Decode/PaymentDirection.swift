// SPDX-License-Identifier: Apache-2.0

import Base
import Formula
import Playbook
import Spreadsheet

/// Which way the money of a row goes. A ledger may hold what customers pay beside what suppliers are paid, told apart by a column of their
/// kind alone: In and Out, 收款 and 付款, Debitor and Kreditor.
struct PaymentDirection {
  private enum Way {
    case incoming, outgoing
    /// What a customer pays, and what a supplier is paid: ‘Payment’.
    case either
  }

  /// What the cells of one column say.
  private struct Seen {
    var incoming = 0
    /// By row offset.
    var outgoing: [Int: RowSign] = [:]
    /// The first cell that may say that money goes out.
    var either: RowSign?
    /// Whether a cell says neither.
    var saysOther = false

    /// The first row that goes out, or may, where others come in.
    var first: RowSign? {
      outgoing.min { $0.key < $1.key }?.value ?? (incoming > 0 ? either : nil)
    }
  }

  /// By column.
  private var seen: [Int: Seen] = [:]

  /// Whether a header may be that of directions: ‘Direction’, 收/付, or that of kinds.
  static func mayName(_ header: String) -> Bool {
    let folded = Simplified.text(TextFolding.folded(header))
    let letters = String(folded.filter { $0.isLetter })
    return headers.contains(letters) || characters.contains { folded.containsBytes(of: $0) }
      || PaymentSigns.mayName(header)
  }

  /// Takes in a cell of such a column.
  mutating func look(at value: CellValue, column: Int, offset: Int, _ sign: @autoclosure () -> RowSign) {
    guard let text = value.text else { return }
    switch Self.way(text) {
    case .outgoing: seen[column, default: Seen()].outgoing[offset] = sign()
    case .incoming: seen[column, default: Seen()].incoming += 1
    case .either:
      if seen[column, default: Seen()].either == nil { seen[column, default: Seen()].either = sign() }
    case nil: seen[column, default: Seen()].saysOther = true
    }
  }

  /// The rows that go out, if one column says of every row which way it goes and some come in; they count in no figure. Otherwise the first
  /// that goes out, or may: what the others are is not known then.
  ///
  /// - Parameter mayLeaveOut: whether a row may be left out alone.
  func found(on sheet: LocatedSheet, mayLeaveOut: (Int) -> Bool) -> (doubt: RowSign?, over: [Int: RowSign]) {
    let telling = seen.sorted { $0.key < $1.key }.map(\.value).filter { $0.first != nil }
    guard let only = telling.first else { return (nil, [:]) }
    let isSure =
      telling.count == 1 && only.either == nil && !only.saysOther && only.incoming > 0
      && only.incoming + only.outgoing.count == sheet.rows.dataCount && only.outgoing.keys.allSatisfy(mayLeaveOut)
    return isSure ? (nil, only.outgoing) : (only.first, [:])
  }

  private static func way(_ text: String) -> Way? {
    guard text.utf8.count < 64 else { return nil }
    let word = Simplified.text(TextFolding.label(text))
    if outgoing.contains(word) { return .outgoing }
    if incoming.contains(word) { return .incoming }
    return either.contains(word) ? .either : nil
  }

  private static let headers: Set<String> = [
    "direction", "flow", "cashflow", "inout", "inorout", "moneyflow", "arap", "richtung", "zahlungsrichtung", "einaus",
    "eingangausgang", "entratauscita", "entrateuscite", "verso", "segno", "sens", "sentido", "entréesortie",
    "partytype", "partnertype", "ledger", "side",
  ]
  private static let characters = ["收付", "收支", "收/付", "进出", "流向", "方向"]

  /// Folded and simplified.
  private static let outgoing: Set<String> = [
    "out", "outgoing", "outflow", "outbound", "cash out", "money out", "paid out", "payable", "payables",
    "account payable", "accounts payable", "ap", "a/p", "ap invoice", "vendor", "vendor invoice", "vendor bill",
    "vendor payment", "supplier", "supplier invoice", "supplier bill", "supplier payment", "purchase invoice",
    "bill payment", "expense", "expenses", "disbursement", "outgoing payment",
    "ausgang", "ausgabe", "ausgaben", "zahlungsausgang", "auszahlung", "kreditor", "kreditoren", "lieferant",
    "eingangsrechnung", "eingangsrechnungen", "lieferantenrechnung", "verbindlichkeit", "verbindlichkeiten",
    "uscita", "uscite", "passiva", "passivo", "fornitore", "fornitori", "fattura passiva", "fattura fornitore",
    "fattura di acquisto", "pagamento fornitore", "spesa", "spese",
    "salida", "egreso", "proveedor", "gasto", "sortie", "décaissement", "fournisseur", "dépense",
    "付款", "付款单", "支出", "付", "支", "出", "应付", "应付款", "应付账款", "应付单", "采购付款", "供应商", "供应商付款", "流出", "出款", "进项",
    "进项发票",
  ]
  private static let incoming: Set<String> = [
    "in", "incoming", "inflow", "inbound", "cash in", "money in", "receipt", "receipts", "receivable", "receivables",
    "ar", "a/r", "ar invoice", "customer", "customer invoice", "customer payment", "sale", "sales", "sales invoice",
    "invoice", "income", "revenue", "incoming payment",
    "eingang", "einnahme", "einnahmen", "zahlungseingang", "debitor", "debitoren", "kunde", "ausgangsrechnung",
    "forderung", "entrata", "entrate", "attiva", "attivo", "incasso", "cliente", "fattura attiva", "entrada", "ingreso",
    "cobro", "entrée", "encaissement", "收款", "收款单", "收入", "收", "入", "应收", "应收款", "应收账款", "应收单", "回款", "客户", "流入",
    "销项", "销项发票", "销售收款",
  ]
  private static let either: Set<String> = [
    "payment", "payments", "bill", "purchase", "debit", "zahlung", "rechnungseingang", "pagamento", "acquisto", "pago",
    "compra", "paiement", "achat", "支付", "采购",
  ]
}

extension PaymentDirection {
  /// What the columns say that were adopted as something else.
  init(adoptedOn sheet: LocatedSheet) {
    for column in sheet.columns where !column.definition.isComputed {
      let type = column.definition.type
      guard type == .list || type == .text && Self.mayName(column.header) else { continue }
      for offset in 0..<min(column.values.count, sheet.rows.count) where sheet.rows.kinds[offset] == .data {
        let value = column.values[offset]
        guard let text = value.text,
          let cell = CellReference(
            row: sheet.place(ofRow: sheet.rows.range.lowerBound + offset).row, column: column.number)
        else { continue }
        look(
          at: value, column: column.number, offset: offset,
          RowSign(header: column.header, text: StraySpace.trimmed(text), cell: cell))
      }
    }
  }
}
