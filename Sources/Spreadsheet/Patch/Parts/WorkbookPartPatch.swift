// SPDX-License-Identifier: Apache-2.0

internal import XML

/// The changes to the workbook part: its sheets, defined names and calculation settings.
struct WorkbookPartPatch {
  private(set) var patch: PartPatch
  private let workbook: Workbook
  /// The markup of names to add.
  private var newNames: [String] = []
  private var newSheets: [String] = []
  /// The formulas of the rows and columns that new sheets repeat on each page, by their places among ``newSheets``.
  private var printTitles: [(place: Int, formula: String)] = []
  /// The markup of sheets that come before all others.
  private var firstSheets: [String] = []
  private var showsFirstTab = false
  /// The markup that replaces removed sheets, by position; empty if nothing takes their place.
  private var removedSheets: [Int: String] = [:]
  private var removedNames = 0

  init(_ workbook: Workbook) {
    self.workbook = workbook
    patch = PartPatch(part: workbook.part, document: workbook.document)
  }

  /// Whether the workbook is Strict, with different namespaces and relationship types.
  static func isStrict(_ workbook: Workbook) -> Bool {
    workbook.document.root.writtenNamespace.hasPrefix("http://purl.oclc.org/ooxml/")
  }

  // MARK: Sheets

  /// An unused sheet id (1 … 65,534).
  func freeSheetID(taken: Set<Int>) -> Int? {
    let used = taken.union(workbook.sheets.compactMap(\.sheetID))
    let next = (used.max() ?? 0) + 1
    return next <= 65_534 ? next : (1...65_534).first { !used.contains($0) }
  }

  /// - Parameters:
  ///   - place: the position of a removed sheet whose tab the new sheet takes over; nil puts it last.
  ///   - isFirst: whether the sheet comes before all others.
  ///   - printTitles: the formula of the rows and columns that it repeats on each page; empty for none.
  mutating func addSheet(
    name: String, hidden: Bool = false, id: Int, relationship: String, place: Int? = nil, isFirst: Bool = false,
    printTitles: String = ""
  ) {
    let root = patch.root
    let sibling = root.firstChild("sheets")?.children("sheet").first {
      $0.attributeNode("id", in: XMLNamespace.relationships) != nil
    }
    let known = sibling?.attributeNode("id", in: XMLNamespace.relationships)?.qualifiedName
    var attribute = known ?? "r:id"
    let prefix = String(attribute.prefix { $0 != ":" })
    // openpyxl declares the prefix on every sheet element instead of on the root, so it is not in scope for a new one.
    if sibling.map({ declares($0, prefix: prefix) }) ?? true {
      let namespace =
        Self.isStrict(workbook) ? "http://purl.oclc.org/ooxml/officeDocument/relationships" : XMLNamespace.relationships
      attribute = "xmlns:\(prefix)=\"\(namespace)\" \(attribute)"
    }
    let state = hidden ? " state=\"hidden\"" : ""
    let markup =
      "<\(patch.prefix)sheet name=\"\(XMLEscape.attribute(XString.encoded(name)))\" sheetId=\"\(id)\"\(state)"
      + " \(attribute)=\"\(relationship)\"/>"
    if let place {
      removedSheets[place] = markup
    } else if isFirst {
      firstSheets.append(markup)
    } else {
      if !printTitles.isEmpty { self.printTitles.append((newSheets.count, printTitles)) }
      newSheets.append(markup)
    }
  }

  /// Makes the first tab active when the file is opened.
  mutating func showFirstTab() { showsFirstTab = true }

  /// Adjusts everything that refers to tabs by index after `count` tabs have been inserted at the front.
  private func makeRoom(for count: Int, in patch: inout PartPatch) {
    for name in patch.root.firstChild("definedNames")?.children("definedName") ?? [] {
      if let index = name.integer("localSheetId") { patch.set("localSheetId", of: name, to: String(index + count)) }
    }
    for view in patch.root.firstChild("bookViews")?.children("workbookView") ?? [] {
      let active = showsFirstTab ? 0 : (view.integer("activeTab") ?? 0) + count
      if active != view.integer("activeTab") ?? 0 { patch.set("activeTab", of: view, to: String(active)) }
      if let first = view.integer("firstSheet"), first > 0 {
        patch.set("firstSheet", of: view, to: String(showsFirstTab ? 0 : first + count))
      }
    }
  }

