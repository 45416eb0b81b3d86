// SPDX-License-Identifier: Apache-2.0

import Base
import Playbook

/// What the columns of a sheet say about it together, beyond the meaning of each header.
struct SheetSigns {
  let columns: [HeaderColumn]
  /// The numbers of the columns with phone numbers and e-mail addresses.
  private let contactColumns: Set<Int>
  private var contacts: Int { contactColumns.count }
  /// The numbers of the columns of money, by header and cells.
  private let amounts: Set<Int>
  /// The number of headers from another domain: rents, wages, pupils, stocks.
  private let strange: Int
  /// Whether the rows are people: a column called 姓名, or names of people next to phone numbers.
  private let arePersons: Bool
  /// Whether the rows have amounts, days on which they close, and stages of which some say that a deal is won or lost, and are not numbered
  /// as leads.
  private let areDeals: Bool
  /// Whether the rows are lines of a shop's orders.
  private let areShopOrders: Bool

  init(_ columns: [HeaderColumn]) {
    self.columns = columns
    contactColumns = Set(columns.filter(Self.isContact).map(\.cell.column))
    amounts = Set(columns.filter(Self.isAmount).map(\.cell.column))
    let contacts = contactColumns.count
    areShopOrders = Self.areShopOrders(columns)
    strange = columns.reduce(areShopOrders ? 3 : 0) { $0 + Self.strangeness(of: $1.bare, $1.contents) }
    arePersons = contacts > 0 && columns.contains { Self.personNames.contains($0.bare.key) }
    let numbersLeads = columns.contains { column in
      column.meanings.contains { $0.meaning.prefix == "le" && $0.meaning.key == "lead_id" && $0.match == .same }
    }
    areDeals =
      !numbersLeads
      && columns.contains {
        (Self.means($0, ["amount"]) || AmountHeader($0.cell.text).isAmount)
          && $0.contents.share($0.contents.numbers + $0.contents.digitTexts) >= 0.5
      }
      && columns.contains {
        Self.means($0, ["expected_close", "actual_close"]) && $0.contents.share($0.contents.dates) >= 0.5
          || Self.isChance($0)
      }
      && columns.contains { column in
        (Self.namesStage(column.bare)
          || column.meanings.contains { $0.meaning.prefix == "de" && $0.meaning.key == "stage" })
          && column.contents.distinct > 1
          && (column.contents.values.contains(where: OutcomeColumn.saysWonOrLost) || Self.namesStage(column.bare))
      }
  }

  /// Whether a header says stages, which only deals have among what closes on a day.
  private static func namesStage(_ header: HeaderWords) -> Bool {
    header.words.contains { word in
      ["stage", "phase"].contains { word.hasSuffix($0) } || word.containsBytes(of: "阶段")
    }
  }

  /// Whether a header surely means one of these columns of deals.
  private static func means(_ column: HeaderColumn, _ keys: Set<String>) -> Bool {
    column.meanings.contains {
      $0.meaning.prefix == "de" && keys.contains($0.meaning.key) && !$0.meaning.isWeak && $0.match != .part
    }
  }

  /// Whether the rows are lines of a shop's orders: so many of an article, at a discount, sent in some way.
  private static func areShopOrders(_ columns: [HeaderColumn]) -> Bool {
    let words = Set(columns.flatMap(\.bare.words))
    return words.isSuperset(of: ["quantity", "discount"]) && !words.isDisjoint(with: ["ship", "shipping", "row"])
      && !words.isDisjoint(with: ["category", "sub-category", "segment", "sku"])
  }

  /// How much a column says that the rows are of another domain.
  private static func strangeness(of header: HeaderWords, _ contents: ColumnContents) -> Int {
    (namesOtherTrade(header) ? 3 : isPurchase(header) ? 2 : isStrange(header) ? 1 : 0)
      + (ForeignSteps.fill(contents) ? 3 : 0)
  }

  /// Whether a sheet with these headers is certainly of another domain, though it be called a pipeline.
  static func areForeign(_ columns: [(header: String, contents: ColumnContents)]) -> Bool {
    columns.reduce(0) { $0 + strangeness(of: HeaderWords($1.header, keepsBrackets: false), $1.contents) } > 2
  }

