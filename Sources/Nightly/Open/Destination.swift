// SPDX-License-Identifier: Apache-2.0

internal import Isolation
internal import Playbook
package import Spreadsheet

/// Where a changed workbook is written, and what the save may do there.
package struct Destination {
  package enum Place {
    case inPlace
    case file(String)
  }

  package var place: Place
  package var options: SaveOptions

  package init(place: Place, options: SaveOptions) {
    self.place = place
    self.options = options
  }

  /// Saves with all the guarantees of ``FileSaver``, and reports where a backup is.
  package func save(_ bytes: [UInt8], of file: WorkbookFile, limits: Limits) throws(Failure) -> SaveOutcome {
    func verify(_ written: [UInt8]) throws { try Workbook(written, limits: limits).verify(against: file.workbook) }
    let saver = FileSaver(options: options)
    let outcome: SaveOutcome
    do {
      switch place {
      case .inPlace: outcome = try saver.replace(file.snapshot, with: bytes, verify: verify)
      case .file(let path): outcome = try saver.write(bytes, to: path, source: file.snapshot, verify: verify)
      }
    } catch {
      throw Failure(error)
    }
    switch outcome {
    case .writtenKeeping(let path):
      StandardError.complain(Spoken.words("原檔另存為 \(path)", "the old file is kept as \(path)"))
    case .writtenLeaving(let path):
      StandardError.complain(
        Spoken.words(
          "原檔無法移除，仍在 \(path)", "the old file could not be removed and is still there as \(path)"))
    case .unchanged, .written: break
    }
    return outcome
  }
}
