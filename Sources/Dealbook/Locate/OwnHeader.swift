// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// Reads the header of a sheet with the playbook's title, by the playbook's own words.
struct OwnHeader {
  let definition: SheetDefinition
  let index: HeaderIndex
  let sample: SheetSample

  /// The row that names the most columns. Nil if no row names any.
  func header() -> HeaderPlan? {
    var best: (row: SheetSample.Row, count: Int)?
    for row in sample.rows where row.index <= HeaderFinder.lastHeaderRow {
      // Most rows contain too few texts to name more columns.
      guard row.cells.count(where: { $0.typedText != nil }) > best?.count ?? 0 else { continue }
      var keys: Set<String> = []
      for cell in row.cells {
        if let text = cell.value.text, let match = match(text), !cell.hasFormula { keys.insert(match.key) }
      }
      if keys.count > best?.count ?? 0 { best = (row, keys.count) }
    }
    guard let best else { return nil }
    return plan(HeaderRows(first: best.row.index, last: best.row.index, cells: cells(of: best.row)))
  }

  /// The header in rows that are known to contain it. Nil if they are empty.
  ///
  /// - Parameter skipped: the rows that are not data; those directly below the header explain it.
  func header(in rows: ClosedRange<Int>, skipped: SheetPlacement, words: @escaping () -> WordIndex) -> HeaderPlan? {
    let finder = HeaderFinder(sample: sample, makeWords: words, own: index)
    guard var found = finder.rows(rows) else { return nil }
    while skipped.skips((found.hints.last ?? found.last) + 1) {
      found.hints.append((found.hints.last ?? found.last) + 1)
    }
    return plan(found)
  }

  private func match(_ header: String) -> (key: String, unit: String?)? {
    if let match = index.match(header) { return (match.key, match.unit) }
    return index.computedKey(of: header, on: definition).map { ($0, nil) }
  }

  private func cells(of row: SheetSample.Row) -> [HeaderCell] {
    row.cells.compactMap { cell in
      guard let text = cell.value.text, !StraySpace.isBlank(text) else { return nil }
      return HeaderCell(column: cell.column, text: text, lastText: nil, style: cell.style)
    }
  }

  private func plan(_ rows: HeaderRows) -> HeaderPlan {
    var plan = HeaderPlan(rows: rows.first...rows.last, hints: rows.hints)
    var taken: Set<String> = []
    let matches = Dictionary(rows.cells.map { ($0.column, match($0.text)) }) { first, _ in first }
    let aside = columnsAside(rows, matches.compactMapValues { $0?.key })
    // What a playbook states is meant; a header that merely sounds like the column is another one beside it.
    let stated = Set(rows.cells.filter { index.isStated($0.text) }.compactMap { matches[$0.column]??.key })
    for cell in rows.cells where !aside.contains(cell.column) {
      if let match = matches[cell.column] ?? nil, !stated.contains(match.key) || index.isStated(cell.text) {
        if taken.insert(match.key).inserted {
          plan.bound.append(.init(key: match.key, number: cell.column, header: cell.text, unit: match.unit))
        } else {
          plan.duplicates.append(UnboundHeader(column: cell.column, header: cell.text, key: match.key))
        }
      } else {
        plan.unknown.append(UnboundHeader(column: cell.column, header: cell.text, key: nil))
      }
    }
    plan.take(sample)
    return plan
  }

  /// The header including further header rows and rows that explain it.
  func completed(_ header: HeaderPlan, words: @escaping () -> WordIndex) -> HeaderPlan {
    let finder = HeaderFinder(sample: sample, makeWords: words, own: index)
    guard let rows = finder.rows(atRow: header.rows.lowerBound), rows.last > rows.first || !rows.hints.isEmpty else {
      return header
    }
    return plan(rows)
  }

  /// Columns under the header of a computed column that contain only typed values.
  ///
  /// - Parameter isOurs: whether the tool has added the column with this key. It was then typed over, unless another column under the same
  ///   header has the formulas.
  func typedComputed(_ header: HeaderPlan, isOurs: (String) -> Bool) -> Set<Int> {
    var typed: Set<Int> = []
    for bound in header.bound {
      guard let computed = definition.column(bound.key)?.computed, computed.formula != nil else { continue }
      let fillings = sample.fillings(of: bound.number, from: header.firstDataRow)
      guard fillings.any, !fillings.formulas else { continue }
      let others = header.duplicates.filter { $0.key == bound.key }
      let hasFormulas = others.contains { sample.fillings(of: $0.column, from: header.firstDataRow).formulas }
      if hasFormulas || !isOurs(bound.key) { typed.insert(bound.number) }
    }
    return typed
  }

  /// The header with additional columns: those that the vocabulary recognizes, and the inputs that typed columns stand for.
  func extended(_ header: HeaderPlan, typed: Set<Int>, words: WordIndex) -> HeaderPlan {
    var plan = header
    var open: [HeaderCell] = []
    for bound in header.bound where typed.contains(bound.number) {
      plan.bound.removeAll { $0.number == bound.number }
      plan.reasons[bound.number] = .typedComputed(key: bound.key)
      open.append(HeaderCell(column: bound.number, text: bound.header, lastText: nil, style: 0))
      // Another column under the same header has the formulas.
      if let other = header.duplicates.first(where: { $0.key == bound.key }) {
        plan.duplicates.removeAll { $0.column == other.column }
        plan.bound.append(.init(key: bound.key, number: other.column, header: other.header))
      }
    }
    open += header.unknown.map { HeaderCell(column: $0.column, text: $0.header, lastText: nil, style: 0) }
    let taken = Set(plan.bound.map(\.key))
    let columns = open.sorted { $0.column < $1.column }.map { cell in
      HeaderColumn(cell, sample.contents(of: cell.column, from: header.firstDataRow, skipping: []), words)
    }
    var reading = KindReader(definition: definition, words: words, own: nil, without: taken).read(columns)
    AmountDoubt.settle(&reading, besides: taken)
    plan.unknown = []
    for column in reading.columns {
      let isSure =
        column.confidence >= WorkbookProposal.Threshold.unasked.column && !column.evidence.isWeak
        && column.evidence.cells == .agree
      guard isSure else {
        plan.unknown.append(UnboundHeader(column: column.number, header: column.header, key: nil))
        plan.reasons[column.number] = plan.reasons[column.number] ?? .thin(key: column.key)
        continue
      }
      plan.reasons[column.number] = nil
      plan.bound.append(
        .init(
          key: column.key, number: column.number, header: column.header,
          unit: HeaderNormalizer.normalize(column.header).unit, evidence: column.evidence, confidence: column.confidence
        ))
    }
    for column in reading.leftAlone {
      plan.unknown.append(UnboundHeader(column: column.number, header: column.header, key: nil))
      plan.reasons[column.number] = plan.reasons[column.number] ?? column.reason
    }
    plan.bound.sort { $0.number < $1.number }
    plan.unknown.sort { $0.column < $1.column }
    return plan
  }
}
