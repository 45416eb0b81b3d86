// SPDX-License-Identifier: Apache-2.0

public import Playbook

/// A finding in the words in which the workbook itself shows it.
public struct AnnotatedFinding: Hashable, Sendable {
  public var severity: Severity
  public var rule: String
  /// The title on the tab; empty for the whole workbook.
  public var sheet: String
  /// `I7`; nil for a finding about a sheet or the workbook.
  public var cell: String?
  public var row: Int?
  public var rowID: String
  /// The column's header.
  public var column: String
  public var found: String
  public var message: String
  /// New, known, accepted …; empty if nobody tracks states.
  public var state: String
  /// The date it was first seen; empty if nobody tracks states.
  public var firstSeen: String
  /// Whether its cell gets a note; accepted findings appear only on the sheet of findings.
  public var isMarked: Bool

  public init(
    severity: Severity, rule: String, sheet: String, cell: String?, row: Int?, rowID: String, column: String,
    found: String, message: String, state: String = "", firstSeen: String = "", isMarked: Bool = true
  ) {
    self.severity = severity
    self.rule = rule
    self.sheet = sheet
    self.cell = cell
    self.row = row
    self.rowID = rowID
    self.column = column
    self.found = found
    self.message = message
    self.state = state
    self.firstSeen = firstSeen
    self.isMarked = isMarked
  }
}