  private static let personNames: Set<String> = ["姓名", "客户姓名", "联系人姓名", "consumername", "leadname"]

  /// The columns of which a sheet of the kind has at least one. Without any, its names and amounts could be about anything.
  private static let marks: [String: Set<String>] = [
    "de": [
      "deal_id", "stage", "stage_date", "expected_close", "actual_close", "prob_override", "bid_date", "lost_reason",
      "rival",
    ],
    "co": ["contract_id", "sign_date", "delivered", "accepted", "warranty", "p1"],
    "pa": ["payment_id", "contract_id", "invoice_no", "due_override", "received", "received_date"],
    "re": ["p_end", "expiry"],
    "le": ["lead_id", "channel", "status", "received", "referrer", "est_amount", "need_date"],
    "vi": ["visit_id", "mode", "purpose", "topic", "result", "visitor", "contact_id", "next_step"],
    "pd": ["product_id", "list_price", "unit"],
    "tg": ["target"], "pl": ["target", "task", "activity"],
  ]

  /// - Parameter named: how strongly title, heading and file name suggest the kind.
  func weigh(_ reading: inout KindReading, named: Double) {
    // Rows of any kind may say how to reach the customer; whether they are about customers or people is weighed below.
    for index in reading.leftAlone.indices
    where !["acc", "le", "ct", "pe"].contains(reading.prefix) && reading.leftAlone[index].reason == .unknownWord
      && contactColumns.contains(reading.leftAlone[index].number)
    {
      reading.leftAlone[index].reason = .noInput
    }
    // A block of months or quarters is a plan beside the rows, whatever they are.
    for index in reading.leftAlone.indices where reading.leftAlone[index].reason == .unknownWord {
      let column = reading.leftAlone[index]
      let header = StraySpace.trimmed(column.header)
      if DateWords.isDate(header) || PeriodWords.isPeriod(header),
        column.contents.share(column.contents.numbers) >= 0.8
      {
        reading.leftAlone[index].reason = .noInput
      }
    }
    // What will be decided on a day, with a chance, is an opportunity: some CRMs call it a lead.
    if reading.prefix == "le", reading.columns.contains(where: { $0.key == "need_date" && !$0.evidence.isWeak }),
      columns.contains(where: Self.isChance)
    {
      reading.score *= 0.5
    }
    // Amounts that close on a day, and were won or lost, are deals, whoever may be reached about them.
    if areDeals, ["le", "acc", "ct"].contains(reading.prefix) { reading.score *= named < 0.7 ? 0.4 : 0.8 }
    // Of contracts most are signed; what is expected to be, and may be lost, are deals.
    if areDeals, reading.prefix == "co", named < 1, columns.contains(where: Self.mayBeSigned) { reading.score *= 0.6 }
    // What came of an opportunity, with a chance, is one.
    if reading.prefix == "le", named < 0.7, columns.contains(where: Self.isChance),
      columns.contains(where: Self.namesDeal)
    {
      reading.score *= 0.5
    }
    // The days of visits are those of visits, whoever answers for the customer.
    if reading.prefix == "acc", named < 0.7, columns.contains(where: Self.datesVisit) { reading.score *= 0.5 }
    // A date and an amount without further words, beside what is owed, are those of a receivable.
    if reading.prefix == "co", named < 0.7, areReceivables,
      !reading.columns.contains(where: { $0.key == "amount" && !$0.evidence.isWeak })
    {
      reading.score *= 0.6
    }
    // Visits and people cost nothing: rows with a sum of money that they can't take are something else.
    if ["vi", "ct", "pe"].contains(reading.prefix), reading.leftAlone.contains(where: { amounts.contains($0.number) }) {
      reading.score *= 0.7
    }
    var bonus = 0.0
    if ["acc", "le", "ct"].contains(reading.prefix) { bonus += min(0.5, Double(contacts) * 0.25) }
    if reading.prefix == "acc", named >= 0.7, reading.columns.contains(where: { $0.evidence.word == .customers }) {
      bonus += 0.8
    }
    if arePersons {
      // People who may buy, with their phone numbers.
      if reading.prefix == "le" { bonus += 1.5 }
      if reading.prefix == "acc" { bonus -= 1.5 }
    } else if reading.prefix == "acc", contacts > 0, Self.namesEachOnce(reading) {
      bonus += 0.6
    }
    reading.score += bonus
    reading.firmScore += max(0, bonus)
    if !reading.hasSubject { reading.score *= 0.6 }
    if Self.namesDealsOnly(reading) { reading.score *= 0.5 }
    if named < 1
      ? Self.isAboutNobody(reading) : Self.visitsNobody(reading) && !columns.contains(where: Self.datesVisit)
    {
      reading.score *= 0.3
    }
    if named < 0.7, Self.areOfAnyKind(reading, contacts: contacts) || areMostlyUnknown(reading) { reading.score *= 0.6 }
    if Self.areGoods(reading) || named < 1 && areTasks(reading) { reading.score *= 0.6 }
    if !hasMark(reading) { reading.score *= named < 0.7 ? 0.6 : 0.75 }
    if reading.completeness < 0.5 { reading.score *= 0.85 }
    let ours = columns.count - reading.leftAlone.count { $0.reason == .noInput }
    let share = ours == 0 ? 0 : Double(reading.columns.count) / Double(ours)
    if share >= 0.5, reading.hasSubject { reading.score += 0.5 * share }
    // There is no evidence left against it.
    if reading.leftAlone.allSatisfy({ $0.reason == .noInput }), reading.hasSubject, hasMark(reading) {
      reading.score += 0.5
      reading.firmScore += 0.5
    }
    // People without a company, with their wages, are the company's own.
    let areStaff =
      reading.prefix == "pe" || reading.prefix == "ct" && !reading.columns.contains { $0.key == "account_id" }
    if strange > 2 || strange > 0 && areStaff {
      reading.score *= strange > 5 ? 0.2 : 0.35
    } else if strange > 1 {
      reading.score *= 0.6
    }
    if ["de", "co", "pa", "re"].contains(reading.prefix), arePurchases(reading.prefix) { reading.score *= 0.2 }
    if areShopOrders { reading.score *= 0.3 }
    reading.score *= contradiction(of: reading, named: named)
  }

