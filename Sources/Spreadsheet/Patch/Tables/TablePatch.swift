// SPDX-License-Identifier: Apache-2.0

internal import XML

/// The changes to one table part.
struct TablePatch {
  let table: Table
  private(set) var patch: PartPatch
  /// The column names after the edit.
  private var names: [String]

  init(_ table: Table, _ document: XMLDocument) {
    self.table = table
    patch = PartPatch(part: table.part, document: document)
    names = table.columns.map(\.name)
  }

  var isChanged: Bool { !patch.splices.isEmpty }

  private var columnElements: [XMLElement] {
    patch.root.firstChild("tableColumns")?.children("tableColumn") ?? []
  }

  /// Those of `columns` that the table does not have yet.
  func missing(_ columns: [NewTableColumn]) -> [NewTableColumn] {
    columns.filter { column in !names.contains { Self.isSame($0, column.name) } }
  }

  // MARK: Growth

  /// The range of the table with `count` more columns; nil if that is outside the grid.
  func range(with count: Int) -> CellRange? {
    CellReference(row: table.range.last.row + newRows, column: table.range.last.column + count).map {
      CellRange(table.range.first, $0)
    }
  }

  /// The number of rows added.
  private(set) var newRows = 0

  /// Extends the table down to `lastRow`. The caller writes the cells.
  mutating func extend(to lastRow: Int) throws(EditError) {
    guard lastRow > table.range.last.row else { return }
    guard table.totalsRowCount == 0 else { throw fail("", "its row of totals stands right below its data") }
    guard !table.isFed else { throw fail("", "it is fed by a query or an XML map, which says what its rows are") }
    guard let last = CellReference(row: lastRow, column: table.range.last.column) else { return }
    newRows = lastRow - table.range.last.row
    reach(CellRange(table.range.first, last), filterTo: table.autoFilter?.last.column ?? last.column)
  }

  /// Appends columns. Columns that already exist get their formulas.
  mutating func append(_ columns: [NewTableColumn]) throws(EditError) {
    let new = missing(columns)
    for column in columns where !new.contains(column) { try setFormula(of: column) }
    guard !new.isEmpty else { return }
    guard let container = patch.root.firstChild("tableColumns"), columnElements.count == table.range.columns.count
    else {
      throw fail(new[0].name, "its columns do not fit its range \(table.range)")
    }
    guard !table.isFed else {
      throw fail(new[0].name, "it is fed by a query or an XML map, which says what its columns are")
    }
    guard let range = range(with: new.count) else { throw fail(new[0].name, "a sheet has 16384 columns") }
    var id = table.columns.compactMap(\.id).max() ?? 0
    var markup = ""
    for column in new {
      try checkName(column.name)
      names.append(column.name)
      id += 1
      markup += try element(for: column, id: id)
    }
    patch.insert(markup, into: container, after: columnElements.last)
    if container.attributeNode("count") != nil {
      patch.set("count", of: container, to: String(columnElements.count + new.count))
    }
    reach(range, filterTo: range.last.column)
  }

  /// Removes the last `count` columns, and their filters and sort order.
  mutating func removeLast(_ count: Int) throws(EditError) {
    guard count > 0 else { return }
    let elements = columnElements
    guard let container = patch.root.firstChild("tableColumns"), elements.count == table.range.columns.count,
      count < elements.count,
      let corner = CellReference(row: table.range.last.row, column: table.range.last.column - count)
    else {
      throw fail(table.columns.last?.name ?? "", "its columns do not fit its range \(table.range)")
    }
    guard !table.isFed else {
      throw fail(table.columns.last?.name ?? "", "it is fed by a query or an XML map, which says what its columns are")
    }
    let left = elements.count - count
    patch.splices.append(
      Splice(elements[left].element.lowerBound..<elements[elements.count - 1].element.upperBound, ""))
    if container.attributeNode("count") != nil { patch.set("count", of: container, to: String(left)) }
    reach(
      CellRange(table.range.first, corner), filterTo: min(corner.column, table.autoFilter?.last.column ?? corner.column)
    )
    for filter in patch.root.firstChild("autoFilter")?.children("filterColumn") ?? []
    where filter.integer("colId").map({ $0 >= left }) == true { patch.remove(filter) }
    if let sort = patch.root.firstChild("sortState"),
      sort.attribute("ref").flatMap({ CellRange($0) }).map({ $0.last.column > corner.column }) == true
    {
      patch.remove(sort)
    }
  }

