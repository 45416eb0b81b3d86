// SPDX-License-Identifier: Apache-2.0

/// Writes formulas with headers instead of keys and names.
struct FormulaWords {
  let playbook: Playbook
  let language: Language

  /// `=IF([金額(元)]="","",ROUND([金額(元)]*[成交概率],2))`; columns of other sheets read `商機[金額(元)]`.
  func text(_ formula: String, sheet: String?) -> String {
    let bytes = Array(formula.utf8)
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\""):
        let end = bytes[(at + 1)...].firstIndex(of: byte) ?? bytes.endIndex - 1
        result += bytes[at...end]
        at = end + 1
      case UInt8(ascii: "{"):
        let end = bytes[at...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.endIndex - 1
        let key = bytes[(at + 1)..<end]
        let isDown = key.first == UInt8(ascii: "^")
        result +=
          "[\(header(String(decoding: key.dropFirst(isDown ? 1 : 0), as: UTF8.self), sheet: sheet))\(isDown ? "…" : "")]"
          .utf8
        at = end + 1
      case _ where Self.isWord(byte):
        let end = bytes[at...].firstIndex { !Self.isWord($0) } ?? bytes.endIndex
        let word = String(decoding: bytes[at..<end], as: UTF8.self)
        result += (playbook.meaning(ofName: word).map { self.word($0) } ?? word).utf8
        at = end
      default:
        result.append(byte)
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The header of a column; the key itself if the column is unknown.
  func header(_ key: String, sheet: String?) -> String {
    sheet.flatMap { playbook.sheet($0)?.column(key) }?.titles[language] ?? key
  }

  private func word(_ meaning: NameMeaning) -> String {
    switch meaning {
    case .setting(let name): name
    case .column(let reference):
      "\(playbook.sheet(reference.sheet)?.titles[language] ?? reference.sheet)[\(header(reference.column, sheet: reference.sheet))]"
    case .listColumn(let list, let column): "\(playbook.list(list)?.titles[language] ?? list)[\(column)]"
    case .hasSheet(let prefix): "has_\(playbook.sheet(prefix)?.titles[language] ?? prefix)"
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_")
  }
}
