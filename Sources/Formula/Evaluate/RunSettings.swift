package import Spreadsheet

/// What all parts of a formula need to know of the run that they are in.
package enum RunSettings {
  /// How the workbook counts days.
  @TaskLocal package static var dateSystem = DateSystem.year1900
  /// Counts the work of the run, where it is counted.
  @TaskLocal package static var meter: WorkMeter?
}
