internal import XML

/// How the spreadsheet program calculates (`calcPr`, 18.2.2).
public struct CalculationSettings: Hashable, Sendable {
  public enum Mode: Hashable, Sendable { case automatic, manual, automaticExceptTables }

  public let mode: Mode
  /// Everything is calculated anew when the file is next opened.
  public let fullCalculationOnLoad: Bool
  /// Circular formulas are calculated again and again instead of being an error.
  public let iterates: Bool
  /// How often at most.
  public let iterationCount: Int
  /// Less change than this from one time to the next ends it.
  public let iterationDelta: Double
  /// False for "precision as displayed": values are rounded to what their number format shows.
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
