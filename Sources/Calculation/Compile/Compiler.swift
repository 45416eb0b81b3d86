// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet

/// Compiles parsed formulas to nodes.
struct Compiler {
  let book: Book
  /// The cell that relative references are relative to.
  let base: Place
  /// The upper-case LET and LAMBDA names in scope.
  private var bound: Set<String> = []

  init(_ book: Book, base: Place) {
    self.book = book
    self.base = base
  }

  /// Compiles the formula `text` as it stands in the cell `base`.
  static func node(_ text: String, at base: Place, in book: Book, isDefinedName: Bool = false) -> Node {
    do throws(FormulaError) {
      let parsed = try ParsedFormula(text, isDefinedName: isDefinedName)
      var compiler = Compiler(book, base: base)
      return compiler.node(parsed.expression)
    } catch {
      return .halt(.kept(.unreadable(error.description)))
    }
  }

  /// Recursive: trees are at most ``ParsedFormula/maxDepth`` deep.
  mutating func node(_ expression: Expression) -> Node {
    switch expression {
    case .number(let number): return .constant(.number(number))
    case .text(let text): return .constant(.text(text))
    case .boolean(let truth): return .constant(.boolean(truth))
    case .error(let error): return .halt(.error(ErrorValue(error)))
    case .missing: return .missing
    case .reference(let reference): return node(reference)
    case .name(let name, let sheet): return node(name: name, sheet)
    case .structured(let reference): return node(reference)
    case .cell, .cellsToHere: return .halt(.error(.name))
    case .unary(let operation, let operand): return .unary(operation, node(operand))
    case .binary(let operation, let left, let right): return .binary(operation, node(left), node(right))
    case .call(let name, let arguments): return call(name, arguments)
    case .array(let rows): return array(rows)
    }
  }

  private mutating func array(_ rows: [[Expression]]) -> Node {
    let cells = rows.flatMap { $0 }.map { element -> Scalar in
      switch element {
      case .number(let number): .number(number)
      case .text(let text): .text(text)
      case .boolean(let truth): .boolean(truth)
      case .error(let error): .error(ErrorValue(error))
      default: .error(.value)
      }
    }
    guard let first = rows.first, !first.isEmpty, first.count * rows.count == cells.count else {
      return .halt(.error(.value))
    }
    return .array(Matrix(rows: rows.count, columns: first.count, cells: cells))
  }

  // MARK: References

  private func node(_ reference: Reference) -> Node {
    var sheet = Int32(-1)
    var sheets: ClosedRange<Int>?
    if let qualifier = reference.sheet {
      if qualifier.workbook.map({ $0 != "0" }) == true || !qualifier.path.isEmpty { return .halt(.kept(.externalLink)) }
      guard let first = book.sheet(named: qualifier.first) else { return .halt(.error(.reference)) }
      sheet = Int32(first)
      if let name = qualifier.last {
        guard let last = book.sheet(named: name) else { return .halt(.error(.reference)) }
        sheets = min(first, last)...max(first, last)
      }
    }
    func row(_ axis: Reference.Axis) -> RelativeAxis { RelativeAxis(axis, base: base.row) }
    func column(_ axis: Reference.Axis) -> RelativeAxis { RelativeAxis(axis, base: base.column) }
    let area: RelativeArea
    switch reference.area {
    case .cell(let corner):
      if sheets == nil { return .cell(RelativeCell(sheet: sheet, row: row(corner.row), column: column(corner.column))) }
      area = RelativeArea(
        sheet: sheet, firstRow: row(corner.row), firstColumn: column(corner.column), lastRow: row(corner.row),
        lastColumn: column(corner.column))
    case .range(let a, let b):
      area = RelativeArea(
        sheet: sheet, firstRow: row(a.row), firstColumn: column(a.column), lastRow: row(b.row),
        lastColumn: column(b.column))
    case .columns(let a, let b):
      area = RelativeArea(
        sheet: sheet, firstRow: RelativeAxis(absolute: 1), firstColumn: column(a),
        lastRow: RelativeAxis(absolute: CellReference.maxRow), lastColumn: column(b))
    case .rows(let a, let b):
      area = RelativeArea(
        sheet: sheet, firstRow: row(a), firstColumn: RelativeAxis(absolute: 1), lastRow: row(b),
        lastColumn: RelativeAxis(absolute: CellReference.maxColumn))
    }
    return sheets.map { .sheets($0, area) } ?? .area(area)
  }

  private func node(name written: String, _ sheet: SheetQualifier?) -> Node {
    let name = Self.plain(written)
    if sheet == nil, bound.contains(name) { return .variable(name) }
    if sheet == nil, name.hasPrefix("_XLETA.") {
      let function = String(name.dropFirst(7))
      guard FunctionLibrary.functions[function] != nil else { return .halt(.kept(.missing(function))) }
      return .call(SpecialForms.named, [.constant(.text(function))])
    }
    return defined(name, sheet) ?? .halt(.error(.name))
  }

  /// The node of a defined name; nil if there is no such name.
  private func defined(_ name: String, _ qualifier: SheetQualifier?) -> Node? {
    if let qualifier, qualifier.workbook.map({ $0 != "0" }) == true || !qualifier.path.isEmpty {
      return .halt(.kept(.externalLink))
    }
    if let qualifier, !qualifier.first.isEmpty {
      guard let sheet = book.sheet(named: qualifier.first) else { return .halt(.error(.reference)) }
      return book.names.position(of: name, onSheet: sheet).map { .name($0) }
    }
    if let entry = book.names.position(of: name) { return .name(entry) }
    // A table's name alone means its data rows.
    if let table = book.tableNumbers[name] { return .table(TableReference(table: table, items: [.data])) }
    return nil
  }

