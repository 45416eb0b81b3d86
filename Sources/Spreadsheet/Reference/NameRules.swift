// SPDX-License-Identifier: Apache-2.0

/// Excel's rules for names.
enum NameRules {
  /// The reason a sheet can't have this name, or nil if it can.
  static func problem(ofSheetName name: String, among others: some Sequence<String>) -> String? {
    if name.isEmpty || name.utf16.count > 31 { return "expected 1 to 31 characters" }
    if let bad = name.first(where: { "\\/?*[]:".contains($0) }) { return "it has the character \(bad)" }
    if name.unicodeScalars.contains(where: { $0.value < 0x20 }) { return "it has a control character" }
    if name.hasPrefix("'") || name.hasSuffix("'") { return "it begins or ends with an apostrophe" }
    if name.lowercased() == "history" { return "Excel keeps this name for itself" }
    if others.contains(where: { $0.lowercased() == name.lowercased() }) { return "there is a sheet of that name" }
    return nil
  }

  /// The reason a defined name can't be called this (18.2.5), or nil if it can.
  static func problem(ofDefinedName name: String) -> String? {
    if name.isEmpty || name.utf16.count > 255 { return "expected 1 to 255 characters" }
    let built = name.hasPrefix("_xlnm.")
    guard let first = name.first, first.isLetter || first == "_" || first == "\\" else {
      return "expected a letter or _ at its beginning"
    }
    let isAllowed = { (character: Character) in
      character.isLetter || character.isNumber || character == "_" || character == "." || character == "\\"
        || character == "?"
    }
    if !built, let bad = name.first(where: { !isAllowed($0) }) { return "it has the character \"\(bad)\"" }
    if CellReference(name) != nil || isR1C1(name) { return "it reads as a cell reference" }
    return nil
  }

  /// Whether a name reads as an R1C1 reference: `R1C1`, `r`, `C5` …
  private static func isR1C1(_ name: String) -> Bool {
    var rest = Substring(name.uppercased())
    var found = false
    for letter in ["R", "C"] where rest.hasPrefix(letter) {
      rest = rest.dropFirst().drop { $0.isASCII && $0.isNumber }
      found = true
    }
    return found && rest.isEmpty
  }
}
