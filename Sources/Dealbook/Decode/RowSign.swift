// SPDX-License-Identifier: Apache-2.0

import Base
import Formula
import Playbook
import Spreadsheet

/// A cell that says of its row that it is not what the sheet takes it for: a void invoice, a credit note, a deal that was deleted, one that is
/// lost although its stage is open.
///
/// A row that is over in so many words has no figures, and so counts in none. Of others it is not known what they are, so nothing is computed
/// from a sheet on which they count.
struct RowSign {
  /// The header of the column.
  let header: String
  /// What the cell says, as typed.
  let text: String
  let cell: CellReference

  /// What cells say of the rows of a sheet.
  struct Found {
    /// The first cell that says something that cannot be read in one way.
    var doubt: RowSign?
    /// By row offset, open deals that are over, and deals that were deleted, as a cell says in so many words.
    var over: [Int: RowSign] = [:]
  }
}

extension RowSign {
  /// What cells say of the rows of a sheet of deals or of payments.
  struct Search {
    private enum Answer {
      case nothing, doubt, over
    }

    /// What was found by looking at each cell alone.
    private var own = Found()
    /// On a sheet of payments, which way they go.
    private var direction: PaymentDirection?

    /// What the direction of payments says of the rows.
    private var directed: (PaymentDirection) -> (doubt: RowSign?, over: [Int: RowSign]) = { _ in (nil, [:]) }

    var found: Found {
      var found = own
      guard found.doubt == nil, let direction else { return found }
      let (doubt, over) = directed(direction)
      found.doubt = doubt
      found.over.merge(over) { first, _ in first }
      return found
    }

    /// The columns, not read otherwise, whose cells may say it.
    let headers: [UnboundHeader]
    private let answer: (String, Int, CellValue) -> Answer

    /// Nil for other sheets.
    init?(_ sheet: LocatedSheet, stages: ListTables.Table?, system: DateSystem) {
      let unknown = sheet.unknownHeaders + sheet.duplicateHeaders
      switch sheet.prefix {
      case "pa": self.init(payments: sheet, unknown, system)
      case "de": self.init(deals: sheet, unknown, stages)
      default: return nil
      }
    }

    private init(payments sheet: LocatedSheet, _ unknown: [UnboundHeader], _ system: DateSystem) {
      own.doubt =
        RowSign.label(of: PaymentSigns.self, on: sheet) ?? RowSign.dayWithoutAmount(on: sheet, system)
      direction = PaymentDirection(adoptedOn: sheet)
      let state = ReceiptState(sheet)
      headers =
        own.doubt == nil
        ? unknown.filter {
          PaymentDirection.mayName($0.header) || state != nil && ReceiptState.mayName($0.header)
        } : []
      let amount = sheet.column("amt_override")
      let received = sheet.values(of: "received")
      let contracts = sheet.values(of: "contract_id")
      directed = { direction in
        direction.found(on: sheet) { offset in
          // What goes out for a contract would be added to what came in for it.
          let names = contracts.map { offset < $0.count && !$0[offset].isEmpty } ?? false
          return !names || (received.flatMap { offset < $0.count ? $0[offset].number : nil } ?? 0) == 0
        }
      }
      // Where a void invoice has a row that takes it back, neither may be left out alone.
      let mayLeaveOut = amount.map { column in !column.values.values.contains { ($0.number ?? 0) < 0 } } ?? false
      answer = { header, offset, value in
        let taken = amount.flatMap { offset < $0.values.count ? $0.values[offset].number : nil }
        let came = received.flatMap { offset < $0.count ? $0[offset].number : nil } ?? 0
        if mayLeaveOut, ReceiptState.mayName(header), came == 0, PaymentSigns.isVoid(value.shownText) { return .over }
        if ReceiptState.mayName(header), state?.isContradicted(by: value, at: offset) == true { return .doubt }
        return PaymentSigns.says(value.shownText, under: header) && (taken ?? 1) > 0 ? .doubt : .nothing
      }
    }

    private init(deals sheet: LocatedSheet, _ unknown: [UnboundHeader], _ stages: ListTables.Table?) {
      let standing = StageStanding(sheet, stages)
      var kinds: [String: DealSign] = [:]
      for header in unknown where kinds[header.header] == nil {
        guard let kind = DealSign(header.header), !sheet.holds(OutcomeColumn.key) || kind == .deleted else { continue }
        kinds[header.header] = kind
      }
      let relations = DealRelations(sheet, unknown)
      let shown = ShownAmounts(sheet, unknown)
      let chances = sheet.values(of: "prob_override")
      headers = unknown.filter {
        kinds[$0.header] != nil || relations.headers.contains($0.header) || shown.headers.contains($0.header)
      }
      answer = { [kinds] header, offset, value in
        if let kind = kinds[header] {
          let stage = standing.stands(at: offset)
          let chance = chances.flatMap { offset < $0.count ? $0[offset].number : nil }
          if kind.ends(value, stage, chance: chance) { return .over }
          if kind.isContradicted(by: value, stage) { return .doubt }
        }
        return relations.links(value, at: offset, under: header) || shown.differs(value, at: offset, under: header)
          ? .doubt : .nothing
      }
    }

