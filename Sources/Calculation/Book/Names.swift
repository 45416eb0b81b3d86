// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// The defined names of a workbook. A name defined on the sheet takes precedence over the workbook's name.
final class Names {
  private struct Entry {
    /// The definitions by sheet.
    var ofSheets: [Int: String] = [:]
    var ofWorkbook: String?
    /// Compiled definitions, made on first use; key -1 holds the workbook's.
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

  /// The position of a name that is qualified with a sheet name.
  func position(of name: String, onSheet sheet: Int) -> Int? {
    guard let position = positions[name.uppercased()] else { return nil }
    guard entries[position].ofSheets[sheet] != nil else { return entries[position].ofWorkbook == nil ? nil : position }
    // The same entry, bound to this sheet.
    let key = "\(sheet)!\(name.uppercased())"
    if let known = positions[key] { return known }
    var entry = Entry()
    entry.ofWorkbook = entries[position].ofSheets[sheet]
    entries.append(entry)
    positions[key] = entries.count - 1
    return entries.count - 1
  }

  /// The meaning of the name in a formula on `sheet`; nil if only other sheets define it.
  func node(_ position: Int, onSheet sheet: Int, in book: Book) -> Node? {
    let own = entries[position].ofSheets[sheet]
    let key = own == nil ? -1 : sheet
    if let node = entries[position].nodes[key] { return node }
    guard let text = own ?? entries[position].ofWorkbook else { return nil }
    // Relative references in a name are relative to A1.
    let node = Compiler.node(text, at: Place(sheet: sheet, row: 1, column: 1), in: book, isDefinedName: true)
    entries[position].nodes[key] = node
    return node
  }
}
