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
