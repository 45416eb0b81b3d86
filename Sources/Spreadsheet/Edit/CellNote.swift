/// A note on a cell, which the program shows when the mouse rests on it: what the standard calls a comment (18.7.3).
public struct CellNote: Hashable, Sendable {
  /// May be empty.
  public var author: String
  /// At most 32,767 UTF-16 units; line ends are `\n`.
  public var text: String

  public init(author: String, text: String) {
    self.author = author
    self.text = text
  }
}

/// What should become of the note on one cell. A cell with a discussion (a threaded comment) refuses all of these: the note
/// that such a cell also has is a mirror of the discussion for older programs.
public enum NoteEdit: Hashable, Sendable {
  /// The cell has this note, and no other: one that is there loses its text and its look.
  case set(CellNote)
  /// The cell has a note with this text. One that is there keeps its text, look and author, and gets the text as further
  /// lines, unless it has them.
  case append(CellNote)
  case remove
}
