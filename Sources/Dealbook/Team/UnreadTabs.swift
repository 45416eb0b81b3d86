// SPDX-License-Identifier: Apache-2.0

package import Playbook
import Spreadsheet

extension Spoken {
  /// Says which tabs look like one that is read, but are not read with it, because their columns or their rows do not allow it: a sentence
  /// for each kind of sheet, in the order of the playbook; none if every such tab is read.
  package func unreadTabs(of team: BoundWorkbook) -> [String] {
    let most = 6
    var unread: [String: [String]] = [:]
    for other in team.otherSheets {
      if case .secondOf(let prefix) = other.reason { unread[prefix, default: []].append(quoted(other.title)) }
    }
    return team.sheets.compactMap { sheet in
      guard let others = unread[sheet.prefix] else { return nil }
      let kind = sheet.definition.titles[language]
      let read = list(sheet.tabTitles.map(quoted), most: most)
      let names = list(others, most: most)
      // A playbook that names the tabs does not know one that was added since.
      let advice =
        sheet.definition.placement.titles.count > 1
        ? pick("；再做一次 dealbook adopt 可以收進來", "；再做一次 dealbook adopt 可以收进来", "; dealbook adopt once more can take it in")
        : ""
      return pick(
        "\(kind)的數字只算\(read)；\(names)看起來也是，但沒有讀取", "\(kind)的数字只算\(read)；\(names)看起来也是，但没有读取",
        "Figures of \(kind) are those of \(read) alone; \(names) \(others.count == 1 ? "looks like it and was" : "look like it and were") not read"
      ) + advice
    }
  }

  /// Says which tabs are added up where the name of one of them speaks of deals that are over: a sentence for each kind of sheet.
  package func joinedTabs(of team: BoundWorkbook) -> [String] {
    team.sheets.compactMap { sheet in
      guard sheet.tabTitles.count > 1, sheet.tabTitles.contains(where: { SheetTitle($0).speaksOfEnds }) else {
        return nil
      }
      let (kind, names) = (sheet.definition.titles[language], list(sheet.tabTitles.map(quoted), most: 6))
      return pick(
        "\(kind)的數字把\(names)加在一起", "\(kind)的数字把\(names)加在一起",
        "The figures of \(kind) add these tabs together: \(names)")
    }
  }

  /// Says which blocks of cells beside the tables that are read look like tables too, and are not: a sentence for each.
  package func unreadBlocks(of team: BoundWorkbook) -> [String] {
    team.sheets.flatMap { sheet in sheet.unreadBlocks.map { unread($0, of: team) } }
  }

  private func unread(_ block: UnreadBlock, of team: BoundWorkbook) -> String {
    let title = quoted(team.workbook.sheets[block.sheetIndex].name)
    return pick(
      "\(title)的 \(block.range)（\(block.rows) 列）看起來是另一個表，沒有讀取",
      "\(title)的 \(block.range)（\(block.rows) 行）看起来是另一个表，没有读取",
      "\(block.range) on \(title) (\(block.rows == 1 ? "1 row" : "\(block.rows) rows")) looks like another table and is not read"
    )
  }
}