  /// Whether the only party of the rows is one from whom is bought, or the amounts are those that are to be paid.
  ///
  /// In English, whoever signs a contract with the team may be called a vendor, unless a buyer stands beside it.
  private func arePurchases(_ prefix: String) -> Bool {
    func says(_ header: HeaderWords, _ words: Set<String>, _ characters: [String]) -> Bool {
      header.words.contains { word in
        words.contains(word) || words == Self.supplierWords && Self.supplierBeginnings.contains { word.hasPrefix($0) }
          || characters.contains { word.containsBytes(of: $0) }
      }
    }
    if columns.contains(where: { says($0.bare, Self.customerWords, Self.customerCharacters) }) { return false }
    if columns.contains(where: { says($0.bare, Self.payableWords, Self.payableCharacters) }) { return true }
    let hasBuyer = columns.contains { says($0.bare, Self.buyerWords, []) }
    let isInvoiced = columns.contains { says($0.bare, ["invoice"], []) }
    return columns.contains { column in
      says(column.bare, Self.supplierWords, Self.supplierCharacters)
        || prefix != "de" && says(column.bare, ["anbieter"], ["厂商"])
        || (hasBuyer || prefix == "pa" || isInvoiced) && says(column.bare, ["vendor", "supplier"], [])
    }
  }

  private static let customerWords: Set<String> = [
    "customer", "client", "account", "debtor", "debitor", "kunde", "kundenname", "auftraggeber", "prospect",
    "sales", "sold",
  ]
  private static let customerCharacters = ["客户", "甲方", "买方", "需方", "购方", "业主", "用户", "招标", "销售", "业务"]
  private static let supplierWords: Set<String> = ["lieferant", "kreditor", "payee", "zahlungsempfänger"]
  private static let supplierBeginnings = ["lieferant", "kreditor"]
  private static let buyerWords: Set<String> = ["buyer", "purchaser", "purchasing", "procurement", "po", "einkaufer"]
  private static let supplierCharacters = ["供应商"]
  private static let payableWords: Set<String> = ["payable", "bill"]
  private static let payableCharacters = ["应付", "采购"]

