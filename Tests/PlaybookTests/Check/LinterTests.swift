// SPDX-License-Identifier: Apache-2.0

import Playbook
import Testing

@Suite struct `Checking a playbook` {
  @Test func `an unknown key is named with the nearest one`() {
    #expect(
      issues("sheets:\n  de:\n    columns:\n      amount:\n        tilte: X\n") == [
        "acme.yaml:6:9: error: ‘tilte’ is not a key of a column; did you mean ‘title’? [unknown-key]"
      ])
  }

  @Test func `an unknown key at the top is named`() {
    #expect(
      issues("settingz: {}\n").first?.hasPrefix("acme.yaml:2:1: error: ‘settingz’ is not a key of a playbook") == true)
  }

  @Test func `a list where a mapping belongs is named`() {
    #expect(
      issues("settings: [a, b]\n") == ["acme.yaml:2:11: error: expected a mapping, found a list [wrong-type]"])
  }

  @Test func `a word where true or false belongs is named`() {
    #expect(
      issues("sheets:\n  de:\n    columns:\n      amount: {headline: maybe}\n") == [
        "acme.yaml:5:26: error: expected true or false for headline, found ‘maybe’ [wrong-type]"
      ])
  }

  @Test func `a column without title and type is named`() {
    #expect(
      issues("sheets:\n  de:\n    columns:\n      extra: {note: hello}\n") == [
        "acme.yaml:5:7: error: the column de.extra has no title [missing-key]",
        "acme.yaml:5:7: error: the column de.extra has no type [missing-key]",
      ])
  }

  @Test func `a key that stands twice is named at its second place, and the rest is read on`() {
    #expect(
      issues("settings:\n  PotHigh: 1\n  RelHigh: 2\n  PotHigh: 3\n  LeadSla: {defualt: 1}\n") == [
        "acme.yaml:5:3: error: ‘PotHigh’ already exists, on line 3 [duplicate]",
        "acme.yaml:6:13: error: ‘defualt’ is not a key of a setting; did you mean ‘default’? [unknown-key]",
      ])
  }

  @Test func `a key that stands twice in braces is named`() {
    #expect(
      issues("settings:\n  PotHigh: {default: 1, default: 2}\n") == [
        "acme.yaml:3:25: error: ‘default’ already exists, on line 3 [duplicate]"
      ])
  }

  @Test(arguments: [
    ("=IF({amount}-{weighted}=0,1,2)", "compare ROUND"), ("=IF({stage}<\"M\",1,2)", "different orders"),
    ("=IF(({amount}>1)=TRUE,1,2)", "TRUE equals 1 in LibreOffice"), ("=\"2026/3/31\"+1", "write DATE"),
  ])
  func `what Excel and LibreOffice compute differently is a warning`(_ formula: String, _ says: String) {
    let found = issues(
      "sheets:\n  de:\n    columns:\n      extra:\n        title: X\n        type: money\n        formula: '\(formula)'\n"
    )
    #expect(found.count == 1)
    #expect(found.first?.contains("warning") == true && found.first?.contains(says) == true)
    #expect(found.first?.hasSuffix("[programs-differ]") == true)
  }

  @Test func `a rule given at the top and below its sheet is named`() {
    #expect(
      issues("rules:\n  DEA-010: info\nsheets:\n  de:\n    rules:\n      DEA-010: error\n") == [
        "acme.yaml:7:7: error: ‘DEA-010’ already exists [duplicate]"
      ])
  }

  @Test func `a pattern that is none is named at its character`() {
    #expect(
      issues("sheets:\n  de:\n    columns:\n      deal_id:\n        pattern: '^X[0-9'\n") == [
        "acme.yaml:6:21: error: the class '[' at character 3 has no ']', in ‘^X[0-9’ [bad-pattern]"
      ])
  }

  @Test(arguments: ["0-1", "abc def", "..", ">", "1..0"])
  func `a range that is none is named`(range: String) {
    #expect(places(overlay("sheets:\n  de:\n    columns:\n      pushes: {range: '\(range)'}\n")) == ["5:23 bad-range"])
  }

  @Test func `an unknown type, severity or kind is named with the nearest`() {
    #expect(
      issues(
        """
        sheets:
          de:
            columns:
              extra: {title: X, type: mony}
            rules:
              A-1: {severity: eror, kind: uniqe, message: hello}
        """) == [
          "acme.yaml:5:31: error: ‘mony’ is not a type of columns; did you mean ‘money’? [unknown-word]",
          "acme.yaml:7:23: error: ‘eror’ is not a severity; did you mean ‘error’? [unknown-word]",
          "acme.yaml:7:35: error: ‘uniqe’ is not a kind of rules; did you mean ‘unique’? [unknown-word]",
        ])
  }

  @Test func `an allowed value of another type's is named`() {
    #expect(
      issues("sheets:\n  de:\n    columns:\n      name: {range: 0..1}\n").first?.contains(
        "‘range’ is for columns of type money, number, integer, percent, ratio, score, and de.name is of type text")
        == true)
  }

  @Test func `a computed column that is required is named`() {
    #expect(places(overlay("sheets:\n  de:\n    columns:\n      weighted: {required: full}\n")) == ["5:28 wrong-type"])
  }

  // MARK: Formulas

  @Test func `a formula that does not parse is named at its character`() {
    #expect(
      places(
        overlay(
          "sheets:\n  de:\n    columns:\n      extra:\n        title: X\n        type: money\n        formula: =ROUND({amount},\n"
        ))
        == ["8:34 formula"])
  }

  @Test func `the place in a formula over several lines is found`() {
    let yaml = """
      sheets:
        de:
          columns:
            extra:
              title: X
              type: money
              formula: |-
                =IF({amount}="","",
                  {amonut}*2)
      """
    #expect(
      issues(yaml) == [
        "acme.yaml:10:13: error: de.extra: there is no column {amonut} in the sheet de; did you mean {amount}? [unknown-reference]"
      ])
  }

  @Test func `a formula without its equals sign is named`() {
    #expect(
      places(overlay("sheets:\n  de:\n    columns:\n      extra: {title: X, type: money, formula: '1+1'}\n")) == [
        "5:47 formula"
      ])
  }

  @Test func `a name that means nothing is named with the nearest`() {
    #expect(
      issues("sheets:\n  de:\n    columns:\n      weighted: {formula: '=SUMIFS(pa_recieved,pa_owner,{owner})+AsOv'}\n")
        == [
          "acme.yaml:5:36: error: de.weighted: nothing is called ‘pa_recieved’; did you mean ‘pa_received’? [unknown-reference]",
          "acme.yaml:5:66: error: de.weighted: nothing is called ‘AsOv’; did you mean ‘AsOf’? [unknown-reference]",
        ])
  }

  @Test func `a function that not every program has is named`() {
    let found = issues(
      "sheets:\n  de:\n    columns:\n      weighted: {formula: '=XLOOKUP({amount},de_amount,de_prob)+TODAY()+RUOND(1,2)'}\n"
    )
    #expect(found.count == 3)
    #expect(found.allSatisfy { $0.contains("[function]") })
    #expect(
      found.first?.hasPrefix("acme.yaml:5:29: error: de.weighted: the function XLOOKUP may not be used here") == true)
    #expect(found.last?.contains("did you mean ROUND?") == true)
  }

  @Test func `a row that a list does not have is named`() {
    #expect(
      issues("sheets:\n  de:\n    columns:\n      weighted: {formula: '=INDEX(st_prob,9)'}\n") == [
        "acme.yaml:5:27: error: de.weighted: INDEX(st_prob,9) uses row 9 of the list st, which has 8 rows [unknown-reference]"
      ])
  }

  @Test func `a list that is made shorter than formulas need is named once, where that was done`() {
    #expect(
      issues("lists:\n  tk:\n    order: [DONE, DLATE]\n").contains(
        "acme.yaml:4:12: error: the list tk has 2 rows now, but formulas use row 4: keep that many, or rewrite these formulas (pl.task_status, PLN-004) [unknown-reference]"
      ))
  }

  @Test func `columns that refer to each other are named`() {
    let yaml = """
      sheets:
        de:
          columns:
            first: {title: A, type: money, formula: '={second}+1'}
            second: {title: B, type: money, formula: '=SUMIFS(de_first,de_owner,{owner})'}
      """
    #expect(
      issues(yaml) == [
        "acme.yaml:5:47: error: columns that refer to each other: de.first → de.second → de.first [cycle]"
      ])
  }

  @Test func `a formula that reads its own column is named`() {
    #expect(
      issues("sheets:\n  de:\n    columns:\n      weighted: {formula: '={weighted}+1'}\n") == [
        "acme.yaml:5:27: error: the formula of de.weighted reads its own column [cycle]"
      ])
  }

  @Test func `two cycles are both named`() {
    let yaml = """
      sheets:
        de:
          columns:
            a1: {title: A, type: money, formula: '={a2}'}
            a2: {title: B, type: money, formula: '={a1}'}
            b1: {title: C, type: money, formula: '={b2}'}
            b2: {title: D, type: money, formula: '={b1}'}
            c1: {title: E, type: money, formula: '={a1}+{b1}'}
      """
    #expect(places(overlay(yaml)) == ["5:44 cycle", "7:44 cycle"])
  }

  // MARK: References

  @Test func `references to nothing are named with their owner`() {
    let yaml = """
      sheets:
        de:
          columns:
            extra: {title: X, type: key, refers_to: acc.acount_id}
            other: {title: Y, type: list, list: sx}
            third: {title: Z, type: money, formula: '={amount}', needs: [xx], must: [amunt | pa.nothing]}
            fourth: {title: W, type: money, range: 0..amoun}
          rules:
            A-1: {severity: info, on: stge, test: '=TRUE', message: hello}
      rules:
        A-2: {severity: info, sheet: settings, on: AsOv, test: '=TRUE', message: hello}
        A-3: {severity: info, sheet: lists, on: st.convv, test: '=TRUE', message: hello}
        A-4: {severity: info, sheet: dee, test: '=TRUE', message: hello}
      """
    #expect(
      messages(overlay(yaml)) == [
        "‘refers_to’ of de.extra: there is no column ‘acount_id’ in the sheet acc; did you mean ‘account_id’?",
        "‘list’ of de.other: there is no list ‘sx’; did you mean ‘st’?",
        "‘needs’ of de.third: there is no sheet ‘xx’",
        "‘must’ of de.third: there is no column ‘amunt’ in the sheet de; did you mean ‘amount’?",
        "‘must’ of de.third: there is no column ‘nothing’ in the sheet pa",
        "‘range’ of de.fourth: there is no column ‘amoun’ in the sheet de; did you mean ‘amount’?",
        "‘on’ of A-1: there is no column ‘stge’ in the sheet de; did you mean ‘stage’?",
        "‘on’ of A-2: there is no setting ‘AsOv’; did you mean ‘AsOf’?",
        "‘on’ of A-3: there is no column ‘convv’ in the list st; did you mean ‘conv’?",
        "‘sheet’ of A-4: there is no sheet ‘dee’; did you mean ‘de’?",
      ])
  }

  @Test func `what is switched off without being there is named`() {
    #expect(
      issues("rules:\n  DEA-999: off\n") == [
        "acme.yaml:3:3: error: there is no rule ‘DEA-999’ here that could be switched off; did you mean ‘DEA-009’? [unknown-reference]"
      ])
  }

  @Test func `an order that names no row of the list is named`() {
    #expect(
      issues("lists:\n  vm:\n    order: [ONSITE, HOSTT]\n") == [
        "acme.yaml:4:21: error: the list vm has no row HOSTT; did you mean HOST? [unknown-reference]"
      ])
  }

  // MARK: Rules

  @Test func `an alias that is another column's header is named`() {
    #expect(
      issues("sheets:\n  de:\n    columns:\n      amount: {aliases: ['商機 名稱*']}\n") == [
        "acme.yaml:5:26: error: ‘商機 名稱*’ as a header of the sheet de means both amount and name [ambiguous-title]"
      ])
  }

  @Test func `two sheets of one title are named`() {
    #expect(
      messages(overlay("sheets:\n  de: {title: {zh-Hant: 線索, en: Projects}}\n")).first
        == "‘線索’ as the title of a sheet means both de and le")
  }

  @Test func `two rows of one label are named`() {
    #expect(
      places(overlay("lists:\n  vm:\n    rows:\n      NEW: {zh-Hant: 電話, en: Ring}\n")).contains("5:7 ambiguous-title"))
  }

  @Test func `a sheet and a list of one prefix are named`() {
    let found = messages(
      overlay("sheets:\n  st:\n    title: X\n    columns:\n      st_id: {title: Y, type: id}\n"))
    #expect(found.contains { $0.hasPrefix("‘st’ is the prefix of a list and of a sheet") })
  }

  @Test(arguments: ["TAX2024", "R1", "c", "2nd", "my name", "true"])
  func `a setting that cannot be a defined name is named`(name: String) {
    #expect(places(overlay("settings:\n  '\(name)': {title: X, default: 1}\n")).contains("3:3 bad-name"))
  }

  @Test func `a column key that cannot be part of a defined name is named`() {
    #expect(
      places(overlay("sheets:\n  de:\n    columns:\n      Amount2: {title: X, type: money}\n")) == ["5:7 bad-name"])
  }

  @Test func `all mistakes are named in the order of the file`() {
    let found = overlay("settings:\n  PotHigh: {x: 1}\nsheets:\n  de:\n    zz: 1\nrules:\n  A-1: {message: x}\n")
    #expect(places(found) == ["3:13 unknown-key", "6:5 unknown-key", "8:3 missing-key", "8:3 missing-key"])
    #expect(found.playbook == nil)
  }
}
