// SPDX-License-Identifier: Apache-2.0

import Testing

/// A mistake in a company's file, and the message it must give.
struct Mistake: Sendable, CustomTestStringConvertible {
  var name: String
  /// Follows line 1, `extends: key-account`.
  var yaml: String
  var line: Int
  var kind: String
  /// A part of the message.
  var says: String

  init(_ name: String, _ yaml: String, line: Int, _ kind: String, _ says: String) {
    self.name = name
    self.yaml = yaml
    self.line = line
    self.kind = kind
    self.says = says
  }

  var testDescription: String { name }

  /// Adds a column to the deals; its keys begin on line 6.
  static func column(_ name: String, _ fields: String, line: Int = 6, _ kind: String, _ says: String) -> Mistake {
    Mistake(name, "sheets:\n  de:\n    columns:\n      extra:\n        \(fields)\n", line: line, kind, says)
  }

  /// Adds a column with a formula on line 8.
  static func formula(_ name: String, _ formula: String, _ kind: String, _ says: String) -> Mistake {
    column(name, "title: X\n        type: money\n        formula: '\(formula)'", line: 8, kind, says)
  }

  /// Adds a rule to the deals on line 5.
  static func rule(_ name: String, _ fields: String, _ kind: String, _ says: String) -> Mistake {
    Mistake(name, "sheets:\n  de:\n    rules:\n      MY-001: {\(fields)}\n", line: 5, kind, says)
  }

  static let all: [Mistake] = keys + values + lists + formulas + rules + references + names
}

extension Mistake {
  static let keys = [
    Mistake("a broken file", "settings:\n  PotHigh: [1\n", line: 4, "not-yaml", ""),
    Mistake("a tab", "settings:\n\tPotHigh: 1\n", line: 3, "not-yaml", ""),
    Mistake("an unknown key at the top", "setings: {}\n", line: 2, "unknown-key", "did you mean ‘settings’?"),
    column(
      "an unknown key of a column", "tilte: X\n        type: text\n        title: Y", "unknown-key",
      "did you mean ‘title’?"),
    Mistake(
      "an unknown key of a setting", "settings:\n  PotHigh: {defualt: 1}\n", line: 3, "unknown-key",
      "did you mean ‘default’?"),
    Mistake(
      "an unknown parameter of a row", "lists:\n  st:\n    rows:\n      BID: {cnov: 0.6}\n", line: 5, "unknown-key",
      "did you mean ‘conv’?"),
    rule(
      "an unknown key of a rule", "sevrity: info, on: amount, test: '=TRUE', message: x", "unknown-key",
      "did you mean ‘severity’?"),
    Mistake("an unknown language", "sheets:\n  de:\n    title: {zh-TW: X, en: Y}\n", line: 4, "unknown-key", "‘zh-TW’"),
    Mistake("a key twice", "settings:\n  PotHigh: 1\n  PotHigh: 2\n", line: 4, "duplicate", "on line 3"),
    Mistake(
      "a rule twice", "rules:\n  DEA-010: info\nsheets:\n  de:\n    rules:\n      DEA-010: error\n", line: 7,
      "duplicate", "‘DEA-010’ already exists"),
    Mistake("another base", "extends: other\n", line: 2, "duplicate", "‘extends’"),
    column("a new column without a type", "title: Discount", line: 5, "missing-key", "has no type"),
    Mistake("a new list without rows", "lists:\n  tiers: {title: X}\n", line: 3, "missing-key", "has no rows"),
    Mistake(
      "a new list row without a label", "lists:\n  vm:\n    rows:\n      PODCAST: {aliases: [X]}\n", line: 5,
      "missing-key", "has no label"),
    Mistake("a new sheet without columns", "sheets:\n  pt: {title: X}\n", line: 3, "missing-key", "has no columns"),
  ]

