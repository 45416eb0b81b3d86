// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Units of copies` {
  private var base: CopyBook {
    var book = CopyBook(count: 6)
    book.headers[5] = "金額(元)"
    return book
  }

  /// A copy that has gone over to 萬元.
  private func inTenThousands(_ body: (inout CopyBook) -> Void = { _ in }) -> CopyBook {
    base.changed { book in
      book.headers[5] = "金額(萬元)"
      for row in book.deals.indices { book.deals[row][5] = .number(Double(row + 1) / 10) }
      body(&book)
    }
  }

  private func outcomes(_ merged: Merged) -> [String] {
    merged.plan.remarks.compactMap { remark in
      if case .unitDiffers(let copy, _, let column, let header, let outcome) = remark {
        "\(copy) \(column) \(header) \(outcome)"
      } else {
        nil
      }
    }
  }

  @Test func `amounts in another unit come in in that of ours`() throws {
    let theirs = inTenThousands {
      $0.deals[1][5] = 0.25
      $0.deals[2][5] = "0.45"
      $0.deals.append(CopyBook.deal(9).replacing(5, with: 0.9))
    }
    let merged = try Merged(base, base, theirs)
    #expect(
      try merged.lines(against: base) == ["~ D-002 amount: 2000 → 2500", "~ D-003 amount: 3000 → 4500", "+ D-009"])
    #expect(try merged.content(0, "F8") == "9000")
    #expect(outcomes(merged) == ["anna 金額(元) 金額(萬元) converted"])
    let both = try Merged(base, base.changed { $0.deals[1][5] = 2500 }, theirs)
    #expect(both.conflicts == [])
    let clash = try Merged(base, base.changed { $0.deals[1][5] = 2700 }, theirs)
    #expect(clash.conflicts == ["cell D-002 amount 2000: ours=2700 | anna=2500"])
  }

  @Test func `amounts come in in the unit of ours when ours has gone over to another`() throws {
    let theirs = base.changed {
      $0.deals[1][5] = 2500
      $0.deals.append(CopyBook.deal(9))
    }
    let ours = inTenThousands { $0.deals[2][5] = 0.35 }
    let merged = try Merged(base, ours, theirs)
    #expect(merged.conflicts == [])
    #expect(try merged.lines(against: ours) == ["~ D-002 amount: 0.2 → 0.25", "+ D-009"])
    #expect(try merged.content(0, "F8") == "0.9")
    #expect(try Merged(base, ours, base).bytes == ours.bytes())
    #expect(try Merged(base, ours, ours).bytes == ours.bytes())
    let clash = try Merged(base, ours, base.changed { $0.deals[2][5] = 3600 })
    #expect(clash.conflicts == ["cell D-003 amount 0.3: ours=0.35 | anna=0.36"])
  }

  @Test func `a header that names another unit over the same numbers changes none of them`() throws {
    let theirs = base.changed {
      $0.headers[5] = "金額(萬元)"
      $0.deals[1][5] = 2500
    }
    let merged = try Merged(base, base, theirs)
    #expect(try merged.lines(against: base) == ["~ D-002 amount: 2000 → 2500"])
    #expect(outcomes(merged) == ["anna 金額(元) 金額(萬元) asWritten"])
  }

  @Test func `where nothing says how amounts compare, none is taken, and that is told`() throws {
    let theirs = base.changed { book in
      book.headers[5] = "金額(USD)"
      for row in book.deals.indices { book.deals[row][5] = .number(Double(row + 1) * 31) }
      book.deals[1][2] = "another name"
      book.deals.append(CopyBook.deal(9).replacing(5, with: 280))
    }
    let merged = try Merged(base, base, theirs)
    #expect(merged.conflicts == [])
    #expect(try merged.lines(against: base) == ["~ D-002 name: deal 2 → another name", "+ D-009"])
    #expect(try merged.content(0, "F8") == nil)
    #expect(outcomes(merged) == ["anna 金額(元) 金額(USD) leftOut"])
  }

  @Test(arguments: [true, false])
  func `shares in another scale come in in that of ours`(isOursInHundreds: Bool) throws {
    func book(_ shares: [Double]) -> CopyBook {
      var book = CopyBook(count: shares.count)
      book.headers[6] = "Probability override"
      for (row, share) in shares.enumerated() { book.deals[row][6] = .number(share) }
      return book
    }
    let fractions = [0.5, 0.6, 0.7, 0.8, 0.9, 0.4]
    let hundreds = [50.0, 60, 70, 80, 90, 40]
    let start = book(isOursInHundreds ? hundreds : fractions)
    let theirs = book(isOursInHundreds ? [0.5, 0.65, 0.7, 0.8, 0.9, 0.4] : [50, 65, 70, 80, 90, 40])
    let merged = try Merged(start, start, theirs)
    #expect(
      try merged.lines(against: start) == [
        "~ D-002 prob_override: " + (isOursInHundreds ? "60 → 65" : "0.6 → 0.65")
      ])
    #expect(outcomes(merged) == ["anna Probability override Probability override converted"])
  }
}

extension [PlainWorkbook.Cell] {
  fileprivate func replacing(_ place: Int, with cell: PlainWorkbook.Cell) -> Self {
    var row = self
    row[place] = cell
    return row
  }
}
