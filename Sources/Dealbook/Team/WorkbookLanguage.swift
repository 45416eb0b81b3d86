import Playbook

/// Finds the language in which a workbook's labels stand: from its own titles and headers, never from the caller.
enum WorkbookLanguage {
  /// The language in which most titles and headers are the playbook's; where none is, that of the characters they are
  /// written in. Nil when there is nothing to go by.
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
      // The first of equals, in the playbook's order of languages.
      return Language.allCases.max { (votes[$0] ?? 0) < (votes[$1] ?? 0) }
    }
    return WrittenLanguage.of(
      sheets.flatMap { sheet in
        [sheet.title] + sheet.columns.map(\.header) + sheet.unknownHeaders.map(\.header)
      })
  }
}
