// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// Money to collect and renewals to save: what to do besides the deals.
extension AdvicePage {
  /// More than this nobody acts on in a week.
  private static let most = 10

  func others(_ advice: Advice) -> [ReportPage.Section] {
    var sections: [ReportPage.Section] = []
    if !advice.collections.isEmpty {
      sections.append(
        ReportPage.Section(
          id: "", title: words("該收的錢", "Money to collect"),
          message: words(
            "收回後減值準備隨之減少；簽約目標不因此改變",
            "collecting it lowers the provision for bad debt; it does not count towards the targets of signed contracts"
          ) + (rest(advice.collections.map(\.outstanding)).map { words("；", "; ") + $0 } ?? ""),
          columns: [
            column("row", words("回款", "Payment")), column("account", words("客戶", "Account")),
            column("owner", words("責任人", "Owner")), column("days", words("逾期天數", "Days overdue"), .number),
            column("outstanding", words("未收", "Outstanding"), .money),
            column("provision", words("減值減少", "Provision released"), .money),
          ],
          rows: advice.collections.prefix(Self.most).map { line in
            [
              .text(line.row), .text(line.account), .text(line.owner), .number(line.daysOver),
              .number(line.outstanding), .number(line.provision),
            ]
          }))
    }
    if !advice.renewals.isEmpty {
      sections.append(
        ReportPage.Section(
          id: "", title: words("該保的續單", "Renewals to save"), message: rest(advice.renewals.map(\.worth)) ?? "",
          columns: [
            column("row", words("續單", "Renewal")), column("account", words("客戶", "Account")),
            column("owner", words("責任人", "Owner")), column("expiry", words("到期", "Expires"), .date),
            column("worth", words("續單預測增加", "Adds to the forecast"), .money),
          ],
          rows: advice.renewals.prefix(Self.most).map { renewal in
            [
              .text(renewal.row), .text(renewal.account), .text(renewal.owner),
              renewal.expiry.map { .number($0) } ?? .blank, .number(renewal.worth),
            ]
          }))
    }
    return sections
  }

  /// How many there are in all, and what they come to, where not all are listed.
  private func rest(_ amounts: [Double]) -> String? {
    guard amounts.count > Self.most else { return nil }
    let sum = numbers.money(amounts.reduce(0, +))
    return words(
      "共 \(amounts.count) 筆，合計 \(sum)，以下為最大的 \(Self.most) 筆",
      "\(amounts.count) in all, \(sum) together, of which these are the largest \(Self.most)")
  }
}
