// SPDX-License-Identifier: Apache-2.0

/// The text of a formula, split where the row number goes: `["IF($B", "=\"\",\"\",$C", "*2)"]`.
public struct RowFormula: Hashable, Sendable {
  /// The parts of the formula between one row number and the next. Not XML-escaped, and without a leading `=`.
  public var segments: [String]

  public init(segments: [String]) { self.segments = segments }

  /// The text of the formula in `row`.
  public func text(row: Int) -> String { segments.joined(separator: String(row)) }
}
