// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// The cell formats of new cells: those of their neighbours, with the number format of their type.
struct CellStyles {
  private(set) var newStyles: [NewStyle] = []
  private var places: [NewStyle: Int] = [:]

  /// The light grey that marks computed cells.
  static let computedFill = "F2F2F2"

  mutating func choice(_ style: NewStyle) -> StyleChoice {
    if let place = places[style] { return .new(place) }
    places[style] = newStyles.count
    newStyles.append(style)
    return .new(newStyles.count - 1)
  }

  static func numberFormat(of type: ColumnType) -> String {
    switch type {
    case .money, .number: "#,##0.00"
    case .integer: "0"
    case .percent: "0.0%"
    case .ratio: "0.00"
    case .score: "0.0"
    case .date: "yyyy-mm-dd"
    case .id, .key, .text, .tick, .list: "General"
    }
  }

  /// The width of a column for its header and texts, in characters; Chinese characters count double.
  static func width(header: String, type: ColumnType, values: [CellValue] = []) -> Double {
    let least =
      switch type {
      case .money, .number: 14
      case .date: 12
      default: 9
      }
    // The first rows are representative; a long text is cut so that the column does not become too wide.
    let texts = values.prefix(200).map { cell in cell.text.map { units($0) + 1 } ?? 0 }
    return Double(min(40, max(least, units(header) + 3, texts.max() ?? 0)))
  }

  private static func units(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }
}
