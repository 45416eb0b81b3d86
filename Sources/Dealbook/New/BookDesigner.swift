// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Lays out all sheets of a new workbook.
struct BookDesigner {
  private let plan: BookPlan
  /// The analysis of the input columns alone; nil while these are laid out.
  private let analysis: Analysis?

  init(_ plan: BookPlan, analysis: Analysis?) {
    self.plan = plan
    self.analysis = analysis
  }

  func design() throws(DealbookError) -> WorkbookDesign {
    var design = WorkbookDesign()
    design.title = plan.words.workbookTitle
    design.creator = "dealbook"
    (design.fontName, design.fontSize) = Self.font(plan.language)
    var names = NewNames(plan)
    var sheets: [SheetDesign] = []
    for (offset, frame) in plan.frames.enumerated() {
      var designer = DataSheetDesigner(frame, plan: plan, analysis: analysis, tableNumber: offset + 1)
      sheets.append(try designer.design(names: &names))
    }
    if let funnel = FunnelDesigner(plan) { sheets.append(funnel.design()) }
    if let settings = SettingsDesigner(plan) { sheets.append(settings.design(names: &names)) }
    if let lists = ListsDesigner(plan) { sheets.append(lists.design(names: &names)) }
    // The dashboard comes before them.
    design.opensOnFirstSheet = false
    design.sheets = [CoverDesigner(plan).design(sheets)] + sheets
    design.definedNames = names.edits
    return design
  }

  /// Fonts that Windows and WPS have for the language; other programs substitute their nearest one.
  private static func font(_ language: Language) -> (String, Double) {
    switch language {
    case .traditionalChinese: ("Microsoft JhengHei", 10)
    case .simplifiedChinese: ("Microsoft YaHei", 10)
    case .english: ("Calibri", 11)
    }
  }
}

/// The defined names that drop-down lists and conditional formats of a new workbook use. A fill adds the names for formulas in cells, and
/// keeps a name that refers to the same cells.
struct NewNames {
  private let plan: BookPlan
  private var wanted: [String: String] = [:]
  /// The list columns that names refer to, and their places.
  private var listPlaces: [String: (column: Int, rows: ClosedRange<Int>)] = [:]
  private var settingCells: [String: CellReference] = [:]

  init(_ plan: BookPlan) {
    self.plan = plan
    if let lists = ListsDesigner(plan) { listPlaces = lists.places }
    if let settings = SettingsDesigner(plan) { settingCells = settings.places }
  }

  var edits: [DefinedNameEdit] {
    wanted.sorted { $0.key < $1.key }.map { DefinedNameEdit(name: $0.key, formula: $0.value) }
  }

  /// Defines the names of a formula if each has a target; returns whether that is so.
  mutating func define(all names: [String]) -> Bool {
    let formulas = names.map(formula)
    guard !formulas.contains(nil) else { return false }
    for (name, formula) in zip(names, formulas) { wanted[name] = formula }
    return true
  }

  /// A name for the IDs in a column. It ends with the last ID, so that the drop-down list does too.
  mutating func defineChoice(of reference: ColumnReference) -> String? {
    guard let frame = plan.frame(reference.sheet), let number = frame.number(of: reference.column) else { return nil }
    let name = "pick_\(reference.sheet)_\(reference.column)"
    let rows = frame.roomRows
    let all = AbsoluteReference.text(sheet: frame.title, column: number, rows: rows)
    let first = AbsoluteReference.text(sheet: frame.title, column: number, rows: rows.lowerBound...rows.lowerBound)
    wanted[name] = "\(first):INDEX(\(all),MAX(1,COUNTA(\(all))))"
    return name
  }

  private func formula(_ name: String) -> String? {
    switch plan.playbook.meaning(ofName: name) {
    case .setting(let setting):
      guard let title = plan.title(of: .settings), let cell = settingCells[setting] else { return nil }
      return AbsoluteReference.text(sheet: title, cell: cell)
    case .listColumn:
      guard let title = plan.title(of: .lists), let place = listPlaces[name] else { return nil }
      return AbsoluteReference.text(sheet: title, column: place.column, rows: place.rows)
    case .column(let reference):
      guard let frame = plan.frame(reference.sheet), let number = frame.number(of: reference.column) else { return nil }
      return AbsoluteReference.text(sheet: frame.title, column: number, rows: frame.roomRows)
    case .hasSheet, nil: return nil
    }
  }

  /// Defines the names of all columns of a sheet, so that formulas also read rows that are typed later.
  mutating func defineColumns(of frame: SheetFrame) {
    for column in frame.columns {
      let name = "\(frame.prefix)_\(column.definition.key)"
      if let formula = formula(name) { wanted[name] = formula }
    }
  }
}
