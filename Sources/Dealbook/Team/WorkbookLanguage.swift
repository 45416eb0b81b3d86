// SPDX-License-Identifier: Apache-2.0

import Playbook

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
