// SPDX-License-Identifier: Apache-2.0

import Dealbook
internal import Isolation
import Playbook
package import Spreadsheet

/// A workbook and the file that it was read from.
package struct WorkbookFile {
  package let path: String
  package let snapshot: FileSnapshot
  package let workbook: Workbook

  package init(_ snapshot: FileSnapshot, limits: Limits) throws(Failure) {
    do { self.init(snapshot, try Workbook(snapshot.bytes, limits: limits)) } catch {
      throw Failure(.unreadable, Spoken.words.at(snapshot.path, Spoken.words.text(error)), Cause(error))
    }
  }

  /// Takes a workbook that was derived from the file's contents, for example from CSV.
  package init(_ snapshot: FileSnapshot, _ workbook: Workbook) {
    path = snapshot.path
    self.snapshot = snapshot
    self.workbook = workbook
  }

  /// The name of the file without its folders.
  package var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}
