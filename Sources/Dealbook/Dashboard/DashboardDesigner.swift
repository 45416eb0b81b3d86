// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// Lays out the sheet of a dashboard: cards, then tiles in rows of four, on one landscape page.
struct DashboardDesigner {
  /// The columns of a tile, plus the one that separates it from the next.
  private static let tileColumns = TileGrid.columns + 1
  private static let tilesAcross = 4
  private static let columns = tileColumns * tilesAcross - 1
  /// In characters: 23 pixels.
  private static let columnWidth = 2.57
  /// The number of letters in a line of the notes at the bottom.
  private static let noteWidth = 150
  private static let firstBand = 8
  private static let bandRows = TileGrid.rows + 3

  private let source: DashboardSource
  private var sheet: SheetDesign

  private var palette: DashboardPalette { source.palette }
  private var words: DashboardWords { source.words }

  init(_ source: DashboardSource, name: String) {
    self.source = source
    sheet = SheetDesign(name: name)
  }

  mutating func design(
    cards: [DashboardFigures.Card], tiles: [Tile], notes: (formula: String, value: CellValue)?,
    asOf: (formula: String, value: CellValue)?
  ) -> SheetDesign {
    sheet.tabColor = DashboardPalette.navy
    sheet.showsGridlines = false
    sheet.defaultRowHeight = 17
    sheet.columns = (1...Self.columns).map { ColumnDesign(column: $0, width: Self.columnWidth) }
    addTitle(asOf)
    addCards(cards)
    for (offset, tile) in tiles.enumerated() { add(tile, at: offset) }
    let bands = max(1, (tiles.count + Self.tilesAcross - 1) / Self.tilesAcross)
    if let notes {
      merge(
        Self.firstBand + bands * Self.bandRows, 1, Self.columns, notes.value, notes.formula,
        palette.text.with {
          $0.fontSize = 8
          $0.textColor = DashboardPalette.quiet
          $0.horizontal = .left
          $0.wrapsText = true
        })
      let lines = notes.value.shownText.split(separator: "\n").reduce(0) {
        $0 + 1 + Int(TextWidth.units(String($1))) / Self.noteWidth
      }
      sheet.rowHeights[Self.firstBand + bands * Self.bandRows] = Double(max(2, lines) * 14)
    }
    sheet.print.isLandscape = true
    sheet.print.pagesWide = 1
    sheet.print.pagesTall = 1
    sheet.print.isCentered = true
    return sheet
  }

  // MARK: Top

  private mutating func addTitle(_ asOf: (formula: String, value: CellValue)?) {
    merge(
      1, 1, Self.columns, .text(words.title), nil,
      palette.text.with {
        $0.fontSize = 20
        $0.isBold = true
        $0.textColor = DashboardPalette.navy
        $0.horizontal = .left
      })
    if let asOf {
      merge(
        2, 1, Self.columns, asOf.value, asOf.formula,
        palette.text.with {
          $0.textColor = DashboardPalette.quiet
          $0.horizontal = .left
        })
    }
    sheet.rowHeights[1] = 32
    sheet.rowHeights[2] = 16
    sheet.rowHeights[3] = 6
  }

  private mutating func addCards(_ cards: [DashboardFigures.Card]) {
    for (offset, height) in [18.0, 28, 26].enumerated() { sheet.rowHeights[4 + offset] = height }
    sheet.rowHeights[7] = 10
    for (offset, card) in cards.enumerated() {
      let first = 1 + offset * (Self.tileColumns / 2)
      let last = first + Self.tileColumns / 2 - 2
      let look = palette.text.with {
        $0.fill = DashboardPalette.wash
        $0.horizontal = .left
        $0.indent = 1
      }
      merge(4, first, last, .text(card.name), nil, look, edge: true)
      let value = look.with {
        // Three numbers need more room than one.
        $0.fontSize = (card.value?.value.text?.count ?? 0) > 6 ? 14 : 18
        $0.isBold = true
        $0.numberFormat = card.format
        // A number without room would be ###.
        $0.shrinksToFit = true
      }
      if let shown = card.value { merge(5, first, last, shown.value, shown.formula, value, edge: true) }
      let note = look.with {
        $0.fontSize = 8
        $0.vertical = .top
        $0.wrapsText = true
        $0.textColor = DashboardPalette.quiet
      }
      if let shown = card.note { merge(6, first, last, shown.value, shown.formula, note, edge: true) }
    }
  }

  // MARK: Tiles

  private mutating func add(_ tile: Tile, at offset: Int) {
    let top = Self.firstBand + offset / Self.tilesAcross * Self.bandRows
    let left = 1 + offset % Self.tilesAcross * Self.tileColumns
    let right = left + TileGrid.columns - 1
    sheet.rowHeights[top] = 20
    sheet.rowHeights[top + 1] = 14
    sheet.rowHeights[top + Self.bandRows - 1] = 8
    merge(
      top, left, right, tile.caption?.value ?? .text(tile.name), tile.caption?.formula,
      palette.text.with {
        $0.fontSize = 11
        $0.isBold = true
        $0.horizontal = .left
        $0.shrinksToFit = true
      }, topEdge: true)
    merge(
      top + 1, left, right, tile.noteCell?.value ?? .text(tile.note), tile.noteCell?.formula,
      palette.text.with {
        $0.fontSize = 8
        $0.textColor = DashboardPalette.quiet
        $0.horizontal = .left
      })
    switch tile.content {
    case .chart(let chart, let text):
      guard let first = CellReference(row: top + 2, column: left),
        let last = CellReference(row: top + 1 + TileGrid.rows, column: right)
      else { return }
      sheet.charts.append(
        PlacedChart(chart, over: CellRange(first, last), name: tile.name, alternativeText: text))
    case .grid(let grid): add(grid, top + 2, left)
    }
  }

  private mutating func add(_ grid: TileGrid, _ top: Int, _ left: Int) {
    for item in grid.items {
      let column = left + item.column
      merge(top + item.row, column, column + item.span - 1, item.value, item.formula, item.look)
    }
    for condition in grid.conditions {
      guard
        let first = CellReference(row: top + condition.rows.lowerBound, column: left + condition.columns.lowerBound),
        let last = CellReference(row: top + condition.rows.upperBound, column: left + condition.columns.upperBound)
      else { continue }
      let formula = condition.formula.split(separator: "@", omittingEmptySubsequences: false).joined(
        separator: "\(first)")
      sheet.conditionalFormats.append(
        ConditionalFormat(range: CellRange(first, last), formula: formula, look: condition.look))
    }
  }

  // MARK: Cells

  /// Merges one cell over several columns. The borders at its left and top belong to the cells on that edge.
  private mutating func merge(
    _ row: Int, _ first: Int, _ last: Int, _ value: CellValue, _ formula: String?, _ look: CellLook,
    edge: Bool = false, topEdge: Bool = false
  ) {
    for column in first...last {
      guard let cell = CellReference(row: row, column: column) else { continue }
      var own = look
      if edge, column == first { own.leftEdge = EdgeLine(DashboardPalette.navy, isThick: true) }
      if topEdge { own.topEdge = EdgeLine(DashboardPalette.grey) }
      sheet.cells[cell] = CellDesign(
        column == first ? value : .blank, formula: column == first ? formula : nil, look: own)
    }
    guard last > first, let start = CellReference(row: row, column: first),
      let end = CellReference(row: row, column: last)
    else { return }
    sheet.mergedRanges.append(CellRange(start, end))
  }
}
