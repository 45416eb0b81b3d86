import Spreadsheet

/// The other workbooks that formulas of a workbook refer to.
enum ExternalLinks {
  /// Addresses as the file states them; the name of the link's part where it states none.
  static func targets(of workbook: Workbook) -> [String] {
    workbook.externalLinks.compactMap { part in
      guard let part else { return nil }
      let relationships = try? workbook.package.relationships(of: part)
      let address = relationships?.all.first { $0.part == nil }?.target
      return address ?? part.description
    }
  }
}
