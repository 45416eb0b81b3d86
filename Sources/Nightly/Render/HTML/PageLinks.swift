// SPDX-License-Identifier: Apache-2.0

/// Links to pages, and to rows in the workbooks.
struct PageLinks {
  /// The folder of annotated copies relative to the pages, such as `../copies`; nil if there are none.
  let copies: String?

  /// File names that work in any file system and do not change.
  static func book(_ file: String) -> String { "book-\(SHA256.hex(file).prefix(16)).html" }

  static func owner(_ owner: String, in file: String) -> String {
    "owner-\(SHA256.hex("\(file)\u{1F}\(owner)").prefix(16)).html"
  }

  static func account(_ account: String, in file: String) -> String {
    "account-\(SHA256.hex("\(file)\u{1F}\(account.lowercased())").prefix(16)).html"
  }

  static func link(_ page: String, _ text: String) -> String { "<a href=\"\(page)\">\(Markup.escaped(text))</a>" }

  /// The name of a workbook as HTML, with a link if it has a page.
  static func name(_ file: String, pages: Set<String>) -> String {
    pages.contains(file) ? link(book(file), file) : Markup.escaped(file)
  }

  /// A page without its links to these others: their text remains, but not as an item of its own in the list at the top.
  static func without(_ missing: Set<String>, _ page: [UInt8]) -> [UInt8] {
    let (opening, closing) = (Array("<a href=\"".utf8), Array("</a>".utf8))
    let (item, itemEnd) = (Array("<li>".utf8), Array("</li>".utf8))
    func end(of bytes: [UInt8], from start: Int) -> Int? {
      var place = start
      while place + bytes.count <= page.count {
        if page[place] == bytes[0], page[place..<(place + bytes.count)].elementsEqual(bytes) { return place }
        place += 1
      }
      return nil
    }
    var result: [UInt8] = []
    result.reserveCapacity(page.count)
    var place = 0
    while let link = end(of: opening, from: place) {
      let name = page[(link + opening.count)...].prefix { $0 != UInt8(ascii: "\"") }
      // After the quote and the angle bracket.
      let text = name.endIndex + 2
      guard missing.contains(String(decoding: name, as: UTF8.self)), text <= page.count,
        let last = end(of: closing, from: text)
      else {
        result += page[place..<name.endIndex]
        place = name.endIndex
        continue
      }
      result += page[place..<link]
      place = last + closing.count
      if result.suffix(item.count).elementsEqual(item), page[place...].starts(with: itemEnd) {
        result.removeLast(item.count)
        place += itemEnd.count
      } else {
        result += page[text..<last]
      }
    }
    return result + page[place...]
  }

  /// `商機!K7`, as a link into the annotated copy if there is one.
  func place(_ place: String, in file: String) -> String {
    guard !place.isEmpty, let copy = copy(of: file) else { return Markup.escaped(place) }
    return "<a href=\"\(copy)\">\(Markup.escaped(place))</a>"
  }

  /// Nil if there are no copies.
  func copy(of file: String) -> String? {
    copies.map { folder in "\(Self.encoded(folder))/\(Self.encoded(file))" }
  }

  /// Percent-encodes a path for a link, except for letters, digits and a few other characters.
  private static func encoded(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += byte < 16 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return text
  }
}
