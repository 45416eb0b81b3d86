import Playbook
import Spreadsheet

/// Values as messages and reports show them.
enum ShownValue {
  /// Dates as `2026-03-31`, percentages with a sign, everything else as stored.
  static func text(_ value: CellValue, type: ColumnType?, system: DateSystem) -> String {
    switch (type, value) {
    case (.date, .number(let serial)): date(serial, system: system) ?? value.shownText
    case (.percent, .number(let share)): CellValue.shown((share * 1e6).rounded() / 1e4) + "%"
    default: value.shownText
    }
  }

  /// The stored value as text; a serial number of a date column as the day, with the time where there is one.
  static func found(_ value: CellValue, type: ColumnType?, system: DateSystem) -> String {
    if type == .date, case .number(let serial) = value, let text = date(serial, system: system) { return text }
    return value.shownText
  }

  private static func date(_ serial: Double, system: DateSystem) -> String? {
    SerialDate.isoText(serial: serial, system: system).map { $0.replacing("T", with: " ") }
  }
}