  /// The name in upper case, without the prefix that parameters have in files.
  static func plain(_ name: String) -> String {
    let upper = name.uppercased()
    return upper.hasPrefix("_XLPM.") || upper.hasPrefix("_XLOP.") ? String(upper.dropFirst(6)) : upper
  }

  private func node(_ reference: StructuredReference) -> Node {
    guard let specifier = TableSpecifier(reference.specifier) else { return .halt(.error(.reference)) }
    var result = TableReference(table: nil, items: specifier.items)
    result.firstColumn = specifier.firstColumn
    result.lastColumn = specifier.lastColumn
    if let name = reference.table {
      if name.contains("!") && name.contains("[") { return .halt(.kept(.externalLink)) }
      guard let table = book.tableNumbers[name.uppercased()] else { return .halt(.error(.reference)) }
      result.table = table
    }
    return .table(result)
  }

  // MARK: Calls

  private mutating func call(_ name: String, _ arguments: [Expression]) -> Node {
    switch name {
    case "":
      guard let callee = arguments.first else { return .halt(.error(.value)) }
      return .apply(node(callee), nodes(arguments.dropFirst()))
    case "LET": return letNode(arguments)
    case "LAMBDA": return lambdaNode(arguments)
    default: break
    }
    let plain = Self.plain(name)
    if bound.contains(plain) { return .apply(.variable(plain), nodes(arguments[...])) }
    if let function = FunctionLibrary.functions[plain] {
      if function.arguments.allows(arguments.count) { return .call(function, nodes(arguments[...])) }
      if let meant = Self.meant(plain, arguments.count) { return .call(meant, nodes(arguments[...])) }
      return .halt(.error(.value))
    }
    if name.contains("!") {
      let parts = name.split(separator: "!", maxSplits: 1).map(String.init)
      let sheet = SheetName.unquoted(parts[0])
      if parts.count == 2, let index = book.sheet(named: sheet),
        let entry = book.names.position(of: parts[1], onSheet: index)
      {
        return .apply(.name(entry), nodes(arguments[...]))
      }
      return .halt(.kept(.externalLink))
    }
    if let entry = book.names.position(of: plain) { return .apply(.name(entry), nodes(arguments[...])) }
    // The result of a function that is not implemented here is unknown, so the stored value is kept.
    return .halt(.kept(.missing(plain)))
  }

  /// XlsxWriter (`use_future_functions`) writes NORMSDIST and NORMSINV as `_xlfn.NORM.DIST` and `_xlfn.NORM.INV`; with one argument these
  /// are unambiguous.
  private static func meant(_ name: String, _ count: Int) -> Function? {
    guard count == 1, name == "NORM.DIST" || name == "NORM.INV" else { return nil }
    return FunctionLibrary.functions[name == "NORM.DIST" ? "NORMSDIST" : "NORMSINV"]
  }

  private mutating func nodes(_ expressions: ArraySlice<Expression>) -> [Node] {
    var nodes: [Node] = []
    for expression in expressions { nodes.append(node(expression)) }
    return nodes
  }

  /// Compiles `LET(a,1,b,a+1,a*b)` to pairs of name and value, followed by the result; the names become text nodes.
  private mutating func letNode(_ arguments: [Expression]) -> Node {
    guard arguments.count >= 3, arguments.count % 2 == 1 else { return .halt(.error(.value)) }
    let before = bound
    defer { bound = before }
    var nodes: [Node] = []
    for pair in stride(from: 0, to: arguments.count - 1, by: 2) {
      guard let name = Self.parameter(arguments[pair]) else { return .halt(.error(.name)) }
      nodes.append(.constant(.text(name)))
      nodes.append(node(arguments[pair + 1]))
      bound.insert(name)
    }
    nodes.append(node(arguments[arguments.count - 1]))
    return .call(SpecialForms.let, nodes)
  }

  private mutating func lambdaNode(_ arguments: [Expression]) -> Node {
    guard let body = arguments.last else { return .halt(.error(.value)) }
    let before = bound
    defer { bound = before }
    var nodes: [Node] = []
    for argument in arguments.dropLast() {
      guard let name = Self.parameter(argument) else { return .halt(.error(.value)) }
      nodes.append(.constant(.text(Self.isOptional(argument) ? "[" + name : name)))
      bound.insert(name)
    }
    nodes.append(node(body))
    return .call(SpecialForms.lambda, nodes)
  }

  /// Whether a parameter of LAMBDA need not be given: `[x]`, which files write as `_xlop.x`.
  private static func isOptional(_ expression: Expression) -> Bool {
    switch expression {
    case .name(let name, _): name.uppercased().hasPrefix("_XLOP.")
    case .structured: true
    default: false
    }
  }

  /// The name that LET or LAMBDA declares; `[x]` declares an optional parameter.
  private static func parameter(_ expression: Expression) -> String? {
    switch expression {
    case .name(let name, nil): return plain(name)
    case .structured(let reference) where reference.table == nil: return plain(reference.specifier)
    default: return nil
    }
  }
}