  /// The index of the tab that is active when the file is opened.
  var activeTab: Int {
    patch.root.firstChild("bookViews")?.firstChild("workbookView")?.integer("activeTab") ?? 0
  }

  /// Removes a tab and the names that belong to it.
  mutating func removeSheet(at index: Int) {
    if removedSheets[index] == nil { removedSheets[index] = "" }
    for name in patch.root.firstChild("definedNames")?.children("definedName") ?? []
    where name.integer("localSheetId") == index {
      removedNames += 1
      patch.remove(name)
    }
  }

  /// Adjusts everything that refers to tabs by index after the tabs `removed` have been removed without replacement.
  mutating func closeGaps(removed: Set<Int>) {
    guard !removed.isEmpty else { return }
    func moved(_ index: Int) -> Int { index - removed.count { $0 < index } }
    for name in patch.root.firstChild("definedNames")?.children("definedName") ?? [] {
      guard let index = name.integer("localSheetId"), removedSheets[index] == nil else { continue }
      patch.set("localSheetId", of: name, to: String(moved(index)))
    }
    let left = workbook.sheets.count - removed.count
    for view in patch.root.firstChild("bookViews")?.children("workbookView") ?? [] {
      for attribute in ["activeTab", "firstSheet"] {
        guard let index = view.integer(attribute), index > 0 else { continue }
        patch.set(attribute, of: view, to: String(max(0, min(moved(index), left - 1))))
      }
    }
  }

  /// Whether the start tag of an element itself declares a prefix.
  private func declares(_ element: XMLElement, prefix: String) -> Bool {
    let tag = String(decoding: workbook.document.bytes[element.startTag], as: UTF8.self)
    return tag.split(whereSeparator: \.isWhitespace).contains { $0.hasPrefix("xmlns:\(prefix)=") }
  }

  // MARK: Defined names

  private struct NameKey: Hashable {
    var name: String
    /// The sheet's index; nil for a name of the whole workbook.
    var sheetIndex: Int?
  }

  /// An index of the existing names, built on first use, so that each edit does not search a hundred thousand names.
  private var elements: [NameKey: XMLElement]?

  /// The element of the name `name` that belongs to the workbook or to the sheet at `sheetIndex`. If there are several, the first
  /// one.
  private mutating func element(of name: String, sheetIndex: Int?) -> XMLElement? {
    let known = elements ?? index()
    elements = known
    return known[NameKey(name: name.lowercased(), sheetIndex: sheetIndex)]
  }

  private func index() -> [NameKey: XMLElement] {
    var elements: [NameKey: XMLElement] = [:]
    for element in patch.root.firstChild("definedNames")?.children("definedName") ?? [] {
      let sheetIndex = element.integer("localSheetId")
      // A localSheetId that is not a number means neither a sheet nor the workbook.
      guard let name = element.xString("name"), (element.attributeNode("localSheetId") == nil) == (sheetIndex == nil)
      else { continue }
      let key = NameKey(name: name.lowercased(), sheetIndex: sheetIndex)
      if elements[key] == nil { elements[key] = element }
    }
    return elements
  }

  mutating func hasName(_ name: String) -> Bool { element(of: name, sheetIndex: nil) != nil }

