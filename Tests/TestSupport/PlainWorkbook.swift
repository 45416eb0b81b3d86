// SPDX-License-Identifier: Apache-2.0

/// A workbook like those that people and exports make: sheets of rows with plain cells.
public struct PlainWorkbook: Sendable {
  /// The contents of a cell.
  public enum Cell: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByNilLiteral
  {
    case blank
    case text(String)
    case number(Double)
    /// The serial number of a date, with a date format.
    case date(Int)
    /// The serial number of a date with a time of day, with a date format.
    case time(Double)
    /// A number with a cell format of the builder's styles.
    case styled(Double, Int)
    /// A formula and its cached value.
    case formula(String, Double)
    /// An error value: `#DIV/0!`.
    case error(String)
    /// A truth value, or the formula as which LibreOffice saves one.
    case truth(Bool, asFormula: Bool = false)

    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int) { self = .number(Double(value)) }
    public init(floatLiteral value: Double) { self = .number(value) }
    public init(nilLiteral: ()) { self = .blank }
  }

  public struct Sheet: Sendable {
    public var name: String
    public var rows: [[Cell]]
    /// `A1:C1`.
    public var merged: [String]
    public var isHidden: Bool

    public init(_ name: String, _ rows: [[Cell]], merged: [String] = [], isHidden: Bool = false) {
      self.name = name
      self.rows = rows
      self.merged = merged
      self.isHidden = isHidden
    }
  }

  public var sheets: [Sheet]

  public init(_ sheets: [Sheet]) { self.sheets = sheets }

  public func bytes() throws -> [UInt8] { try builder().bytes() }

  /// The parts of the workbook, to which more can be added.
  public func builder() -> WorkbookBuilder {
    var builder = WorkbookBuilder()
    builder.styles =
      "<fonts count='1'><font/></fonts><fills count='1'><fill/></fills><borders count='1'><border/></borders>"
      + "<cellStyleXfs count='1'><xf/></cellStyleXfs><cellXfs count='2'><xf/><xf numFmtId='14' applyNumberFormat='1'/></cellXfs>"
    for sheet in sheets {
      let rows = sheet.rows.enumerated().map { index, cells in
        "<row r='\(index + 1)'>"
          + cells.enumerated().map { Self.xml($1, "\(Self.letters($0 + 1))\(index + 1)") }.joined() + "</row>"
      }
      let merged =
        sheet.merged.isEmpty
        ? ""
        : "<mergeCells count='\(sheet.merged.count)'>"
          + sheet.merged.map { "<mergeCell ref='\($0)'/>" }.joined() + "</mergeCells>"
      builder.add(
        sheet: Self.escaped(sheet.name), rows: rows.joined(), after: merged,
        attributes: sheet.isHidden ? "state='hidden'" : "")
    }
    return builder
  }

  private static func xml(_ cell: Cell, _ place: String) -> String {
    switch cell {
    case .blank: ""
    case .text(let text):
      "<c r='\(place)' t='inlineStr'><is><t xml:space='preserve'>\(escaped(text))</t></is></c>"
    case .number(let number): "<c r='\(place)'><v>\(number)</v></c>"
    case .date(let serial): "<c r='\(place)' s='1'><v>\(serial)</v></c>"
    case .time(let serial): "<c r='\(place)' s='1'><v>\(serial)</v></c>"
    case .styled(let number, let style): "<c r='\(place)' s='\(style)'><v>\(number)</v></c>"
    case .error(let code): "<c r='\(place)' t='e'><v>\(code)</v></c>"
    case .truth(let value, let isFormula):
      "<c r='\(place)' t='b'>\(isFormula ? "<f aca='false'>\(value ? "TRUE" : "FALSE")()</f>" : "")<v>\(value ? 1 : 0)</v></c>"
    case .formula(let formula, let value): "<c r='\(place)'><f>\(escaped(formula))</f><v>\(value)</v></c>"
    }
  }

  private static func letters(_ column: Int) -> String {
    var rest = column
    var letters = ""
    while rest > 0 {
      let letter = Unicode.Scalar(UInt8(65 + (rest - 1) % 26))
      letters = String(Character(letter)) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&apos;")
  }
}