  /// Whether rows that should say whom they concern do not: the tasks of a project are no visits, and no plan for a customer.
  private static func isAboutNobody(_ reading: KindReading) -> Bool {
    let whom = ["account_id", "contact_id", "deal_id", "lead_id"]
    switch reading.prefix {
    case "vi": return !reading.columns.contains { whom.contains($0.key) || ["mode", "purpose"].contains($0.key) }
    case "pl": return !reading.columns.contains { whom.contains($0.key) || $0.key == "target" }
    default: return false
    }
  }

  /// Whether the words that were recognized stand on lists of any kind: a name, a place, a type; orders that nobody placed.
  private static func areOfAnyKind(_ reading: KindReading, contacts: Int) -> Bool {
    switch reading.prefix {
    case "acc":
      contacts == 0
        && reading.columns.allSatisfy { column in
          !["name", "account_id"].contains(column.key) || Self.anyNames.contains(HeaderWords(column.header).key)
        }
    case "co": !reading.columns.contains { ["account_id", "name"].contains($0.key) && !$0.evidence.isWeak }
    default: false
    }
  }

  private static let anyNames: Set<String> = [
    "name", "title", "description", "item", "nome", "nombre", "nom", "bezeichnung", "名称", "名字", "id", "no", "code",
    "key", "ref",
    "编号",
  ]

  /// Whether orders say neither what they are worth nor when they were placed: what is to be delivered, and no contract.
  private static func areGoods(_ reading: KindReading) -> Bool {
    reading.prefix == "co" && !reading.columns.contains { ["amount", "sign_date"].contains($0.key) }
  }

  /// Whether projects say neither what they are worth nor when or how likely they close, and their states are no stages of a sale: they are
  /// worked on.
  private func areTasks(_ reading: KindReading) -> Bool {
    guard reading.prefix == "de", let stage = reading.columns.first(where: { $0.key == "stage" }),
      stage.contents.filled > 2, !Self.namesStage(HeaderWords(stage.header)),
      !reading.columns.contains(where: { Self.worths.contains($0.key) && !$0.evidence.isWeak })
    else { return false }
    return !stage.contents.values.contains(where: OutcomeColumn.saysWonOrLost)
  }

  private static let worths: Set<String> = [
    "amount", "expected_close", "actual_close", "prob_override", "bid_date", "lost_reason", "rival",
  ]

  /// Whether only a few of very many columns were recognized, as in the export of a database.
  private func areMostlyUnknown(_ reading: KindReading) -> Bool {
    columns.count > 40 && reading.columns.count * 12 < columns.count
  }

  /// Whether rows that are called visits or meetings have neither a number of their own nor anybody whom they concern.
  private static func visitsNobody(_ reading: KindReading) -> Bool {
    reading.prefix == "vi"
      && !reading.columns.contains { ["account_id", "contact_id", "deal_id", "lead_id", "visit_id"].contains($0.key) }
  }

  /// Whether the rows are documents about deals: they have a number of their own further left, and nothing says how the deals stand.
  private static func namesDealsOnly(_ reading: KindReading) -> Bool {
    guard reading.prefix == "de", let deal = reading.columns.first(where: { $0.key == "deal_id" }),
      !reading.columns.contains(where: { $0.key != "deal_id" && marks["de"]?.contains($0.key) == true })
    else { return false }
    return reading.leftAlone.contains { column in
      column.reason == .taken(key: "deal_id") && column.number < deal.number && column.contents.filled > 3
        && column.contents.distinct == column.contents.filled
    }
  }

  private func hasMark(_ reading: KindReading) -> Bool {
    if reading.prefix == "le" ? arePersons : ["acc", "ct"].contains(reading.prefix) && contacts > 0 { return true }
    guard let marks = Self.marks[reading.prefix] else { return true }
    return reading.columns.contains { marks.contains($0.key) && !$0.evidence.isWeak }
  }

