// SPDX-License-Identifier: Apache-2.0

internal import XML

/// The VML drawing that belongs to a comments part. Excel drops a note that has no shape in it. Everything else in the drawing
/// (form controls, pictures) is preserved byte for byte.
struct NoteDrawing {
  private enum Source {
    case tree(PartPatch)
    /// A drawing that is not well-formed XML: old programs put HTML into it. Shapes can then only be appended.
    case text([UInt8], end: Int)
  }

  private static let vml = "urn:schemas-microsoft-com:vml"
  private static let office = "urn:schemas-microsoft-com:office:office"
  private static let excel = "urn:schemas-microsoft-com:office:excel"

  private var source: Source
  private let text: String
  private var nextID: Int
  /// The numbers of the blocks of 1,024 shape ids that the drawing owns.
  private(set) var blocks: [Int]
  private let storedBlocks: Int
  private var markup = ""
  private var spliced = false

  /// A drawing without shapes that owns one block of ids.
  static func emptyPart(block: Int) -> [UInt8] {
    Array(
      """
      <xml xmlns:v="\(vml)" xmlns:o="\(office)" xmlns:x="\(excel)"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" \
      data="\(block)"/></o:shapelayout></xml>
      """.utf8)
  }

  init(_ bytes: [UInt8], part: PartName, limits: XMLLimits) throws(SpreadsheetError) {
    do throws(XMLError) {
      let document = try XMLDocument(bytes, limits: limits)
      source = .tree(PartPatch(part: part, document: document))
      text = String(decoding: document.bytes, as: UTF8.self)
    } catch {
      guard case .malformed = error, let end = Self.last("</xml>", in: bytes) else {
        throw SpreadsheetError(error, in: part)
      }
      source = .text(bytes, end: end)
      text = String(decoding: bytes, as: UTF8.self)
    }
    blocks = Self.blocks(in: text)
    storedBlocks = blocks.count
    nextID = max(Self.highestID(in: text), (blocks.max() ?? 1) * 1024) + 1
  }

  var isChanged: Bool { spliced || !markup.isEmpty }

  // MARK: Shapes

  /// The cells whose notes have a shape; nil if the drawing can't be parsed.
  var cells: Set<CellReference>? {
    guard case .tree(let patch) = source else { return nil }
    return Set(Self.shapes(in: patch.root).map(\.cell))
  }

  private static func shapes(in root: XMLElement) -> [(shape: XMLElement, cell: CellReference)] {
    root.children("shape", in: vml).compactMap { shape in
      guard let data = shape.firstChild("ClientData", in: excel), data.attribute("ObjectType") == "Note",
        let row = data.firstChild("Row").flatMap({ Int($0.text.filter { !$0.isWhitespace }) }),
        let column = data.firstChild("Column").flatMap({ Int($0.text.filter { !$0.isWhitespace }) }),
        row < CellReference.maxRow, column < CellReference.maxColumn
      else { return nil }
      return CellReference(row: row + 1, column: column + 1).map { (shape, $0) }
    }
  }

  /// Whether the drawing contains nothing except the notes on `cells`.
  func holdsOnly(notesOn cells: Set<CellReference>) -> Bool {
    guard case .tree(let patch) = source else { return false }
    let notes = Self.shapes(in: patch.root).filter { cells.contains($0.cell) }
    return notes.count == patch.root.children.count { !["shapelayout", "shapetype"].contains($0.localName) }
  }

  /// Whether the ids of the drawing's blocks are used up.
  var needsBlock: Bool { !blocks.isEmpty && !blocks.contains(nextID / 1024) }

  /// Adds a block of ids that no other drawing in the package owns.
  mutating func take(block: Int) {
    blocks.append(block)
    nextID = block * 1024 + 1
  }

  mutating func add(_ cell: CellReference, _ frame: NoteFrame) {
    markup += shape(cell, frame, id: nextID)
    nextID += 1
  }

  /// Removes the shapes of the notes on `cells`.
  mutating func remove(_ cells: Set<CellReference>) throws(EditError) {
    guard case .tree(var patch) = source else {
      throw EditError(.unfit(part: "the drawing of the notes", why: "it is not XML, so that no note can be removed"))
    }
    for (shape, cell) in Self.shapes(in: patch.root) where cells.contains(cell) {
      patch.remove(shape)
      spliced = true
    }
    source = .tree(patch)
  }

