// SPDX-License-Identifier: Apache-2.0

internal import Base
internal import XML

extension Workbook {
  /// The content of a sheet outside its rows, if these have been read to the end before.
  package func frame(ofReadSheet index: Int) -> SheetFrame? { frames.frame(ofSheet: index) }

  /// Calls `body` for each row of the sheet at `index`, in file order. Only a few rows are in memory at a time, whatever the size
  /// of the sheet.
  ///
  /// The row and the cells are reused, so copy whatever must outlive the call. If the part is damaged, `body` has already been
  /// called for the rows before the damage; only when this method returns has the whole part, including its checksum, been
  /// checked.
  ///
  /// - Parameter strings: the shared strings; if nil, the table of the workbook is read.
  /// - Returns: the content of the sheet outside its rows.
  @discardableResult
  package func forEachRow(
    ofSheet index: Int, strings: SharedStringTable? = nil,
    _ body: (StoredRow, SheetCells) throws(SpreadsheetError) -> Void
  ) throws(SpreadsheetError) -> SheetFrame {
    // A smaller part is inflated before another core has even started.
    let ahead = isMostOfAll(index, atLeast: 1 << 22) && !SingleThread.isAskedFor
    // When reading ahead, several windows are in memory at once, so they are smaller.
    let piece = ahead ? Self.piece / 2 : Self.piece
    return try forEachRow(ofSheet: index, strings: strings, piece: piece, ahead: ahead, body)
  }

  /// Calls `body` for the rows up to number `last`, as ``forEachRow(ofSheet:strings:_:)`` does for all rows. What comes after
  /// them is neither read nor checked.
  package func forFirstRows(
    ofSheet index: Int, through last: Int, strings: SharedStringTable? = nil,
    _ body: (StoredRow, SheetCells) throws(SpreadsheetError) -> Void
  ) throws(SpreadsheetError) {
    try toldAsWhole(index, strings) { () throws(SpreadsheetError) in
      guard
        var stream = try SheetStream.opened(self, at: index, strings: strings, piece: Self.piece)
      else {
        let sheet = try Worksheet(self, at: index, strings: strings)
        return try sheet.forEachRow { row throws(SpreadsheetError) in
          if row.index <= last { try body(row, sheet.cells) }
        }
      }
      var row = StoredRow()
      while try stream.next(into: &row), row.index <= last { try body(row, stream.cells) }
    }
  }

  /// - Parameters:
  ///   - piece: the number of bytes to inflate at a time.
  ///   - ahead: whether to read the next rows on another core while `body` processes the current ones.
  @discardableResult
  package func forEachRow(
    ofSheet index: Int, strings: SharedStringTable?, piece: Int, ahead: Bool,
    _ body: (StoredRow, SheetCells) throws(SpreadsheetError) -> Void
  ) throws(SpreadsheetError) -> SheetFrame {
    try toldAsWhole(index, strings) { () throws(SpreadsheetError) -> SheetFrame in
      guard var stream = try SheetStream.opened(self, at: index, strings: strings, piece: piece)
      else {
        let sheet = try Worksheet(self, at: index, strings: strings)
        try sheet.forEachRow { row throws(SpreadsheetError) in try body(row, sheet.cells) }
        let content = sheet.layout.sheetDataContent
        return SheetFrame(
          part: sheet.part, bytes: Array(sheet.bytes[..<content.lowerBound] + sheet.bytes[content.upperBound...]),
          encoding: sheet.encoding, rows: nil, limits: package.limits, disorder: try sheet.disorder())
      }
      let part = try worksheetPart(at: index)
      var budget = CellBudget(self, part)
      var row = StoredRow()
      let rows = stream.isOpen ? stream.head.count : nil
      let bytes: [UInt8]
      let disorder: SheetDisorder?
      if ahead {
        var batch = RowBatch(stream.cells)
        let prefetch = RowPrefetch(stream)
        while try prefetch.next(into: &batch) {
          for number in 0..<batch.count {
            batch.copy(number, into: &row)
            try budget.add(row.cells.count)
            try body(row, batch.cells)
          }
        }
        disorder = prefetch.disorder
        bytes = try prefetch.finish()
      } else {
        while try stream.next(into: &row) {
          try budget.add(row.cells.count)
          try body(row, stream.cells)
        }
        disorder = stream.disorder
        bytes = try stream.finish()
      }
      try budget.close()
      let frame = SheetFrame(
        part: part, bytes: bytes, encoding: .utf8, rows: rows, limits: package.limits, disorder: disorder)
      frames.note(frame, ofSheet: index)
      return frame
    }
  }

  /// A stream of the rows of the sheet at `index`, for callers that also need the bytes between them; nil if the part must be
  /// read as a whole.
  func rowStream(ofSheet index: Int, piece: Int) throws(SpreadsheetError) -> SheetStream? {
    try SheetStream.opened(self, at: index, strings: nil, piece: piece)
  }

  /// Runs `read`. If it fails, the whole part is read again and its first error takes precedence: it reports what is wrong with
  /// the part as a whole.
  private func toldAsWhole<Result>(
    _ index: Int, _ strings: SharedStringTable?, _ read: () throws(SpreadsheetError) -> Result
  ) throws(SpreadsheetError) -> Result {
    do throws(SpreadsheetError) { return try read() } catch {
      try Worksheet(self, at: index, strings: strings).forEachRow { _ in }
      throw error
    }
  }

  private static let piece = 1 << 17

  /// Whether the part of a sheet has at least this many bytes and every other sheet has at most an equal share of them. Reading
  /// all sheets in parallel then ends up waiting for this one.
  private func isMostOfAll(_ index: Int, atLeast least: Int) -> Bool {
    guard let part = try? worksheetPart(at: index), let size = package.size(of: part), size >= least else {
      return false
    }
    return sheets.allSatisfy {
      $0.part == part || ($0.part.flatMap { package.size(of: $0) } ?? 0) <= size / sheets.count
    }
  }
}
