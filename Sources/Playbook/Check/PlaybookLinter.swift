// SPDX-License-Identifier: Apache-2.0

internal import Formula

/// Finds mistakes that only show once the whole playbook is known: dangling references, formulas that cannot work, cycles, ambiguous
/// headers.
struct PlaybookLinter {
  let playbook: Playbook
  /// The base playbook, whose formulas may rely on the original order of list rows.
  let base: Playbook?
  let sites: DeferredReferences
  let files: [String]
  let places: SourcePlaces
  /// The places where a company's file removed something, by path.
  let takenAway: [String: YAMLPlace]
  private(set) var issues: [PlaybookIssue] = []
  /// The columns that each computed column reads.
  var reads: [ColumnReference: (columns: [ColumnReference], site: FormulaSite)] = [:]

  /// Formulas of the base playbook that need something a company's file removed or moved, by that change.
  var victims: [Change: [String]] = [:]

  /// A change in a company's file that affects something formulas of the base playbook need.
  struct Change: Hashable {
    var place: YAMLPlace
    var message: String
  }

  init(
    _ playbook: Playbook, over base: Playbook?, sites: DeferredReferences, files: [String], places: SourcePlaces,
    takenAway: [String: YAMLPlace]
  ) {
    self.playbook = playbook
    self.base = base
    self.takenAway = takenAway
    self.sites = sites
    self.files = files
    self.places = places
  }

  static func issues(
    _ playbook: Playbook, over base: Playbook?, sites: DeferredReferences, files: [String], places: SourcePlaces,
    takenAway: [String: YAMLPlace]
  ) -> [PlaybookIssue] {
    var linter = PlaybookLinter(
      playbook, over: base, sites: sites, files: files, places: places, takenAway: takenAway)
    for site in sites.references { linter.check(site) }
    for site in sites.formulas { linter.check(site) }
    linter.checkCycles()
    linter.checkTitles()
    linter.checkPrefixes()
    for site in sites.messages { linter.check(site) }
    linter.checkSettings()
    linter.checkLists()
    linter.checkSheetTitles()
    linter.reportVictims()
    return linter.issues
  }

  mutating func report(
    _ kind: PlaybookIssue.Kind, _ place: YAMLPlace, _ message: String, severity: Severity = .error
  ) {
    issues.append(
      PlaybookIssue(
        kind: kind, severity: severity, file: place.file.map { files[$0] } ?? PlaybookDecoder.builtInName,
        line: place.line, column: place.column, message: message))
  }

  // MARK: References

  private mutating func check(_ site: ReferenceSite) {
    switch site.target {
    case .sheet(let prefix):
      guard playbook.sheet(prefix) == nil, playbook.switchedOffColumns[prefix] == nil else { return }
      reportUnknown("sheet", prefix, among: playbook.sheets.map(\.prefix), site)
    case .list(let prefix):
      guard playbook.list(prefix) == nil else { return }
      reportUnknown("list", prefix, among: playbook.lists.map(\.prefix), site)
    case .setting(let name):
      guard playbook.setting(name) == nil else { return }
      reportUnknown("setting", name, among: playbook.settings.map(\.name), site)
    case .column(let reference):
      guard !isColumn(reference) else { return }
      guard let sheet = playbook.sheet(reference.sheet) else {
        return reportUnknown("sheet", reference.sheet, among: playbook.sheets.map(\.prefix), site)
      }
      reportUnknown("column", reference.column, of: "the sheet \(sheet.prefix)", among: sheet.columns.map(\.key), site)
    case .listColumn(let prefix, let column):
      guard let list = playbook.list(prefix) else {
        return reportUnknown("list", prefix, among: playbook.lists.map(\.prefix), site)
      }
      if !list.hasColumn(column) {
        let known = ListDefinition.standardColumns + list.extraColumns + list.computedColumns.map(\.name)
        reportUnknown("column", column, of: "the list \(prefix)", among: known, site)
      }
    }
  }

