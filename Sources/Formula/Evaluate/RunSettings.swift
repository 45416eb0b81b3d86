import Spreadsheet

/// What all parts of a formula need to know of the run that they are in.
enum RunSettings {
  /// How the workbook counts days.
  @TaskLocal static var dateSystem = DateSystem.year1900
}
