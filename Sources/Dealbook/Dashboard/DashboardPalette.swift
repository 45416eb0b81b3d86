// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// The look of a dashboard: navy, two tints of it, greys, and one orange reserved for warnings. Printed in grey, the colours differ in
/// lightness, and colour alone never carries meaning.
struct DashboardPalette {
  static let navy = "1F3A5F"
  static let blue = "5B8DBE"
  static let pale = "C5D8EA"
  static let lightest = "E7EDF4"
  static let orange = "C55A11"
  static let ink = "404040"
  static let grey = "8C8C8C"
  /// Between blue and pale in grey.
  static let silver = "ABABAB"
  static let quiet = "6B6B6B"
  static let rule = "D9D9D9"
  static let wash = "F3F4F6"
  static let white = "FFFFFF"

  let language: Language

  /// A font that Windows and WPS have for the language.
  var font: String {
    switch language {
    case .traditionalChinese: "Microsoft JhengHei"
    case .simplifiedChinese: "Microsoft YaHei"
    case .english: "Calibri"
    }
  }

  var chartLanguage: String {
    switch language {
    case .traditionalChinese: "zh-TW"
    case .simplifiedChinese: "zh-CN"
    case .english: "en-US"
    }
  }

  /// Money in 萬 and 億, or in k and M: a format has room for two units only, and the smaller ones must not lose theirs. A comma in a
  /// format divides by a thousand, so for 萬 the decimal point is a literal.
  var money: String {
    switch language {
    case .traditionalChinese: #"[>=100000000]0\.00,,"億";[>=10000]0\.0,"萬";0"#
    case .simplifiedChinese: #"[>=100000000]0\.00,,"亿";[>=10000]0\.0,"万";0"#
    case .english: #"[>=1000000]#,##0.0#,,"M";[>=1000]0,"k";0"#
    }
  }

  /// The same format, showing nothing for 0.
  var moneyOrNothing: String { money.prefix { $0 != ";" } + money.drop { $0 != ";" }.dropLast(2) + ";;" }

  /// The same format after a sign.
  func signed(_ sign: String) -> String {
    moneyOrNothing.split(separator: "]", omittingEmptySubsequences: false).joined(separator: "]\"\(sign)\"")
  }

  /// A formula that writes money as text: `ROUND(x/10000,1)&"萬"`. A sum or a difference has to be in parentheses.
  func words(_ x: String) -> String {
    switch language {
    case .traditionalChinese, .simplifiedChinese:
      let (largest, large, small) = language == .traditionalChinese ? ("兆", "億", "萬") : ("万亿", "亿", "万")
      return "IF(ABS(\(x))>=1E+12,ROUND(\(x)/1E+12,2)&\"\(largest)\","
        + "IF(ABS(\(x))>=100000000,ROUND(\(x)/100000000,2)&\"\(large)\","
        + "IF(ABS(\(x))>=10000,ROUND(\(x)/10000,1)&\"\(small)\",ROUND(\(x),0)&\"\")))"
    case .english:
      return
        "IF(ABS(\(x))>=1E+9,ROUND(\(x)/1E+9,2)&\"B\",IF(ABS(\(x))>=1000000,ROUND(\(x)/1000000,2)&\"M\","
        + "IF(ABS(\(x))>=1000,ROUND(\(x)/1000,0)&\"k\",ROUND(\(x),0)&\"\")))"
    }
  }

  static func percent(_ x: String) -> String { "ROUND(100*(\(x)),0)&\"%\"" }

  /// A share as a number format: one that rounds to nothing is not 0.
  static let chance = #"[=0]0%;[<0.005]"<1%";0%"#

  /// A formula for a text that fits in so many Latin letters, or half as many Chinese ones: what is longer ends in `…`.
  func short(_ x: String, letters: Int) -> String {
    let most = language == .english ? letters : (letters + 1) / 2
    return "IF(LEN(\(x))>\(most),LEFT(\(x),\(most - 1))&\"…\",\(x))"
  }

  // MARK: Charts

  func axis(_ format: String = "General", grid: Bool = false) -> ChartAxis {
    ChartAxis().with {
      $0.numberFormat = format
      if grid { $0.gridlines = ChartLine(Self.rule, width: 0.5) }
    }
  }

  var categories: ChartAxis { ChartAxis().with { $0.line = ChartLine(Self.grey) } }
  var hiddenAxis: ChartAxis {
    ChartAxis().with {
      $0.isShown = false
      $0.minimum = 0
    }
  }

  func chart(_ chart: ChartDesign) -> ChartDesign {
    var chart = chart
    chart.fontName = font
    chart.language = chartLanguage
    chart.textColor = Self.ink
    return chart
  }

  // MARK: Cells

  var text: CellLook {
    CellLook().with {
      $0.textColor = Self.ink
      $0.vertical = .center
      $0.fontSize = 9
    }
  }
}
