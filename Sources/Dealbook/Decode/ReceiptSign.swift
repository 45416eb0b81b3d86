// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// The column of a sheet of payments that may say what was received, although it is not read as an amount: ticks, “Paid”, a date of
/// payment, an open balance, a share.
///
/// On a sheet without a column of amounts received, everything counts as unpaid. That is right for a list of what is open, and wrong beside
/// such a column: nothing is then computed from what was received.
struct ReceiptSign {
  private let sheet: LocatedSheet
  /// The header that says it without a look at the cells.
  private let named: String?
  /// The columns whose cells may say it.
  let headers: [UnboundHeader]
  private var found: Set<Int> = []
  /// What each invoice is for,
  private let amounts: Column?
  /// and by column number, how many cells are the whole amount, where the others are a part of it or nothing; nil once one is neither.
  private var wholes: [Int: Int?] = [:]

  /// Nil for a sheet that needs no receipts, or says what was received.
  init?(_ sheet: LocatedSheet) {
    guard sheet.prefix == "pa", sheet.rows.count > 0, sheet.column("received") == nil,
      let amount = sheet.column("amt_override") ?? sheet.column("pct"), !Self.saysOpen(amount.header)
    else { return nil }
    self.sheet = sheet
    amounts = sheet.column("amt_override")?.values
    let unknown = sheet.unknownHeaders + sheet.duplicateHeaders
    if let date = sheet.column("received_date"), Self.holdsAny(date, sheet.rows) {
      named = date.header
    } else if let share = sheet.column("pct"), Self.says(share.header, Self.receiptWords, Self.receiptCharacters) {
      named = share.header
    } else {
      named = unknown.first { Self.namesPayment($0.header) }?.header
    }
    headers = named == nil ? unknown : []
  }

  /// Takes in a cell of a column that is not read: a tick, or a word such as “paid”, in any of the first rows.
  mutating func look(at value: CellValue, in header: UnboundHeader, offset: Int) {
    guard offset <= Self.examinedRows, !found.contains(header.column) else { return }
    note(value, in: header, offset: offset)
    if case .boolean = value {
      found.insert(header.column)
    } else if let text = value.text, Self.cellWords.contains(StraySpace.trimmed(TextFolding.folded(text))) {
      found.insert(header.column)
    }
  }

  /// Notes whether a cell is the amount of the invoice, or a part of it.
  private mutating func note(_ value: CellValue, in header: UnboundHeader, offset: Int) {
    guard let amounts, offset < amounts.count, let amount = amounts[offset].number, amount > 0, value != .blank else {
      return
    }
    guard let known = wholes[header.column, default: 0] else { return }
    guard let number = value.number, number >= 0, number <= amount + 0.005 else {
      wholes[header.column] = .some(nil)
      return
    }
    wholes[header.column] = known + (abs(number - amount) < 0.005 ? 1 : 0)
  }

  /// Whether the cells of a column that is not read are what was paid, or what is still open, whatever it is called: the whole amount for
  /// some invoices, and nothing or less for others. Amounts before and after tax may be so too, and say it.
  private func saysByCells(_ header: UnboundHeader) -> Bool {
    guard let whole = wholes[header.column] ?? nil, whole > 1 else { return false }
    let folded = TextFolding.folded(header.header)
    if Self.taxWords.contains(where: { folded.contains($0) }) { return false }
    let rows = sheet.rows.dataCount
    return whole < rows && whole * 10 >= rows
  }

  private static let taxWords = [
    "net", "gross", "brutto", "tax", "vat", "mwst", "ust", "稅", "税", "excl", "incl", "subtotal",
  ]

  /// What the column means for the amounts received; nil if there is none.
  var obstacle: Obstacle? {
    (named ?? headers.first { found.contains($0.column) || saysByCells($0) }?.header).map {
      Self.saysOpen($0) ? .openElsewhere(header: $0) : .saidElsewhere(header: $0)
    }
  }

  /// What a tab for what came in means, if one is there and not read.
  static func tab(beside sheet: LocatedSheet, among others: [OtherSheet]) -> Obstacle? {
    guard sheet.rows.count > 0, let amount = sheet.column("amt_override") ?? sheet.column("pct"),
      !saysOpen(amount.header)
    else { return nil }
    let tab = others.first { other in
      switch other.reason {
      case .noWorksheet, .unlike(.summary), .unlike(.empty), .unlike(.noHeader): false
      case .secondOf, .unlike:
        says(other.title, tabWords, tabCharacters) && !says(other.title, agreedWords, agreedCharacters)
          && !says(other.title, summaryWords, summaryCharacters)
      }
    }
    return tab.map { .onOtherTab(title: $0.title) }
  }

  private static func holdsAny(_ column: LocatedColumn, _ rows: RowLayout) -> Bool {
    (0..<min(column.values.count, rows.count)).contains { rows.kinds[$0] == .data && !column.values[$0].isEmpty }
  }

  static let examinedRows = 1000

