import Spreadsheet

/// The defined names of a workbook: found by name, and of the same name the sheet's own first.
final class Names {
  private struct Entry {
    /// Those of the sheets, by position.
    var ofSheets: [Int: String] = [:]
    var ofWorkbook: String?
    /// Made when first needed; under -1 that of the workbook.
    var nodes: [Int: Node] = [:]
  }

  private var entries: [Entry] = []
  private var positions: [String: Int] = [:]

  init(_ names: [DefinedName]) {
    for name in names {
      let key = name.name.uppercased()
      let position = positions[key] ?? entries.count
      if position == entries.count {
        entries.append(Entry())
        positions[key] = position
      }
      if let sheet = name.sheetIndex {
        entries[position].ofSheets[sheet] = name.formula
      } else {
        entries[position].ofWorkbook = name.formula
      }
    }
  }

  func position(of name: String) -> Int? { positions[name.uppercased()] }

  /// The entry of a name behind a sheet's name.
  func position(of name: String, onSheet sheet: Int) -> Int? {
    guard let position = positions[name.uppercased()] else { return nil }
    guard entries[position].ofSheets[sheet] != nil else { return entries[position].ofWorkbook == nil ? nil : position }
    // The same entry, fixed to this sheet.
    let key = "\(sheet)!\(name.uppercased())"
    if let known = positions[key] { return known }
    var entry = Entry()
    entry.ofWorkbook = entries[position].ofSheets[sheet]
    entries.append(entry)
    positions[key] = entries.count - 1
    return entries.count - 1
  }

  /// What the name means for a formula on `sheet`; nil when it is another sheet's.
  func node(_ position: Int, onSheet sheet: Int, in book: Book) -> Node? {
    let own = entries[position].ofSheets[sheet]
    let key = own == nil ? -1 : sheet
    if let node = entries[position].nodes[key] { return node }
    guard let text = own ?? entries[position].ofWorkbook else { return nil }
    // Relative references of a name count from A1.
    let node = Compiler.node(text, at: Place(sheet: sheet, row: 1, column: 1), in: book, isDefinedName: true)
    entries[position].nodes[key] = node
    return node
  }
}
