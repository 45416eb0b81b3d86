// SPDX-License-Identifier: Apache-2.0

import Base
import Formula
import Playbook
import Spreadsheet

/// What a column that is not read says of whether an amount was paid, beside one that says how much was: ‘Paid’ where nothing is, 待收款 where
/// all of it is. Which of the two is right is not known.
struct ReceiptState {
  private let amounts: Column?
  private let received: Column?

  /// Nil for a sheet that says only one of the two.
  init?(_ sheet: LocatedSheet) {
    guard let received = sheet.values(of: "received") else { return nil }
    self.received = received
    amounts = sheet.values(of: "amt_override")
  }

  static func mayName(_ header: String) -> Bool {
    let folded = Simplified.text(TextFolding.folded(header))
    return folded.split(whereSeparator: { !$0.isLetter }).contains {
      $0 == "state" || $0.hasSuffix("status")
    }
      || folded.containsBytes(of: "状态") || folded.containsBytes(of: "状况")
  }

  /// Whether a cell of such a column says something else than the amounts of its row.
  func isContradicted(by value: CellValue, at offset: Int) -> Bool {
    guard let text = value.text else { return false }
    let word = Simplified.text(TextFolding.label(text))
    let came = received.flatMap { offset < $0.count ? $0[offset].number : nil } ?? 0
    let amount = amounts.flatMap { offset < $0.count ? $0[offset].number : nil }
    if Self.paid.contains(word) { return came == 0 && (amount ?? 0) > 0 }
    return Self.unpaid.contains(word) && came > 0 && came >= amount ?? came
  }

  private static let paid: Set<String> = [
    "paid", "fully paid", "paid in full", "settled", "bezahlt", "beglichen", "vollständig bezahlt", "ausgeglichen",
    "已收款", "已付款", "已收", "已付", "已付清", "已结清", "已核销", "已到账", "已入账", "已回款", "已收讫", "已收齐",
  ]
  private static let unpaid: Set<String> = [
    "unpaid", "not paid", "open", "outstanding", "overdue", "awaiting payment", "offen", "unbezahlt", "überfällig",
    "nicht bezahlt", "待收款", "未收款", "待付款", "未付款", "待回款", "未回款", "待确认", "待认领", "未到账", "待到账", "未收", "未付", "待收",
    "逾期未收",
  ]
}
