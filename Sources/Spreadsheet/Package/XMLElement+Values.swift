// SPDX-License-Identifier: Apache-2.0

internal import XML

extension XMLElement {
  /// The attribute as xsd:boolean (`1`, `0`, `true`, `false`; Transitional also allows `on` and `off`); nil if it is absent or
  /// invalid.
  func boolean(_ name: String) -> Bool? {
    switch attribute(name)?.lowercased().filter({ !$0.isWhitespace }) {
    case "1", "true", "on": true
    case "0", "false", "off": false
    default: nil
    }
  }

  /// The attribute as an integer; nil if it is absent or invalid.
  func integer(_ name: String) -> Int? {
    attribute(name).flatMap { Int($0) ?? Int($0.filter { !$0.isWhitespace }) }
  }

  /// The attribute as a finite number; nil if it is absent or invalid.
  func double(_ name: String) -> Double? {
    attribute(name).flatMap { Double($0) ?? Double($0.filter { !$0.isWhitespace }) }.flatMap { $0.isFinite ? $0 : nil }
  }

  /// The attribute as SpreadsheetML text, with `_xHHHH_` decoded.
  func xString(_ name: String) -> String? { attribute(name).map(XString.decoded) }

  /// The `r:id` attribute of this element.
  var relationshipID: String? { attribute("id", in: XMLNamespace.relationships) }
}
