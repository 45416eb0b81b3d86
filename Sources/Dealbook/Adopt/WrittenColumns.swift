// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// The columns that a fill has added to the workbook, as its record says: they are ours, and no input of the team's.
struct WrittenColumns {
  /// By prefix, the headers of such columns, as headers are compared.
  private var headers: [String: Set<String>] = [:]

  init(_ workbook: Workbook, _ playbook: Playbook) throws(SpreadsheetError) {
    guard let meta = try MetaSheet(workbook), meta.isOurs else { return }
    for sheet in playbook.sheets {
      let keys = [meta.record.columns, meta.record.cells, meta.record.formatted].flatMap { $0[sheet.prefix] ?? [] }
      headers[sheet.prefix] = Set(
        keys.compactMap { sheet.column($0) }.filter(\.isComputed).flatMap { $0.titles.all + $0.aliases }
          .map(TextFolding.headerWord))
    }
  }

  /// Takes them out of a proposal. Returns their headers.
  func take(from proposal: inout SheetProposal) -> [String] {
    guard let own = headers[proposal.prefix], !own.isEmpty else { return [] }
    func isOwn(_ header: String) -> Bool { own.contains(TextFolding.headerWord(header)) }
    let taken = proposal.leftAlone.map(\.header).filter(isOwn)
    proposal.leftAlone.removeAll { isOwn($0.header) }
    return taken
  }
}
