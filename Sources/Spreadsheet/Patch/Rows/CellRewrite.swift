// SPDX-License-Identifier: Apache-2.0

/// The changes to a stored cell. Everything not mentioned stays byte for byte.
struct CellRewrite {
  enum FormulaChange {
    case keep
    case remove
    case write(PreparedFormula)
    /// Replaces the `f` element with another one that means the same in this cell.
    case restate([UInt8])
  }

  var formula = FormulaChange.keep
  /// The new value; nil keeps the value and its type.
  var value: CellValue?
  /// The new style index; nil keeps the style.
  var style: Int?
  /// Whether to add the cell reference if it is missing.
  var addsReference = false

  var changesContent: Bool {
    if value != nil { return true }
    if case .keep = formula { return false }
    return true
  }

  /// Appends the rewritten cell.
  ///
  /// - Parameters:
  ///   - cell: the stored cell.
  ///   - markup: the pieces of the same cell.
  func append(
    _ cell: StoredCell, _ markup: CellMarkup, in source: [UInt8], tags: CellTags, column: Int, row: [UInt8],
    to out: inout [UInt8]
  ) throws(EditError) {
    let hasFormula =
      switch formula {
      case .keep: cell.formulaKind != .none
      case .remove: false
      case .write, .restate: true
      }
    appendStart(markup, in: source, hasFormula: hasFormula, column: column, row: row, to: &out)
    let start = out.count
    out.append(UInt8(ascii: ">"))
    let content = out.count
    var formulaDone = false
    var valueDone = false
    for piece in markup.pieces {
      switch piece {
      case .formula(let range):
        if !formulaDone { appendFormula(range, in: source, tags, row, to: &out) }
        formulaDone = true
      case .value(let range):
        if !formulaDone { appendFormula(nil, in: source, tags, row, to: &out) }
        formulaDone = true
        if !valueDone { try appendValue(range, in: source, tags, hasFormula: hasFormula, to: &out) }
        valueDone = true
      case .other(let range):
        // Anything except white space must come after the formula and the value (18.3.1.4).
        if !(source[range].allSatisfy(Markup.isSpace)) {
          if !formulaDone { appendFormula(nil, in: source, tags, row, to: &out) }
          formulaDone = true
          if !valueDone { try appendValue(nil, in: source, tags, hasFormula: hasFormula, to: &out) }
          valueDone = true
        }
        out += source[range]
      }
    }
    if !formulaDone { appendFormula(nil, in: source, tags, row, to: &out) }
    if !valueDone { try appendValue(nil, in: source, tags, hasFormula: hasFormula, to: &out) }
    if out[content...].allSatisfy(Markup.isSpace) {
      out.removeSubrange(start...)
      out += CellTags.selfClosed
    } else if markup.isSelfClosed {
      out += CellTags.endTagStart
      out += source[markup.name]
      out.append(UInt8(ascii: ">"))
    } else {
      out += source[markup.endTag]
    }
  }

  /// Appends the start tag without its `>`.
  private func appendStart(
    _ markup: CellMarkup, in source: [UInt8], hasFormula: Bool, column: Int, row: [UInt8], to out: inout [UInt8]
  ) {
    let type = value.map { CellTags.type(of: $0, underFormula: hasFormula) }
    var missing = (reference: addsReference, style: (style ?? 0) != 0, type: (type ?? nil) != nil)
    var metadata: Int? = if case .write(let formula) = formula { formula.dynamic?.metadata } else { nil }
    out.append(UInt8(ascii: "<"))
    out += source[markup.name]
    var done = markup.name.upperBound
    for attribute in markup.attributes {
      // The attribute with the space before it and the closing quote.
      let whole = done..<attribute.value.upperBound + 1
      done = whole.upperBound
      switch CellAttribute(source[attribute.name]) {
      case .reference:
        missing.reference = false
        out += source[whole]
      case .style:
        guard let style else {
          out += source[whole]
          continue
        }
        missing.style = false
        if style != 0 { Self.append(style, in: whole, at: attribute.value, of: source, to: &out) }
      case .type:
        guard let type else {
          out += source[whole]
          continue
        }
        missing.type = false
        if let type {
          out += source[whole.lowerBound..<attribute.value.lowerBound]
          out += type
          out += source[attribute.value.upperBound..<whole.upperBound]
        } else if source[attribute.value].elementsEqual(CellTags.number) {
          out += source[whole]
        }
      case .cellMetadata:
        // The cell metadata describes the kind of array formula in the cell.
        switch formula {
        case .keep, .restate: out += source[whole]
        case .remove, .write:
          guard let index = metadata.take() else { break }
          Self.append(index, in: whole, at: attribute.value, of: source, to: &out)
        }
      case .valueMetadata: if value == nil { out += source[whole] }
      case .other: out += source[whole]
      }
    }
    if missing.reference {
      out += CellTags.r
      ColumnName.append(column, to: &out)
      out += row
      out.append(UInt8(ascii: "\""))
    }
    if missing.style, let style { CellTags.append(CellTags.s, style, to: &out) }
    if missing.type, let type = type ?? nil {
      out += CellTags.t
      out += type
      out.append(UInt8(ascii: "\""))
    }
    if let metadata { CellTags.append(CellTags.cm, metadata, to: &out) }
  }

  private static func append(
    _ number: Int, in whole: Range<Int>, at value: Range<Int>, of source: [UInt8], to out: inout [UInt8]
  ) {
    out += source[whole.lowerBound..<value.lowerBound]
    NumberText.append(number, to: &out)
    out += source[value.upperBound..<whole.upperBound]
  }

  private func appendFormula(
    _ range: Range<Int>?, in source: [UInt8], _ tags: CellTags, _ row: [UInt8], to out: inout [UInt8]
  ) {
    switch formula {
    case .keep: if let range { out += source[range] }
    case .remove: break
    case .write(let formula): tags.append(formula, row: row, to: &out)
    case .restate(let element): out += element
    }
  }

  private func appendValue(
    _ range: Range<Int>?, in source: [UInt8], _ tags: CellTags, hasFormula: Bool, to out: inout [UInt8]
  ) throws(EditError) {
    if let value {
      try tags.append(value, underFormula: hasFormula, to: &out)
    } else if let range {
      out += source[range]
    }
  }
}

/// The attributes of `c` (18.3.1.4) that an edit may change. They are in no namespace and so have no prefix.
private enum CellAttribute {
  case reference, style, type, cellMetadata, valueMetadata, other

  init(_ name: ArraySlice<UInt8>) {
    self =
      switch (name.first, name.dropFirst().first, name.count) {
      case (UInt8(ascii: "r"), _, 1): .reference
      case (UInt8(ascii: "s"), _, 1): .style
      case (UInt8(ascii: "t"), _, 1): .type
      case (UInt8(ascii: "c"), UInt8(ascii: "m"), 2): .cellMetadata
      case (UInt8(ascii: "v"), UInt8(ascii: "m"), 2): .valueMetadata
      default: .other
      }
  }
}
