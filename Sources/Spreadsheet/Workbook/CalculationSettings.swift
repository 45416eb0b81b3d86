internal import XML

/// How the spreadsheet program calculates (`calcPr`, 18.2.2).
public struct CalculationSettings: Hashable, Sendable {
  public enum Mode: Hashable, Sendable { case automatic, manual, automaticExceptTables }

  public let mode: Mode
  /// Everything is calculated anew when the file is next opened.
  public let fullCalculationOnLoad: Bool
  /// Circular formulas are calculated again and again instead of being an error.
  public let iterates: Bool
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
    fullPrecision = element?.boolean("fullPrecision") ?? true
  }
}
