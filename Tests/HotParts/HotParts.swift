// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet
import TestSupport
import Zip

/// The hot parts, prepared for repeated runs.
struct HotParts {
  let references: [(name: String, work: () throws -> Int)]
  let parts: [Part]

  private static let scan = "a byte scan"
  private static let inflating = "zlib: inflate"
  private static let library = "Double(String)"
  private static let halfTheRows = "formulas of half the rows"

  init(_ sample: Sample) throws {
    var builder = WorkbookBuilder()
    builder.add(sheet: "A")
    builder.sharedStrings = ""
    builder.set("xl/worksheets/sheet1.xml", bytes: sample.sheet)
    builder.set("xl/sharedStrings.xml", bytes: sample.strings)
    var plain = ZipBuilder()
    plain.add("sheet", sample.sheet)
    let archive = try ZipArchive(plain.finish())
    let stream = archive.entry(named: "sheet").map { Array(archive.bytes[$0.data]) } ?? []
    let bytes = try builder.bytes()
    let half = try Lookups(rows: sample.rows / 2)
    let whole = try Lookups(rows: sample.rows)
    let layout = try SheetLayout(sample.sheet)
    let reader = CellReader(layout, dateSystem: .year1900)
    let stored = try Self.numbers(layout, sample.sheet)

    references = [
      (Self.scan, { Self.tags(sample.sheet.span) }),
      (Self.inflating, { ZlibReference.inflate(stream, limit: sample.sheet.count)?.count ?? 0 }),
      (Self.library, { sample.numbers.reduce(0) { $0 &+ (Double($1) == nil ? 0 : 1) } }),
      (Self.halfTheRows, { try half.evaluate() }),
    ]
    parts = [
      Part(name: "inflating and CRC-32", most: 1.2, reference: Self.inflating) { try Self.inflate(archive) },
      Part(name: "finding cells", most: 2.5, reference: Self.scan) { try Self.cells(layout, sample.sheet) },
      Part(name: "every value of a workbook", most: 2.5, reference: Self.inflating) { try Self.values(bytes) },
      Part(name: "numbers", most: 0.5, reference: Self.library) { try Self.read(stored, reader, sample.sheet) },
      Part(name: "the shared strings, all decoded", most: 0.3, reference: Self.inflating) { try Self.texts(bytes) },
      Part(name: "deflating", most: 11, reference: Self.inflating) { try Self.deflate(sample.sheet) },
      Part(name: "formulas with look-ups and sums", most: 3, reference: Self.halfTheRows) { try whole.evaluate() },
    ]
  }

  private static func tags(_ bytes: Span<UInt8>) -> Int {
    var count = 0
    for at in bytes.indices where bytes[at] == UInt8(ascii: "<") { count &+= 1 }
    return count
  }

  private static func inflate(_ archive: ZipArchive) throws -> Int {
    try archive.verify()
    return 1
  }

  private static func cells(_ layout: SheetLayout, _ bytes: [UInt8]) throws -> Int {
    var cursor = RowCursor(layout)
    var row = StoredRow()
    var count = 0
    while try cursor.next(in: bytes.span, into: &row) { count &+= row.cells.count }
    return count
  }

  private static func numbers(_ layout: SheetLayout, _ bytes: [UInt8]) throws -> [StoredCell] {
    var cursor = RowCursor(layout)
    var row = StoredRow()
    var cells: [StoredCell] = []
    while try cursor.next(in: bytes.span, into: &row) {
      cells += row.cells.filter { $0.type == .number && $0.style == 0 }
    }
    return cells
  }

  private static func read(_ cells: [StoredCell], _ reader: CellReader, _ bytes: [UInt8]) throws -> Int {
    var sum = 0.0
    for cell in cells {
      if case .number(let number) = try reader.scalar(of: cell, row: 1, in: bytes.span) { sum += number }
    }
    return sum > 0 ? 1 : 0
  }

  private static func values(_ bytes: [UInt8]) throws -> Int {
    let workbook = try Workbook(bytes)
    var scalars: [CellScalar] = []
    var count = 0
    try workbook.forEachRow(ofSheet: 0) { row, cells throws(SpreadsheetError) in
      try cells.scalars(of: row, into: &scalars)
      count &+= scalars.count
    }
    return count
  }

  private static func texts(_ bytes: [UInt8]) throws -> Int {
    let strings = try Workbook(bytes).sharedStrings.table()
    var count = 0
    try strings.forEachText(of: 0..<strings.count, where: [Bool](repeating: true, count: strings.count)) {
      count &+= $1.count
    }
    return count
  }

  private static func deflate(_ bytes: [UInt8]) throws -> Int {
    var builder = ZipBuilder()
    builder.add("sheet", bytes)
    return try builder.finish().count
  }
}

/// Formulas that use an index. Twice the rows should take about twice as long.
private struct Lookups {
  private let rows: Int
  private let columns: [(name: String, column: Column)]
  private let formulas: [BoundFormula]

  init(rows: Int) throws {
    self.rows = rows
    let keys = Column((0..<rows).map { CellValue.text("K\($0 &* 7_919 % (rows / 4 + 1))") })
    columns = [
      ("k", keys), ("d_k", keys), ("d_x", Column((0..<rows).map { .number(Double($0 &* 31 % 1_000)) })),
      ("x", Column((0..<rows).map { .number(Double($0 % 97)) })),
    ]
    let environment = Self.environment(columns)
    let texts = [
      "SUMIFS(d_x,d_k,{k},d_x,\"<=\"&{x})", "COUNTIFS(d_k,{k})", "INDEX(d_x,MATCH({k},d_k,0))",
      "ROUND({x}*1.05,2)+N({x})",
    ]
    formulas = try texts.map {
      try BoundFormula(Expression(parsing: $0, notation: .template), sheet: "t", in: environment)
    }
  }

  /// Created each time, because it keeps the indexes it has built.
  private static func environment(_ columns: [(name: String, column: Column)]) -> Environment {
    var environment = Environment()
    for (name, column) in columns { environment.define(name, column: column) }
    return environment
  }

  func evaluate() throws -> Int {
    let environment = Self.environment(columns)
    return try formulas.reduce(0) { try $0 &+ $1.evaluate(rows: rows, in: environment).count }
  }
}
