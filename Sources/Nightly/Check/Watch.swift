// SPDX-License-Identifier: Apache-2.0

/// The cells of one column at which a rule about changes looks, as they were when a workbook was seen.
public struct Watch: Hashable, Sendable {
  public var rule: String = ""
  public var severity: String = ""
  public var prefix: String = ""
  /// The title on the tab.
  public var sheet: String = ""
  public var column: String = ""
  public var ratio: Double?
  public var direction: String?
  /// With placeholders such as `{a}`.
  public var message: String = ""
  public var rows: [Row] = []

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