  /// Removes the formula for new rows from some columns.
  mutating func removeFormulas(of columns: Set<String>) {
    for (column, element) in zip(table.columns, columnElements) where columns.contains(column.name) {
      if let formula = element.firstChild("calculatedColumnFormula") { patch.remove(formula) }
    }
  }

  /// Sets the range of the table and its filter, replacing any earlier change of them.
  private mutating func reach(_ range: CellRange, filterTo column: Int) {
    let filter = patch.root.firstChild("autoFilter")
    let places = [patch.root, filter].compactMap { $0?.attributeNode("ref")?.valueRange }
    patch.splices.removeAll { places.contains($0.range) }
    patch.set("ref", of: patch.root, to: "\(range)")
    if let filter, let old = table.autoFilter,
      let corner = CellReference(row: old.last.row + newRows, column: column)
    {
      patch.set("ref", of: filter, to: "\(CellRange(old.first, corner))")
    }
  }

  private func element(for column: NewTableColumn, id: Int) throws(EditError) -> String {
    let prefix = PartPatch.prefix(of: patch.root)
    let start = "<\(prefix)tableColumn id=\"\(id)\" name=\"\(TableColumnName.stored(column.name))\""
    guard let formula = column.calculatedFormula else { return start + "/>" }
    return start + ">" + formulaElement(try Self.checked(formula), prefix) + "</\(prefix)tableColumn>"
  }

  private func formulaElement(_ formula: String, _ prefix: String) -> String {
    "<\(prefix)calculatedColumnFormula>\(XMLEscape.text(formula))</\(prefix)calculatedColumnFormula>"
  }

  private mutating func setFormula(of column: NewTableColumn) throws(EditError) {
    guard let formula = column.calculatedFormula,
      let index = table.columns.firstIndex(where: { Self.isSame($0.name, column.name) }),
      columnElements.indices.contains(index),
      table.columns[index].calculatedFormula.map({ !$0.utf8.elementsEqual(formula.utf8) }) ?? true
    else { return }
    let element = columnElements[index]
    if let stored = element.firstChild("calculatedColumnFormula") {
      patch.setText(of: stored, to: try Self.checked(formula))
    } else {
      patch.insert(
        formulaElement(try Self.checked(formula), PartPatch.prefix(of: element)), into: element,
        orderedLike: "calculatedColumnFormula", SchemaOrder.tableColumn)
    }
  }

  private static func checked(_ formula: String) throws(EditError) -> String {
    _ = try PreparedFormula(formula)
    return formula
  }

  // MARK: Names

  /// Renames the column at `index` to match its header cell.
  mutating func rename(_ index: Int, to name: String) throws(EditError) {
    guard columnElements.indices.contains(index), !names[index].utf8.elementsEqual(name.utf8) else { return }
    names.remove(at: index)
    defer { names.insert(name, at: index) }
    try checkName(name)
    // The value is already escaped, so `set` can't be used.
    if let attribute = columnElements[index].attributeNode("name") {
      patch.splices.append(Splice(attribute.valueRange, TableColumnName.stored(name)))
    }
  }

  private func checkName(_ name: String) throws(EditError) {
    if name.isEmpty { throw fail(name, "a column needs a name") }
    if name.utf16.count > 255 { throw fail(name, "its name has more than 255 characters") }
    if names.contains(where: { Self.isSame($0, name) }) { throw fail(name, "it has a column of that name") }
  }

  /// Compares names as Excel does, ignoring case.
  private static func isSame(_ a: String, _ b: String) -> Bool { a == b || a.lowercased() == b.lowercased() }

  private func fail(_ column: String, _ why: String) -> EditError {
    EditError(.tableColumn(table: table.displayName, column: column, why: why))
  }

  // MARK: Totals

  /// Updates the totals label of a column after a text was written into the totals row.
  mutating func setTotalsLabel(_ index: Int, to text: String) {
    guard columnElements.indices.contains(index) else { return }
    let element = columnElements[index]
    patch.set("totalsRowLabel", of: element, to: XString.encoded(text))
    patch.remove("totalsRowFunction", of: element)
    if let formula = element.firstChild("totalsRowFormula") { patch.remove(formula) }
  }
}
