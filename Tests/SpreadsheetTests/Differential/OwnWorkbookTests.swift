// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import TestSupport
import Testing
import XML
import Zip

/// Two readers must agree on everything in our workbooks: trees and the string scanner are compared with the events of libxml2.
@Suite struct `Readers of our own workbooks` {
  @Test func `there are some`() { #expect(OwnWorkbooks.names.count >= 10) }

  @Test(arguments: Sweep.cases(OwnWorkbooks.names))
  func `trees and events agree on every part`(_ name: String) throws {
    let archive = try ZipArchive(OwnWorkbooks.bytes(name))
    for entry in archive.entries where entry.name.hasSuffix(".xml") || entry.name.hasSuffix(".rels") {
      let bytes = try archive.contents(of: entry)
      // Larger parts contain nothing new.
      guard bytes.count < 150_000 else { continue }
      let document = try XMLDocument(bytes)
      let tree = ([document.root] + Array(document.root.descendants)).map(ReadElement.init)
      #expect(try ReadElement.all(byEventsOf: bytes) == tree, "\(entry.name)")
    }
  }

  @Test(arguments: Sweep.cases(OwnWorkbooks.names))
  func `shared strings are those that libxml2 reads`(_ name: String) throws {
    let workbook = try Workbook(OwnWorkbooks.bytes(name))
    let table = try workbook.sharedStrings.table()
    let scanned = try (0..<table.count).map { try table.text(at: $0) }
    let read = try workbook.sharedStrings.part.map { try texts(of: workbook.package.bytes(of: $0)) } ?? []
    #expect(scanned == read)
  }

  @Test(arguments: Sweep.cases(OwnWorkbooks.names))
  func `every sheet's surroundings lie where the part has them`(_ name: String) throws {
    let workbook = try Workbook(OwnWorkbooks.bytes(name))
    for index in workbook.sheets.indices {
      let sheet = try workbook.worksheet(at: index)
      let around = try sheet.surroundings()
      for element in around.document.root.children where element.localName != "sheetData" {
        #expect(
          ByteDifference(from: around.document.bytes[element.element], to: sheet.bytes[around.range(element.element)])
            == nil)
      }
    }
  }

  /// The texts of all items according to the standard: `t` and `r/t`, nothing else.
  private func texts(of part: [UInt8]) throws -> [String] {
    var texts: [String] = []
    var path: [String] = []
    try xmlEvents(part) { event in
      switch event {
      case .start(_, let name, _, _):
        path.append(name)
        if path == ["sst", "si"] { texts.append("") }
      case .text(let text):
        let isText = path == ["sst", "si", "t"] || path == ["sst", "si", "r", "t"]
        if isText, let last = texts.indices.last { texts[last] += String(decoding: text, as: UTF8.self) }
      case .end: path.removeLast()
      }
    }
    return texts.map(XString.decoded)
  }
}

/// What both readers report about an element.
private struct ReadElement: Equatable {
  var namespace: String
  var name: String
  var attributes: [String]
  var startTag: Range<Int>
  var end: Int
  var text: String

  init(_ element: XMLElement) {
    namespace = element.namespace
    name = element.localName
    attributes = element.attributes.map { "\($0.namespace) \($0.localName) \($0.value)" }
    startTag = element.startTag
    end = element.element.upperBound
    text = element.text
  }

  private init(_ namespace: String, _ name: String, _ attributes: [XMLEventAttribute], _ startTag: Range<Int>) {
    self.namespace = namespace
    self.name = name
    self.attributes = attributes.map { "\($0.namespace) \($0.localName) \(String(decoding: $0.value, as: UTF8.self))" }
    self.startTag = startTag
    end = 0
    text = ""
  }

  static func all(byEventsOf bytes: [UInt8]) throws -> [ReadElement] {
    var elements: [ReadElement] = []
    var texts: [[UInt8]] = []
    var open: [Int] = []
    try xmlEvents(bytes) { event in
      switch event {
      case .start(let namespace, let name, let attributes, let startTag):
        open.append(elements.count)
        elements.append(ReadElement(namespace, name, attributes, startTag))
        texts.append([])
      case .text(let text): for index in open { texts[index] += text }
      case .end(let end): if let index = open.popLast() { elements[index].end = end }
      }
    }
    for index in elements.indices { elements[index].text = String(decoding: texts[index], as: UTF8.self) }
    return elements
  }
}
