internal import XML
internal import Zip

extension Workbook {
  /// Calls `body` for each row of the sheet at `index`, in the order of the file, without holding its part whole: a sheet of
  /// any size takes the memory of some rows.
  ///
  /// The row and the cells are used again: what is to stay must be copied. Where something is wrong, the rows before it have
  /// been shown; only when the call returns was the whole part, its checksum included, as it should be.
  ///
  /// - Parameter strings: the shared strings; without it the table of the workbook is read.
  /// - Returns: what the sheet holds beside its rows.
  @discardableResult
  public func forEachRow(
    ofSheet index: Int, strings: SharedStringTable? = nil,
    _ body: (StoredRow, SheetCells) throws(SpreadsheetError) -> Void
  ) throws(SpreadsheetError) -> SheetFrame {
    // Less than this is inflated before another core is awake.
    let ahead = isMostOfAll(index, atLeast: 1 << 22) && !SingleThread.isAskedFor
    // Of windows that are read ahead some wait: smaller ones.
    let piece = ahead ? Self.piece / 2 : Self.piece
    return try forEachRow(ofSheet: index, strings: strings, piece: piece, ahead: ahead, body)
  }

  /// Calls `body` for the rows up to the one numbered `last`, as ``forEachRow(ofSheet:strings:_:)`` does for all. What comes
  /// after them is not looked at.
  public func forFirstRows(
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
  ///   - piece: how many bytes are inflated at once.
  ///   - ahead: whether the next rows are read on another core while `body` looks at the last ones.
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

  /// The rows of the sheet at `index` for one who must see the bytes between them too; nil when the part must be read whole.
  func rowStream(ofSheet index: Int, piece: Int) throws(SpreadsheetError) -> SheetStream? {
    try SheetStream.opened(self, at: index, strings: nil, piece: piece)
  }

  /// An error of `read` is told as by who reads the part whole: first what is wrong with it as a whole.
  private func toldAsWhole<Result>(
    _ index: Int, _ strings: SharedStringTable?, _ read: () throws(SpreadsheetError) -> Result
  ) throws(SpreadsheetError) -> Result {
    do throws(SpreadsheetError) { return try read() } catch {
      try Worksheet(self, at: index, strings: strings).forEachRow { _ in }
      throw error
    }
  }

  private static let piece = 1 << 17

  /// Whether the part of a sheet has so many bytes, and no other sheet more than its share of them: who reads all side by
  /// side ends up waiting for it.
  private func isMostOfAll(_ index: Int, atLeast least: Int) -> Bool {
    guard let part = try? worksheetPart(at: index), let size = package.size(of: part), size >= least else {
      return false
    }
    return sheets.allSatisfy {
      $0.part == part || ($0.part.flatMap { package.size(of: $0) } ?? 0) <= size / sheets.count
    }
  }
}
