// SPDX-License-Identifier: Apache-2.0

import Base
import Formula
import Playbook
import Synchronization

/// The formulas of dashboards' blocks as the engine evaluates them, parsed once for all workbooks.
final class ChartTemplates: Sendable {
  /// By the hash of their texts, which are long, and often in Chinese.
  private let known = Mutex<[UInt64: Known]>([:])

  private struct Known {
    let text: String
    let template: FormulaTemplate
  }

  /// Formulas that name rows or labels differ between workbooks; if there are too many, they are dropped. All reports in all languages
  /// have fewer.
  private static let most = 4096

  static func of(_ playbook: Playbook) -> ChartTemplates { playbook.memo.value { ChartTemplates() } }

  /// - Parameters:
  ///   - text: as in ``ChartBlock/Content``.
  ///   - prefix: the prefix of the names under which the environment has the columns of blocks.
  func template(_ text: String, prefix: String) throws(FormulaError) -> FormulaTemplate {
    let hash = FNV1a(text).value
    if let known = known.withLock({ $0[hash] }), known.text.utf8.elementsEqual(text.utf8) { return known.template }
    let template = try FormulaTemplate(
      Self.replacing(text) { block, key, row in
        let name = "\(prefix)_\(block)_\(key)"
        return row.map { "INDEX(\(name),\($0))" } ?? name
      })
    known.withLock { known in
      if known.count == Self.most { known = [:] }
      known[hash] = Known(text: text, template: template)
    }
    return template
  }

  /// Replaces each `[block.key]` and `[block.key#3]` of a formula with what `write` returns. Texts between quotes stay: a header such as
  /// `Amount [M CHF]` may stand in them.
  static func replacing(_ text: String, _ write: (String, String, Int?) -> String) -> String {
    var result = ""
    var rest = text[...]
    while let place = rest.firstIndex(where: { $0 == "[" || $0 == "\"" }) {
      result += rest[..<place]
      let inside = rest[rest.index(after: place)...]
      guard let end = inside.firstIndex(of: rest[place] == "[" ? "]" : "\"") else {
        rest = rest[place...]
        break
      }
      // A doubled quote ends one text and begins another.
      result += rest[place] == "[" ? reference(inside[..<end], write) : String(rest[place...end])
      rest = inside[inside.index(after: end)...]
    }
    return result + rest
  }

  private static func reference(_ text: Substring, _ write: (String, String, Int?) -> String) -> String {
    let parts = text.split(separator: "#", omittingEmptySubsequences: false)
    let names = parts[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    return write(names[0], names.count > 1 ? names[1] : "", parts.count > 1 ? Int(parts[1]) : nil)
  }
}
