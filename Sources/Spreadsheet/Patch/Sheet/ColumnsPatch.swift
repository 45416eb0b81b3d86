// SPDX-License-Identifier: Apache-2.0

internal import XML

/// Changes the formats of some columns of a worksheet (`cols`, 18.3.1.17). Runs are split so that they do not overlap, and all
/// other attributes are preserved.
struct ColumnsPatch {
  /// The `cols` elements in file order; there is normally one, but there may be several.
  private let containers: [XMLElement]
  private let prefix: String
  /// The width of columns without a width of their own (18.3.1.81).
  private let defaultWidth: Double
  /// The splices, relative to the document of the elements.
  private(set) var splices: [Splice] = []
  /// A `cols` element to insert if the sheet has none.
  private(set) var newContainer: String?
  /// The highest outline level among the requested formats.
  private(set) var deepestOutline = 0

  init(_ sheet: WorksheetSurroundings, prefix: String) {
    containers = sheet.elements("cols")
    self.prefix = prefix
    let format = sheet.element("sheetFormatPr")
    defaultWidth =
      format?.double("defaultColWidth") ?? (format?.double("baseColWidth").map { $0 + 0.7109375 } ?? 9.140625)
  }

  mutating func apply(_ formats: [ColumnFormat]) throws(EditError) {
    let wanted = try Self.merged(formats)
    guard !wanted.isEmpty else { return }
    deepestOutline = wanted.map { $0.outlineLevel ?? 0 }.max() ?? 0
    guard let last = containers.last else {
      let markup = newRuns(for: wanted[...])
      if !markup.isEmpty { newContainer = "<\(prefix)cols>\(markup)</\(prefix)cols>" }
      return
    }
    var rest = wanted[...]
    for container in containers {
      for run in container.children("col") {
        guard let info = ColumnInfo(run) else { continue }
        let before = rest.prefix { $0.column < info.columns.lowerBound }
        let markup = newRuns(for: before)
        if !markup.isEmpty { splices.append(Splice(at: run.element.lowerBound, markup)) }
        rest = rest.dropFirst(before.count)
        let inside = rest.prefix { info.columns.contains($0.column) }
        rest = rest.dropFirst(inside.count)
        split(run, info, Array(inside))
      }
    }
    let markup = newRuns(for: rest)
    guard !markup.isEmpty else { return }
    if last.isSelfClosed {
      splices.append(Splice(last.selfClosing, ">\(markup)</\(last.qualifiedName)>"))
    } else {
      splices.append(Splice(at: last.content.upperBound, markup))
    }
  }

  /// Removes the runs of `columns`, or the part of a run that covers them, and gives other columns the formats in `restored`. If
  /// a run up to the right edge of the sheet had been split for these columns, it is extended back to where it began.
  ///
  /// - Returns: the highest outline level that remains.
  mutating func forget(_ columns: Set<Int>, restoring restored: [Int: ColumnFormat]) -> Int {
    let affected = columns.union(restored.keys).sorted()
    var deepest = restored.values.compactMap(\.outlineLevel).max() ?? 0
    for container in containers {
      let runs = container.children("col").compactMap { run in ColumnInfo(run).map { (element: run, info: $0) } }
      var begins: Int?
      var left = runs.count
      for (run, info) in runs {
        let own = affected.filter(info.columns.contains)
        if own.isEmpty {
          deepest = max(deepest, info.outlineLevel)
          if let first = begins, info.columns.upperBound == CellReference.maxColumn,
            (first..<info.columns.lowerBound).allSatisfy(columns.contains)
          {
            splices.append(Splice(run.element, copy(run, first...info.columns.upperBound, nil)))
          }
          begins = nil
          continue
        }
        var markup = ""
        var next = info.columns.lowerBound
        for column in own {
          if next < column { markup += copy(run, next...(column - 1), nil) }
          if let format = restored[column] { markup += copy(run, column...column, format) }
          next = column + 1
        }
        if next <= info.columns.upperBound { markup += copy(run, next...info.columns.upperBound, nil) }
        if own.count < info.columns.count { deepest = max(deepest, info.outlineLevel) }
        splices.append(Splice(run.element, markup))
        if markup.isEmpty {
          begins = begins ?? info.columns.lowerBound
          left -= 1
        } else {
          begins = nil
        }
      }
      if left == 0, !runs.isEmpty, runs.count == container.children("col").count {
        splices.removeAll { container.element.contains($0.range.lowerBound) }
        splices.append(Splice(container.element, ""))
      }
    }
    return deepest
  }