  mutating func setName(_ edit: DefinedNameEdit) {
    let existing = element(of: edit.name, sheetIndex: nil)
    guard let formula = edit.formula else {
      if let existing {
        removedNames += 1
        patch.remove(existing)
      }
      return
    }
    let stored = XString.encoded(formula)
    guard let existing else {
      let hidden = edit.hidden ? " hidden=\"1\"" : ""
      newNames.append(
        "<\(patch.prefix)definedName name=\"\(XMLEscape.attribute(XString.encoded(edit.name)))\"\(hidden)>"
          + "\(XMLEscape.text(stored))</\(patch.prefix)definedName>")
      return
    }
    if !XString.decoded(existing.text).utf8.elementsEqual(formula.utf8) { patch.setText(of: existing, to: stored) }
    if (existing.boolean("hidden") ?? false) != edit.hidden {
      if edit.hidden { patch.set("hidden", of: existing, to: "1") } else { patch.remove("hidden", of: existing) }
    }
  }

  /// Updates the hidden name that belongs to the filter of a sheet (18.3.1.2), if it matched the old range.
  mutating func moveFilterName(ofSheet index: Int, from old: CellRange, to new: CellRange) {
    guard let element = element(of: "_xlnm._FilterDatabase", sheetIndex: index) else { return }
    let text = element.text
    guard let mark = text.lastIndex(of: "!"), CellRange(text[text.index(after: mark)...]) == old else { return }
    func absolute(_ cell: CellReference) -> String { "$\(ColumnName.letters(cell.column))$\(cell.row)" }
    patch.setText(of: element, to: "\(text[...mark])\(absolute(new.first)):\(absolute(new.last))")
  }

  // MARK: Calculation

  /// Whether a full recalculation is requested for when the file is next opened (18.2.2).
  private var asksForCalculation = false

  mutating func askForCalculation() {
    if !workbook.calculation.fullCalculationOnLoad { asksForCalculation = true }
  }

  // MARK: Result

  /// The part with all changes, in schema order.
  func finished() throws(SpreadsheetError) -> PartPatch {
    var patch = patch
    if !newSheets.isEmpty || !removedSheets.isEmpty || !firstSheets.isEmpty {
      guard let sheets = patch.root.firstChild("sheets") else {
        throw .edit(EditError(.unfit(part: workbook.part.entryName, why: "it has no list of sheets")))
      }
      for (index, element) in sheets.children("sheet").enumerated() {
        if let markup = removedSheets[index] { patch.splices.append(Splice(element.element, markup)) }
      }
      if !newSheets.isEmpty { patch.append(newSheets.joined(), to: sheets) }
      if !firstSheets.isEmpty {
        patch.splices.append(Splice(at: sheets.content.lowerBound, firstSheets.joined()))
        makeRoom(for: firstSheets.count, in: &patch)
      }
    }
    finishNames(&patch)
    if asksForCalculation {
      if let element = patch.root.firstChild("calcPr") {
        patch.set("fullCalcOnLoad", of: element, to: "1")
      } else {
        patch.insert(
          "<\(patch.prefix)calcPr fullCalcOnLoad=\"1\"/>", named: "calcPr", inOrder: SchemaOrder.workbook)
      }
    }
    return patch
  }

  /// The names of this edit, with those that belong to new sheets, whose places are known once all tabs are.
  private var addedNames: [String] {
    let left = workbook.sheets.count - removedSheets.values.count { $0.isEmpty } + firstSheets.count
    return newNames
      + printTitles.map { place, formula in
        "<\(patch.prefix)definedName name=\"_xlnm.Print_Titles\" localSheetId=\"\(left + place)\">"
          + "\(XMLEscape.text(formula))</\(patch.prefix)definedName>"
      }
  }

  private func finishNames(_ patch: inout PartPatch) {
    let newNames = addedNames
    guard let container = patch.root.firstChild("definedNames") else {
      guard !newNames.isEmpty else { return }
      let markup = newNames.joined()
      patch.insert(
        "<\(patch.prefix)definedNames>\(markup)</\(patch.prefix)definedNames>", named: "definedNames",
        inOrder: SchemaOrder.workbook)
      return
    }
    let all = container.children("definedName").count
    if removedNames > 0, removedNames == all, newNames.isEmpty {
      // An empty list would make the file invalid.
      patch.splices.removeAll { container.element.contains($0.range.lowerBound) }
      patch.remove(container)
    } else if !newNames.isEmpty {
      patch.append(newNames.joined(), to: container)
    }
  }
}
