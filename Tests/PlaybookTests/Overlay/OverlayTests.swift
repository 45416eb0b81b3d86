// SPDX-License-Identifier: Apache-2.0

import Playbook
import Testing

@Suite struct `A company's file` {
  @Test func `that says nothing leaves the method as it is`() throws {
    let playbook = try #require(overlay("").playbook)
    #expect(playbook.sheets == Playbook.builtIn.sheets)
    #expect(playbook.rules == Playbook.builtIn.rules)
    #expect(playbook.settings == Playbook.builtIn.settings)
    #expect(playbook.lists == Playbook.builtIn.lists)
  }

  @Test func `renames a sheet and a column, and the old titles stay recognised`() throws {
    let result = overlay(
      """
      playbook: acme
      sheets:
        de:
          title: {zh-Hant: 專案, en: Projects}
          columns:
            amount:
              title: {zh-Hant: 合約額, en: Contract value}
      """)
    let playbook = try #require(result.playbook, "\(messages(result))")
    #expect(playbook.name == "acme")
    let deals = try #require(playbook.sheet("de"))
    #expect(deals.titles[.traditionalChinese] == "專案")
    #expect(deals.titles[.simplifiedChinese] == "专案")
    #expect(TitleIndex(playbook).match("專案") == .sheet("de"))
    #expect(TitleIndex(playbook).match("商機") == .sheet("de"))
    let headers = HeaderIndex(deals)
    #expect(headers.match("合約額（萬元）")?.key == "amount")
    #expect(headers.match("合約額（萬元）")?.unit == "萬元")
    #expect(headers.match("金額(元)")?.key == "amount")
    #expect(headers.match("Contract value")?.key == "amount")
  }

  @Test func `replaces a formula, and the one before stays recognised`() throws {
    let result = overlay(
      """
      sheets:
        pa:
          columns:
            out_pos: {formula: '=IF(N({outstanding})>0,1,0)'}
      """)
    let old = try #require(Playbook.builtIn.sheet("pa")?.column("out_pos")?.computed)
    let new = try #require(result.playbook?.sheet("pa")?.column("out_pos")?.computed, "\(messages(result))")
    #expect(new.formula == "=IF(N({outstanding})>0,1,0)")
    #expect(new.formerly == old.formerly + [old.formula])
  }

  @Test func `may not list a former formula that does not parse`() {
    let result = overlay(
      """
      sheets:
        pa:
          columns:
            out_pos: {formerly: ['=IF(']}
      """)
    #expect(result.issues.map(\.kind) == [.formula], "\(messages(result))")
  }

  @Test func `may swap the titles of two columns`() throws {
    let result = overlay(
      """
      sheets:
        de:
          columns:
            sr: {title: {zh-Hant: 交付經理, en: Delivery (FR)}}
            fr: {title: {zh-Hant: 方案經理, en: Solution (SR)}}
      """)
    let deals = try #require(result.playbook?.sheet("de"), "\(messages(result))")
    #expect(HeaderIndex(deals).match("方案經理")?.key == "fr")
    #expect(HeaderIndex(deals).match("交付經理")?.key == "sr")
  }

  @Test func `adds aliases to those that are there`() throws {
    let result = overlay("sheets:\n  de:\n    columns:\n      amount: {aliases: [標的額]}\n")
    let amount = try #require(result.playbook?.sheet("de")?.column("amount"))
    #expect(amount.aliases.contains("標的額"))
    #expect(amount.aliases.contains("标的额"))
    #expect(Set(amount.aliases).isSuperset(of: Playbook.builtIn.sheet("de")?.column("amount")?.aliases ?? ["none"]))
  }

  @Test func `changes a default by its value alone`() throws {
    let playbook = try #require(overlay("settings:\n  PotHigh: 2000000\n  AsOf: 2026-01-31\n").playbook)
    #expect(playbook.setting("PotHigh")?.defaultValue == .number(2_000_000))
    #expect(playbook.setting("PotHigh")?.titles == Playbook.builtIn.setting("PotHigh")?.titles)
    #expect(playbook.setting("AsOf")?.defaultValue == .date(year: 2026, month: 1, day: 31))
  }

  @Test func `changes a rate of a list and leaves the rest of the row`() throws {
    let playbook = try #require(overlay("lists:\n  st:\n    rows:\n      BID: {conv: 0.65}\n").playbook)
    let row = try #require(playbook.list("st")?.row(code: "BID"))
    #expect(row.extras[2] == .number(0.65))
    #expect(row.labels[.english] == "Bid submission")
    #expect(playbook.list("st")?.rows.count == 8)
  }

  @Test func `gives a list other rows in another order`() throws {
    let result = overlay(
      """
      lists:
        vm:
          rows:
            DEMO: {zh-Hant: 現場演示, en: Demonstration}
          order: [DEMO, ONSITE, CALL]
      """)
    let list = try #require(result.playbook?.list("vm"), "\(messages(result))")
    #expect(list.rows.map(\.code) == ["DEMO", "ONSITE", "CALL"])
    #expect(list.rows.first?.labels[.simplifiedChinese] == "现场演示")
  }

  @Test func `takes a row away with off`() throws {
    let result = overlay("lists:\n  vm:\n    rows:\n      EXPO: off\n")
    #expect(result.playbook?.list("vm")?.rows.map(\.code) == ["ONSITE", "HOST", "CALL", "ONLINE"])
  }

