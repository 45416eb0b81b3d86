// SPDX-License-Identifier: Apache-2.0

/// A note on a cell, which the spreadsheet program shows when the pointer rests on the cell. The standard calls it a comment
/// (18.7.3).
public struct CellNote: Hashable, Sendable {
  /// The author's name; may be empty.
  public var author: String
  /// The text: at most 32,767 UTF-16 code units, with `\n` as the line ending.
  public var text: String

  public init(author: String, text: String) {
    self.author = author
    self.text = text
  }
}

/// A change to the note on one cell. All of these fail for a cell with a discussion (a threaded comment), because the note on such
/// a cell only stands for the discussion in older programs: ``DiscussionEdit`` changes both.
public enum NoteEdit: Hashable, Sendable {
  /// Gives the cell this note. The text and formatting of an existing note are replaced.
  case set(CellNote)
  /// Adds a text to the cell's note. An existing note keeps its text, formatting and author and gets the new text as additional
  /// lines, unless it already contains them. A cell without a note gets this one.
  case append(CellNote)
  case remove
}
