// SPDX-License-Identifier: Apache-2.0

internal import Base
internal import Formula
package import Playbook
package import Spreadsheet

/// Formats values for messages and reports.
package enum ShownValue {
  /// Dates as `2026-03-31`, shares as percentages, amounts of money as `1,200,000.5`, other numbers with the 15 digits that Excel
  /// shows.
  static func text(_ value: CellValue, type: ColumnType?, system: DateSystem) -> String {
    switch (type, value) {
    case (.date, .number(let serial)): date(serial, system: system) ?? value.shownText
    case (.percent, .number(let share)): CellValue.shown((share * 1e6).rounded() / 1e4) + "%"
    case (.money, .number(let amount)): ThousandsGroups.text(CellValue.shown(Decimal15.fifteen(amount)))
    case (_, .number(let number)): CellValue.shown(Decimal15.fifteen(number))
    default: value.shownText
    }
  }

  /// The same without separators, for what is compared.
  static func plain(_ value: CellValue, _ type: ColumnType?, _ system: DateSystem) -> String {
    text(value, type: type == .money ? .number : type, system: system)
  }

  /// The stored value as text; in a date column, a serial number is shown as the day, with the time if there is one.
  package static func found(_ value: CellValue, type: ColumnType?, system: DateSystem) -> String {
    if type == .date, case .number(let serial) = value, let text = date(serial, system: system) { return text }
    return value.shownText
  }

  /// Shortens a text to a readable length and adds its full length: a cell may hold 32,767 characters, and a hostile file even more.
  ///
  /// - Parameter isName: whether different texts must stay different even if their beginnings are the same.
  static func cut(_ text: String, isName: Bool = false) -> String {
    guard text.utf8.count > longest else { return text }
    guard isName else { return "\(beginning(text, longest / 4))… (\(text.utf16.count))" }
    return "\(beginning(text, longest / 8))…\(String(FNV1a(text).value, radix: 16))"
  }

  /// Cuts by code points, because one character may consist of thousands.
  private static func beginning(_ text: String, _ count: Int) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(count)))
  }

  /// In bytes of UTF-8.
  private static let longest = 800

  private static func date(_ serial: Double, system: DateSystem) -> String? {
    SerialDate.isoText(serial: serial, system: system).map { $0.replacing("T", with: " ") }
  }
}
