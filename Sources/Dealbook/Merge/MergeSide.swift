// SPDX-License-Identifier: Apache-2.0

public import Spreadsheet

/// A copy of a workbook to merge.
public struct MergeSide: Sendable {
  /// Its name for people.
  public let name: String
  public internal(set) var book: RecordBook
  /// When it was last saved, in a form that sorts; empty if unknown.
  public let saved: String
  /// The rows that the copy contained when it was handed out, by prefix; nil for a complete copy. Rows that it did not contain cannot have
  /// been deleted in it.
  private(set) var given: HandOutMark?

  /// For a handed-out copy: the state of the workbook from which it was made, and its owner.
  public var handedOut: (origin: String, owner: String)? { given.map { ($0.origin, $0.owner) } }

  /// - Parameter saved: used if the file itself does not say when it was saved.
  public init(_ book: RecordBook, name: String, saved: String = "") throws(SpreadsheetError) {
    self.name = name
    self.book = book
    self.saved = book.team.workbook.lastModified ?? saved
    given = try HandOutMark(book.team.workbook)
  }
}

extension MergeSide {
  /// The same copy, of which `earlier` is a state that has been merged already and is now its base: what it has added since it was handed
  /// out can be deleted in it as well.
  public func following(_ earlier: RecordBook) -> MergeSide {
    var side = self
    for sheet in earlier.sheets {
      guard case .data(let prefix) = sheet.kind else { continue }
      side.given?.rows[prefix, default: []].formUnion(sheet.rows.map(\.key))
    }
    return side
  }

  /// Whether the copy contained the row with this ID when it was made.
  func hadRow(_ key: String, of kind: RecordSheet.Kind) -> Bool {
    guard let given else { return true }
    guard case .data(let prefix) = kind else { return false }
    return given.rows[prefix]?.contains(key) ?? false
  }
}

/// What cells on which copies disagree hold in the result until a person has chosen.
public enum DisputedCells: Sendable {
  /// The value of the base, which takes no side.
  case base
  /// What ours has: it may be newer than any copy, as that of a workbook that goes on while its copies are away.
  case ours
}

/// Which side wins if copies disagree.
public enum MergePreference: String, CaseIterable, Sendable {
  case ours, theirs
  /// The copy that was saved last.
  case newest
}
