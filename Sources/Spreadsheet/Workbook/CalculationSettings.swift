// SPDX-License-Identifier: Apache-2.0

internal import XML

/// The calculation settings of the workbook (`calcPr`, 18.2.2).
public struct CalculationSettings: Hashable, Sendable {
  public enum Mode: Hashable, Sendable { case automatic, manual, automaticExceptTables }

  public let mode: Mode
  /// Whether everything is recalculated when the file is next opened.
  public let fullCalculationOnLoad: Bool
  /// Whether circular formulas are iterated instead of being an error.
  public let iterates: Bool
  /// The maximum number of iterations.
  public let iterationCount: Int
  /// Iteration stops when the values change by less than this from one iteration to the next.
  public let iterationDelta: Double
  /// False for "precision as displayed", where values are rounded to what their number format displays.
  public let fullPrecision: Bool

  init(_ element: XMLElement?) {
    switch element?.attribute("calcMode") {
    case "manual": mode = .manual
    case "autoNoTable": mode = .automaticExceptTables
    default: mode = .automatic
    }
    fullCalculationOnLoad = element?.boolean("fullCalcOnLoad") ?? false
    iterates = element?.boolean("iterate") ?? false
    iterationCount = min(max(element?.integer("iterateCount") ?? 100, 1), 32_767)
    iterationDelta = element?.attribute("iterateDelta").flatMap { Double($0) } ?? 0.001
    fullPrecision = element?.boolean("fullPrecision") ?? true
  }
}
