// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Isolation
import Nightly
import Playbook
import Spreadsheet

/// A workbook file read as records.
struct RecordFile {
  /// Its name in messages.
  let name: String
  /// Nil for an empty file, which counts as a workbook without sheets. Git passes one if a side does not exist.
  let file: WorkbookFile?
  private(set) var book: RecordBook

  var isEmpty: Bool { file == nil }

  init(
    _ path: String, called name: String? = nil, _ playbook: Playbook, _ options: PlaybookOptions, limits: Limits
  ) throws(Failure) {
    let name = name ?? path
    self.name = name
    file = Self.isEmptyFile(path) ? nil : try WorkbookFile(path, limits: limits, readsText: true)
    let workbook: Workbook
    do throws(SpreadsheetError) {
      workbook = if let file { file.workbook } else { try Workbook(WorkbookDesign().bytes(), limits: limits) }
    } catch {
      throw Failure(.unreadable, Spoken.words.at(name, Spoken.words.text(error)))
    }
    do throws(DealbookError) {
      book = try RecordBook(workbook, playbook: playbook, options: options.readOptions(of: name))
    } catch {
      throw Failure(error, file: name)
    }
  }

  private static func isEmptyFile(_ path: String) -> Bool {
    if path == "/dev/null" { return true }
    guard let snapshot = try? FileSnapshot.read(path, limits: Limits.default.zip) else { return false }
    return snapshot.bytes.isEmpty
  }
}

extension RecordFile {
  /// Reads a file that is already open.
  init(_ file: WorkbookFile, called name: String, _ playbook: Playbook, _ options: PlaybookOptions) throws(Failure) {
    self.name = name
    self.file = file
    do throws(DealbookError) {
      book = try RecordBook(file.workbook, playbook: playbook, options: options.readOptions(of: name))
    } catch {
      throw Failure(error, file: name)
    }
  }

  /// With only what a merge reads.
  var lean: RecordFile {
    var file = self
    file.book = book.withoutComputed
    return file
  }

  /// The workbook as one side of a merge.
  func side() throws(Failure) -> MergeSide {
    do throws(SpreadsheetError) { return try MergeSide(book, name: name) } catch {
      throw Failure(.unreadable, Spoken.words.at(name, Spoken.words.text(error)))
    }
  }
}

extension RecordFile {
  /// Reads a workbook that is not in a file.
  init(
    _ bytes: [UInt8], called name: String, _ playbook: Playbook, _ options: PlaybookOptions, limits: Limits
  ) throws(Failure) {
    self.name = name
    file = nil
    do throws(SpreadsheetError) {
      book = try Self.book(Workbook(bytes, limits: limits), playbook, options.readOptions(of: name))
    } catch {
      throw Failure(.unreadable, Spoken.words.at(name, Spoken.words.text(error)))
    }
  }

  private static func book(
    _ workbook: Workbook, _ playbook: Playbook, _ options: ReadOptions
  ) throws(SpreadsheetError) -> RecordBook {
    do throws(DealbookError) { return try RecordBook(workbook, playbook: playbook, options: options) } catch {
      if case .spreadsheet(let error) = error { throw error }
      throw .notAWorkbook(.other(contentType: "\(error)"))
    }
  }
}
