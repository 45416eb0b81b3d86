// SPDX-License-Identifier: Apache-2.0

/// The formula of one cell.
public struct CellFormula: Hashable, Sendable {
  /// An attribute of the `f` element (18.3.1.40) as the file has it.
  public struct Attribute: Hashable, Sendable {
    public var name: String
    public var value: String
  }

  public let kind: StoredFormulaKind
  /// The formula as the file stores it, without `=`. For a cell of a shared formula, it is the formula as adapted to this cell;
  /// for a data table, what Excel shows for it: `TABLE(B1,A1)`. Nil if it can't be determined: ``problem`` says why.
  public let text: String?
  /// The cells that a shared master, an array formula or a data table applies to (`ref`).
  public let range: CellRange?
  /// The index of the shared formula (`si`).
  public let sharedIndex: Int?
  /// All attributes in file order, including `ca`, `r1` and `dt2D`.
  public let attributes: [Attribute]
  /// The reason there is no text.
  public let problem: String?

  init(kind: StoredFormulaKind, storedText: String, attributes: [Attribute]) {
    self.kind = kind
    self.attributes = attributes
    range = Self.value("ref", attributes).flatMap { CellRange($0) }
    sharedIndex = Self.value("si", attributes).flatMap { Self.index($0) }
    switch kind {
    case .dataTable:
      text = storedText.isEmpty ? Self.dataTableText(attributes) : storedText
      problem = nil
    case .sharedDerived:
      text = nil
      problem = sharedIndex == nil ? "the shared formula has no valid si" : "its shared formula has no master"
    default:
      text = storedText
      problem = nil
    }
  }

  private init(_ derived: CellFormula, text: String) {
    kind = derived.kind
    self.text = text
    range = derived.range
    sharedIndex = derived.sharedIndex
    attributes = derived.attributes
    problem = nil
  }

  /// This formula with the text derived from the master of its shared formula.
  func expanded(_ text: String) -> CellFormula { CellFormula(self, text: text) }

  public subscript(attribute name: String) -> String? { Self.value(name, attributes) }

  private static func value(_ name: String, _ attributes: [Attribute]) -> String? {
    attributes.first { $0.name == name }?.value
  }

  private static func index(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    return ScannedNumber.digits(bytes.span, 0..<bytes.count)
  }

  /// Excel's notation for a data table. With one input cell, it is the first argument for a row of inputs and the second for a
  /// column.
  private static func dataTableText(_ attributes: [Attribute]) -> String {
    func isTrue(_ name: String) -> Bool { ["1", "true"].contains(value(name, attributes) ?? "") }
    let first = value("r1", attributes) ?? ""
    if isTrue("dt2D") { return "TABLE(\(first),\(value("r2", attributes) ?? ""))" }
    return isTrue("dtr") ? "TABLE(\(first),)" : "TABLE(,\(first))"
  }
}
