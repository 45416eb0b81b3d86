// SPDX-License-Identifier: Apache-2.0

import Testing
import XML

@Suite struct `Encodings of parts` {
  private static let sample = "<a k='é'>é中🧧</a>"

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return bigEndian ? bytes.reversed() : bytes
    }
  }

  @Test(arguments: [false, true]) func `UTF-16 with a byte order mark is read`(_ bigEndian: Bool) throws {
    let xml = "<?xml version='1.0' encoding='UTF-16'?>" + Self.sample
    let bytes = utf16(xml, bigEndian: bigEndian)
    let document = try XMLDocument(bytes)
    #expect(document.root.text == "é中🧧")
    #expect(document.encoding == (bigEndian ? .utf16BigEndian : .utf16LittleEndian))
    #expect(String(decoding: document.bytes[document.root.element], as: UTF8.self) == Self.sample)
    #expect(document.encoding.fromUTF8(document.bytes) == bytes)
  }

  @Test func `UTF-8 keeps its bytes and its byte order mark`() throws {
    let bytes = Array(("\u{FEFF}<?xml version=\"1.0\" encoding=\"utf-8\"?>" + Self.sample).utf8)
    let document = try XMLDocument(bytes)
    #expect(document.bytes == bytes)
    #expect(String(decoding: bytes[document.root.element], as: UTF8.self) == Self.sample)
  }

  @Test func `ISO-8859-1 is read and written back, with references for what it lacks`() throws {
    let head = "<?xml version='1.0' encoding='ISO-8859-1'?>"
    let bytes = Array(head.utf8) + [0x3C, 0x61, 0x3E, 0xE9, 0x3C, 0x2F, 0x61, 0x3E]
    let document = try XMLDocument(bytes)
    #expect(document.root.text == "é")
    #expect(document.encoding.fromUTF8(document.bytes) == bytes)
    #expect(document.encoding.fromUTF8(Array("é中".utf8)) == [0xE9] + Array("&#20013;".utf8))
  }

  @Test func `US-ASCII is read and refuses other bytes`() throws {
    let head = "<?xml version='1.0' encoding='US-ASCII'?>"
    #expect(try XMLDocument(Array("\(head)<a>b</a>".utf8)).root.text == "b")
    #expect(throws: XMLError.invalidBytes(encoding: "US-ASCII", at: XMLPosition(offset: head.utf8.count + 3, line: 1)))
    {
      try XMLDocument(Array("\(head)<a>é</a>".utf8))
    }
  }

  @Test(arguments: ["UTF-7", "windows-1252", "GBK", "IBM037", "UCS-4"])
  func `others are refused by name`(_ name: String) {
    #expect(throws: XMLError.unsupportedEncoding(name)) {
      try XMLDocument(Array("<?xml version='1.0' encoding='\(name)'?><a/>".utf8))
    }
  }

  @Test func `a declaration that contradicts the bytes is refused`() {
    #expect(throws: XMLError.contradictoryEncoding(declared: "UTF-8", actual: "UTF-16LE")) {
      try XMLDocument(utf16("<?xml version='1.0' encoding='UTF-8'?><a/>", bigEndian: false))
    }
    #expect(throws: XMLError.contradictoryEncoding(declared: "utf-16", actual: "of one byte per letter")) {
      try XMLDocument(Array("<?xml version='1.0' encoding='utf-16'?><a/>".utf8))
    }
  }

  @Test func `UTF-16 and UTF-32 without a mark and EBCDIC are refused`() {
    #expect(throws: XMLError.unsupportedEncoding("UTF-16 without a byte order mark")) {
      try XMLDocument([0x3C, 0, 0x61, 0, 0x2F, 0, 0x3E, 0])
    }
    #expect(throws: XMLError.unsupportedEncoding("EBCDIC")) { try XMLDocument([0x4C, 0x6F, 0xA7, 0x94, 0x93]) }
    #expect(throws: XMLError.unsupportedEncoding("UTF-32")) { try XMLDocument([0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0]) }
  }

  @Test func `bytes that are not UTF-8 are found`() {
    #expect(throws: XMLError.invalidBytes(encoding: "UTF-8", at: XMLPosition(offset: 5, line: 2))) {
      try XMLDocument(Array("<a>\nb".utf8) + [0xFF] + Array("</a>".utf8))
    }
  }

  @Test func `half a surrogate pair and half a unit are found`() {
    #expect(throws: XMLError.self) { try XMLDocument([0xFF, 0xFE, 0x00, 0xD8, 0x3C, 0]) }
    #expect(throws: XMLError.self) { try XMLDocument([0xFF, 0xFE, 0x3C, 0, 0x61]) }
  }
}