    /// Takes in a cell of one of the columns.
    ///
    /// - Parameter text: what the cell shows.
    mutating func look(
      at value: CellValue, in header: UnboundHeader, offset: Int, cell: CellReference, text: () -> String
    ) {
      guard own.doubt == nil else { return }
      func sign() -> RowSign { RowSign(header: header.header, text: StraySpace.trimmed(text()), cell: cell) }
      switch answer(header.header, offset, value) {
      case .nothing: break
      case .doubt: own.doubt = sign()
      case .over: if own.over[offset] == nil { own.over[offset] = sign() }
      }
      if direction != nil, PaymentDirection.mayName(header.header) {
        direction?.look(at: value, column: header.column, offset: offset, sign())
      }
    }
  }

  /// The first day of a receipt beside which no amount stands, on a team's own list of invoices: the amount was forgotten, or was not needed.
  fileprivate static func dayWithoutAmount(on sheet: LocatedSheet, _ system: DateSystem) -> RowSign? {
    guard let days = sheet.column("received_date"), let received = sheet.values(of: "received"),
      let amounts = sheet.values(of: "amt_override"), sheet.column("contract_id") == nil
    else { return nil }
    for offset in 0..<min(days.values.count, sheet.rows.count)
    where sheet.rows.kinds[offset] == .data && offset < received.count && offset < amounts.count {
      guard !days.values[offset].isEmpty, received[offset].isEmpty || received[offset].number == 0,
        (amounts[offset].number ?? 0) > 0,
        let cell = CellReference(
          row: sheet.place(ofRow: sheet.rows.range.lowerBound + offset).row, column: days.number)
      else { continue }
      let text = ShownValue.found(days.values[offset], type: .date, system: system)
      return RowSign(header: days.header, text: text, cell: cell)
    }
    return nil
  }

  /// Payments may have their kind in a column that was adopted as their stage.
  fileprivate static func label(of signs: PaymentSigns.Type, on sheet: LocatedSheet) -> RowSign? {
    for column in sheet.columns where !column.definition.isComputed {
      let type = column.definition.type
      guard type == .list || type == .text && signs.mayName(column.header) else { continue }
      for offset in 0..<min(column.values.count, sheet.rows.count) where sheet.rows.kinds[offset] == .data {
        let value = column.values[offset]
        guard let text = value.text, signs.says(text, under: column.header),
          let cell = CellReference(
            row: sheet.place(ofRow: sheet.rows.range.lowerBound + offset).row, column: column.number)
        else { continue }
        return RowSign(header: column.header, text: StraySpace.trimmed(text), cell: cell)
      }
    }
    return nil
  }
}

/// How a deal stands by its stage.
private struct StageStanding {
  enum Standing {
    case open, won, ended
  }

  private let stages: Column?
  private let byLabel: [String: Standing]

  init(_ sheet: LocatedSheet, _ table: ListTables.Table?) {
    stages = sheet.values(of: OutcomeColumn.stage)
    var byLabel: [String: Standing] = [:]
    let (open, won) = (table?.columns["open"] ?? [], table?.columns["won"] ?? [])
    for (place, label) in (table?.labels ?? []).enumerated() where place < open.count && place < won.count {
      byLabel[TextFolding.label(label.shownText)] =
        open[place] == .number(1) ? .open : won[place] == .number(1) ? .won : .ended
    }
    self.byLabel = byLabel
  }

  func stands(at offset: Int) -> Standing? {
    guard let stages, offset < stages.count else { return nil }
    return byLabel[TextFolding.label(stages[offset].shownText)]
  }
}

/// What a column of deals that is not read may say of each.
private enum DealSign {
  case deleted, active, lost, won, closed, ended
  /// A column of states, which may say of an order or a contract that it was cancelled.
  case state

  init?(_ header: String) {
    let word = String(Simplified.text(TextFolding.folded(header)).filter { $0.isLetter })
    if let sign = Self.all.first(where: { $0.words.contains(word) }) {
      self = sign.sign
    } else if ReceiptState.mayName(header) {
      self = .state
    } else {
      return nil
    }
  }

  /// Whether the cell says in so many words that an open deal is over, or that a deal was deleted. What is not active is over if it has no
  /// chance either, as in Odoo.
  func ends(_ value: CellValue, _ stage: StageStanding.Standing?, chance: Double?) -> Bool {
    guard let stage else { return false }
    return switch self {
    case .deleted: YesOrNo(value) == .yes
    case .active: YesOrNo(value) == .no && stage == .open && chance == 0
    case .lost: YesOrNo(value) != .no && stage == .open
    case .ended: YesOrNo(value) == .yes && stage == .open
    case .state: Self.isCancelled(value) && stage == .open
    case .won, .closed: false
    }
  }

