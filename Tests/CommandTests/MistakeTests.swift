// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@testable import DealbookCommand

@Suite struct `A mistake on the command line` {
  /// A command line, its exit code and its message.
  static let mistakes: [(words: [String], status: Int32, says: [String])] = [
    (["chekc", "messy_hant.xlsx"], 2, ["no command ‘chekc’", "did you mean ‘check’?"]),
    (["messy_hant.xlsx"], 2, ["to check a workbook: dealbook check messy_hant.xlsx"]),
    (["playbook", "chek", "a.yaml"], 2, ["no command ‘chek’", "did you mean ‘check’?"]),
    (["check"], 2, ["Missing expected argument"]),
    (["check", "mesy_hant.xlsx"], 3, ["no such file", "did you mean ‘messy_hant.xlsx’?"]),
    (["check", "messy_hant"], 3, ["did you mean ‘messy_hant.xlsx’?"]),
    (["check", "golden/golden_han.xlsx"], 3, ["did you mean ‘golden/golden_hant.xlsx’?"]),
    (["check", "."], 3, ["a directory"]), (["check", "README.md"], 3, ["not an .xlsx workbook"]),
    (["check", "messy_hant.xlsx", "--langage", "en"], 2, ["Did you mean '--language'?"]),
    (["check", "messy_hant.xlsx", "--language", "eng"], 2, ["Did you mean 'en'?"]),
    (["check", "messy_hant.xlsx", "--fail-on", "warn"], 2, ["Did you mean 'warning'?"]),
    (["check", "messy_hant.xlsx", "--group-by", "rules"], 2, ["Did you mean 'rule'?"]),
    (["check", "messy_hant.xlsx", "--format", "jsn"], 2, ["Did you mean 'json'?"]),
    (["check", "messy_hant.xlsx", "--as-of", "31/03/2026"], 2, ["order", "not clear", "write 2026-03-31"]),
    (["check", "messy_hant.xlsx", "--as-of", "3/4/2026"], 2, ["2026-03-04 or 2026-04-03"]),
    (["check", "messy_hant.xlsx", "--as-of", "2026/3/31"], 2, ["write 2026-03-31"]),
    (["check", "messy_hant.xlsx", "--as-of", "2026年3月31日"], 2, ["write 2026-03-31"]),
    (["check", "messy_hant.xlsx", "--as-of", "2026-02-30"], 2, ["no day 30 in month 2 of 2026"]),
    (["check", "messy_hant.xlsx", "--as-of", "2026-13-01"], 2, ["no month 13"]),
    (["check", "messy_hant.xlsx", "--as-of", "today"], 2, ["for example 2026-03-31"]),
    (["check", "messy_hant.xlsx", "--select", "GEM-006"], 2, ["did you mean ‘GEN-006’?"]),
    (["check", "messy_hant.xlsx", "--ignore", "XYZ"], 2, ["no rule begins so"]),
    (["check", "messy_hant.xlsx", "--owner", "nobody"], 2, ["no row of", "owners: "]),
    (["check", "messy_hant.xlsx", "--only-new", "README.md"], 2, ["--format json"]),
    (["check", "messy_hant.xlsx", "--show", "many"], 2, ["--show"]),
    (["check", "messy_hant.xlsx", "--limit", "cells"], 2, ["NAME=VALUE"]),
    (["check", "messy_hant.xlsx", "--playbook", "none.yaml"], 2, ["none.yaml", "cannot be read"]),
    (["cells", "messy_hant.xlsx", "--sheet", "客戶名丹"], 2, ["did you mean ‘客戶名單’?"]),
    (["set", "messy_hant.xlsx", "項日!A1=3", "-o", "x.xlsx"], 2, ["did you mean ‘項目’?"]),
    (["set", "messy_hant.xlsx", "A1=3", "-o", "x.xlsx"], 2, ["Sheet!CELL=VALUE"]),
    (["set", "messy_hant.xlsx", "項目!A0=3", "-o", "x.xlsx"], 2, ["‘A0’ is no cell"]),
    (["set", "messy_hant.xlsx", "項目!A1==SUM(B1", "-o", "x.xlsx"], 2, ["項目!A1", "character"]),
    (["set", "messy_hant.xlsx", "項目!A1=3"], 2, ["-o OUT or --in-place"]),
    (["fill", "messy_hant.xlsx"], 2, ["-o OUT or --in-place"]),
    (["fill", "messy_hant.xlsx", "--repair", "saef", "--dry-run"], 2, ["Did you mean 'safe'?"]),
    (["fill", "messy_hant.xlsx", "--columns", "headlines", "--dry-run"], 2, ["Did you mean 'headline'?"]),
    (["explain", "DEA-04"], 2, ["did you mean"]), (["explain", "商機.金鵝(元)"], 2, ["did you mean 商機.金額(元)?"]),
    (["explain", "STAL"], 2, ["did you mean STALL?"]), (["explain", "DEA-007", "--language", "de"], 2, ["zh-Hant"]),
    (["new", "team.xls"], 2, [".xlsx"]), (["new", "messy_hant.xlsx"], 2, ["is there already"]),
    (["inspect", "missing.xlsx"], 3, ["no such file"]), (["inspect", "golden"], 3, ["a directory, not a file"]),
    (["checks", "messy_hant.xlsx"], 2, ["did you mean ‘check’? Commands of dealbook:"]),
    (["repor", "messy_hant.xlsx"], 2, ["did you mean ‘report’?"]), (["nightly"], 2, ["'<DIR> ...'"]),
    (["nightly", "golde"], 3, ["no such folder or workbook"]),
    (["nightly", "golden", "--jobs", "0"], 2, ["--jobs 0: expected 1 or more", "dealbook nightly --help"]),
    (["nightly", "golden", "--trust-foud"], 2, ["Did you mean '--trust-found'?"]),
    (["history", "none.sqlite"], 3, ["no such history"]),
    (["history", "messy_hant.xlsx"], 3, ["not a database"]),
    (["adopt", "mesy_hant.xlsx"], 3, ["did you mean ‘messy_hant.xlsx’?"]),
    (["brief", "messy_hant.xlsx", "A999"], 2, ["no account with the id or the name “A999”"]),
    (["recalc", "messy_hant.xlsx"], 2, ["-o OUT or --in-place", "Usage: dealbook recalc"]),
    (["fill", "messy_hant.xlsx", "-o", "messy_hant.xlsx"], 2, ["is the workbook itself", "--in-place"]),
    (["fill", "messy_hant.xlsx", "-o", "/dev/null/x.xlsm"], 5, ["no folder ‘/dev/null’"]),
    (["fill", "messy_hant.xlsx", "-o", "out.xls"], 2, ["ends in .xlsx"]),
    (["fill", "messy_hant.xlsx", "-o", "a.xlsx", "--in-place"], 2, ["exclude each other", "dealbook fill --help"]),
    (["fill", "messy_hant.xlsx", "-o", "goldn/a.xlsx"], 5, ["no folder ‘goldn’", "did you mean ‘golden’?"]),
    (["fill", "messy_hant.xlsx", "--dryrun"], 2, ["Did you mean '--dry-run'?"]),
    (["new", "team"], 2, ["ends in .xlsx"]), (["new", "goldn/team.xlsx"], 5, ["did you mean ‘golden’?"]),
    (["new", "team.xlsx", "--profile", "smal"], 2, ["Did you mean 'small'?"]),
    (["new", "team.xlsx", "--currency", "dollar"], 2, ["three capital letters such as USD"]),
    (["explain", "amoutn"], 2, ["did you mean Amount?"]),
    (["playbook", "check", "none.yaml"], 2, ["cannot be read"]),
    (["playbook", "show", "--formt", "json"], 2, ["Did you mean '--format'?", "dealbook playbook show"]),
    (["check", "messy_hant.xlsx", "--playbook", "messy_hant.xlsx"], 2, ["a workbook, not a playbook"]),
    (["check", "messy_hant.xlsx", "--as-of", "20260331"], 2, ["write 2026-03-31"]),
    (
      ["check", "messy_hant.xlsx", "--limit", "file-sise=5"], 2, ["no limit ‘file-sise’", "did you mean ‘file-size’?"]
    ),
    (["check", "messy_hant.xlsx", "--limit", "file-size=many"], 2, ["a whole number", "found ‘many’"]),
    (["set", "messy_hant.xlsx", "項目!A1==NOSUCH(1)", "-o", "x.xlsx"], 2, ["there is no function NOSUCH"]),
    (["set", "messy_hant.xlsx", "項目!A1==沒有!B2", "-o", "x.xlsx"], 2, ["the sheet ‘沒有’, which is not there"]),
    (["set", "messy_hant.xlsx", "項目!A1=2026-02-30", "-o", "x.xlsx"], 2, ["no day 2026-02-30", "double quotes"]),
    (["set", "messy_hant.xlsx", "項目!ZZZZ1=1", "-o", "x.xlsx"], 2, ["‘ZZZZ1’ is no cell"]),
    (["cells", "messy_hant.xlsx", "--format", "xml"], 2, ["'text', 'jsonl' or 'csv'"]),
  ]

  @Test(arguments: mistakes.indices) func `ends as it should, with the reason and the nearest right word`(index: Int)
    throws
  {
    let mistake = Self.mistakes[index]
    let outcome = try Command.run(mistake.words)
    #expect(outcome.status == mistake.status, "\(mistake.words): \(outcome.messages)")
    for words in mistake.says { #expect(outcome.messages.contains(words), "\(mistake.words): \(outcome.messages)") }
  }
}
