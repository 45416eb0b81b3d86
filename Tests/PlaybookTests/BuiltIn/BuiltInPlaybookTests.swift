// SPDX-License-Identifier: Apache-2.0

import Foundation
import Playbook
import Testing

/// The files in `Sources/Playbook/BuiltIn`.
enum BuiltInFiles {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Playbook")

  static func sources() throws -> [PlaybookSource] { try sources(BuiltInPlaybook.parts, in: "BuiltIn") }

  static func vocabulary() throws -> [PlaybookSource] {
    try sources(BuiltInPlaybook.vocabularyParts, in: "BuiltIn/Vocabulary")
  }

  private static func sources(_ parts: [String], in folder: String) throws -> [PlaybookSource] {
    try parts.map { part in
      let bytes = try Data(contentsOf: self.folder.appending(path: "\(folder)/\(part).yaml"))
      return PlaybookSource(name: "\(part).yaml", bytes: [UInt8](bytes))
    }
  }
}

@Suite struct `The built-in playbook` {
  /// `Scripts/pack-playbook` sets the variable.
  @Test func `is packed from its YAML files`() throws {
    try expect(try BuiltInFiles.sources(), toBe: BuiltInPlaybook.packedText, in: "BuiltInPlaybook")
  }

  @Test func `has a vocabulary that is packed from its YAML files`() throws {
    try expect(try BuiltInFiles.vocabulary(), toBe: BuiltInPlaybook.packedVocabularyText, in: "Vocabulary")
  }

  private func expect(_ sources: [PlaybookSource], toBe carried: String, in name: String) throws {
    let packed = BuiltInPlaybook.packed(sources)
    #expect(packed.issues.map(\.description) == [])
    if ProcessInfo.processInfo.environment["DEALBOOK_PACK_PLAYBOOK"] != nil {
      let file = """
        // SPDX-License-Identifier: Apache-2.0

        // swift-format-ignore-file
        // Written by Scripts/pack-playbook from the files in BuiltIn/; see PackedTree for the form.

        let packed\(name) = #\"""
        \(packed.text)
        \"""#

        """
      try file.write(
        to: BuiltInFiles.folder.appending(path: "Embedded/Packed\(name).swift"), atomically: true, encoding: .utf8)
    } else {
      #expect(packed.text == carried, "run Scripts/pack-playbook")
    }
  }

  @Test func `with what explains its rules is packed from its YAML files`() throws {
    let name = "explanations.yaml"
    let bytes = [UInt8](try Data(contentsOf: BuiltInFiles.folder.appending(path: "BuiltIn/\(name)")))
    let text = BuiltInPlaybook.packedExplanationsText(of: PlaybookSource(name: name, bytes: bytes))
    #expect(!text.isEmpty)
    if ProcessInfo.processInfo.environment["DEALBOOK_PACK_PLAYBOOK"] != nil {
      let file = """
        // SPDX-License-Identifier: Apache-2.0

        // swift-format-ignore-file
        // Written by Scripts/pack-playbook from BuiltIn/explanations.yaml; see PackedTree for the form.

        let packedExplanations = #\"""
        \(text)
        \"""#

        """
      try file.write(
        to: BuiltInFiles.folder.appending(path: "Embedded/PackedExplanations.swift"), atomically: true, encoding: .utf8)
    } else {
      #expect(text == BuiltInPlaybook.packedExplanationsText, "run Scripts/pack-playbook")
    }
  }

  @Test func `has no mistakes`() throws {
    let reading = PlaybookReader.read(try BuiltInFiles.sources())
    #expect(reading.issues.map(\.description) == [])
    #expect(reading.playbook != nil)
  }
}

extension `The built-in playbook` {
  @Test func `holds the whole method`() {
    let playbook = Playbook.builtIn
    #expect(playbook.sheets.count == 13)
    #expect(playbook.settings.count == 28)
    #expect(playbook.lists.count == 30)
    #expect(playbook.rules.count == 220)
    #expect(playbook.rules.filter { $0.kind == .formula }.count == 140)
    let columns = playbook.sheets.flatMap(\.columns)
    #expect(columns.filter { !$0.isComputed }.count == 238)
    #expect(columns.filter { $0.computed?.formula != nil }.count == 144)
    #expect(columns.filter { $0.fullRequirement == .toolValue }.count == 8)
  }

  /// They are shown in the hover notes of a new workbook and on the pages of the sheets.
  @Test func `says in each language what its columns and rules mean`() {
    let texts = Playbook.builtIn.sheets.flatMap { sheet in
      [("\(sheet.prefix)", sheet.purpose)]
        + sheet.columns.flatMap { column in
          [column.computed?.words, column.computed?.edge, column.note].compactMap { $0 }.filter { !$0.isEmpty }
            .map { ("\(sheet.prefix).\(column.key)", $0) }
        }
    }
    let rules = Playbook.builtIn.rules.flatMap { rule in
      [(rule.id, rule.condition), (rule.id, rule.message)] + (rule.repair.isEmpty ? [] : [(rule.id, rule.repair)])
    }
    func hasChinese(_ text: String) -> Bool { text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
    #expect(texts.filter { !hasChinese($0.1.traditionalChinese) }.map(\.0) == [])
    #expect(texts.filter { hasChinese($0.1.english) }.map(\.0) == [])
    #expect(rules.filter { !hasChinese($0.1.traditionalChinese) && $0.1.english != "--as-of" }.map(\.0) == [])
    #expect(rules.filter { hasChinese($0.1.english) }.map(\.0) == [])
    #expect(Playbook.builtIn.sheets.flatMap(\.computedColumns).filter { $0.computed?.words.isEmpty ?? true } == [])
  }
}
