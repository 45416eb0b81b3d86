// SPDX-License-Identifier: Apache-2.0

import Base
import Testing

@Suite struct `JSON text` {
  private static func written(_ body: (inout JSONText) -> Void) -> String {
    var json = JSONText()
    body(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test func `has its members in the order in which they were told, with commas between them`() {
    let text = Self.written { json in
      json.object { json in
        json.field("b", 1)
        json.field("a", [String]())
        json.key("list")
        json.array { json in
          json.number(1.5)
          json.null()
          json.object { _ in }
        }
        json.objects("more", [true, false]) { $0.field("is", $1) }
      }
      json.newline()
      json.raw("7")
    }
    #expect(text == #"{"b":1,"a":[],"list":[1.5,null,{}],"more":[{"is":true},{"is":false}]}"# + "\n7")
  }

  @Test func `writes whole numbers without a fraction, and null for what is no number`() {
    let text = Self.written { json in
      json.array { json in for number in [3, -0.25, 1e15, .infinity, .nan] { json.number(number) } }
    }
    #expect(text == "[3,-0.25,1000000000000000.0,null,null]")
  }

  @Test(arguments: [
    ("商機", "商機"), ("a\"b\\c", #"a\"b\\c"#), ("\n\r\t", #"\n\r\t"#), ("\u{1B}[2J", #"\u001b[2J"#),
    ("\u{7F}", #"\u007f"#),
    ("\u{9B}1m", #"\u009b1m"#), ("é£", "é£"), ("left\u{202E}right", #"left\u202eright"#), ("ا\u{61C}", #"ا\u061c"#),
    ("a\u{2028}b", #"a\u2028b"#), ("“…”", "“…”"), ("", ""),
  ])
  func `escapes what would command a terminal or turn its direction, and nothing else`(text: String, escaped: String) {
    #expect(Self.written { $0.string(text) } == "\"\(escaped)\"")
  }
}
