// SPDX-License-Identifier: Apache-2.0

package import Spreadsheet

/// Settings of the current run that all parts of a formula need.
package enum RunSettings {
  /// The date system in which the workbook counts days.
  @TaskLocal package static var dateSystem = DateSystem.year1900
  /// Counts the work of the run; nil if it is not counted.
  @TaskLocal package static var meter: WorkMeter?
}