  /// Whether a column contains phone numbers or addresses: by its cells, or by its header if the cells are at least numbers.
  private static func isContact(_ column: HeaderColumn) -> Bool {
    let contents = column.contents
    guard contents.filled > 0 else { return false }
    if contents.share(contents.emails + contents.phones) >= 0.5 { return true }
    let isNamed = column.bare.words.contains { word in
      contactWords.contains(word) || contactCharacters.contains { word.containsBytes(of: $0) }
    }
    return isNamed && contents.share(contents.numbers + contents.digitTexts) >= 0.5
  }

  private static let contactWords: Set<String> = [
    "phone", "mobile", "cell", "fax", "email", "mail", "whatsapp", "telefon", "handy", "mobil", "telefono", "cellulare",
    "movil", "correo", "courriel", "portable", "wechat",
  ]
  private static let contactCharacters = ["电话", "手机", "邮箱", "微信", "座机", "传真"]

  private static func namesDeal(_ column: HeaderColumn) -> Bool {
    column.bare.words.contains { word in
      ["opportunity", "deal", "verkaufschance"].contains(word)
        || ["机会", "商机"].contains { word.containsBytes(of: $0) }
    }
  }

  /// Whether a column says when something is expected to be signed or closed.
  private static func mayBeSigned(_ column: HeaderColumn) -> Bool {
    column.contents.areDates
      && column.meanings.contains {
        $0.match == .same && $0.meaning.prefix == "de" && $0.meaning.key == "expected_close" && !$0.meaning.isWeak
      }
  }

  /// Whether a column surely says when a customer was visited. That of the last visit is one of a customer.
  private static func datesVisit(_ column: HeaderColumn) -> Bool {
    column.contents.areDates
      && column.meanings.contains {
        $0.match == .same && !$0.meaning.isWeak && $0.meaning.prefix == "vi" && $0.meaning.key == "date"
      }
      && column.bare.words.contains { word in
        ["visit", "besuch", "拜访"].contains { word.containsBytes(of: $0) }
      }
  }

  /// Whether two columns of numbers say what of an amount was received and what is still to come.
  private var areReceivables: Bool {
    columns.count { column in
      column.contents.share(column.contents.numbers) >= 0.6
        && column.meanings.contains {
          $0.match == .same && $0.meaning.prefix == "pa" && ["received", "amt_override"].contains($0.meaning.key)
            && !$0.meaning.isWeak
        }
    } > 1
  }

  /// Whether a column says how likely it is that a deal is won.
  private static func isChance(_ column: HeaderColumn) -> Bool {
    column.contents.share(column.contents.numbers + column.contents.numberTexts) >= 0.6
      && column.meanings.contains {
        $0.meaning.prefix == "de" && $0.meaning.key == "prob_override" && !$0.meaning.isWeak && $0.match != .part
      }
  }

  /// Whether a column contains sums of money.
  private static func isAmount(_ column: HeaderColumn) -> Bool {
    let contents = column.contents
    guard contents.filled > 2, contents.share(contents.numbers) >= 0.6 else { return false }
    return column.bare.words.contains { word in
      amountWords.contains(word) || amountCharacters.contains { word.containsBytes(of: $0) }
        || word.utf8.count > 7 && amountEnds.contains { word.hasSuffix($0) }
    }
  }

  private static let amountEnds = ["preis", "betrag", "summe", "umsatz"]

  private static let amountWords: Set<String> = [
    "amount", "revenue", "price", "total", "balance", "value", "betrag", "umsatz", "summe", "importo", "importe",
    "montant",
  ]
  private static let amountCharacters = ["金额", "价格", "合计", "余额"]

  /// Whether each row names another customer. If several people of a customer are listed, its name is repeated.
  private static func namesEachOnce(_ reading: KindReading) -> Bool {
    guard let contents = reading.columns.first(where: { $0.key == "name" })?.contents, contents.filled > 4 else {
      return false
    }
    return contents.distinct * 10 >= contents.filled * 9
  }
}
