// SPDX-License-Identifier: Apache-2.0

public import Playbook
public import Spreadsheet

/// A workbook for a team to start from: every sheet of a profile with tables, drop-down lists, formats, notes and formulas, all of them
/// from the playbook.
public struct NewWorkbook: Sendable {
  /// The number of rows below a sheet's last one that already have formats, drop-down lists and names.
  static let room = 1000

  public var playbook: Playbook
  public var language: Language
  public var profile: Profile
  /// The setting `AsOf`; the other dates in the settings move to its year.
  public var asOf: SerialDate
  /// Whether it contains the rows of a small sample team.
  public var hasSample: Bool
  /// The three-letter code of the currency: `USD`. Nil keeps the unit that the playbook names.
  public var currency: String?

  public init(
    playbook: Playbook, language: Language, profile: Profile, asOf: SerialDate, hasSample: Bool,
    currency: String? = nil
  ) {
    self.currency = currency
    self.playbook = playbook
    self.language = language
    self.profile = profile
    self.asOf = asOf
    self.hasSample = hasSample
  }

  /// The workbook with all its formulas and their values, before its notes, names and dashboard are added.
  func design() throws(DealbookError) -> (workbook: Workbook, frames: [SheetFrame]) {
    let rows = hasSample ? sample.rows : [:]
    // Which columns the chosen sheets can compute, and where they go, is determined from the inputs alone.
    let inputs = sheets.map { sheet in
      SheetFrame(
        sheet, language: language, rows: rows[sheet.prefix] ?? [],
        keys: profile == .small ? SmallTeam.columns[sheet.prefix] : nil
      )
    }
    let first = try Analysis(workbook(of: inputs, computed: nil), playbook: playbook, options: options)
    let frames = inputs.map { $0.adding(first) }
    return (try workbook(of: frames, computed: first), frames)
  }

  /// The file. The same values give the same bytes.
  public func bytes() throws(DealbookError) -> [UInt8] {
    let (workbook, frames) = try design()
    let analysis = try Analysis(workbook, playbook: playbook, options: options)
    var edit = try FillPlanner(analysis, dashboard: .addedAndShown, isRecorded: false).plan().edit
    for (offset, frame) in frames.enumerated() {
      // The cover comes before them.
      edit.sheets[offset + 1, default: SheetEdit()].notes = notes(of: frame)
    }
    // Every formula has its value already.
    edit.recalculation = .never
    do {
      return try workbook.applying(edit)
    } catch {
      throw .spreadsheet(error)
    }
  }

  private var sample: SampleTeam {
    SampleTeam(playbook: playbook, sheets: Set(sheets.map(\.prefix)), language: language, asOf: asOf)
  }

  private var sheets: [SheetDefinition] { playbook.sheets(of: profile) }

  private var options: ReadOptions {
    var options = ReadOptions(language: language, profile: profile, today: nil)
    options.workbookLanguage = language
    options.countsBlankRows = true
    return options
  }

  /// A note on each header.
  private func notes(of frame: SheetFrame) -> [CellReference: NoteEdit] {
    var notes: [CellReference: NoteEdit] = [:]
    for column in frame.columns {
      let text = playbook.headerNote(
        of: ColumnReference(sheet: frame.prefix, column: column.definition.key), language: language)
      guard !text.isEmpty, let cell = CellReference(row: SheetFrame.headerRow, column: column.number) else { continue }
      notes[cell] = .set(CellNote(author: "dealbook", text: text))
    }
    return notes
  }

  private func workbook(of frames: [SheetFrame], computed analysis: Analysis?) throws(DealbookError) -> Workbook {
    let plan = BookPlan(
      playbook: playbook, language: language, profile: profile, asOf: asOf, frames: frames, hasSample: hasSample,
      currency: currency)
    let design = try BookDesigner(plan, analysis: analysis).design()
    do {
      return try Workbook(design.bytes())
    } catch {
      throw .spreadsheet(error)
    }
  }
}
