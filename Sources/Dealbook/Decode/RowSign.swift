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

  /// What cells say of the rows of a sheet of deals or of payments.
  ///
  /// Cost: a pass over the rows, only where a header may be of such a column.
  static func found(
    on sheet: LocatedSheet, stages: ListTables.Table?, in workbook: Workbook
  ) throws(SpreadsheetError) -> Found {
    switch sheet.prefix {
    case "pa": Found(doubt: try payment(on: sheet, in: workbook))
    case "de": try deals(on: sheet, stages, in: workbook)
    default: Found()
    }
  }

  private static func payment(on sheet: LocatedSheet, in workbook: Workbook) throws(SpreadsheetError) -> RowSign? {
    if let sign = label(of: PaymentSigns.self, on: sheet) { return sign }
    let headers = (sheet.unknownHeaders + sheet.duplicateHeaders).filter { PaymentSigns.mayName($0.header) }
    let amount = sheet.column("amt_override")
    return try first(headers, on: sheet, in: workbook) { header, offset, value in
      let taken = amount.flatMap { offset < $0.values.count ? $0.values[offset].number : nil }
      return PaymentSigns.says(value.shownText, under: header) && (taken ?? 1) > 0
    }
  }

  private static func deals(
    on sheet: LocatedSheet, _ stages: ListTables.Table?, in workbook: Workbook
  ) throws(SpreadsheetError) -> Found {
    let standing = StageStanding(sheet, stages)
    let headers = sheet.unknownHeaders + sheet.duplicateHeaders
    var kinds: [String: DealSign] = [:]
    for header in headers where kinds[header.header] == nil {
      guard let kind = DealSign(header.header), !sheet.holds(OutcomeColumn.key) || kind == .deleted else { continue }
      kinds[header.header] = kind
    }
    let relations = DealRelations(sheet, headers)
    let shown = ShownAmounts(sheet, headers)
    let asked = headers.filter {
      kinds[$0.header] != nil || relations.headers.contains($0.header) || shown.headers.contains($0.header)
    }
    let chances = sheet.values(of: "prob_override")
    var over: [Int: RowSign] = [:]
    let doubt = try first(asked, on: sheet, in: workbook) { header, offset, value in
      if let kind = kinds[header] {
        let stage = standing.stands(at: offset)
        let chance = chances.flatMap { offset < $0.count ? $0[offset].number : nil }
        if kind.ends(value, stage, chance: chance) {
          over[offset] = over[offset] ?? sign(header, value, at: offset, on: sheet)
          return false
        }
        if kind.isContradicted(by: value, stage) { return true }
      }
      return relations.links(value, at: offset, under: header) || shown.differs(value, at: offset, under: header)
    }
    return Found(doubt: doubt, over: over)
  }

  private static func sign(_ header: String, _ value: CellValue, at offset: Int, on sheet: LocatedSheet) -> RowSign? {
    let column = (sheet.unknownHeaders + sheet.duplicateHeaders).first { $0.header == header }?.column ?? 0
    let row = sheet.place(ofRow: sheet.rows.range.lowerBound + offset).row
    return CellReference(row: row, column: column).map {
      RowSign(header: header, text: StraySpace.trimmed(value.shownText), cell: $0)
    }
  }

  private init(header: String, text: String, cell: CellReference) {
    self.header = header
    self.text = text
    self.cell = cell
  }

  /// Payments may have their kind in a column that was adopted as their stage.
  private static func label(of signs: PaymentSigns.Type, on sheet: LocatedSheet) -> RowSign? {
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

  private static func first(
    _ headers: [UnboundHeader], on sheet: LocatedSheet, in workbook: Workbook,
    _ isSign: (String, Int, CellValue) -> Bool
  ) throws(SpreadsheetError) -> RowSign? {
    guard !headers.isEmpty, sheet.rows.count > 0 else { return nil }
    let names = Dictionary(headers.map { ($0.column, $0.header) }) { first, _ in first }
    var found: RowSign?
    let tabs = [(sheet.sheetIndex, 0)] + sheet.parts.map { ($0.sheetIndex, $0.shift) }
    for (index, shift) in tabs where found == nil {
      let own = sheet.parts.first { $0.sheetIndex == index }?.rows ?? 0..<(sheet.parts.first?.rows.lowerBound ?? .max)
      try workbook.forEachRow(ofSheet: index) { row, cells throws(SpreadsheetError) in
        let number = row.index + shift
        guard found == nil, own.contains(number), sheet.rows.range.contains(number) else { return }
        let offset = number - sheet.rows.range.lowerBound
        guard sheet.rows.kinds[offset] == .data else { return }
        for cell in row.cells {
          guard found == nil, let header = names[cell.column] else { continue }
          let value = try cells.value(of: cell, row: row.index)
          guard !value.isEmpty, isSign(header, offset, value),
            let place = CellReference(row: row.index, column: cell.column)
          else { continue }
          let isDate = value.number != nil && workbook.styles.numberFormat(at: cell.style).isDate
          let text = ShownValue.found(value, type: isDate ? .date : nil, system: workbook.dateSystem)
          found = RowSign(header: header, text: StraySpace.trimmed(text), cell: place)
        }
      }
    }
    return found
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

  init?(_ header: String) {
    let word = String(Simplified.text(TextFolding.folded(header)).filter { $0.isLetter })
    guard let sign = Self.all.first(where: { $0.words.contains(word) }) else { return nil }
    self = sign.sign
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
    case .won, .closed: false
    }
  }

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
        "annulé", "abandonné", "cancelado", "已取消", "是否取消", "取消", "放弃", "是否放弃", "已放弃", "终止", "是否终止", "已终止",
      ]
    ),
    (.active, ["active", "isactive", "aktiv", "actif", "activo", "有效", "是否有效", "启用"]),
    (
      .lost,
      [
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

/// What a column of payments that is not read may say of each.
private enum PaymentSigns {
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

  /// S/H, Soll/Haben, Dr/Cr, 借贷: on which side of an account the amount stands.
  private static func isOfSides(_ header: String) -> Bool {
    headersOfSides.contains(String(header.filter { $0.isLetter }))
  }

  private static let words: Set<String> = [
    "type", "kind", "status", "state", "art", "belegart", "belegtyp", "dokumentart", "document", "doctype", "void",
    "voided",
    "cancelled", "canceled", "storno", "statut", "estado", "tipo", "nature",
  ]
  private static let characters = ["类型", "类别", "种类", "状态", "作废", "红冲", "性质"]
  private static let headersOfSides: Set<String> = [
    "sh", "sollhaben", "drcr", "dc", "cd", "debitcredit", "creditdebit", "debcred", "借贷", "借贷方向", "借贷标志", "方向",
  ]
  private static let sides: Set<String> = ["h", "haben", "c", "cr", "credit", "贷", "贷方"]

  private static let cells: Set<String> = [
    "void", "voided", "draft", "cancelled", "canceled", "reversed", "reversal", "refund", "refunded", "credit",
    "written off", "uncollectible", "entwurf", "storniert", "annulliert", "avoir", "brouillon", "annulé", "abono",
    "anulado", "borrador", "nota di credito", "nota de crédito", "红字", "红冲", "作废", "已作废", "草稿", "取消", "已取消", "退款",
    "退货", "折让", "贷项",
  ]
  private static let beginnings = ["credit note", "credit memo", "gutschrift", "storno", "红字发票", "贷项通知", "折让单", "退货单"]
}
