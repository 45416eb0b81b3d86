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

  /// The columns in which something comes in.
  private var incoming: Set<Int> = []
  /// By column, the first cell that may say that money goes out.
  private var either: [Int: RowSign] = [:]

  /// A row of which it is sure that money goes out, or that is the first of its column to say so where other rows say that it comes in.
  private(set) var first: RowSign?

  /// Whether a header may be that of directions: ‘Direction’, 收/付, or that of kinds.
  static func mayName(_ header: String) -> Bool {
    let folded = Simplified.text(TextFolding.folded(header))
    let letters = String(folded.filter { $0.isLetter })
    return headers.contains(letters) || characters.contains { folded.containsBytes(of: $0) }
      || PaymentSigns.mayName(header)
  }

  /// Takes in a cell of such a column.
  mutating func look(at value: CellValue, column: Int, _ sign: @autoclosure () -> RowSign) {
    guard first == nil, let text = value.text, let way = Self.way(text) else { return }
    switch way {
    case .outgoing: first = sign()
    case .incoming: incoming.insert(column)
    case .either: if either[column] == nil { either[column] = sign() }
    }
    if let other = either[column], incoming.contains(column) { first = other }
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

extension RowSign {
  /// The first payment that goes out, where a column that was adopted says which way they go.
  static func direction(on sheet: LocatedSheet) -> RowSign? {
    var direction = PaymentDirection()
    for column in sheet.columns where !column.definition.isComputed {
      let type = column.definition.type
      guard type == .list || type == .text && PaymentDirection.mayName(column.header) else { continue }
      for offset in 0..<min(column.values.count, sheet.rows.count) where sheet.rows.kinds[offset] == .data {
        let value = column.values[offset]
        guard let text = value.text,
          let cell = CellReference(
            row: sheet.place(ofRow: sheet.rows.range.lowerBound + offset).row, column: column.number)
        else { continue }
        direction.look(
          at: value, column: column.number,
          RowSign(header: column.header, text: StraySpace.trimmed(text), cell: cell))
        if let first = direction.first { return first }
      }
    }
    return nil
  }
}
