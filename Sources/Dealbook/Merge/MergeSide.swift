public import Spreadsheet

/// One copy of a workbook that is merged.
public struct MergeSide: Sendable {
  /// What people call it.
  public let name: String
  public let book: RecordBook
  /// When it was saved last, in a form that sorts; empty where nobody knows.
  public let saved: String
  /// The rows that it was given when the workbook was handed out, by prefix; nil for a whole copy. What it was not given it cannot
  /// delete.
  let given: HandOutMark?

  /// Of a copy that was handed out: the state of the workbook that it was made from, and whose it is.
  public var handedOut: (origin: String, owner: String)? { given.map { ($0.origin, $0.owner) } }

  /// - Parameter saved: when its file says nothing of it.
  public init(_ book: RecordBook, name: String, saved: String = "") throws(SpreadsheetError) {
    self.name = name
    self.book = book
    self.saved = book.team.workbook.lastModified ?? saved
    given = try HandOutMark(book.team.workbook)
  }
}

/// Which side wins where copies disagree.
public enum MergePreference: String, CaseIterable, Sendable {
  case ours, theirs
  /// The copy that was saved last.
  case newest
}