  static let values = [
    Mistake("a list for a mapping", "settings: [a]\n", line: 2, "wrong-type", "expected a mapping, found a list"),
    column("a list for a title", "title: [X]\n        type: text", "wrong-type", "expected a text"),
    column("an unknown type", "title: X\n        type: mony", line: 7, "unknown-word", "did you mean ‘money’?"),
    column(
      "a flag that is none", "title: X\n        type: text\n        headline: sure", line: 8, "wrong-type",
      "expected true or false"),
    column(
      "an unknown requirement", "title: X\n        type: text\n        required: often", line: 8, "unknown-word",
      "expected ‘always’, ‘full’, ‘no’"),
    column(
      "a broken pattern", "title: X\n        type: id\n        pattern: '^R[0-9'", line: 8, "bad-pattern", "has no ']'"),
    column(
      "a broken range", "title: X\n        type: money\n        range: 0-1", line: 8, "bad-range", "is not a range"),
    column(
      "an empty range", "title: X\n        type: money\n        range: 5..1", line: 8, "bad-range", "holds no number"),
    column(
      "a range for a text", "title: X\n        type: text\n        range: 0..1", line: 8, "wrong-type",
      "is for columns of type"),
    column(
      "an unknown tick", "title: X\n        type: tick\n        ticks: ✓ x", line: 8, "unknown-word",
      "‘x’ is not a tick mark"),
    column("a column of options without a list", "title: X\n        type: list", line: 5, "missing-key", "say which"),
    Mistake(
      "a text for a number", "settings:\n  RelHigh: high\n", line: 3, "wrong-type",
      "expected a number for the setting RelHigh, found ‘high’"),
    Mistake("a day that is none", "settings:\n  AsOf: 2025-02-30\n", line: 3, "wrong-type", "expected a date"),
    Mistake(
      "a setting without a default", "settings:\n  TaxRate: {title: X}\n", line: 3, "missing-key", "has no default"),
    Mistake(
      "a required computed column", "sheets:\n  de:\n    columns:\n      weighted: {required: always}\n", line: 5,
      "wrong-type", "is computed"),
    Mistake("an unknown profile", "profile: whole\n", line: 2, "unknown-word", "there are small, core, full"),
  ]

  static let lists = [
    Mistake(
      "a rate written as percent", "lists:\n  st:\n    rows:\n      BID: {conv: 65%}\n", line: 5, "wrong-type",
      "found ‘65%’; write 65% as 0.65"),
    Mistake(
      "a rate above one", "lists:\n  st:\n    rows:\n      BID: {conv: 65}\n", line: 5, "inconsistent",
      "the rate of the stage BID is 65: expected a share from 0 to 1"),
    Mistake(
      "a stage that is open and won", "lists:\n  st:\n    rows:\n      NEGO: {won: 1, open: 1}\n", line: 5,
      "inconsistent",
      "open and won at once"),
    Mistake(
      "no won stage", "lists:\n  st:\n    rows:\n      WON: {won: 0}\n", line: 3, "inconsistent", "has no won stage"),
    Mistake(
      "a stage both open and won", "lists:\n  st:\n    rows:\n      WON: {open: 1}\n", line: 5, "inconsistent",
      "open and won at once"),
    Mistake(
      "a stage behind the won one",
      "lists:\n  st:\n    rows:\n      POC: {en: Pilot, open: 1, won: 0, conv: 0.5, max_days: 9, gate_n: 3}\n", line: 3,
      "inconsistent", "stands behind the won one"),
    Mistake(
      "stages in another order", "lists:\n  st:\n    order: [LEAD, GUIDE, VERIFY, BID, NEGO, WON, LOST, HOLD]\n",
      line: 4, "unknown-reference", "row 2 was VERIFY and is GUIDE"),
    Mistake(
      "too few rows", "lists:\n  tk:\n    order: [DONE, DLATE]\n", line: 4, "unknown-reference",
      "the list tk has 2 rows now, but formulas use row 4"),
    Mistake(
      "an unknown row in the order", "lists:\n  vm:\n    order: [ONSITE, HOSTT]\n", line: 4, "unknown-reference",
      "did you mean HOST?"),
    Mistake(
      "a row twice in the order", "lists:\n  vm:\n    order: [ONSITE, ONSITE]\n", line: 4, "duplicate",
      "already in the order"),
    Mistake(
      "buckets out of order", "lists:\n  ab:\n    rows:\n      B3: {from: 20}\n", line: 5, "inconsistent",
      "expected ascending bounds"),
    Mistake(
      "a parameter that our rows lack", "lists:\n  ps:\n    columns: [risk, weight]\n", line: 4, "missing-key",
      "the row DOWN of ps has no ‘weight’"),
    Mistake(
      "two rows of one label", "lists:\n  vm:\n    rows:\n      RING: {zh-Hant: 電話, en: Ring}\n", line: 5,
      "ambiguous-title", "means both"),
    Mistake(
      "an alias that is another row's label", "lists:\n  vm:\n    rows:\n      CALL: {aliases: [展會]}\n", line: 5,
      "ambiguous-title", "‘展會’ as a label of the list vm"),
  ]