  private static func isCancelled(_ value: CellValue) -> Bool {
    guard let text = value.text else { return false }
    let word = Simplified.text(TextFolding.label(text))
    return PaymentSigns.isVoid(text) && !["draft", "entwurf", "草稿", "brouillon", "borrador"].contains(word)
      || cancelled.contains(word)
  }

  private static let cancelled: Set<String> = [
    "terminated", "returned", "refunded", "reversed", "revoked", "rescinded", "已终止", "终止", "已退单", "退单", "已退货", "已退款",
    "已解约", "解约", "已撤销", "撤销", "已撤单", "撤单", "widerrufen", "zurückgetreten", "rückabgewickelt", "gekündigt",
  ]

  /// Whether the cell says something that the stage does not.
  func isContradicted(by value: CellValue, _ stage: StageStanding.Standing?) -> Bool {
    guard let stage else { return false }
    return switch self {
    case .deleted: YesOrNo(value) == .yes
    case .active: YesOrNo(value) == .no && stage == .open
    // A date says it too.
    case .lost: YesOrNo(value) != .no && stage != .ended
    case .won: YesOrNo(value) != .no && stage != .won
    case .closed: YesOrNo(value) == .yes && stage == .open
    case .ended: YesOrNo(value) == .yes && stage != .ended
    case .state: Self.isCancelled(value) && stage == .won
    }
  }

  /// Folded, simplified, letters alone.
  private static let all: [(sign: DealSign, words: Set<String>)] = [
    (
      .deleted,
      [
        "deleted", "isdeleted", "void", "voided", "isvoid", "gelöscht", "storniert", "annulliert", "supprimé",
        "eliminado",
        "已删除", "是否删除", "删除", "删除标记", "作废", "已作废", "是否作废",
      ]
    ),
    (
      .closed,
      [
        "closed", "isclosed", "geschlossen", "abgeschlossen", "clôturé", "cerrado", "已关闭", "是否关闭", "是否结束", "archived",
        "isarchived",
        "archiviert", "已归档", "是否归档", "inactive", "isinactive", "inaktiv", "inactif", "inactivo", "停用", "失效", "已失效",
        "是否失效",
        "无效", "是否无效",
      ]
    ),
    (
      .ended,
      [
        "dead", "isdead", "cancelled", "canceled", "iscancelled", "iscanceled", "disqualified", "isdisqualified",
        "abandoned", "dropped", "killed", "rejected", "declined", "withdrawn", "abgesagt", "abgelehnt", "abgebrochen",
        "annulé", "abandonné", "cancelado", "已取消", "是否取消", "取消", "放弃", "是否放弃", "已放弃", "终止", "是否终止", "已终止", "封存", "已封存",
        "是否封存",
        "storno", "storniert", "returned", "refunded", "terminated", "退单", "已退单", "是否退单", "退货", "已退货", "是否退货",
      ]
    ),
    (.active, ["active", "isactive", "aktiv", "actif", "activo", "有效", "是否有效", "启用"]),
    (
      .lost,
      [
        "lossdate", "dateofloss", "cancelledon", "canceledon", "cancelledat", "cancellationdate", "datecancelled",
        "stornodatum", "storniertam", "取消日期", "退单日期", "流失时间",
        "lost", "islost", "loston", "lostdate", "losttime", "lostat", "datelost", "verloren", "verlorenam", "perdu",
        "perdido", "输单", "丢单", "是否输单", "是否丢单", "输单日期", "丢单日期", "输单时间", "丢单时间", "流失日期",
      ]
    ),
    (
      .won,
      [
        "won", "iswon", "isclosedwon", "closedwon", "wonon", "wondate", "wontime", "datewon", "gewonnen", "gewonnenam",
        "gagné", "ganado", "赢单", "是否赢单", "是否成交", "赢单日期", "赢单时间",
      ]
    ),
  ]
}

/// A cell that answers a question; nil for any other content, a date among them.
private enum YesOrNo {
  case yes, no

  init?(_ value: CellValue) {
    switch value {
    case .boolean(let isYes): self = isYes ? .yes : .no
    case .number(1): self = .yes
    case .number(0): self = .no
    case .text(let text):
      let word = TextFolding.label(text)
      if Self.yesWords.contains(word) {
        self = .yes
      } else if Self.noWords.contains(word) {
        self = .no
      } else {
        return nil
      }
    default: return nil
    }
  }

  private static let yesWords: Set<String> = [
    "true", "yes", "y", "x", "✓", "✔", "√", "☑", "ja", "oui", "sí", "wahr", "1", "是", "對", "对",
  ]
  private static let noWords: Set<String> = [
    "false", "no", "n", "nein", "non", "falsch", "0", "-", "–", "—", "n/a", "none", "否", "無", "无", "✗", "✘", "×",
  ]
}