  private static func namesPayment(_ header: String) -> Bool {
    if isAmountDue(header) { return true }
    guard says(header, headerWords, headerCharacters) else { return false }
    // The state of an invoice says whether it is paid.
    return !says(header, agreedWords, agreedCharacters) || says(header, ["status", "state"], ["狀態", "状态"])
  }

  static func saysOpen(_ header: String) -> Bool {
    says(header, openWords, openCharacters) || isAmountDue(header)
  }

  /// `Amount Due`, `Balance due`: not the day, and not what was agreed on.
  private static func isAmountDue(_ header: String) -> Bool {
    let words = Set(TextFolding.folded(header).split { !$0.isLetter }.map(String.init))
    return words.contains("due")
      && words.isSubset(of: ["amount", "total", "still", "now", "due", "invoice", "in", "currency"])
      && words.count > 1
  }

  private static func says(_ header: String, _ words: Set<String>, _ characters: [String]) -> Bool {
    let folded = TextFolding.folded(header)
    if folded.split(whereSeparator: { !$0.isLetter }).contains(where: { words.contains(String($0)) }) { return true }
    return characters.contains { folded.contains($0) }
  }

  private static let openWords: Set<String> = [
    "balance", "outstanding", "open", "remaining", "unpaid", "saldo", "offen", "offener", "offene", "restbetrag",
    "residuo", "solde", "restforderung", "rückstand", "außenstand", "rest", "owed", "residual", "op",
  ]
  private static let openCharacters = [
    "餘額", "余额", "未收", "未回", "未付", "欠款", "剩餘", "剩余", "尚欠", "結欠", "结欠", "未沖", "未冲", "未核銷", "未核销", "待回款", "未結", "未结",
  ]

  private static let receiptWords: Set<String> = [
    "paid", "received", "collected", "settled", "cleared", "clearing", "ausgleich", "ausgleichsdatum",
    "ausgleichsbeleg",
    "bezahldatum", "zahldatum", "bezahlt", "gezahlt", "beglichen", "erhalten", "eingegangen",
    "payé", "réglé", "encaissé", "reçu", "pagado", "cobrado", "recibido", "pagato", "incassato", "ricevuto",
  ]
  private static let receiptCharacters = [
    "回款", "收款", "已收", "已付", "實收", "实收", "到賬", "到帳", "到账", "入帳", "入账", "付訖", "付讫", "結清", "结清", "核銷", "核销", "沖帳", "冲账",
    "清帳", "清账", "清賬", "沖銷", "冲销",
  ]
  /// Beside those of receipts and open amounts, what names a state.
  private static let headerWords = receiptWords.union(openWords).union([
    "pay", "payment", "payments", "receipt", "receipts", "collection", "status", "state", "closed", "done", "credited",
    "zahlung", "zahlungseingang", "zahlstatus", "erledigt", "stato", "statut", "estado", "pago", "cobro", "paiement",
    "règlement", "encaissement", "pagamento", "incasso",
  ])
  private static let headerCharacters = receiptCharacters + openCharacters + ["狀態", "状态", "付款", "支付", "繳", "缴", "清"]

  private static let tabWords: Set<String> = [
    "receipts", "receipt", "payments", "collections", "remittances", "zahlungseingänge", "zahlungseingang", "zahlungen",
    "eingänge", "einzahlungen", "encaissements", "cobros", "incassi",
  ]
  private static let tabCharacters = ["回款", "收款", "到賬", "到帳", "到账", "入帳", "入账", "核銷", "核销", "進帳", "进账"]

  private static let summaryWords: Set<String> = [
    "summary", "report", "chart", "overview", "dashboard", "forecast", "help",
  ]
  private static let summaryCharacters = [
    "統計", "统计", "分析", "報表", "报表", "圖", "图", "匯總", "汇总", "說明", "说明", "計劃", "计划", "預測", "预测",
  ]

  /// Of what was agreed on, not of what came in: payment terms, 付款方式.
  private static let agreedWords: Set<String> = [
    "terms", "term", "method", "mode", "type", "conditions", "days", "schedule", "plan", "reminder", "invoice",
  ]
  private static let agreedCharacters = ["條件", "条件", "方式", "期限", "賬期", "帳期", "账期", "清單", "清单"]

  private static let cellWords: Set<String> = [
    "✓", "✔", "√", "☑", "✗", "✘", "×", "x", "yes", "no", "y", "n", "true", "false", "paid", "unpaid", "open", "partly",
    "partially paid", "part paid", "overdue", "settled", "cleared", "received", "pending", "outstanding", "ja", "nein",
    "bezahlt", "offen", "beglichen", "erledigt", "payé", "impayé", "oui", "non", "pagado", "pendiente", "sí", "si",
    "pagato", "是", "否", "已付", "未付", "已收", "未收", "已收款", "未收款", "已回款", "未回款", "已付款", "未付款", "付清", "已結清",
    "已结清", "未結清", "未结清", "已到賬", "已到账", "未到賬", "未到账", "部分", "部分收款", "部分回款",
  ]
}