  static let formulas = [
    formula(
      "a whole column where one value is needed", "=SUM(IF(de_owner=\"x\",de_amount))", "formula",
      "a whole column is used where one value is needed"),
    formula("a formula without its sign", "1+1", "formula", "begins with ‘=’"),
    formula("an open bracket", "=ROUND({amount},2", "formula", "de.extra"),
    formula("an operator at the end", "={amount}*", "formula", "character 11"),
    formula("an unknown column", "={amuont}", "unknown-reference", "did you mean {amount}?"),
    formula("an unknown name", "=SUM(de_amuont)", "unknown-reference", "did you mean ‘de_amount’?"),
    formula("an unknown setting", "=AsOv-1", "unknown-reference", "did you mean ‘AsOf’?"),
    formula("an unknown function", "=RUOND({amount},2)", "function", "did you mean ROUND?"),
    formula("a function too new", "=XLOOKUP(1,de_amount,de_amount)", "function", "XLOOKUP may not be used here"),
    formula(
      "a function newer than Excel 2010", "=TEXTJOIN(\",\",TRUE,{name})", "function",
      "not all other programs support it"),
    formula(
      "a whole column where one value is needed", "=de_amount*2", "formula",
      "a whole column is used where one value is needed"),
    formula(
      "a value where a column is needed", "=COUNTIF({amount},1)", "formula", "argument 1 must be a whole column"),
    formula("the clock", "=TODAY()", "function", "the same workbook would not give the same values"),
    formula("too few arguments", "=IF()", "function", "IF takes 2 or 3 arguments, not 0"),
    formula("a cell", "=A1+1", "formula", "names columns"),
    formula("a cell of a sheet", "=Deals!B2", "formula", "names columns"),
    formula("a structured reference", "=SUM(Deals[Amount])", "formula", "names columns"),
    formula("a row that a list lacks", "=INDEX(st_prob,9)", "unknown-reference", "which has 8 rows"),
    formula("its own column", "={extra}+1", "cycle", "reads its own column"),
    Mistake(
      "a cycle",
      "sheets:\n  de:\n    columns:\n      aa: {title: A, type: money, formula: '={bb}'}\n      bb: {title: B, type: money, formula: '=SUM(de_aa)'}\n",
      line: 5, "cycle", "de.aa → de.bb → de.aa"),
    Mistake(
      "a cycle through the method", "sheets:\n  de:\n    columns:\n      prob: {formula: '={weighted}/{amount}'}\n",
      line: 5, "cycle", "de.weighted → de.prob → de.weighted"),
  ]

  static let rules = [
    rule("a rule without a message", "severity: info, on: amount, test: '=TRUE'", "missing-message", "has no message"),
    rule(
      "an empty message", "severity: info, on: amount, test: '=TRUE', message: {zh-Hant: X, en: ''}", "missing-message",
      "is empty in en"),
    rule(
      "a message in one language", "severity: info, on: amount, test: '=TRUE', message: {en: X}", "missing-message",
      "is not given in zh-Hant"),
    rule("a rule without a severity", "on: amount, test: '=TRUE', message: x", "missing-key", "has no severity"),
    rule(
      "an unknown severity", "severity: fatal, on: amount, test: '=TRUE', message: x", "unknown-word",
      "there are info, warning, error"),
    rule(
      "a rule without a test", "severity: info, on: amount, message: x", "missing-key", "neither a ‘test’ nor a ‘kind’"),
    rule("an unknown kind", "severity: info, kind: uniqe, message: x", "unknown-word", "did you mean ‘unique’?"),
    rule(
      "a missing parameter", "severity: info, kind: unique, message: x", "missing-key", "needs the parameter ‘columns’"),
    rule(
      "a rule at an unknown column", "severity: info, on: amuont, test: '=TRUE', message: x", "unknown-reference",
      "did you mean ‘amount’?"),
    rule("a broken test", "severity: info, on: amount, test: '={amount}>', message: x", "formula", "MY-001"),
    rule(
      "an unknown placeholder", "severity: info, on: amount, test: '=TRUE', message: '{amuont}'", "placeholder",
      "did you mean {amount}?"),
    rule(
      "a number without its two words", "severity: info, on: amount, test: '=TRUE', message: '{amount|day}'",
      "placeholder",
      "as in {n|day|days}"),
    rule(
      "a value without a formula",
      "severity: info, on: amount, test: '=TRUE', message: '{n}', values: {n: {as: money}}", "missing-key",
      "has no formula"),
    Mistake(
      "a severity for an unknown rule", "rules:\n  DEA-999: info\n", line: 3, "unknown-reference",
      "there is no rule ‘DEA-999’ here that could be changed"),
    Mistake(
      "an unknown rule switched off", "rules:\n  DEA-999: off\n", line: 3, "unknown-reference",
      "there is no rule ‘DEA-999’ here that could be switched off"),
    Mistake("an unknown word for a rule", "rules:\n  DEA-010: of\n", line: 3, "unknown-word", "‘of’ is not a severity"),
  ]

