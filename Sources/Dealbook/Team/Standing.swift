// SPDX-License-Identifier: Apache-2.0

import Playbook

/// How certain it is that a workbook belongs to a team that uses the playbook.
///
/// Only a ``team`` workbook is written in place and unattended. A ``guessed`` one is read and checked, and filled into another file. A
/// ``stranger`` is only reported as such.
public enum Standing: String, Hashable, Sendable, CaseIterable {
  /// The workbook has the tool's mark, the hidden sheet `_meta`; or the team gave or adopted a playbook and one of its sheets exists; or a
  /// sheet has the key column and two more columns under the playbook's own headers. An alias counts as such a header only on a sheet with
  /// one of the playbook's titles: elsewhere 项目编号 and 负责人 are words that any list may have.
  case team
  /// Some sheet looks like one of the playbook's, but nothing confirms it.
  case guessed
  /// No sheet was found that could be one of the playbook's.
  case stranger
}

extension BoundWorkbook {
  /// How certain it is that this is a team's workbook.
  public var standing: Standing {
    let found = sheets.filter { $0.headerRow != nil && !$0.columns.isEmpty }
    if meta?.isOurs == true || !found.isEmpty && !playbook.isBuiltIn || found.contains(where: hasOwnKeyAndTwoMore) {
      return .team
    }
    return found.isEmpty ? .stranger : .guessed
  }

  /// Whether the team is expected to keep this sheet.
  func shouldKeep(_ definition: SheetDefinition) -> Bool {
    standing == .team && !mayBeAdopted && definition.belongs(to: profile)
      && meta?.kept?.contains(definition.prefix) != false
  }

  /// Whether it is read without a playbook of its team, and is neither marked nor the method's own, which has several sheets: which others
  /// the team keeps, nobody has said.
  package var mayBeAdopted: Bool {
    playbook.isBuiltIn && meta?.isOurs != true && !sheets.isEmpty && sheets.count { $0.confidence == 1 } < Self.ofMethod
  }

  private static let ofMethod = 3

  /// Whether the key column and two more columns are under the playbook's own headers.
  private func hasOwnKeyAndTwoMore(_ sheet: LocatedSheet) -> Bool {
    guard let key = sheet.definition.idColumn?.key else { return false }
    let prepared = PreparedPlaybook.of(playbook)
    let isTitled = prepared.prefix(ofTitle: sheet.title) == sheet.prefix
    var count = 0
    var hasKey = false
    for column in sheet.columns where column.isUnderOwnHeader {
      guard isTitled || !prepared.languages(ofHeader: column.header, of: column.key, on: sheet.prefix).isEmpty else {
        continue
      }
      count += 1
      hasKey = hasKey || column.key == key
      if count > 2, hasKey { return true }
    }
    return false
  }
}
