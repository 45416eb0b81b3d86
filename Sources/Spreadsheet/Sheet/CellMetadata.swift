// SPDX-License-Identifier: Apache-2.0

internal import XML

/// Tells which array formulas spill: those whose cell metadata says so (`XLDAPR` with `fDynamic`; ECMA-376 Part 1, 18.9).
package struct CellMetadata: Sendable {
  /// The type of the records that mark dynamic arrays.
  static let dynamicType = "XLDAPR"
  /// Whether each cell metadata record marks a dynamic array. The `cm` attribute of a cell is an index into it, starting at 1.
  private var isDynamic: [Bool] = []

  /// Reads the metadata part; a workbook without one has no dynamic arrays.
  public init(_ workbook: Workbook) throws(SpreadsheetError) {
    guard let part = Self.part(of: workbook) else { return }
    isDynamic = Self.records(in: try workbook.package.document(of: part).root)
  }

  /// The part with the cell metadata; nil if there is none.
  static func part(of workbook: Workbook) -> PartName? {
    guard let part = workbook.relationships.first(RelationshipType.metadata)?.part, workbook.package.contains(part)
    else { return nil }
    return part
  }

  init(_ root: XMLElement) { isDynamic = Self.records(in: root) }

  /// Whether each record in the part marks a dynamic array.
  private static func records(in root: XMLElement) -> [Bool] {
    let types = root.firstChild("metadataTypes")?.children("metadataType").map { $0.attribute("name") ?? "" } ?? []
    let future = root.children("futureMetadata").first { $0.attribute("name") == Self.dynamicType }
    let isDynamicBlock = future?.children("bk").map { block in
      block.firstChild("extLst")?.children("ext").contains { ext in
        ext.children.contains { $0.boolean("fDynamic") == true }
      } ?? false
    }
    return root.firstChild("cellMetadata")?.children("bk").map { block in
      block.children("rc").contains { record in
        guard let type = record.integer("t"), type >= 1, type <= types.count, types[type - 1] == Self.dynamicType else {
          return false
        }
        let value = record.integer("v") ?? 0
        return isDynamicBlock.map { value >= 0 && value < $0.count && $0[value] } ?? true
      }
    } ?? []
  }

  /// Whether the workbook may have dynamic arrays.
  package var hasDynamic: Bool { isDynamic.contains(true) }

  /// The number, counted from 1, of the first record that marks a dynamic array; nil if there is none.
  var firstDynamic: Int? { isDynamic.firstIndex(of: true).map { $0 + 1 } }

  /// Whether the array formula in `cell` spills into as many cells as its result needs.
  public func isDynamic(_ cell: StoredCell, in cells: SheetCells) -> Bool {
    guard !isDynamic.isEmpty, let index = cells.metadataIndex(of: cell) else { return false }
    return index >= 1 && index <= isDynamic.count && isDynamic[index - 1]
  }
}

extension SheetCells {
  /// The `cm` attribute of a cell, an index into the cell metadata that starts at 1; nil if the cell has none.
  func metadataIndex(of cell: StoredCell) -> Int? {
    (try? CellMarkup(cell, in: bytes.span))?.metadataIndex(in: bytes)
  }
}

extension CellMarkup {
  /// See ``SheetCells/metadataIndex(of:)``.
  func metadataIndex(in source: [UInt8]) -> Int? {
    guard let attribute = attributes.first(where: { source[$0.name].elementsEqual("cm".utf8) }) else { return nil }
    return Int(String(decoding: source[attribute.value], as: UTF8.self))
  }
}
