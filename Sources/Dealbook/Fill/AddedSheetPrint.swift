// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

extension PrintDesign {
  /// A sheet with a header that a fill adds: landscape, one page wide, the header on every page.
  static func added(headerRow: Int) -> PrintDesign {
    var print = PrintDesign()
    print.isLandscape = true
    print.pagesWide = 1
    print.titleRows = headerRow...headerRow
    return print
  }

  /// The scale of lists in percent, and how many characters a page then has room for, with some to spare for other fonts.
  private static let listScale = 55
  private static let listPage = 205.0

  /// Lists side by side: landscape, and no list on two pages unless it is wider than one.
  ///
  /// - Parameters:
  ///   - lists: the first column of each list, and the width of its visible columns and the gap after them in characters.
  static func lists(_ lists: [(firstColumn: Int, width: Double)], headerRow: Int) -> PrintDesign {
    var print = PrintDesign()
    print.isLandscape = true
    print.titleRows = headerRow...headerRow
    print.scale = listScale
    var used = 0.0
    for list in lists where list.width > 0 {
      if used > 0, used + list.width > listPage {
        print.columnBreaks.append(list.firstColumn)
        used = 0
      }
      used += list.width
    }
    return print
  }
}
