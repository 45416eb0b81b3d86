// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// The other workbooks that a workbook's formulas refer to.
enum ExternalLinks {
  /// The addresses as the file states them, or the name of the link's part if the file states none.
  static func targets(of workbook: Workbook) -> [String] {
    workbook.externalLinks.compactMap { part in
      guard let part else { return nil }
      let relationships = try? workbook.package.relationships(of: part)
      let address = relationships?.all.first { $0.part == nil }?.target
      return address ?? part.description
    }
  }
}
