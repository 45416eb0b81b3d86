// SPDX-License-Identifier: Apache-2.0

extension PlaybookDecoder {
  /// A single text or a list of texts.
  mutating func headerTexts(_ node: YAMLNode, _ what: @autoclosure () -> String) -> [String] {
    if let text = node.text, !node.isNull { return [text] }
    return texts(node, what())
  }

  /// `7`, `4..5`, or a list of both.
  mutating func rows(_ node: YAMLNode, _ what: @autoclosure () -> String) -> [ClosedRange<Int>] {
    let nodes = node.items ?? (node.isNull ? [] : [node])
    return nodes.compactMap { node in
      guard let text = node.text else {
        report(.wrongType, node.place, "expected a number or a range of rows for \(what()), found \(node.found)")
        return nil
      }
      let parts = text.split(separator: ".", omittingEmptySubsequences: true).map { Int($0) }
      let isRange = text.contains("..")
      guard let first = parts.first ?? nil, let last = parts.last ?? nil, parts.count == (isRange ? 2 : 1), first > 0,
        last >= first, last <= 1_048_576
      else {
        report(.badRange, node.place, "\(node.found) is not a row number; write ‘7’ or ‘4..5’ for \(what())")
        return nil
      }
      return first...last
    }
  }

  /// How the numbers and texts of a column are to be read.
  mutating func convention(_ field: YAMLPair, of convention: inout ColumnConvention, owner: String) {
    switch field.key {
    case "percent": convention.percentScale = word(field.value, "a scale of percentages")
    case "dates": convention.dateOrder = word(field.value, "an order of dates")
    case "decimals": convention.decimalMark = word(field.value, "a decimal mark")
    case "currency":
      guard let text = text(field.value, "a currency") else { return }
      guard let currency = Currency.named(text.lowercased()) else {
        return report(
          .unknownWord, field.value.place, "‘\(text)’ is not a known currency; write a code such as USD")
      }
      convention.currency = currency
    default:
      guard let text = text(field.value, "a unit of money") else { return }
      let unit =
        PlainScalar.number(text) ?? HeaderNormalizer.moneyScale(ofUnit: TextFolding.folded(text)) ?? Self.unit(text)
      guard let unit, unit > 0 else {
        return report(
          .unknownWord, field.value.place,
          "‘\(text)’ is not a unit of money; write 萬, 千, 億, k, M, or a number such as 10000")
      }
      convention.moneyUnit = unit
    }
  }

  private static func unit(_ text: String) -> Double? {
    switch text {
    case "k", "K", "千": 1e3
    case "M", "m": 1e6
    case "bn", "B": 1e9
    default: nil
    }
  }
}
