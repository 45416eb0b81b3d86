// SPDX-License-Identifier: Apache-2.0

internal import XML

/// The data validations of a new worksheet (18.3.1.33).
enum ValidationMarkup {
  /// The longest literal list in UTF-16 code units. Excel reports a file with a longer one as damaged.
  static let maxList = 255

  static func text(_ validations: [EntryRule]) -> String {
    let items = validations.compactMap(element)
    return items.isEmpty ? "" : "<dataValidations count=\"\(items.count)\">\(items.joined())</dataValidations>"
  }

  /// Whether the texts can be stored in a literal list.
  static func fits(_ texts: [String]) -> Bool {
    !texts.isEmpty && texts.allSatisfy { !$0.contains(",") && !$0.contains("\"") && !$0.isEmpty }
      && texts.joined(separator: ",").utf16.count <= maxList
  }

  /// Nil for a list that the format can't represent.
  private static func element(_ validation: EntryRule) -> String? {
    var attributes = ""
    var formulas: [String]
    switch validation.kind {
    case .listFormula(let formula):
      attributes = " type=\"list\""
      formulas = [formula]
    case .list(let texts):
      guard fits(texts) else { return nil }
      attributes = " type=\"list\""
      formulas = ["\"\(texts.joined(separator: ","))\""]
    case .decimal(let bounds): (attributes, formulas) = compared("decimal", bounds)
    case .whole(let bounds): (attributes, formulas) = compared("whole", bounds)
    case .date(let bounds): (attributes, formulas) = compared("date", bounds)
    case .custom(let formula):
      attributes = " type=\"custom\""
      formulas = [formula]
    }
    if validation.severity == .warning { attributes += " errorStyle=\"warning\"" }
    attributes += " allowBlank=\"1\""
    if validation.severity != .none { attributes += " showErrorMessage=\"1\"" }
    if !validation.prompt.isEmpty { attributes += " showInputMessage=\"1\"" }
    if !validation.errorTitle.isEmpty { attributes += " errorTitle=\"\(attribute(validation.errorTitle, 32))\"" }
    if !validation.errorMessage.isEmpty { attributes += " error=\"\(attribute(validation.errorMessage, 255))\"" }
    if !validation.promptTitle.isEmpty { attributes += " promptTitle=\"\(attribute(validation.promptTitle, 32))\"" }
    if !validation.prompt.isEmpty { attributes += " prompt=\"\(attribute(validation.prompt, 255))\"" }
    let children = formulas.enumerated().map { "<formula\($0 + 1)>\(XMLEscape.text($1))</formula\($0 + 1)>" }
    return "<dataValidation\(attributes) sqref=\"\(validation.range)\">\(children.joined())</dataValidation>"
  }

  private static func compared(_ type: String, _ bounds: EntryRule.Bounds) -> (String, [String]) {
    let (name, values): (String, [Double]) =
      switch bounds {
      case .between(let low, let high): ("between", [low, high])
      case .atLeast(let low): ("greaterThanOrEqual", [low])
      case .atMost(let high): ("lessThanOrEqual", [high])
      case .above(let low): ("greaterThan", [low])
      case .below(let high): ("lessThan", [high])
      }
    return (" type=\"\(type)\" operator=\"\(name)\"", values.map(NumberText.text))
  }

  private static func attribute(_ text: String, _ limit: Int) -> String {
    var cut = text
    while cut.utf16.count > limit { cut.removeLast() }
    return XMLEscape.attribute(XString.encoded(cut))
  }
}
