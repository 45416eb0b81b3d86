// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@testable import DealbookCommand

@Suite struct `A mistake on the command line` {
  /// A command line, its exit code and its message.
  static let mistakes: [(words: [String], status: Int32, says: [String])] = [
    (["chekc", "messy_hant.xlsx"], 2, ["no command ‘chekc’", "did you mean ‘check’?"]),
    (["check", "messy_hant.xlsx", "--period", "2026Q3"], 2, ["did you mean ‘2026-Q3’?"]),
    (["check", "messy_hant.xlsx", "--period", "Q3 2026"], 2, ["did you mean ‘2026-Q3’?"]),
    (["check", "messy_hant.xlsx", "--period", "2026/9"], 2, ["did you mean ‘2026-09’?"]),
    (["check", "messy_hant.xlsx", "--only-new", "nothere.json"], 3, ["nothere.json"]),
    (["messy_hant.xlsx"], 2, ["to check a workbook: dealbook check messy_hant.xlsx"]),
    (["playbook", "chek", "a.yaml"], 2, ["no command ‘chek’", "did you mean ‘check’?"]),
    (["check"], 2, ["Missing expected argument"]),
    (["check", "mesy_hant.xlsx"], 3, ["no such file", "did you mean ‘messy_hant.xlsx’?"]),
    (["check", "messy_hant"], 3, ["did you mean ‘messy_hant.xlsx’?"]),
    (["check", "golden/golden_han.xlsx"], 3, ["did you mean ‘golden/golden_hant.xlsx’?"]),
    (["check", "."], 3, ["a directory"]), (["check", "README.md"], 3, ["not an .xlsx workbook"]),
    (["check", "messy_hant.xlsx", "--langage", "en"], 2, ["Did you mean '--language'?"]),
    (["check", "messy_hant.xlsx", "--language", "eng"], 2, ["Did you mean 'en'?"]),
    (["check", "messy_hant.xlsx", "--language", "zh_Hant_TW"], 2, ["Did you mean 'zh-Hant'?"]),
    (
      ["set", "messy_hant.xlsx", "草稿!B2==SUMM(1)", "-o", "x.xlsx", "--language", "en"], 2,
      ["did you mean SUM? Nothing was written"]
    ),
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
    (["check", "messy_hant.xlsx", "--select", "GEM-006"], 2, ["是不是「GEN-006」？"]),
    (["check", "messy_hant.xlsx", "--select", "GEN7"], 2, ["是不是「GEN-007」？"]),
    (["report", "messy_hant.xlsx", "--sheet", "funnel"], 2, ["expected one of R1", "did you mean ‘R1’?"]),
    (["report", "messy_hant.xlsx", "--html", "out.html"], 2, ["out.html", "--html > out.html"]),
    (["set", "messy_hant.xlsx", "草稿!XFE2=3", "-o", "x.xlsx", "--language", "en"], 2, ["ends at XFD1048576"]),
    (["check", "messy_hant.xlsx", "--ignore", "XYZ"], 2, ["沒有這樣開頭的規則"]),
    (["check", "messy_hant.xlsx", "--owner", "nobody"], 2, ["裡沒有「nobody」的列", "現有："]),
    (["check", "messy_hant.xlsx", "--only-new", "README.md"], 2, ["--format json"]),
    (["check", "messy_hant.xlsx", "--show", "many"], 2, ["--show"]),
    (["check", "messy_hant.xlsx", "--limit", "cells"], 2, ["NAME=VALUE"]),
    (["check", "messy_hant.xlsx", "--playbook", "none.yaml"], 2, ["none.yaml", "cannot be read"]),
    (["cells", "messy_hant.xlsx", "--sheet", "客戶名丹"], 2, ["是不是「客戶名單」？"]),
    (["set", "messy_hant.xlsx", "項日!A1=3", "-o", "x.xlsx"], 2, ["是不是「項目」？"]),
    (["set", "messy_hant.xlsx", "A1=3", "-o", "x.xlsx"], 2, ["Sheet!CELL=VALUE"]),
    (["set", "messy_hant.xlsx", "項目!A0=3", "-o", "x.xlsx"], 2, ["‘A0’ is not a cell"]),
    (["set", "messy_hant.xlsx", "項目!A1==SUM(B1", "-o", "x.xlsx"], 2, ["項目!A1", "個字元"]),
    (["set", "messy_hant.xlsx", "項目!A1=3"], 2, ["-o OUT or --in-place"]),
    (["fill", "messy_hant.xlsx"], 2, ["-o OUT or --in-place"]),
    (["fill", "messy_hant.xlsx", "--repair", "saef", "--dry-run"], 2, ["Did you mean 'safe'?"]),
    (["fill", "messy_hant.xlsx", "--columns", "headlines", "--dry-run"], 2, ["Did you mean 'headline'?"]),
    (["explain", "DEA-04"], 2, ["did you mean"]), (["explain", "商機.金鵝(元)"], 2, ["did you mean ‘商機.金額(元)’?"]),
    (["explain", "STAL"], 2, ["did you mean ‘STALL’?"]), (["explain", "DEA-007", "--language", "de"], 2, ["zh-Hant"]),
    (["new", "team.xls"], 2, [".xlsx"]), (["new", "messy_hant.xlsx"], 2, ["already exists"]),
    (["inspect", "missing.xlsx"], 3, ["no such file"]), (["inspect", "golden"], 3, ["a directory, not a file"]),
    (["checks", "messy_hant.xlsx"], 2, ["did you mean ‘check’? Commands of dealbook:"]),
    (["repor", "messy_hant.xlsx"], 2, ["did you mean ‘report’?"]), (["nightly"], 2, ["'<DIR> ...'"]),
    (["nightly", "golde"], 3, ["no such folder or workbook"]),
    (["nightly", "golden", "--jobs", "0"], 2, ["--jobs 0: expected 1 or more", "dealbook nightly --help"]),
    (["nightly", "golden", "--trust-foud"], 2, ["Did you mean '--trust-found'?"]),
    (["history", "none.sqlite"], 3, ["no such history"]),
    (["history", "messy_hant.xlsx"], 3, ["not a database"]),
    (["adopt", "mesy_hant.xlsx"], 3, ["did you mean ‘messy_hant.xlsx’?"]),
    (["brief", "messy_hant.xlsx", "A999"], 2, ["沒有編號或名稱是「A999」的客戶"]),
    (["recalc", "messy_hant.xlsx"], 2, ["-o OUT or --in-place", "Usage: dealbook recalc"]),
    (["fill", "messy_hant.xlsx", "-o", "messy_hant.xlsx"], 2, ["is the workbook itself", "--in-place"]),
    (["fill", "messy_hant.xlsx", "-o", "/dev/null/x.xlsm"], 5, ["no folder ‘/dev/null’"]),
    (["fill", "messy_hant.xlsx", "-o", "out.xls"], 2, ["ends in .xlsx"]),
    (
      ["fill", "messy_hant.xlsx", "-o", "a.xlsx", "--in-place"], 2, ["cannot be used together", "dealbook fill --help"]
    ),
    (["fill", "messy_hant.xlsx", "-o", "goldn/a.xlsx"], 5, ["no folder ‘goldn’", "did you mean ‘golden’?"]),
    (["fill", "messy_hant.xlsx", "--dryrun"], 2, ["Did you mean '--dry-run'?"]),
    (["new", "team"], 2, ["ends in .xlsx"]), (["new", "goldn/team.xlsx"], 5, ["did you mean ‘golden’?"]),
    (["new", "team.xlsx", "--profile", "smal"], 2, ["Did you mean 'small'?"]),
    (["new", "team.xlsx", "--currency", "dollar"], 2, ["three capital letters such as USD"]),
    (["explain", "amoutn"], 2, ["did you mean ‘amount’?"]),
    (["playbook", "check", "none.yaml"], 2, ["cannot be read"]),
    (["playbook", "show", "--formt", "json"], 2, ["Did you mean '--format'?", "dealbook playbook show"]),
    (["check", "messy_hant.xlsx", "--playbook", "messy_hant.xlsx"], 2, ["a workbook, not a playbook"]),
    (["check", "messy_hant.xlsx", "--as-of", "20260331"], 2, ["write 2026-03-31"]),
    (
      ["check", "messy_hant.xlsx", "--limit", "file-sise=5"], 2, ["no limit ‘file-sise’", "did you mean ‘file-size’?"]
    ),
    (["check", "messy_hant.xlsx", "--limit", "file-size=many"], 2, ["a whole number", "found ‘many’"]),
    (["set", "messy_hant.xlsx", "項目!A1==NOSUCH(1)", "-o", "x.xlsx"], 2, ["沒有函數 NOSUCH"]),
    (["set", "messy_hant.xlsx", "項目!A1==沒有!B2", "-o", "x.xlsx"], 2, ["工作表「沒有」不存在"]),
    (["set", "messy_hant.xlsx", "項目!A1=2026-02-30", "-o", "x.xlsx"], 2, ["no day 2026-02-30", "double quotes"]),
    (["set", "messy_hant.xlsx", "項目!ZZZZ1=1", "-o", "x.xlsx"], 2, ["‘ZZZZ1’ is not a cell"]),
    (["cells", "messy_hant.xlsx", "--format", "xml"], 2, ["'text', 'jsonl' or 'csv'"]),
    // Arguments that are missing or too many.
    (["fill"], 2, ["'<FILE>'", "dealbook fill --help"]),
    (["fill", "messy_hant.xlsx", "messy_en.xlsx", "--dry-run"], 2, ["Unexpected argument 'messy_en.xlsx'"]),
    (["set", "messy_hant.xlsx", "-o", "x.xlsx"], 2, ["Cells and their new contents"]),
    (["update", "messy_hant.xlsx", "-o", "x.xlsx"], 2, ["'<EXPORT>'"]),
    (["update", "messy_hant.xlsx", "pipeline/export.csv"], 2, ["-o OUT or --in-place"]),
    (["diff", "messy_hant.xlsx"], 2, ["The later workbook"]),
    (["merge", "messy_hant.xlsx", "messy_en.xlsx"], 2, ["BASE, OURS and one or more THEIRS"]),
    (["merge", "messy_hant.xlsx", "messy_en.xlsx", "--resolve", "-o", "x.xlsx"], 2, ["--resolve takes one workbook"]),
    (["split", "messy_hant.xlsx"], 2, ["The folder for the copies"]),
    (["gather", "messy_hant.xlsx"], 2, ["Copies that came back"]),
    (["brief", "messy_hant.xlsx"], 2, ["'<ACCOUNT>'"]), (["explain"], 2, ["A rule, a column, a setting"]),
    (["playbook"], 2, ["dealbook playbook <subcommand>", "init"]), (["adopt"], 2, ["'<FILE> ...'"]),
    (["history"], 2, ["'<FILE>'"]), (["nightly", "join"], 2, ["'<PART> ...'"]),
    (["check", "messy_hant.xlsx", "--select"], 2, ["Missing value for '--select <RULES>'"]),
    // Commands and options.
    (["help", "chek"], 2, ["no command ‘chek’", "did you mean ‘check’?"]),
    (["--vesion"], 2, ["Did you mean '--version'?"]),
    (["playbook", "diff"], 2, ["no command ‘diff’", "show, check, init"]),
    (
      ["fill", "messy_hant.xlsx", "--sheet", "項目", "--dry-run"], 2,
      ["dealbook fill has no such option; these commands do:", "cells"]
    ),
    (
      ["inspect", "messy_hant.xlsx", "--select", "GEN"], 2,
      ["dealbook inspect has no such option; these commands do: check"]
    ),
    (["report", "messy_hant.xlsx", "-o", "out.html"], 2, ["writes to standard output"]),
    (["report", "messy_hant.xlsx", "--markdwn"], 2, ["Did you mean '--markdown'?"]),
    (["advise", "messy_hant.xlsx", "--targets"], 2, ["dealbook advise has no such option; these commands do: whatif"]),
    (["nightly", "golden", "--share", "1/2"], 2, ["Did you mean '--shard'?"]),
    (["check", "messy_hant.xlsx", "--colour"], 2, ["Unknown option '--colour'"]),
    (["new", "-o", "team.xlsx"], 2, ["dealbook new FILE"]),
    (["new", "team.xlsx", "--lang", "en"], 2, ["Did you mean '--language'?"]),
    // Values of options.
    (["fill", "messy_hant.xlsx", "--wait-lock", "-5", "-o", "x.xlsx"], 2, ["expected 0 to 86400 seconds"]),
    (["fill", "messy_hant.xlsx", "--wait-lock", "soon", "-o", "x.xlsx"], 2, ["a whole number, for example 10"]),
    (["check", "messy_hant.xlsx", "--show", "-1"], 2, ["expected all, or a whole number"]),
    (["nightly", "golden", "--jobs", "two"], 2, ["a whole number, for example 10"]),
    (["nightly", "golden", "--settle", "-1"], 2, ["--settle -1: expected 0 or more"]),
    (["nightly", "golden", "--keep", "-3", "--history", "h.sqlite"], 2, ["--keep -3: expected"]),
    (["advise", "full_en.xlsx", "--most", "-1"], 2, ["--most -1: expected"]),
    (["advise", "full_en.xlsx", "--bound", "-1"], 2, ["--bound -1: expected"]),
    (["advise", "full_en.xlsx", "--reach", "-0.5"], 2, ["-0.5", "expected"]),
    (["fill", "messy_hant.xlsx", "--repair", "safe,all", "--dry-run"], 2, ["Did you mean 'safe'?"]),
    (["check", "messy_hant.xlsx", "--profile", "ful"], 2, ["Did you mean 'full'?"]),
    (["diff", "messy_hant.xlsx", "messy_en.xlsx", "--format", "htm"], 2, ["Did you mean 'html'?"]),
    (["merge", "core_hant.xlsx", "core_hant.xlsx", "core_hant.xlsx", "--prefer", "our"], 2, ["Did you mean 'ours'?"]),
    (["split", "messy_hant.xlsx", "--by", "region", "-o", "out"], 2, ["Please provide one of 'owner'"]),
    (["report", "messy_hant.xlsx", "--sheet", "R99"], 2, ["--sheet R99: expected one of R1, R2"]),
    (["set", "messy_hant.xlsx", "草稿!B2=1", "--as-of", "tomorrow", "-o", "x.xlsx"], 2, ["for example 2026-03-31"]),
    (["recalc", "messy_hant.xlsx", "--as-of", "31.3.2026", "-o", "x.xlsx"], 2, ["not clear; write 2026-03-31"]),
    (["new", "team.xlsx", "--as-of", "2026"], 2, ["expected a day as YYYY-MM-DD"]),
    (["advise", "full_en.xlsx", "--owner", "Nobody"], 2, ["no owner ‘Nobody’; there are: "]),
    // Options that contradict each other.
    (["report", "messy_hant.xlsx", "--html", "--json"], 2, ["--html and --json cannot be used together"]),
    (
      ["fill", "messy_hant.xlsx", "--values", "--formulas", "shared", "--dry-run"], 2,
      ["--values and --formulas cannot be used together"]
    ),
    (
      ["fill", "messy_hant.xlsx", "--remove", "--repair", "safe", "--dry-run"], 2,
      ["--remove and --repair cannot be used together"]
    ),
    (
      ["check", "messy_hant.xlsx", "messy_en.xlsx", "--against", "core_hant.xlsx"], 2,
      ["--against goes with one workbook"]
    ),
    // Files, and where results go.
    (["check", "messy_hant.xlsx", "--against", "core_han.xlsx"], 3, ["did you mean ‘core_hant.xlsx’?"]),
    (["update", "messy_hant.xlsx", "pipeline/exprt.csv", "-o", "x.xlsx"], 3, ["did you mean ‘pipeline/export.csv’?"]),
    (["playbook", "init", "--from", "messy_hant.xls"], 3, ["did you mean ‘messy_hant.xlsx’?"]),
    (["fill", "messy_hant.xlsx", "-o", "out"], 2, ["ends in .xlsx, for example out.xlsx"]),
    (["fill", "messy_hant.xlsx", "-o", "out.csv"], 2, ["ends in .xlsx"]),
    (["fill", "messy_hant.xlsx", "-o", "golden.xlsx/x.xlsx"], 5, ["no folder ‘golden.xlsx’"]),
    (
      ["fill", "pipeline/export.csv", "--in-place"], 3,
      ["plain text or CSV", "dealbook fill pipeline/export.csv -o export.xlsx"]
    ),
    (["set", "pipeline/export.csv", "export!B2=1", "-o", "x.xlsx"], 3, ["-o export.xlsx"]),
    (["adopt", "messy_hant.xlsx", "--yes", "-o", "messy_hant.xlsx"], 2, ["is the workbook itself", ".yaml"]),
    (["adopt", "pipeline/export.csv", "--yes", "-o", "goldn/dealbook.yaml"], 5, ["did you mean ‘golden’?"]),
    (
      ["split", "messy_hant.xlsx", "--by", "owner", "-o", "messy_en.xlsx"], 5,
      ["messy_en.xlsx is a file, but a folder is expected"]
    ),
    (["nightly", "golden", "--history", "goldn/h.sqlite"], 5, ["no folder ‘goldn’", "did you mean ‘golden’?"]),
    (["nightly", "golden", "--json", "goldn/night.json"], 5, ["no folder ‘goldn’", "did you mean ‘golden’?"]),
    (["nightly", "join", "a.part", "--history", "goldn/h.sqlite"], 5, ["no folder ‘goldn’"]),
    (["nightly", "join", "a.part", "--history", "h.sqlite", "--markdown", "goldn/d.md"], 5, ["no folder ‘goldn’"]),
    (["nightly", "golden", "--html", "README.md"], 5, ["README.md is a file, but a folder is expected"]),
    (["new", "team.csv"], 2, [".xlsx"]), (["playbook", "check", "messy_hant.xlsx"], 2, ["a workbook, not a playbook"]),
    (["whatif", "full_en.xlsx", "--scenario", "none.yaml"], 2, ["none.yaml"]),
    (["whatif", "full_en.xlsx", "--history", "none.sqlite"], 3, ["none.sqlite: no such history"]),
    (["merge", "core_hant.xlsx", "core_hant.xlsx", "messy_hant.xlsx"], 3, ["的來源", "--trust-base"]),
    (
      ["gather", "messy_hant.xlsx", "messy_en.xlsx", "-o", "x.xlsx", "--language", "en"], 3,
      ["has no mark of dealbook split"]
    ),
    // Cells, columns, rows and what is put into them.
    (["set", "messy_hant.xlsx", "草稿.B2=3", "-o", "x.xlsx"], 2, ["did you mean ‘草稿!B2=3’?"]),
    (["set", "messy_hant.xlsx", "草稿!B2:B4=3", "-o", "x.xlsx"], 2, ["‘B2:B4’ is not a cell"]),
    (["set", "messy_hant.xlsx", "草稿!B2=31/03/2026", "-o", "x.xlsx"], 2, ["would become text: write 2026-03-31"]),
    (["set", "messy_hant.xlsx", "草稿!B2=3/4/2026", "-o", "x.xlsx"], 2, ["2026-03-04 or 2026-04-03"]),
    (["set", "messy_hant.xlsx", "草稿!B2=1,5", "-o", "x.xlsx"], 2, ["write 1.5", "double quotes"]),
    (["set", "messy_hant.xlsx", "草稿!B2=1,234", "-o", "x.xlsx"], 2, ["write 1234 or 1.234"]),
    (["set", "messy_hant.xlsx", "草稿!B2=0,500", "-o", "x.xlsx"], 2, ["write 0.5,", "double quotes"]),
    (["set", "messy_hant.xlsx", "草稿!B2=2026-3-5", "-o", "x.xlsx"], 2, ["would become text: write 2026-03-05"]),
    (["set", "messy_hant.xlsx", "草稿!B2==B2+1", "-o", "x.xlsx"], 2, ["草稿!B2", "循環參照"]),
    (
      ["set", "messy_hant.xlsx", "草稿!B2=150.000", "-o", "x.xlsx"], 2, ["150.000 can be read as 150000 or as 150: write"]
    ),
    (["set", "messy_hant.xlsx", "草稿!B2=-12.500", "-o", "x.xlsx"], 2, ["as -12500 or as -12.5: write one of them"]),
    (["set", "messy_hant.xlsx", "草稿!B2=1.234,56", "-o", "x.xlsx"], 2, ["would become text: write 1234.56,"]),
    (["set", "messy_hant.xlsx", "草稿!B2=50%", "-o", "x.xlsx"], 2, ["write 0.5,"]),
    (["set", "messy_hant.xlsx", "草稿!B2=$5", "-o", "x.xlsx"], 2, ["write 5,"]),
    (["set", "messy_hant.xlsx", "草稿!B2=5€", "-o", "x.xlsx"], 2, ["write 5,"]),
    (["set", "messy_hant.xlsx", "草稿!B2=12萬", "-o", "x.xlsx"], 2, ["write 120000,"]),
    (["set", "messy_hant.xlsx", "草稿!B2=１２３", "-o", "x.xlsx"], 2, ["write 123,"]),
    (["set", "messy_hant.xlsx", "草稿!B2=1 234", "-o", "x.xlsx"], 2, ["write 1234,"]),
    (["set", "messy_hant.xlsx", "草稿!B2=(5)", "-o", "x.xlsx"], 2, ["write -5,"]),
    (["set", "messy_hant.xlsx", "草稿!B2=12:30", "-o", "x.xlsx"], 2, ["write =TIME(12,30,0),"]),
    (["set", "messy_hant.xlsx", "草稿!B2==SUMM(A1,A2)", "-o", "x.xlsx"], 2, ["是不是「SUM」？"]),
    (["set", "messy_hant.xlsx", "草稿!B2==SUM(A1;A2)", "-o", "x.xlsx"], 2, ["第 8 個字元", "卻是「;」"]),
    (["set", "messy_hant.xlsx", "草稿!B2==IF(A1)", "-o", "x.xlsx"], 2, ["IF 須有 2 或 3 個引數，不是 1 個"]),
    (["set", "messy_hant.xlsx", "草稿!B2==A1+", "-o", "x.xlsx"], 2, ["第 5 個字元", "卻是結尾"]),
    (["set", "messy_hant.xlsx", "草稿!A1==SEQUENCE(1,2)", "-o", "x.xlsx"], 2, ["需要 A1:B1", "B1 已有內容"]),
    (["set", "messy_hant.xlsx", "草稿!B2==SUM（A1）", "-o", "x.xlsx"], 2, ["「（」是全形", "「(」"]),
    (["brief", "messy_hant.xlsx", "海力光電"], 2, ["是不是「海立光電」？"]),
    (["whatif", "messy_hant.xlsx", "--change", "D-02"], 2, ["應寫成 表.列.欄=值"]),
    (["whatif", "messy_hant.xlsx", "--change", "deals.D-02.stge=談判簽約"], 2, ["是不是「stage」？"]),
    (["whatif", "messy_hant.xlsx", "--change", "deals.D-02.stage=談判簽"], 2, ["是不是「談判簽約」？"]),
    (["whatif", "messy_hant.xlsx"], 2, ["expected a --change"]),
    (["explain", "WBK"], 2, ["rules that begin with it: WBK-001"]),
    (["explain", "NOGUID"], 2, ["did you mean ‘NOGUIDE’?"]),
    (["explain", "Deals.Amnt"], 2, ["did you mean ‘Deals.Amount’?"]),
  ]

  @Test(arguments: mistakes.indices) func `ends as it should, with the reason and the nearest right word`(index: Int)
    throws
  {
    let mistake = Self.mistakes[index]
    let outcome = try Command.run(mistake.words)
    #expect(outcome.status == mistake.status, "\(mistake.words): \(outcome.messages)")
    let file = OwnWorkbooks.folder.appending(path: "x.xlsx").path
    #expect(!FileManager.default.fileExists(atPath: file), "\(mistake.words) wrote a file")
    for words in mistake.says { #expect(outcome.messages.contains(words), "\(mistake.words): \(outcome.messages)") }
  }
}
