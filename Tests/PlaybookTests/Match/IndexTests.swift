// SPDX-License-Identifier: Apache-2.0

import Playbook
import Testing

@Suite struct `Finding a label` {
  let stages = LabelIndex(Playbook.builtIn.list("st") ?? Playbook.builtIn.lists[0])

  @Test(arguments: ["談判簽約", "谈判签约", "Negotiation & signing", " negotiation & SIGNING\u{3000}", "NEGO", "nego"])
  func `goes by any language and the code, without case and spaces around it`(text: String) {
    #expect(stages.match(text)?.row == 4)
  }

  @Test func `tells the languages in which it is the label`() throws {
    let lifecycle = LabelIndex(try #require(Playbook.builtIn.list("lc")))
    #expect(lifecycle.match("形成期")?.languages == [.traditionalChinese, .simplifiedChinese])
    #expect(lifecycle.match("稳定期")?.languages == [.simplifiedChinese])
    #expect(lifecycle.match("Formation")?.languages == [.english])
    #expect(lifecycle.match("FORM")?.languages == [])
  }

  @Test func `finds nothing in another text`() {
    #expect(stages.match("談判") == nil)
    #expect(stages.match("") == nil)
  }
}

@Suite struct `Finding a sheet or column` {
  let titles = TitleIndex(.builtIn)

  @Test(arguments: [
    ("商機", "de"), ("商机", "de"), ("Deals", "de"), ("拿單跟進記錄", "de"), ("拿单跟进记录", "de"), (" pipe line ", "de"),
    ("续单情况表", "re"),
  ])
  func `a title goes by any language and alias`(title: String, prefix: String) {
    #expect(titles.match(title) == .sheet(prefix))
  }

  @Test func `a title may mean a special sheet`() {
    #expect(titles.match("設定") == .special(.settings))
    #expect(titles.match("Options") == .special(.lists))
    #expect(titles.match("漏斗") == .special(.funnel))
  }

  @Test func `every header of the built-in playbook means its own column`() {
    for sheet in Playbook.builtIn.sheets {
      let index = HeaderIndex(sheet)
      for column in sheet.columns {
        for header in column.titles.all + column.aliases { #expect(index.match(header)?.key == column.key) }
      }
    }
  }

  @Test func `a header with another money unit says so`() throws {
    let match = HeaderIndex(try #require(Playbook.builtIn.sheet("co"))).match("合同金額（萬元）*")
    #expect(match?.key == "amount")
    #expect(match?.unit == "萬元")
  }
}
