// SPDX-License-Identifier: Apache-2.0

/// How the numbers and days of a column of a text file are written, as somebody has said. What is not said is found out from the file.
public struct StatedWriting: Hashable, Sendable {
  public enum Decimal: Hashable, Sendable { case point, comma }

  public enum Order: Hashable, Sendable {
    case dayFirst, monthFirst
    /// The year first, counted from the founding of the Republic of China.
    case republic
  }

  public var decimal: Decimal?
  public var order: Order?

  public init(decimal: Decimal? = nil, order: Order? = nil) {
    self.decimal = decimal
    self.order = order
  }

  /// By column, what is said of the headers among the first rows.
  static func columns(of rows: [DelimitedText.Row], _ stated: [String: StatedWriting]) -> [Int: StatedWriting] {
    guard !stated.isEmpty else { return [:] }
    var columns: [Int: StatedWriting] = [:]
    for row in rows.prefix(40) {
      for (column, field) in row.fields.enumerated() where columns[column] == nil && !field.isEmpty {
        var header = Substring(field)
        header.trimSpaces()
        if let writing = stated[String(header)] { columns[column] = writing }
      }
    }
    return columns
  }
}
