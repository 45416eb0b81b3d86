/// The formula of one cell.
public struct CellFormula: Hashable, Sendable {
  /// An attribute of the `f` element (18.3.1.40) as the file has it.
  public struct Attribute: Hashable, Sendable {
    public var name: String
    public var value: String
  }

  public let kind: StoredFormulaKind
  /// In the notation of the file, without `=`. Of a shared formula what it is in this cell; of a data table what Excel
  /// shows for it, `TABLE(B1,A1)`. Nil when it can't be known: ``problem`` says why.
  public let text: String?
  /// The cells for which a shared master, an array formula or a data table stands (`ref`).
  public let range: CellRange?
  /// `si`: which shared formula this is.
  public let sharedIndex: Int?
  /// All attributes, `ca`, `r1` and `dt2D` among them, in the order of the file.
  public let attributes: [Attribute]
  /// Why there is no text.
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

  /// The same with the text that the master of its shared formula gives it.
  func expanded(_ text: String) -> CellFormula { CellFormula(self, text: text) }

  public subscript(attribute name: String) -> String? { Self.value(name, attributes) }

  private static func value(_ name: String, _ attributes: [Attribute]) -> String? {
    attributes.first { $0.name == name }?.value
  }

  private static func index(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    return ScannedNumber.digits(bytes.span, 0..<bytes.count)
  }

  /// One input cell stands first for a row of inputs and second for a column of them.
  private static func dataTableText(_ attributes: [Attribute]) -> String {
    func isTrue(_ name: String) -> Bool { ["1", "true"].contains(value(name, attributes) ?? "") }
    let first = value("r1", attributes) ?? ""
    if isTrue("dt2D") { return "TABLE(\(first),\(value("r2", attributes) ?? ""))" }
    return isTrue("dtr") ? "TABLE(\(first),)" : "TABLE(,\(first))"
  }
}
