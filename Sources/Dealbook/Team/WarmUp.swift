// SPDX-License-Identifier: Apache-2.0

internal import Base
public import Playbook
import Spreadsheet

/// Prepares, in a process that is about to fork into many workers, what each of them would otherwise have to make: the prepared playbook,
/// and what the language's runtime sets up when code first runs.
public enum WarmUp {
  /// From this number of files on it saves more time than it takes.
  public static let worthwhileFrom = 16

  /// Reads and checks two small workbooks: one made from the playbook itself, and one whose sheets are recognized by their words. From here
  /// on this process and its forks use a single thread, because a fork has only that one.
  ///
  /// - Parameter fills: whether the forks will fill workbooks too.
  /// - Returns: the analyses of the two, for the caller to prepare what it does with each workbook.
  @discardableResult
  public static func run(_ playbook: Playbook, fills: Bool = true) -> [Analysis] {
    SingleThread.ask()
    guard let day = SerialDate(year: 2026, month: 3, day: 31) else { return [] }
    let sample = NewWorkbook(
      playbook: playbook, language: .traditionalChinese, profile: .full, asOf: day, hasSample: true)
    // The words of the vocabulary, which a team's own headers ask for, and what is in other languages.
    PreparedPlaybook.of(playbook).makeReady(playbook)
    // Errors here occur again where they are reported.
    let workbooks = [
      fills ? try? Workbook(sample.bytes()) : try? sample.design().workbook, try? Workbook(teamsOwn().bytes()),
    ]
    return workbooks.compactMap { workbook in
      workbook.flatMap { try? Analysis($0, playbook: playbook, options: ReadOptions(today: day)) }
    }
  }

  /// A workbook as a team keeps it that does not know the playbook.
  private static func teamsOwn() -> WorkbookDesign {
    let sheets: [(name: String, rows: [[CellValue]])] = [
      (
        "Opportunities",
        [
          ["Deal", "Customer", "Amount", "Stage", "Expected close", "Owner", "Remarks"].map(CellValue.text),
          [
            .text("Line 2"), .text("Northwind"), .number(120_000), .text("Proposal"), .text("2026-04-30"), .text("Ann"),
          ],
          [.text("Spares"), .text("Contoso"), .number(80_000), .text("Won"), .text("2026-02-10"), .text("Ben")],
          [.text("Robots"), .text("Fabrikam"), .number(64_000), .text("Lost"), .text("2026-05-31"), .text("Ann")],
        ]
      ),
      (
        "回款计划",
        [
          ["客户名称", "合同编号", "应收金额", "应收日期", "已收金额"].map(CellValue.text),
          [.text("甲公司"), .text("HT-01"), .number(50_000), .text("2026-03-01"), .number(20_000)],
          [.text("乙公司"), .text("HT-02"), .number(30_000), .text("2026-04-01")],
        ]
      ),
    ]
    var design = WorkbookDesign()
    for (name, rows) in sheets {
      var sheet = SheetDesign(name: name)
      for (row, values) in rows.enumerated() {
        for (column, value) in values.enumerated() {
          guard let cell = CellReference(row: row + 1, column: column + 1) else { continue }
          sheet.cells[cell] = CellDesign(value)
        }
      }
      design.sheets.append(sheet)
    }
    return design
  }
}
