// SPDX-License-Identifier: Apache-2.0

public import Playbook
public import Spreadsheet

/// Finds the language of a workbook's labels from its own titles and headers, never from the caller.
enum WorkbookLanguage {
  /// The language in which most titles and headers match the playbook's; if none match, that of the characters. Nil if there is no
  /// evidence.
  static func found(in sheets: [LocatedSheet], _ prepared: PreparedPlaybook) -> Language? {
    var votes: [Language: Int] = [:]
    for sheet in sheets {
      for language in prepared.languages(ofTitle: sheet.title, of: sheet.prefix) { votes[language, default: 0] += 1 }
      for column in sheet.columns {
        for language in prepared.languages(ofHeader: column.header, of: column.key, on: sheet.prefix) {
          votes[language, default: 0] += 1
        }
      }
    }
    guard votes.isEmpty else {
      // Ties go to the first in the playbook's order of languages.
      return Language.allCases.max { (votes[$0] ?? 0) < (votes[$1] ?? 0) }
    }
    return WrittenLanguage.of(
      sheets.flatMap { sheet in
        [sheet.title] + sheet.columns.map(\.header) + sheet.unknownHeaders.map(\.header)
      })
  }
}

extension Workbook {
  /// The language in which most of the first rows are written, titles of sheets included, by their characters alone: for messages about
  /// a workbook that is not read by a playbook. Nil if they hold no letters, or cannot be read.
  ///
  /// Reads the beginning of a few sheets only.
  public var writtenLanguage: Language? {
    var texts: [String] = []
    for index in sheets.indices where sheets[index].kind == .worksheet {
      guard texts.count < Self.enoughTexts else { break }
      texts.append(sheets[index].name)
      // A sheet that cannot be read is reported by whoever needs it.
      try? forFirstRows(ofSheet: index, through: Self.firstRows) { row, cells throws(SpreadsheetError) in
        for cell in row.cells.prefix(Self.enoughTexts) where cell.formulaKind == .none {
          if case .text(let text) = try cells.value(of: cell, row: row.index) { texts.append(text) }
        }
      }
    }
    return WrittenLanguage.of(texts)
  }

  private static let firstRows = 12
  private static let enoughTexts = 100
}
