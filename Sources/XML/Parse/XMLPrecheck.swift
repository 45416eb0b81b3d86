// SPDX-License-Identifier: Apache-2.0

/// One pass over the markup before libxml2 sees it. It rejects DOCTYPE and enforces the limits. It does not have to find every
/// error: up to the first error it sees the same tags as libxml2, and libxml2 stops there.
enum XMLPrecheck {
  static func check(_ bytes: [UInt8], from start: Int, limits: XMLLimits) throws(XMLError) {
    var scan = Scan(limits: limits, offset: start)
    do throws(Fault) {
      try scan.run(bytes.span)
    } catch {
      let position = XMLPosition(offset: error.offset, in: bytes)
      switch error.kind {
      case .malformed(let reason): throw .malformed(reason: reason, at: position)
      case .doctype: throw .doctype(at: position)
      case .limit(let name, let actual, let limit):
        throw .limit(XMLLimitBreach(name: name, actual: actual, limit: limit, position: position))
      }
    }
  }

  /// An error without its line number, which is determined once, by the caller.
  private struct Fault: Error {
    enum Kind {
      case malformed(String)
      case doctype
      case limit(String, Int, Int)
    }
    let kind: Kind
    let offset: Int
  }

  private struct Scan {
    let limits: XMLLimits
    var offset: Int
    var depth = 0

    mutating func run(_ bytes: Span<UInt8>) throws(Fault) {
      while true {
        let text = offset
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "<") { offset += 1 }
        try hold("xml-text-bytes", offset - text, to: limits.textBytes, at: text)
        guard offset < bytes.count else { return }
        switch offset + 1 < bytes.count ? bytes[offset + 1] : 0 {
        case UInt8(ascii: "!"): try skipDeclaration(bytes)
        case UInt8(ascii: "?"): try skip(bytes, open: 2, until: "?>", "processing instruction")
        case UInt8(ascii: "/"): try skipEndTag(bytes)
        default: try skipStartTag(bytes)
        }
      }
    }

    private func hold(_ name: String, _ actual: Int, to limit: Int, at offset: Int) throws(Fault) {
      if actual > limit { throw Fault(kind: .limit(name, actual, limit), offset: offset) }
    }

    private func matches(_ bytes: Span<UInt8>, _ text: StaticString, at place: Int) -> Bool {
      let expected = text.description.utf8
      guard bytes.count - place >= expected.count else { return false }
      var index = place
      for byte in expected {
        guard bytes[index] == byte else { return false }
        index += 1
      }
      return true
    }

    private mutating func skipDeclaration(_ bytes: Span<UInt8>) throws(Fault) {
      if matches(bytes, "<!--", at: offset) {
        try skip(bytes, open: 4, until: "-->", "comment")
      } else if matches(bytes, "<![CDATA[", at: offset) {
        try skip(bytes, open: 9, until: "]]>", "CDATA section")
      } else if matches(bytes, "<!DOCTYPE", at: offset) {
        throw Fault(kind: .doctype, offset: offset)
      } else {
        throw Fault(kind: .malformed("a markup declaration"), offset: offset)
      }
    }

    private mutating func skip(
      _ bytes: Span<UInt8>, open: Int, until close: StaticString, _ what: String
    ) throws(Fault) {
      let last = close.utf8CodeUnitCount
      let start = offset
      offset += open
      while offset < bytes.count {
        // All three terminators end with `>`: look for that, then compare backwards.
        if bytes[offset] == UInt8(ascii: ">"), offset + 1 - last >= start + open,
          matches(bytes, close, at: offset + 1 - last)
        {
          offset += 1
          try hold("xml-text-bytes", offset - start, to: limits.textBytes, at: start)
          return
        }
        offset += 1
      }
      throw Fault(kind: .malformed("an unfinished \(what)"), offset: start)
    }

    private mutating func skipEndTag(_ bytes: Span<UInt8>) throws(Fault) {
      let start = offset
      offset += 2
      while offset < bytes.count, bytes[offset] != UInt8(ascii: ">") { offset += 1 }
      try hold("xml-name-bytes", offset - start - 2, to: limits.nameBytes, at: start)
      guard offset < bytes.count else { throw Fault(kind: .malformed("an unfinished end tag"), offset: start) }
      offset += 1
      depth -= 1
    }

    private mutating func skipStartTag(_ bytes: Span<UInt8>) throws(Fault) {
      let start = offset
      var nameStart = start + 1
      var attributes = 0
      offset += 1
      while offset < bytes.count {
        switch bytes[offset] {
        case UInt8(ascii: ">"):
          let selfClosed = bytes[offset - 1] == UInt8(ascii: "/")
          let name = offset - nameStart - (selfClosed ? 1 : 0)
          try hold("xml-name-bytes", name, to: limits.nameBytes, at: nameStart)
          try hold("xml-depth", depth + 1, to: limits.depth, at: start)
          if !selfClosed { depth += 1 }
          offset += 1
          return
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          let quote = bytes[offset]
          let value = offset + 1
          offset = value
          while offset < bytes.count, bytes[offset] != quote {
            if bytes[offset] == UInt8(ascii: "<") {
              throw Fault(kind: .malformed("'<' in an attribute value"), offset: offset)
            }
            offset += 1
          }
          attributes += 1
          try hold("xml-attributes", attributes, to: limits.attributes, at: start)
          try hold("xml-attribute-bytes", offset - value, to: limits.attributeBytes, at: value)
          offset += 1
          nameStart = offset
        case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "="):
          try hold("xml-name-bytes", offset - nameStart, to: limits.nameBytes, at: nameStart)
          offset += 1
          nameStart = offset
        case UInt8(ascii: "<"):
          throw Fault(kind: .malformed("'<' inside a tag"), offset: offset)
        default:
          offset += 1
        }
      }
      throw Fault(kind: .malformed("an unfinished start tag"), offset: start)
    }
  }
}