  @Test func `adds a column with a formula and a rule on it`() throws {
    let result = overlay(
      """
      sheets:
        de:
          columns:
            discount:
              title: {zh-Hant: 折扣, en: Discount}
              type: percent
              range: 0..1
            net:
              title: {zh-Hant: 折後金額, en: Net amount}
              type: money
              must: [amount]
              formula: =IF(ISNUMBER({amount}),ROUND({amount}*(1-N({discount})),2),"")
          rules:
            ACME-001:
              severity: warning
              on: discount
              test: =N({discount})>0.2
              message: {zh-Hant: '折扣 {value},折後 {n}', en: 'Discount {value}, net {n}'}
              values: {n: '={net}'}
      """)
    let playbook = try #require(result.playbook, "\(messages(result))")
    let net = try #require(playbook.sheet("de")?.column("net"))
    #expect(net.fullRequirement == .computed)
    #expect(net.computed?.must == [[MustColumn(column: "amount")]])
    let rule = try #require(playbook.rule("ACME-001"))
    #expect(rule.sheet == .sheet("de"))
    #expect(rule.place == .column("discount"))
    #expect(rule.values == [MessageValue(name: "n", formula: Localized(everywhere: "={net}"), type: .money)])
  }

  @Test func `switches a rule off and explains it still`() throws {
    let playbook = try #require(overlay("rules:\n  DEA-010: off\n").playbook)
    #expect(playbook.rule("DEA-010") == nil)
    #expect(playbook.switchedOffRules.map(\.id) == ["DEA-010"])
    #expect(playbook.explanation(of: "DEA-010", language: .english) != nil)
  }

  @Test func `changes a severity by the word alone, wherever the rule is written`() throws {
    let playbook = try #require(
      overlay("rules:\n  DEA-010: info\nsheets:\n  de:\n    rules:\n      DEA-011: error\n").playbook)
    #expect(playbook.rule("DEA-010")?.severity == .info)
    #expect(playbook.rule("DEA-011")?.severity == .error)
    #expect(playbook.rule("DEA-010")?.test == Playbook.builtIn.rule("DEA-010")?.test)
  }

  @Test func `switches a sheet off, and formulas that name it keep their meaning`() throws {
    let result = overlay("sheets:\n  vi: off\n")
    let playbook = try #require(result.playbook, "\(messages(result))")
    #expect(playbook.sheet("vi") == nil)
    #expect(playbook.meaning(ofName: "vi_date") == .column(ColumnReference(sheet: "vi", column: "date")))
    #expect(playbook.meaning(ofName: "has_vi") == .hasSheet("vi"))
    #expect(!playbook.rules.contains { $0.sheet == .sheet("vi") })
  }

  @Test func `switches a column off`() throws {
    let result = overlay("sheets:\n  de:\n    columns:\n      fr: off\n")
    let playbook = try #require(result.playbook, "\(messages(result))")
    #expect(playbook.sheet("de")?.column("fr") == nil)
    #expect(playbook.meaning(ofName: "de_fr") != nil)
  }

  @Test func `takes a key away by leaving it empty`() throws {
    let result = overlay("sheets:\n  de:\n    columns:\n      product_id:\n        required:\n")
    #expect(result.playbook?.sheet("de")?.column("product_id")?.fullRequirement == .optional)
  }

  @Test func `names the profile`() {
    #expect(overlay("profile: full\n").playbook?.profile == .full)
  }

  @Test func `may be several files`() throws {
    let result = PlaybookReader.read([
      PlaybookSource(name: "a.yaml", bytes: Array("extends: key-account\nsettings:\n  PotHigh: 5\n".utf8)),
      PlaybookSource(name: "b.yaml", bytes: Array("settings:\n  RelHigh: 6\n".utf8)),
    ])
    #expect(result.playbook?.setting("PotHigh")?.defaultValue == .number(5))
    #expect(result.playbook?.setting("RelHigh")?.defaultValue == .number(6))
  }

  @Test func `reports what two of its parts both say`() {
    let result = PlaybookReader.read([
      PlaybookSource(name: "a.yaml", bytes: Array("extends: key-account\nsettings:\n  PotHigh: 5\n".utf8)),
      PlaybookSource(name: "b.yaml", bytes: Array("settings:\n  PotHigh: 6\n".utf8)),
    ])
    #expect(result.issues.map(\.description) == ["b.yaml:2:3: error: ‘PotHigh’ already exists [duplicate]"])
  }
}

@Suite struct `A playbook of one's own` {
  @Test func `needs nothing of the built-in one`() throws {
    let result = reading(
      """
      playbook: tiny
      schema: 2
      lists:
        st:
          title: Stages
          rows:
            NEW: {zh-Hant: 新建, en: New}
      sheets:
        de:
          title: Deals
          columns:
            deal_id: {title: Deal ID, type: id, required: always, pattern: '^D[0-9]+$'}
            stage: {title: Stage, type: list, list: st}
      """)
    let playbook = try #require(result.playbook, "\(messages(result))")
    #expect(playbook.sheets.map(\.prefix) == ["de"])
    #expect(playbook.funnel == nil)
    #expect(playbook.sheet("de")?.idColumn?.coreRequirement == .required)
  }
}
