// SPDX-License-Identifier: Apache-2.0

/// The part of a structured reference in brackets: `Amount`, `#All`, `[#Headers],[Amount]`, `@Amount`, `[Jan]:[Dec]`,
/// `[#This Row],[Jan]:[Dec]`.
struct TableSpecifier {
  var items: Set<TableReference.Item> = []
  /// In upper case.
  var firstColumn: String?
  var lastColumn: String?

  init?(_ text: String) {
    var rest = Substring(text).trimmingSpaces
    if rest.isEmpty {
      items = [.data]
      return
    }
    if rest.first == "@" {
      items.insert(.thisRow)
      rest = rest.dropFirst().trimmingSpaces
      if rest.isEmpty { return }
    }
    if rest.first != "[" {
      guard add(Self.unescaped(rest), isRangeEnd: false) else { return nil }
    } else {
      var isRangeEnd = false
      while !rest.isEmpty {
        guard rest.first == "[", let (content, after) = Self.bracket(rest) else { return nil }
        guard add(content, isRangeEnd: isRangeEnd) else { return nil }
        rest = after.trimmingSpaces
        isRangeEnd = false
        if rest.first == "," || rest.first == ":" {
          isRangeEnd = rest.first == ":"
          rest = rest.dropFirst().trimmingSpaces
          if rest.isEmpty { return nil }
        } else if !rest.isEmpty {
          return nil
        }
      }
    }
    if items.isEmpty { items = [.data] }
  }

  private mutating func add(_ content: String, isRangeEnd: Bool) -> Bool {
    let upper = content.uppercased()
    if isRangeEnd {
      guard firstColumn != nil else { return false }
      lastColumn = upper
      return true
    }
    switch upper {
    case "#ALL": items.insert(.all)
    case "#DATA": items.insert(.data)
    case "#HEADERS": items.insert(.headers)
    case "#TOTALS": items.insert(.totals)
    case "#THIS ROW": items.insert(.thisRow)
    default:
      guard firstColumn == nil else { return false }
      firstColumn = upper
    }
    return true
  }

  /// The content of the bracket at the start of `text`, with the escape character `'` removed, and the text after it.
  private static func bracket(_ text: Substring) -> (String, Substring)? {
    var content = ""
    var at = text.index(after: text.startIndex)
    while at < text.endIndex {
      let character = text[at]
      if character == "'" {
        at = text.index(after: at)
        guard at < text.endIndex else { return nil }
        content.append(text[at])
      } else if character == "]" {
        return (content, text[text.index(after: at)...])
      } else {
        content.append(character)
      }
      at = text.index(after: at)
    }
    return nil
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = ""
    var escaped = false
    for character in text {
      if character == "'", !escaped {
        escaped = true
      } else {
        result.append(character)
        escaped = false
      }
    }
    return result
  }
}

extension Substring {
  var trimmingSpaces: Substring {
    var rest = drop { $0 == " " }
    while rest.last == " " { rest = rest.dropLast() }
    return rest
  }
}