  /// The formats by column. If there are several for one column, later ones add to or override earlier ones.
  private static func merged(_ formats: [ColumnFormat]) throws(EditError) -> [ColumnFormat] {
    var byColumn: [Int: ColumnFormat] = [:]
    for format in formats {
      guard format.column >= 1, format.column <= CellReference.maxColumn else {
        throw EditError(.columnFormat(column: format.column, what: "a format: a sheet has 16384 columns"))
      }
      if let width = format.width, !(width >= 0 && width <= 255) {
        throw EditError(.columnFormat(column: format.column, what: "the width \(width)"))
      }
      if let level = format.outlineLevel, level < 0 || level > 7 {
        throw EditError(.columnFormat(column: format.column, what: "the outline level \(level)"))
      }
      var all = byColumn[format.column] ?? ColumnFormat(column: format.column)
      all.width = format.width ?? all.width
      all.hidden = format.hidden ?? all.hidden
      all.outlineLevel = format.outlineLevel ?? all.outlineLevel
      all.collapsed = format.collapsed ?? all.collapsed
      byColumn[format.column] = all
    }
    return byColumn.values.sorted { $0.column < $1.column }
  }

  /// Splices the run `run` if any of the requested columns inside it differ from it.
  private mutating func split(_ run: XMLElement, _ info: ColumnInfo, _ wanted: [ColumnFormat]) {
    let changed = wanted.filter { differs($0, from: info) }
    guard !changed.isEmpty else { return }
    var markup = ""
    var next = info.columns.lowerBound
    for format in changed {
      if next < format.column { markup += copy(run, next...(format.column - 1), nil) }
      markup += copy(run, format.column...format.column, format)
      next = format.column + 1
    }
    if next <= info.columns.upperBound { markup += copy(run, next...info.columns.upperBound, nil) }
    splices.append(Splice(run.element, markup))
  }

  private func differs(_ format: ColumnFormat, from info: ColumnInfo) -> Bool {
    (format.width ?? info.width) != info.width || (format.hidden ?? info.isHidden) != info.isHidden
      || (format.outlineLevel ?? info.outlineLevel) != info.outlineLevel
      || (format.collapsed ?? info.isCollapsed) != info.isCollapsed
  }

  /// A copy of the run for other columns, with all attributes that the format does not set.
  private func copy(_ run: XMLElement, _ columns: ClosedRange<Int>, _ format: ColumnFormat?) -> String {
    var values: [(name: String, value: String?)] = [
      ("min", String(columns.lowerBound)), ("max", String(columns.upperBound)),
    ]
    if let format { values += Self.attributes(of: format) }
    // Excel treats a run without a width as one of width 0.
    if format != nil, format?.width == nil, run.attributeNode("width") == nil {
      values.append(("width", number(defaultWidth)))
    }
    var markup = "<\(run.qualifiedName)"
    for attribute in run.attributes {
      if let index = values.firstIndex(where: { $0.name == attribute.qualifiedName }) {
        let (name, value) = values.remove(at: index)
        if let value { markup += " \(name)=\"\(value)\"" }
      } else {
        markup += " \(attribute.qualifiedName)=\"\(XMLEscape.attribute(attribute.value))\""
      }
    }
    for (name, value) in values { if let value { markup += " \(name)=\"\(value)\"" } }
    return markup + "/>"
  }

  /// Runs for columns that have none, except those that equal the default.
  private func newRuns(for formats: ArraySlice<ColumnFormat>) -> String {
    formats.filter {
      $0.width != nil || $0.hidden == true || ($0.outlineLevel ?? 0) > 0 || $0.collapsed == true
    }.map { markup(for: $0) }.joined()
  }

  /// A run for a single column.
  private func markup(for format: ColumnFormat) -> String {
    var format = format
    let isCustom = format.width != nil
    format.width = format.width ?? defaultWidth
    var markup = "<\(prefix)col min=\"\(format.column)\" max=\"\(format.column)\""
    for (name, value) in Self.attributes(of: format) {
      if name == "customWidth", !isCustom { continue }
      if let value { markup += " \(name)=\"\(value)\"" }
    }
    return markup + "/>"
  }

  /// The attributes that a format sets; nil for one that is removed.
  private static func attributes(of format: ColumnFormat) -> [(name: String, value: String?)] {
    var values: [(name: String, value: String?)] = []
    if let width = format.width {
      var text: [UInt8] = []
      NumberText.append(width, to: &text)
      values += [("width", String(decoding: text, as: UTF8.self)), ("customWidth", "1")]
    }
    if let hidden = format.hidden { values.append(("hidden", hidden ? "1" : nil)) }
    if let level = format.outlineLevel { values.append(("outlineLevel", level > 0 ? String(level) : nil)) }
    if let collapsed = format.collapsed { values.append(("collapsed", collapsed ? "1" : nil)) }
    return values
  }

  private func number(_ value: Double) -> String {
    var text: [UInt8] = []
    NumberText.append(value, to: &text)
    return String(decoding: text, as: UTF8.self)
  }
}
