// SPDX-License-Identifier: Apache-2.0

public import Playbook
public import Spreadsheet

/// A disagreement between copies that only a person can decide.
public struct MergeConflict: Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A cell changed differently in two copies.
    case cell
    /// A note changed differently in two copies.
    case note
    /// A discussion that one copy deleted and another continued, or a message of it changed differently.
    case discussion
    /// A formula that would mean something else in its new place.
    case formula
    /// A row that one side deleted and another changed.
    case row
    /// Two new rows with the same ID.
    case id
    /// New rows for which there is no room, because of content below.
    case room
    /// A change of a cell that ours has merged with others, so that it cannot have a value.
    case covered
    /// A row that copies have moved to different tabs.
    case tab
    /// A sheet that ours has deleted and another copy has changed.
    case sheet
    /// A column to which copies have given different headers.
    case header

    /// The ID of the rule that explains it; nil if the method has none.
    public var rule: String? {
      switch self {
      case .cell, .note, .discussion: "MRG-001"
      case .row: "MRG-002"
      case .id: "MRG-003"
      case .formula, .room, .covered, .tab, .sheet, .header: nil
      }
    }

    /// Whether a person has to do something by hand.
    var isByHand: Bool { [.room, .covered, .formula, .tab, .sheet, .header].contains(self) }
  }

  /// What one or more copies say.
  public struct Option: Sendable {
    /// Indexes of the copies; 0 is ours.
    public let sides: [Int]
    /// As the team sees it.
    public let shown: String
    /// What would be written to the cell.
    private(set) var cell: RecordCell
    /// Whether it is a formula that would mean something else in the result.
    let isStuck: Bool
    /// For a row: whether this side deleted it.
    public let isDeletion: Bool
    /// For a row that this side did not delete: its changes.
    private(set) var changes: [CellChoice]
    /// For a row that this side did not delete: the notes that it changed. ``shown`` does not contain them.
    public let notes: [NoteChange]

    init(
      sides: [Int], shown: String, cell: RecordCell = .nothing, isStuck: Bool = false, isDeletion: Bool = false,
      changes: [CellChoice] = [], notes: [NoteChange] = []
    ) {
      self.sides = sides
      self.shown = shown
      self.cell = cell
      self.isStuck = isStuck
      self.isDeletion = isDeletion
      self.changes = changes
      self.notes = notes
    }

    /// The same with the rows of lists in its formulas.
    func unmasked(_ lists: WholeLists) -> Option {
      var option = self
      option.cell = lists.unmasked(cell)
      option.changes = changes.map { choice in
        var choice = choice
        (choice.base, choice.cell) = (lists.unmasked(choice.base), lists.unmasked(choice.cell))
        return choice
      }
      return option
    }

    /// Everything that the copies say, notes included, for people.
    public func shown(in language: Language) -> String {
      let words = ConflictWords(language: language)
      return ([shown] + notes.map(words.note)).filter { !$0.isEmpty }.joined(separator: "; ")
    }
  }

  /// A note on a cell of a row in conflict, or a discussion.
  public struct NoteChange: Hashable, Sendable {
    /// The playbook's key of the column.
    public let column: String
    /// The header as written.
    public let header: String
    /// The note in the base; empty if there was none.
    public let base: String
    /// The note now; empty if it was removed.
    public let text: String
    /// Whether it is a discussion.
    public var isDiscussion = false
    /// The discussion now.
    var discussion: Discussion?
  }

  /// A cell of a row in conflict.
  struct CellChoice: Sendable {
    var key: String
    var header: String
    var base: RecordCell
    var cell: RecordCell
    var isDate: Bool
    /// The index of the column, and the row of the copy.
    var column: Int
    var row: Int
    /// Whether the cell has a formula that would mean something else in the result.
    var isStuck = false
  }

  public let kind: Kind
  /// The title on the tab in the result.
  public internal(set) var sheet: String
  let sheetKind: RecordSheet.Kind
  public let rowID: String
  public let rowName: String
  /// The playbook's key of the column; empty for a row.
  public let column: String
  /// As written.
  public let header: String
  /// The base value, as the team sees it.
  public let base: String
  var baseCell: RecordCell
  public internal(set) var options: [Option]
  /// The cell in the result; nil if there is none.
  public internal(set) var cell: CellReference?
  /// The new ID of a new row whose ID another row also has.
  public let newID: String?
  let isDate: Bool
}