  /// Moves the notes' boxes with their cells, and removes those whose rows are removed.
  mutating func move(_ change: RowChange) throws(EditError) {
    guard case .tree(var patch) = source else {
      throw EditError(.unfit(part: "the drawing of the notes", why: "it is not XML, so that no note can be moved"))
    }
    for (shape, cell) in Self.shapes(in: patch.root) where cell.row >= change.first {
      spliced = true
      guard let new = change.row(cell.row) else {
        patch.remove(shape)
        continue
      }
      guard new != cell.row, let data = shape.firstChild("ClientData", in: Self.excel) else { continue }
      if let row = data.firstChild("Row") { patch.setText(of: row, to: String(new - 1)) }
      // Columns and rows counted from 0, each followed by an offset: the third and the seventh number are rows.
      guard let anchor = data.firstChild("Anchor") else { continue }
      var numbers = anchor.text.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
      guard numbers.count == 8, let top = Int(numbers[2]), let bottom = Int(numbers[6]) else { continue }
      numbers[2] = String(max(0, top + new - cell.row))
      numbers[6] = String(max(0, bottom + new - cell.row))
      patch.setText(of: anchor, to: numbers.joined(separator: ", "))
    }
    source = .tree(patch)
  }

  // MARK: Result

  func pieces() throws(SpreadsheetError) -> [ArraySlice<UInt8>] {
    switch source {
    case .tree(var patch):
      if blocks.count > storedBlocks, let map = patch.root.descendants.first(where: { $0.localName == "idmap" }) {
        patch.set("data", of: map, to: blocks.map(String.init).joined(separator: ","))
      }
      if !markup.isEmpty { patch.append(markup, to: patch.root) }
      return try patch.pieces()
    case .text(let bytes, let end):
      return [bytes[..<end], Array(markup.utf8)[...], bytes[end...]]
    }
  }

  private func shape(_ cell: CellReference, _ frame: NoteFrame, id: Int) -> String {
    let isUsual = [("v", Self.vml), ("o", Self.office), ("x", Self.excel)].allSatisfy { prefix, uri in
      text.contains("xmlns:\(prefix)=\"\(uri)\"") || text.contains("xmlns:\(prefix)='\(uri)'")
    }
    let names =
      isUsual ? "" : " xmlns:v=\"\(Self.vml)\" xmlns:o=\"\(Self.office)\" xmlns:x=\"\(Self.excel)\""
    var type = ""
    if markup.isEmpty, !text.contains("id=\"_x0000_t202\""), !text.contains("id='_x0000_t202'") {
      type =
        "<v:shapetype\(names) id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"
        + "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>"
    }
    return type
      + "<v:shape\(names) id=\"_x0000_s\(id)\" type=\"#_x0000_t202\" style=\"position:absolute;visibility:hidden\" "
      + "fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" "
      + "obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\">"
      + "<div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/>"
      + "<x:SizeWithCells/><x:Anchor>\(frame.anchor)</x:Anchor><x:AutoFill>False</x:AutoFill>"
      + "<x:Row>\(cell.row - 1)</x:Row><x:Column>\(cell.column - 1)</x:Column></x:ClientData></v:shape>"
  }

  // MARK: Ids

  /// The block numbers in the `o:idmap` of a drawing: `data="1,3"`.
  static func blocks(in text: String) -> [Int] {
    guard let map = text.firstRange(of: "idmap"), let end = text[map.upperBound...].firstIndex(of: ">"),
      let data = text[map.upperBound..<end].firstRange(of: "data=")
    else { return [] }
    let value = text[data.upperBound..<end].dropFirst().prefix { $0 != "\"" && $0 != "'" }
    return value.split(separator: ",").compactMap { Int($0.filter { !$0.isWhitespace }) }.filter {
      $0 > 0 && $0 < 1 << 20
    }
  }

  /// The highest number in the names of shapes such as `_x0000_s1025`.
  private static func highestID(in text: String) -> Int {
    var highest = 0
    for match in text.ranges(of: "_x0000_s") {
      if let id = Int(text[match.upperBound...].prefix { $0.isASCII && $0.isNumber }), id < 1 << 30 {
        highest = max(highest, id)
      }
    }
    return highest
  }

  private static func last(_ pattern: String, in bytes: [UInt8]) -> Int? {
    let pattern = Array(pattern.utf8)
    var at = bytes.count - pattern.count
    while at >= 0 {
      if bytes[at] == pattern[0], bytes[at..<at + pattern.count].elementsEqual(pattern) { return at }
      at -= 1
    }
    return nil
  }
}
