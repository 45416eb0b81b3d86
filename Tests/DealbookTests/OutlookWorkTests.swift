// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `The work of exact distributions` {
  /// One target whose owner has `deals` open deals, all with different amounts.
  private static func read(deals: Int, steps: Int) throws {
    func row(_ number: Int, _ values: [String]) -> String {
      let cells = zip("ABCDEFG", values).map { column, value in
        Double(value) == nil
          ? "<c r='\(column)\(number)' t='inlineStr'><is><t>\(value)</t></is></c>"
          : "<c r='\(column)\(number)'><v>\(value)</v></c>"
      }
      return "<row r='\(number)'>\(cells.joined())</row>"
    }
    var builder = WorkbookBuilder()
    builder.add(
      sheet: "Deals",
      rows: row(
        1, ["Deal ID", "Deal name", "Declared stage", "Owner (AR)", "Amount", "Expected close", "Stage entered on"])
        + (0..<deals).map { number in
          row(
            number + 2, ["D-\(number)", "x", "Bid submission", "Ann", "\(1_000 + number * number)", "46142", "46100"])
        }.joined())
    builder.add(
      sheet: "Targets",
      rows: row(1, ["Owner", "Period start", "Period end", "Target"]) + row(2, ["Ann", "46023", "46387", "50000"]))
    var limits = Limits.untrusted
    limits.distributionSteps = steps
    let options = ReadOptions(today: SerialDate(year: 2026, month: 3, day: 31))
    _ = try Analysis(Workbook(builder.bytes(), limits: limits), playbook: .builtIn, options: options, columns: .all)
  }

  @Test func `is done up to the limit`() throws {
    try Self.read(deals: 12, steps: 2 + 4 + 8 + 16 + 32 + 64 + 128 + 256 + 512 + 1_024 + 2_048 + 4_096)
  }

  @Test func `is refused beyond it before any is done, with the row at which it is passed`() throws {
    let error = try #require(throws: (any Error).self) { try Self.read(deals: 12, steps: 8_189) }
    #expect("\(error)".contains("sheet “Targets”, row 2: distribution-steps is 8190, more than the limit of 8189"))
  }
}
