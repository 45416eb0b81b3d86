// SPDX-License-Identifier: Apache-2.0

/// The day from which a workbook counts its serial dates (ECMA-376 Part 1, 18.17.4.1; `date1904` of `workbookPr`).
public enum DateSystem: Hashable, Sendable {
  /// Serial 1 is 1 January 1900, and serial 60 is 29 February 1900, a day that never existed.
  case year1900
  /// Serial 0 is 1 January 1904.
  case year1904

  /// The serial numbers that Excel displays as dates, up to the end of the year 9999.
  var days: ClosedRange<Int> {
    switch self {
    case .year1900: return 0...2_958_465
    case .year1904: return 0...2_957_003
    }
  }
}
