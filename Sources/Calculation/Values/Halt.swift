/// Why a formula, or a part of one, gives no value now.
///
/// Only ``error`` is a result, which IFERROR and its like may catch; the others end the whole formula.
enum Halt: Error {
  /// The value is this error.
  case error(ErrorValue)
  /// Cells that it needs are not calculated yet: they are noted, and the formula is evaluated again after them.
  case waiting
  /// It can't be calculated here, so the stored value is kept.
  case kept(KeptReason)

  static let null = Halt.error(.null)
  static let divisionByZero = Halt.error(.divisionByZero)
  static let value = Halt.error(.value)
  static let reference = Halt.error(.reference)
  static let name = Halt.error(.name)
  static let number = Halt.error(.number)
  static let notAvailable = Halt.error(.notAvailable)
  static let calculation = Halt.error(.calculation)
}

/// Why the stored value of a formula is kept.
public enum KeptReason: Hashable, Sendable {
  /// A function that is not known here.
  case unknownFunction(String)
  /// A reference to another workbook.
  case externalLink
  /// A what-if table of Excel.
  case dataTable
  /// A function whose result depends on the clock or on chance.
  case volatile(String)
  /// The formula does not follow the grammar.
  case unreadable(String)
  /// Cells that need each other, in the order in which they do.
  case cycle([String])
  /// More work than the limit allows.
  case limit(name: String, limit: Int)
  /// It needs a cell whose stored value is kept.
  case dependent(String)
}

extension KeptReason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownFunction(let name): "the function \(name) is not known here"
    case .externalLink: "it refers to another workbook"
    case .dataTable: "it belongs to a data table"
    case .volatile(let name): "\(name) gives another value each time, and no moment was given"
    case .unreadable(let why): "the formula cannot be read: \(why)"
    case .cycle(let cells): "its cells need each other: \((cells + cells.prefix(1)).joined(separator: " → "))"
    case .limit(let name, let limit): "more work than allowed: \(name) is at most \(limit)"
    case .dependent(let cell): "it needs \(cell), which can't be calculated"
    }
  }
}
