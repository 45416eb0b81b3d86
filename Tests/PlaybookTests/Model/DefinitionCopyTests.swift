// SPDX-License-Identifier: Apache-2.0

import Playbook
import Testing

@Suite struct `A definition of the playbook` {
  @Test func `stays as it is when a copy of it is changed`() throws {
    let column = try #require(Playbook.builtIn.sheet("de")?.columns.first { $0.isComputed })
    var changed = column
    changed.aliases = ["another"]
    changed.computed = nil
    #expect(column.aliases != ["another"])
    #expect(column.isComputed && column.computed != nil)
    #expect(!changed.isComputed && changed.computed == nil)
    #expect(changed != column)
    changed.aliases = column.aliases
    changed.computed = column.computed
    #expect(changed == column)
  }

  @Test func `means the same by a header in its own spelling and in another`() {
    for sheet in Playbook.builtIn.sheets {
      let index = HeaderIndex(sheet)
      for header in sheet.columns.flatMap({ $0.titles.all + $0.aliases }) {
        #expect(index.match(header) == index.match(" \(header) "))
      }
    }
  }
}
