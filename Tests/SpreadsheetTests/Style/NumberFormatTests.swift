// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing

@Suite struct `Number formats` {
  @Test(arguments: [
    "yyyy-mm-dd", "m/d/yy h:mm", "mmm-yy", "h:mm AM/PM", "mm:ss.0", "[$-409]d-mmm-yyyy;@",
    "[$-F800]dddd\\, mmmm dd\\, yyyy",
    "[$-404]e/m/d", "[$-404]e", "yyyy\"年\"m\"月\"d\"日\"", "[Red]yyyy/mm/dd", "[DBNum1][$-804]m\"月\"", "上午/下午h\"时\"",
    "YYYY-MM-DD",
    "d", "ss", "[=0]\"\";yyyy-mm-dd", "[<100]0;[<1000]0.0;yyyy", "\"Q\"yyyy", "ggge\"年\"", "\\d d",
  ])
  func `that show a day or a time are dates`(_ code: String) { #expect(NumberFormat(code: code).kind == .date) }

  @Test(arguments: ["aaaa", "[$-804]aaa;@", "yyyy/m/d aaa"])
  func `that show the day of the week as in East Asia are dates`(_ code: String) {
    #expect(NumberFormat(code: code).kind == .date)
  }

  @Test func `with sections go by the one that applies to the number`() {
    let hidesZero = NumberFormat(code: "m/d/yyyy;;")
    #expect(hidesZero.kind(of: 46_112) == .date && hidesZero.kind(of: 0) == .number)
    let short = NumberFormat(code: "[<4.16]0.00;yyyy/m/d")
    #expect(short.kind(of: 3) == .number && short.kind(of: 46_112) == .date && short.isDate)
    let long = NumberFormat(code: "[<4.16][h]:mm;0")
    #expect(long.kind(of: 3) == .elapsedTime && long.kind(of: 9) == .number)
  }

  @Test(
    arguments: [
      ("\"NT$\"#,##0", "NT$"), ("[$€-407]#,##0.00", "€"), ("[$-404]0", nil), ("#,##0", nil), ("#,##0\"元\"", "元"),
    ] as [(String, String?)])
  func `tell the currency that they write`(_ code: String, _ mark: String?) {
    #expect(NumberFormat(code: code).currencyMark == mark)
  }

  @Test(arguments: ["[h]:mm", "[hh]:mm:ss", "[mm]:ss", "[ss].00", "[H]:MM", "[m]"])
  func `that count beyond a day are elapsed times`(_ code: String) {
    #expect(NumberFormat(code: code).kind == .elapsedTime)
    #expect(NumberFormat(code: code).isDate)
  }

  @Test(arguments: [
    "General", "GENERAL", "0", "#,##0.00", "0%", "0.00E+00", "##0.0e-0", "@", "", "\"days\"0", "0 \"months\"", "0\\d",
    "0_d", "*d0", "[Red]0",
    "[magenta]0", "[$-404]0", "0E0", "[$USD] #,##0", "#,##0;[Red]-#,##0", "0;yyyy-mm-dd", "[>=1000000]0.0,,\"M\";0",
    "General\"元\"",
    "# ?/?", "[DBNum2]General", "\"unfinished yyyy", "[yyyy", "0.00\\",
  ])
  func `that show a number are none`(_ code: String) { #expect(!NumberFormat(code: code).isDate) }
}

@Suite struct `Styles of cells` {
  private func format(_ styles: String?, _ index: Int) throws -> NumberFormat {
    var builder = WorkbookBuilder(rows: "")
    builder.styles = styles
    return try Workbook(builder.bytes()).styles.numberFormat(at: index)
  }

  @Test func `a missing styles part makes every cell General`() throws {
    #expect(try format(nil, 0) == .general)
    #expect(try format(nil, 5) == .general)
  }

  @Test func `the style index leads through cellXfs to the code`() throws {
    let styles = """
      <numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;"/><numFmt numFmtId="2" formatCode="0.000"/></numFmts>\
      <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>\
      <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="2"/><xf numFmtId="999"/><xf/></cellXfs>
      """
    let codes = try (0...6).map { try format(styles, $0).code }
    #expect(codes == ["General", "yyyy\"年\"", "mm-dd-yy", "0.000", "General", "General", "General"])
  }

  @Test func `built-in dates are dates, those of Chinese, Japanese and Korean too`() throws {
    let ids = Array(0...58)
    let styles = "<cellXfs>\(ids.map { "<xf numFmtId='\($0)'/>" }.joined())</cellXfs>"
    let dates = try ids.filter { try format(styles, $0).isDate }
    #expect(dates == Array(14...22) + Array(27...36) + Array(45...47) + Array(50...58))
  }
}
