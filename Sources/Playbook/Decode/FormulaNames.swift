// SPDX-License-Identifier: Apache-2.0

/// Finds names in a formula without parsing it. The program reads the built-in playbook at each start, and its formulas are known to be
/// valid.
package enum FormulaNames {
  /// The prefixes of the sheets whose columns a formula uses (`de` for `de_amount`) or whose presence it tests (`has_de`).
  static func prefixes(in formula: String, among sheets: Set<String>) -> Set<String> {
    var result: Set<String> = []
    scan(formula) { word, isKey in
      guard !isKey, let underscore = word.firstIndex(of: UInt8(ascii: "_")) else { return }
      var prefix = String(decoding: word[..<underscore], as: UTF8.self)
      if prefix == "has" { prefix = String(decoding: word[(underscore + 1)...], as: UTF8.self) }
      if sheets.contains(prefix) { result.insert(prefix) }
    }
    return result
  }

  /// The keys in `{key}` and `{^key}`.
  package static func keys(in formula: String) -> Set<String> {
    var result: Set<String> = []
    scan(formula) { word, isKey in
      if isKey { result.insert(String(decoding: word, as: UTF8.self)) }
    }
    return result
  }

  /// Every word outside text constants and braces: names, functions, settings.
  package static func words(in formula: String) -> Set<String> {
    var result: Set<String> = []
    scan(formula) { word, isKey in
      if !isKey { result.insert(String(decoding: word, as: UTF8.self)) }
    }
    return result
  }

  /// Calls `body` for each word outside text constants; `isKey` is true for those in braces.
  private static func scan(_ formula: String, _ body: (ArraySlice<UInt8>, _ isKey: Bool) -> Void) {
    let bytes = Array(formula.utf8)
    var at = 0
    var isText = false
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") { isText.toggle() }
      guard !isText, isWord(byte) else {
        at += 1
        continue
      }
      let start = at
      while at < bytes.count, isWord(bytes[at]) || (0x30...0x39).contains(bytes[at]) { at += 1 }
      let before = start > 0 ? bytes[start - 1] : 0
      let isKey =
        before == UInt8(ascii: "{") || before == UInt8(ascii: "^") && start > 1 && bytes[start - 2] == UInt8(ascii: "{")
      body(bytes[start..<at], isKey)
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
  }
}
