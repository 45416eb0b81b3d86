// SPDX-License-Identifier: Apache-2.0

import Testing
import XML

@Suite struct `Large parts` {
  @Test func `long attributes are read in a part of more than ten megabytes, as far as our own limits go`() throws {
    let areas = Array(repeating: "G12345", count: 280).joined(separator: " ")
    let element = Array("<b c=\"\(areas)\"><d>A1</d></b>".utf8)
    let count = 10_500_000 / element.count
    var bytes = Array("<a>".utf8)
    for _ in 0..<count { bytes += element }
    bytes += Array("</a>".utf8)
    var found = 0
    try xmlEvents(bytes) { event in
      if case .start(_, "b", let attributes, _) = event, attributes.first?.value.count == areas.utf8.count {
        found += 1
      }
    }
    #expect(found == count)
    var strict = XMLLimits.default
    strict.attributeBytes = 1000
    #expect(throws: XMLError.self) { try xmlEvents(bytes, limits: strict) { _ in } }
  }
}
