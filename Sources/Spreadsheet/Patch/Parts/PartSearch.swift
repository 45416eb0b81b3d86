// SPDX-License-Identifier: Apache-2.0

internal import XML

extension OPCPackage {
  /// Whether the text of a part contains one of these patterns, in UTF-8, whatever the encoding of the part.
  func part(_ part: PartName, containsAny patterns: [[UInt8]]) throws(SpreadsheetError) -> Bool {
    let stored = try bytes(of: part)
    do throws(XMLError) {
      let text = try XMLEncoding.detect(stored).toUTF8(stored)
      return patterns.contains { ByteSearch.contains($0, in: text) }
    } catch {
      throw SpreadsheetError(error, in: part)
    }
  }
}