/// Something that was done, or not done, and that people should know.
public enum MergeRemark: Hashable, Sendable {
  /// A copy lacks a column of the base, so changes to it in that copy are unknown.
  case columnMissing(copy: String, sheet: String, column: String)
  /// The number of computed cells that got another value than in ours. Those of copies are not merged.
  case computedRenewed(cells: Int)
  /// A column to which copies have given different headers, or another one that could not be written. `kept` is the one in the result, and
  /// `heldBy` the copy that has given it; nil if it is the former one.
  case headersDiffer(sheet: String, column: String, headers: [String], kept: String, heldBy: String?)
  /// A copy has given a column that the playbook knows a header that it does not know. What the column holds is merged; `kept` is its header
  /// in the result.
  case headerUnknown(copy: String, sheet: String, column: String, header: String, kept: String)
  /// A column that has another header in the result because a copy has given it that.
  case headerRenamed(copy: String, sheet: String, column: String, header: String)
  /// A copy lacks a sheet of the base; the sheet stays.
  case sheetMissing(copy: String, sheet: String)
  /// A sheet that a copy has added, with values and formulas.
  case sheetAdded(copy: String, sheet: String)
  /// A sheet that copies have added with different contents; that of the first copy was taken.
  case sheetsDiffer(sheet: String)
  /// Rows that were matched by content.
  case rowsByContent(copy: String, sheet: String, count: Int, certainty: Double)
  /// Rows that have another ID in a copy and are known by their other contents.
  case idsChanged(copy: String, sheet: String, ids: [ChangedID])
  /// A row that a copy has moved from one tab to another.
  case rowMoved(id: String, from: String, to: String)
  /// A row that a copy deleted and that is taken out; `row` is where it was in ours.
  case rowRemoved(sheet: String, id: String, row: Int)
  /// A row that a copy deleted; its cells are now empty, because something that refers to rows could not follow if it were taken out.
  case rowEmptied(sheet: String, id: String, row: Int)
  /// Cells of a copy with discussions (threaded comments) that are not in the result, because only their note is stored, or because
  /// there is a note of our own.
  case discussionsLeftOut(copy: String, sheet: String, cells: [CellReference])
  /// What a copy hides or shows, although it was not so in the base, while ours leaves it as it was: the sheet itself, columns, and a number of
  /// rows, apart from those that a filter hides. Everyone has a view of their own; that of ours stays.
  case viewDiffers(copy: String, sheet: String, isSheet: Bool, columns: [String], rows: Int)
  /// The team's own formulas, names, charts and rules that read a whole list and now read the rows that are added as well.
  case rangesGrown([OutsideReader])
  /// The team's own formulas, charts and pivot tables that read a list to its former end, without the rows that are added.
  case rangesShort([OutsideReader])
  /// Formulas of a new row, or of the new sheet `sheet`, came in as their values, because rows that they name have moved; `what` is the row,
  /// or the cells.
  case formulasAsValues(copy: String, sheet: String, what: String)
  /// A copy calls a sheet of ours `name`; it is not renamed.
  case sheetRenamed(copy: String, sheet: String, name: String)
  /// A copy keeps the numbers of a column in another unit or scale than the base, under `header`.
  case unitDiffers(copy: String, sheet: String, column: String, header: String, UnitOutcome)

  /// The former and the new ID of a row.
  public struct ChangedID: Hashable, Sendable {
    public let old: String
    public let new: String

    package init(old: String, new: String) { (self.old, self.new) = (old, new) }
  }

  /// The ID of the rule that explains it; nil if the method has none.
  public var rule: String? {
    switch self {
    case .columnMissing: "MRG-004"
    case .computedRenewed: "MRG-005"
    default: nil
    }
  }

  /// What was done with numbers in another unit.
  public enum UnitOutcome: Hashable, Sendable {
    /// They came in in the unit of ours.
    case converted
    /// They are those of the base, and came in as they are written.
    case asWritten
    /// None was taken, because nothing says how they compare; new rows have none.
    case leftOut
  }
}