  static let references = [
    Mistake(
      "an unknown setting changed", "settings:\n  PotHihg: 5\n", line: 3, "unknown-reference", "did you mean ‘PotHigh’?"
    ),
    Mistake(
      "an unknown column changed", "sheets:\n  de:\n    columns:\n      amuont: {title: X}\n", line: 5,
      "unknown-reference", "did you mean ‘amount’?"),
    Mistake(
      "an unknown column switched off", "sheets:\n  de:\n    columns:\n      rivl: off\n", line: 5, "unknown-reference",
      "did you mean ‘rival’?"),
    Mistake(
      "an unknown sheet switched off", "sheets:\n  vis: off\n", line: 3, "unknown-reference", "there is no sheet ‘vis’"),
    Mistake(
      "a setting that formulas need", "settings:\n  PotHigh: off\n", line: 3, "unknown-reference",
      "cannot be removed, because it is needed"),
    Mistake(
      "a list that formulas need", "lists:\n  lc: off\n", line: 3, "unknown-reference", "‘lc’ cannot be removed"),
    column(
      "a reference to nothing", "title: X\n        type: key\n        refers_to: acc.acount_id", line: 8,
      "unknown-reference", "did you mean ‘account_id’?"),
    column(
      "an unknown list", "title: X\n        type: list\n        list: zz", line: 8, "unknown-reference",
      "there is no list ‘zz’"),
    column(
      "an unknown need", "title: X\n        type: money\n        needs: [zz]\n        formula: =1", line: 8,
      "unknown-reference", "there is no sheet ‘zz’"),
    column(
      "an unknown precondition", "title: X\n        type: money\n        must: [amuont]\n        formula: =1", line: 8,
      "unknown-reference", "did you mean ‘amount’?"),
  ]

  static let names = [
    Mistake(
      "a header that is another's", "sheets:\n  de:\n    columns:\n      amount: {title: 商機名稱}\n", line: 5,
      "ambiguous-title", "means both"),
    Mistake(
      "an alias that is another's", "sheets:\n  de:\n    columns:\n      amount: {aliases: [商機名稱]}\n", line: 5,
      "ambiguous-title", "means both amount and name"),
    Mistake("a title that is another's", "sheets:\n  de: {title: 線索}\n", line: 3, "ambiguous-title", "means both"),
    Mistake(
      "a title too long", "sheets:\n  de: {title: All the deals that we have in hand now}\n", line: 3, "bad-name",
      "Excel allows 31"),
    Mistake(
      "a title that Excel refuses", "sheets:\n  de: {title: In/Out}\n", line: 3, "bad-name", "Excel does not allow ‘/’"),
    Mistake(
      "a setting that looks like a cell", "settings:\n  TAX2024: {title: X, default: 1}\n", line: 3, "bad-name",
      "reads it as a cell"),
    Mistake(
      "settings that differ in case", "settings:\n  pothigh: {title: X, default: 1}\n", line: 3, "duplicate",
      "differ in capital letters only"),
    Mistake(
      "a column with capitals", "sheets:\n  de:\n    columns:\n      Rebate: {title: X, type: money}\n", line: 5,
      "bad-name", "expected a small letter"),
    Mistake(
      "a prefix that is taken", "sheets:\n  st: {title: X, columns: {s_id: {title: Y, type: id}}}\n", line: 3,
      "duplicate", "prefix of a list and of a sheet"),
  ]
}
