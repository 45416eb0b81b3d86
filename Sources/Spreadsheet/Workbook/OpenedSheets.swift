// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// The sheets of a workbook that have already been read, in the form in which their first reader wanted them.
final class OpenedSheets: Sendable {
  private let sheets = Mutex<[Int: any Sendable]>([:])

  func sheet<Form: Sendable>(
    at index: Int, _ read: () throws(SpreadsheetError) -> Form
  ) throws(SpreadsheetError) -> Form {
    if let known = sheets.withLock({ $0[index] }) as? Form { return known }
    let sheet = try read()
    sheets.withLock { $0[index] = sheet }
    return sheet
  }

  private let semicolons = Mutex(false)

  /// Whether the workbook was made from a text file with semicolons between its fields.
  var isOfSemicolons: Bool { semicolons.withLock(\.self) }

  func noteSemicolons() { semicolons.withLock { $0 = true } }
}
