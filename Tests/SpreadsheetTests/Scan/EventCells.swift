// SPDX-License-Identifier: Apache-2.0

import Spreadsheet
import XML

/// The cells of a worksheet part according to libxml2, implemented independently from the standard to compare the scanner with.
struct EventCells {
  private enum Level { case root, sheetData, row, cell, value, formula, inline, run, text, other }

  private(set) var lines: [String] = []
  private var levels: [Level] = []
  private var row = 0
  private var rowIsStated = false
  private var column = 0
  private var reference: String?
  private var style = "0"
  private var type = "n"
  private var start = 0
  private var value: [UInt8]?
  private var inline: [UInt8]?
  private var part: [UInt8] = []
  private var formula: (text: [UInt8], type: String)?

  init(_ bytes: [UInt8]) throws(XMLError) {
    var cells = EventCells()
    try xmlEvents(bytes) { cells.take($0) }
    self = cells
  }

  private init() {}

  private mutating func take(_ event: XMLEvent) {
    switch event {
    case .start(let namespace, let name, let attributes, let tag):
      let level = child(namespace == XMLNamespace.spreadsheet ? name : "")
      levels.append(level)
      func attribute(_ name: String) -> String? {
        attributes.first { $0.namespace.isEmpty && $0.localName == name }.map {
          String(decoding: $0.value, as: UTF8.self)
        }
      }
      switch level {
      case .row:
        rowIsStated = attribute("r") != nil
        row = attribute("r").flatMap { Int($0) } ?? row + 1
        column = 0
      case .cell:
        reference = attribute("r")
        style = attribute("s") ?? "0"
        type = attribute("t") ?? "n"
        start = tag.lowerBound
        value = nil
        inline = nil
        formula = nil
      case .value: value = []
      case .formula: formula = ([], attribute("t") ?? "normal")
      case .inline: inline = []
      case .text: part = []
      default: break
      }
    case .text(let text):
      switch levels.last {
      case .value: value? += text
      case .formula: formula?.text += text
      case .text: part += text
      default: break
      }
    case .end(let end):
      let level = levels.popLast()
      if level == .text { inline? += XString.decoded(String(decoding: part, as: UTF8.self)).utf8 }
      if level == .cell { finishCell(end) }
    }
  }

  private func child(_ name: String) -> Level {
    switch (levels.last, name) {
    case (nil, _): .root
    case (.root, "sheetData"): .sheetData
    case (.sheetData, "row"): .row
    case (.row, "c"): .cell
    case (.cell, "v"): .value
    case (.cell, "f"): .formula
    case (.cell, "is"): .inline
    case (.inline, "r"): .run
    case (.inline, "t"), (.run, "t"): .text
    default: .other
    }
  }

  private mutating func finishCell(_ end: Int) {
    if let place = reference.flatMap({ CellReference($0) }) {
      column = place.column
      if !rowIsStated { row = place.row }
      rowIsStated = true
    } else {
      column += 1
    }
    let isText = ["str", "inlineStr"].contains(type)
    var shown = value.map { String(decoding: $0, as: UTF8.self) }
    if isText, let text = shown { shown = XString.decoded(text) }
    if type == "inlineStr" || value == nil, let inline { shown = String(decoding: inline, as: UTF8.self) }
    var stored: String?
    if let formula, formula.type != "normal" || !formula.text.isEmpty {
      stored = "\(formula.type) \(String(decoding: formula.text, as: UTF8.self))"
    }
    lines.append(
      EventCells.line(row, column, style, start..<end, shown, stored))
  }

  fileprivate static func line(
    _ row: Int, _ column: Int, _ style: String, _ range: Range<Int>, _ value: String?, _ formula: String?
  ) -> String {
    "\(ColumnName.letters(column))\(row) s=\(style) \(range) v=\(value.map { "‹\($0)›" } ?? "-") f=\(formula ?? "-")"
  }
}

extension ScannedSheet {
  /// The same lines as ``EventCells``, by the scanner.
  func lines() throws(ScanError) -> [String] {
    var lines: [String] = []
    for row in rows {
      for cell in row.cells {
        let value = cell.hasValueElement ? try reader.text(of: cell, row: row.index, in: bytes.span) : nil
        var formula: String?
        if let stored = try reader.formula(of: cell, row: row.index, in: bytes.span) {
          let isShared = stored.kind == .sharedMaster || stored.kind == .sharedDerived
          formula = "\(isShared ? "shared" : "\(stored.kind)") \(stored.text ?? "")"
        }
        lines.append(EventCells.line(row.index, cell.column, "\(cell.style)", cell.element, value, formula))
      }
    }
    return lines
  }
}
