// SPDX-License-Identifier: Apache-2.0

extension PlaybookLinter {
  // MARK: Removed definitions

  /// Whether a formula of the base playbook lacks something that a company's file removed. Such a problem is reported once, at the place of
  /// the removal.
  mutating func isVictim(of name: String, owner: String, at place: YAMLPlace) -> Bool {
    guard place.file == nil else { return false }
    let prefix = String(name.prefix { $0 != "_" && $0 != "." })
    for path in ["settings.\(name)", "lists.\(prefix)", "lists.\(name)"] {
      guard let culprit = takenAway[path] else { continue }
      victims[
        Change(
          place: culprit, message: "‘\(path.split(separator: ".").last ?? "")’ cannot be removed, because it is needed"
        ),
        default: []
      ].append(owner)
      return true
    }
    return false
  }

  /// One issue for each change, naming the first few formulas that it breaks.
  mutating func reportVictims() {
    for (change, owners) in victims.sorted(by: { $0.key.message < $1.key.message }) {
      var seen: Set<String> = []
      let names = owners.filter { seen.insert($0).inserted }
      let rest = names.count > 5 ? " and \(names.count - 5) more" : ""
      report(
        .unknownReference, change.place, "\(change.message) (\(names.prefix(5).joined(separator: ", "))\(rest))")
    }
  }

  // MARK: Settings

  /// A default of another type than the method's would make that cell wrong in every workbook.
  mutating func checkSettings() {
    var known: [String: String] = [:]
    for setting in playbook.settings {
      if let other = known.updateValue(setting.name, forKey: setting.name.lowercased()) {
        report(
          .duplicate, sites.places[.settingName(setting.name)] ?? .builtIn,
          "the settings ‘\(other)’ and ‘\(setting.name)’ differ in capital letters only, and spreadsheets take them for one name"
        )
      }
      guard let before = base?.setting(setting.name), let place = sites.places[.settingDefault(setting.name)] else {
        continue
      }
      switch (before.defaultValue, setting.defaultValue) {
      case (.number, .number), (.date, .date), (.text, .text): break
      case (.number, let value):
        report(.wrongType, place, "expected a number for the setting \(setting.name), found ‘\(value)’")
      case (.date, let value):
        report(
          .wrongType, place,
          "expected a date such as 2025-06-30 for the setting \(setting.name), found ‘\(value)’")
      case (.text, let value):
        report(.wrongType, place, "expected a text for the setting \(setting.name), found ‘\(value)’")
      }
    }
  }

  // MARK: Titles of sheets

  /// Excel's rules for sheet names: 1 to 31 characters, none of `[ ] : * ? / \`, no apostrophe at either end.
  mutating func checkSheetTitles() {
    let titled =
      playbook.sheets.map { ($0.prefix, $0.titles, sites.places[.sheetTitle($0.prefix)]) }
      + playbook.specialSheets.map { sheet in
        (sheet.kind.rawValue, sheet.titles, sites.titles.first { $0.text == sheet.titles.english }?.place)
      }
    for (prefix, titles, place) in titled {
      var seen: Set<String> = []
      for title in titles.all where seen.insert(title).inserted {
        let reason: String
        if title.utf16.count > 31 {
          reason = "it has \(title.utf16.count) characters, and Excel allows 31"
        } else if let mark = title.first(where: { "[]:*?/\\".contains($0) }) {
          reason = "Excel does not allow ‘\(mark)’ there"
        } else if title.isEmpty || title.first == "'" || title.last == "'" {
          reason = "Excel does not allow an empty title, nor an apostrophe at either end"
        } else {
          continue
        }
        report(.badName, place ?? .builtIn, "‘\(title)’ cannot be the title of the sheet \(prefix): \(reason)")
      }
    }
  }
}
