// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet
import TestSupport
import Testing

@Suite struct `Printing an expression` {
  @Test(arguments: [FormulaNotation.excel, .template])
  func `what is printed parses to the same expression`(_ notation: FormulaNotation) throws {
    var generator = RandomExpression(random: SeededRandom(1), notation: notation)
    for _ in 0..<Sweep.rounds(5000) {
      let expression = generator.expression(depth: 5)
      let text = expression.description
      do {
        let read = try Expression(parsing: text, notation: notation)
        #expect(read == expression, "‘\(text)’")
      } catch {
        Issue.record("\(error)")
      }
    }
  }

  @Test(arguments: [
    ("((1+2))*(3)", "(1+2)*3"), ("1+(2*3)", "1+2*3"), ("(1+2)+3", "1+2+3"), ("1+(2+3)", "1+(2+3)"),
    ("(-2)^2", "-2^2"), ("-(2^2)", "-(2^2)"), ("2^(3^2)", "2^(3^2)"), ("(-2)%", "-2%"), ("-(2%)", "-(2%)"),
    ("(A1:B2) (C1)", "A1:B2 C1"), ("SUM((A1))", "SUM(A1)"), ("((A1,B1),C1)", "(A1,B1,C1)"),
    ("(A1,(B1,C1))", "(A1,(B1,C1))"), ("(1=2)=3", "1=2=3"), ("1=(2=3)", "1=(2=3)"),
  ])
  func `only parentheses that are needed are printed`(_ text: String, _ printed: String) throws {
    #expect(try Expression(parsing: text).description == printed)
  }

  @Test(arguments: [
    ("100000", "1E5"), ("0.1", "0.10"), ("1E+16", "10000000000000000"), ("999999999999999", "999999999999999"),
    ("1.5E-07", "0.00000015"), ("0.3333333333333333", "0.33333333333333331"),
  ])
  func `numbers are printed as short as they can be`(_ printed: String, _ text: String) throws {
    #expect(try Expression(parsing: text).description == printed)
  }

  @Test(arguments: [
    ("Plan", "Plan"), ("My plan", "'My plan'"), ("It's", "'It''s'"), ("A1", "'A1'"), ("R1C1", "'R1C1'"),
    ("rc", "'rc'"), ("2024", "'2024'"), ("商機", "'商機'"), ("True", "'True'"), ("Plan.2", "Plan.2"),
    ("SalesPlan1", "SalesPlan1"),
  ])
  func `a sheet’s name has quotes where any program needs them`(_ name: String, _ printed: String) {
    #expect(SheetQualifier(first: name).description == printed)
  }

  /// Formulas of every kind in the method.
  static let method = [
    #"IF({account_id}="","",ROUND(SUMIFS(dr_potential,dr_account_id,{account_id}),2))"#,
    #"IF({account_id}="","",IF(COUNTIFS(vi_account_id,{account_id},vi_date,"<="&AsOf)=0,"",SUMPRODUCT(MAX((vi_account_id={account_id})*(vi_date_n<=AsOf)*vi_date_n))))"#,
    #"IF({account_id}="","",IF({last_visit}="",0,ROUND(MAX(0,100*(1-{days_no_visit}/(2*DriftDays))),1)))"#,
    #"IF(OR({account_id}="",{lifecycle}=""),"",IFERROR(ROUND((WLife*INDEX(lc_score,MATCH({lifecycle},lc_label,0))+has_ct*WSup*N({support})+has_vi*WInt*N({interaction}))/(WLife+has_ct*WSup+has_vi*WInt),1),""))"#,
    #"IF(OR({rel_score}="",{gross_potential}=""),"",INDEX(mx_label,1+2*({gross_potential}<PotHigh)+({rel_score}<RelHigh)))"#,
    #"AND({account_id}<>"",COUNTIFS(pl_account_id,{account_id},pl_product_id,{product_id})-1>0)"#,
    #"N({done_date})>AsOf"#,
    #"COUNTIFS({^account_id},{account_id},{^date},{date})"#,
  ]

  @Test(arguments: method)
  func `a formula of the method prints back as it was`(_ text: String) throws {
    let template = try FormulaTemplate("=" + text)
    #expect(template.expression.description == text)
    #expect(FunctionCatalogue.problems(in: template.formula).isEmpty)
  }
}
