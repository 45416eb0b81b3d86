// SPDX-License-Identifier: Apache-2.0

internal import Formula

extension PlaybookLinter {
  mutating func check(_ site: FormulaSite) {
    let known = issues.count
    guard site.text.hasPrefix("=") else {
      return report(
        .formula, site.node.place, "\(site.owner.description): a formula begins with ‘=’, found \(site.node.found)")
    }
    let template: FormulaTemplate
    do { template = try .known(site.text) } catch {
      return report(.formula, place(of: error.position, in: site), said(error, site))
    }
    let formula = template.formula
    for (call, error) in FunctionCatalogue.problems(in: formula, allowed: FunctionCatalogue.everywhere) {
      report(.function, place(of: call.position, in: site), said(error, site))
    }
    for use in formula.names { checkName(use, in: site) }
    for use in formula.keys { checkKey(use, in: site) }
    checkParts(formula.expression, in: site)
    if issues.count == known { checkBinding(template, in: site) }
    if site.node.place.file != nil { checkPrograms(formula.expression, in: site) }
    if case .column(let reference) = site.owner {
      let own = formula.keys.map { ColumnReference(sheet: reference.sheet, column: $0.name) }
      let others = formula.names.compactMap { use -> ColumnReference? in
        guard case .column(let other)? = playbook.meaning(ofName: use.name) else { return nil }
        return other
      }
      reads[reference] = (own + others, site)
    }
  }

  /// A formula's mistake in the language of the refusals, behind the formula's owner.
  func said(_ error: FormulaError, _ site: FormulaSite) -> String {
    Spoken.words.at(site.owner.description, Spoken.words.text(error))
  }

  /// `position` counts UTF-16 units from 1.
  private func place(of position: Int?, in site: FormulaSite) -> YAMLPlace {
    guard let position else { return site.node.place }
    let before = String(decoding: site.text.utf16.prefix(max(0, position - 1)), as: UTF16.self)
    return places.place(of: before.unicodeScalars.count, in: site.text, node: site.node)
  }

  // MARK: Names

  private mutating func checkName(_ use: NameUse, in site: FormulaSite) {
    guard playbook.meaning(ofName: use.name) == nil else { return }
    if isVictim(of: use.name, owner: site.owner.description, at: site.node.place) { return }
    let nearest = Nearest.word(to: use.name, among: allNames(near: use.name))
    report(
      .unknownReference, place(of: use.position, in: site),
      "\(site.owner.description): nothing is called ‘\(use.name)’" + (nearest.map { "; did you mean ‘\($0)’?" } ?? ""))
  }

  private func allNames(near name: String) -> [String] {
    let prefix = name.prefix { $0 != "_" }
    guard prefix.count < name.count else { return playbook.settings.map(\.name) }
    if let sheet = playbook.sheet(String(prefix)) { return sheet.columns.map { "\(prefix)_\($0.key)" } }
    if let list = playbook.list(String(prefix)) {
      return (ListDefinition.standardColumns + list.extraColumns + list.computedColumns.map(\.name)).map {
        "\(prefix)_\($0)"
      }
    }
    if prefix == "has" { return playbook.sheets.map { "has_\($0.prefix)" } }
    return playbook.sheets.flatMap { sheet in sheet.columns.map { "\(sheet.prefix)_\($0.key)" } }
      + playbook.lists.flatMap { list in (["label"] + list.extraColumns).map { "\(list.prefix)_\($0)" } }
  }

  // MARK: Keys

  /// `{key}` is a cell of the current row of a sheet, a list or the funnel.
  private mutating func checkKey(_ use: NameUse, in site: FormulaSite) {
    let known: [String]
    let container: String
    switch site.owner {
    case .column(let reference):
      if isColumn(ColumnReference(sheet: reference.sheet, column: use.name)) { return }
      known = playbook.sheet(reference.sheet)?.columns.map(\.key) ?? []
      container = "the sheet \(reference.sheet)"
    case .test(_, .sheet(let prefix), .row), .value(_, .sheet(let prefix), .row, _),
      .value(_, .sheet(let prefix), .builtin, _):
      if isColumn(ColumnReference(sheet: prefix, column: use.name)) { return }
      known = playbook.sheet(prefix)?.columns.map(\.key) ?? []
      container = "the sheet \(prefix)"
    case .listColumn(let prefix, _):
      guard let list = playbook.list(prefix) else { return }
      known = list.extraColumns + list.computedColumns.map(\.name)
      // `{next_prob}` is `prob` of the next row.
      if known.contains(use.name) || use.name.hasPrefix("next_") && known.contains(String(use.name.dropFirst(5))) {
        return
      }
      container = "the list \(prefix)"
    case .funnel:
      known = playbook.funnel?.columns.map(\.key) ?? []
      if known.contains(use.name) { return }
      container = "the funnel"
    case .test, .value:
      report(
        .unknownReference, place(of: use.position, in: site),
        "\(site.owner.description): {\(use.name)} is a cell of a row, and this is asked once for the whole workbook")
      return
    }
    let nearest = Nearest.word(to: use.name, among: known)
    report(
      .unknownReference, place(of: use.position, in: site),
      "\(site.owner.description): there is no column {\(use.name)} in \(container)"
        + (nearest.map { "; did you mean {\($0)}?" } ?? ""))
  }

  // MARK: Parts

  /// Checks the expression tree for list rows that do not exist and for references to fixed cells.
  private mutating func checkParts(_ expression: Expression, in site: FormulaSite) {
    var open = [expression]
    while let next = open.popLast() {
      switch next {
      case .call(let function, let arguments):
        if function == "INDEX", arguments.count == 2, case .name(let name, sheet: nil) = arguments[0],
          case .number(let row) = arguments[1], case .listColumn(let prefix, _)? = playbook.meaning(ofName: name),
          let list = playbook.list(prefix)
        {
          checkRow(row, of: list, called: name, in: site)
        }
        open += arguments
      case .unary(_, let operand): open.append(operand)
      case .binary(_, let left, let right): open += [left, right]
      case .array(let rows): open += rows.flatMap { $0 }
      case .reference, .structured:
        report(
          .formula, site.node.place,
          "\(site.owner.description): a formula names columns, {key} or prefix_key, and no cells: they lie elsewhere in each workbook"
        )
      case .name(_, sheet: .some):
        report(
          .formula, site.node.place,
          "\(site.owner.description): a name with a sheet before it is not known to every workbook")
      default: break
      }
    }
  }
}

extension FormulaError {
  /// The position in the formula, in UTF-16 units from 1.
  fileprivate var position: Int? {
    switch self {
    case .syntax(_, let position, _, _), .tooDeep(_, let position, _, _): position
    default: nil
    }
  }
}
