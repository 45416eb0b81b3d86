// SPDX-License-Identifier: Apache-2.0

/// The cells of a column that a rule about changes watches, as they were when the workbook was read.
public struct Watch: Hashable, Sendable {
  public var rule: String = ""
  public var severity: String = ""
  public var prefix: String = ""
  /// The title of the sheet.
  public var sheet: String = ""
  public var column: String = ""
  public var ratio: Double?
  public var direction: String?
  /// With placeholders such as `{a}`.
  public var message: String = ""
  public var rows: [Row] = []
  /// The header of the column as on the sheet.
  public var header: String = ""

  public struct Row: Hashable, Sendable {
    public var id: String = ""
    public var row: Int = 0
    public var cell: String = ""
    public var shown: String = ""
    public var number: Double?
    public var reason: String = ""
    public var owner: String = ""
  }
}