  func isColumn(_ reference: ColumnReference) -> Bool {
    playbook.column(reference) != nil
      || playbook.switchedOffColumns[reference.sheet]?.contains(reference.column) == true
  }

  private mutating func reportUnknown(
    _ what: String, _ name: String, of container: String? = nil, among known: [String], _ site: ReferenceSite
  ) {
    if isVictim(of: name, owner: site.owner, at: site.place) { return }
    let nearest = Nearest.word(to: name, among: known)
    report(
      .unknownReference, site.place,
      "\(site.owner): there is no \(what) ‘\(name)’" + (container.map { " in \($0)" } ?? "")
        + (nearest.map { "; did you mean ‘\($0)’?" } ?? ""))
  }

  // MARK: Messages

  private mutating func check(_ site: MessageSite) {
    var offered = site.kind.placeholders.union(site.offered)
    if site.kind == .formula, case .sheet(let prefix) = site.sheet {
      offered.formUnion(playbook.sheet(prefix)?.columns.map(\.key) ?? [])
      offered.formUnion(playbook.switchedOffColumns[prefix] ?? [])
    }
    let template = MessageTemplate(site.text)
    for mistaken in template.mistaken {
      report(
        .placeholder, site.place,
        "the message of \(site.rule) says {\(mistaken)}; expected a placeholder, the singular word and the plural word, as in {n|day|days}"
      )
    }
    for placeholder in template.placeholders where !offered.contains(placeholder) {
      let nearest = Nearest.word(to: placeholder, among: offered.sorted())
      report(
        .placeholder, site.place,
        "the message of \(site.rule) says {\(placeholder)}, which \(site.kind == .formula ? "is neither one of its ‘values’ nor a column" : "rules of kind \(site.kind.rawValue) do not offer")"
          + (nearest.map { "; did you mean {\($0)}?" } ?? ""))
    }
  }

  // MARK: Titles

  private mutating func checkTitles() {
    var owners: [TitleSite.Scope: [String: TitleSite]] = [:]
    var reported: Set<String> = []
    for site in sites.titles {
      let key: String
      switch site.scope {
      case .labels: key = TextFolding.label(site.text)
      case .headers: key = HeaderIndex.statedKey(site.text)
      case .sheets, .columns: key = HeaderNormalizer.key(site.text)
      }
      if key.isEmpty {
        report(
          .ambiguousTitle, site.place,
          "‘\(site.text)’, of \(site.owner), is empty once spaces, marks and units are taken off")
        continue
      }
      guard let first = owners[site.scope]?[key] else {
        owners[site.scope, default: [:]][key] = site
        continue
      }
      // A text and its simplified form have the same place.
      guard first.owner != site.owner,
        reported.insert("\(site.scope) \(site.place) \(site.owner) \(first.owner)").inserted
      else { continue }
      let scope =
        switch site.scope {
        case .sheets: "as the title of a sheet"
        case .columns(let sheet), .headers(let sheet): "as a header of the sheet \(sheet)"
        case .labels(let list, let language): "as a label of the list \(list) in \(language.rawValue)"
        }
      // Report the one that the company wrote, whichever comes first.
      let (place, other) = site.place.file == nil ? (first.place, site) : (site.place, first)
      report(
        .ambiguousTitle, place,
        "‘\(site.text)’ \(scope) means both \(other.owner == first.owner ? site.owner : first.owner) and \(other.owner)"
      )
    }
  }

  /// Names such as `st_label` and `de_amount` share one namespace, so a list and a sheet may not have the same prefix.
  private mutating func checkPrefixes() {
    for list in playbook.lists where playbook.sheet(list.prefix) != nil {
      let site = sites.titles.first { $0.scope == .labels(list: list.prefix, .english) }
      let place = [site?.place, sites.places[.sheetTitle(list.prefix)]].compactMap { $0 }.first { $0.file != nil }
      report(
        .duplicate, place ?? .builtIn,
        "‘\(list.prefix)’ is the prefix of a list and of a sheet; names such as \(list.prefix)_label would mean two things"
      )
    }
  }
}
