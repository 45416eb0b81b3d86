internal import XML

extension XMLElement {
  /// The attribute as xsd:boolean (`1`, `0`, `true`, `false`; `on` and `off` are Transitional); nil when absent or neither.
  func boolean(_ name: String) -> Bool? {
    switch attribute(name)?.lowercased().filter({ !$0.isWhitespace }) {
    case "1", "true", "on": true
    case "0", "false", "off": false
    default: nil
    }
  }

  /// The attribute as a whole number; nil when absent or none.
  func integer(_ name: String) -> Int? {
    attribute(name).flatMap { Int($0.filter { !$0.isWhitespace }) }
  }

  /// The attribute as a number; nil when absent or none.
  func double(_ name: String) -> Double? {
    attribute(name).flatMap { Double($0.filter { !$0.isWhitespace }) }.flatMap { $0.isFinite ? $0 : nil }
  }

  /// The attribute as text of SpreadsheetML, with `_xHHHH_` read.
  func xString(_ name: String) -> String? { attribute(name).map(XString.decoded) }

  /// The `r:id` of this element.
  var relationshipID: String? { attribute("id", in: XMLNamespace.relationships) }
}
