// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Whether the targets of the period add up to a target of the team: all can be read, none is the sum of the others, and together they are
/// about the whole period.
struct TargetBasis {
  enum Doubt {
    /// The cells of targets, or of their periods, that are missing or cannot be read.
    case unread([CellPlace], areTargets: Bool)
    /// The cells of targets that are empty, although their owners have deals and no other target.
    case blank(owners: [String], [CellPlace])
    /// A row that is the sum of the others, under a name that has no deals.
    case sumOfOthers(name: String, CellPlace)
    /// Targets of an owner lie in each other's periods, as a quarter's does beside those of its months, and it is not clear which count.
    case nested(owners: [String], [CellPlace])
    /// The targets end before the period does, begin after it does, or leave a gap.
    case partOfPeriod(first: Double, last: Double, hasEnds: Bool)
    /// The sheet says of no target to which period it belongs.
    case noPeriods(ColumnID)
  }

  /// Targets of owners that lie inside one of theirs for the whole period, which counts instead.
  struct Parts {
    var owners: [String] = []
    var places: [CellPlace] = []
  }

  let doubt: Doubt?
  /// The targets that do not count because the owner has one for the whole period, as a year's beside those of its quarters.
  let parts: Parts
  private let source: DashboardSource

  init(_ source: DashboardSource) {
    self.source = source
    (doubt, parts) = Self.reading(source)
  }

  private static func reading(_ source: DashboardSource) -> (doubt: Doubt?, parts: Parts) {
    let none = Parts()
    guard source.lack(["tg_target"]) == nil,
      let sheet = SheetRows(source, "tg", ["owner", "target", "p_start", "p_end"]),
      source.holdsNumbers("tg_target")
    else { return (nil, none) }
    if let missing = source.lack(["tg_p_start", "tg_p_end"]) { return (.noPeriods(missing), none) }
    guard let start = source.team.settings.number("PeriodStart"), let end = source.team.settings.number("PeriodEnd")
    else { return (nil, none) }
    func isInside(_ row: Int) -> Bool {
      guard let first = sheet.number("p_start", row), let last = sheet.number("p_end", row) else { return false }
      return first >= start && last <= end
    }
    let rows = sheet.rows.filter(isInside)
    let unread = rows.filter { !sheet.value("target", $0).isEmpty && sheet.number("target", $0) == nil }
    if !unread.isEmpty { return (.unread(unread.map { sheet.place("target", $0) }, areTargets: true), none) }
    if let blank = blank(sheet, rows, source) { return (blank, none) }
    let targets = sheet.rows.filter { (sheet.number("target", $0) ?? 0) > 0 }
    let undated = targets.compactMap { row in
      ["p_start", "p_end"].first { sheet.number($0, row) == nil }.map { sheet.place($0, row) }
    }
    if !undated.isEmpty { return (.unread(undated, areTargets: false), none) }
    if let row = sumOfOthers(sheet, rows, source) {
      return (.sumOfOthers(name: sheet.text("owner", row), sheet.place("target", row)), none)
    }
    let counted = targets.filter(isInside)
    let (doubt, parts) = OwnerSpans(sheet, counted).nested(sheet, from: start, to: end)
    return (doubt ?? partOfPeriod(sheet, counted.isEmpty ? targets : counted, from: start, to: end), parts)
  }

  /// The targets that nobody has entered yet: what their owners win would count against the targets of the others.
  private static func blank(_ sheet: SheetRows, _ rows: [Int], _ source: DashboardSource) -> Doubt? {
    func owner(_ row: Int) -> String { ReferenceIndex.key(sheet.text("owner", row)) }
    let empty = rows.filter { sheet.value("target", $0).isEmpty && !owner($0).isEmpty }
    guard !empty.isEmpty else { return nil }
    let stated = Set(rows.filter { sheet.number("target", $0) != nil }.map(owner))
    guard !stated.isEmpty else { return nil }
    let known = ownersOfDeals(source)
    let blank = empty.filter { known.contains(owner($0)) && !stated.contains(owner($0)) }
    guard !blank.isEmpty else { return nil }
    var names: [String] = []
    for row in blank where !names.contains(sheet.text("owner", row)) { names.append(sheet.text("owner", row)) }
    return .blank(owners: names, blank.map { sheet.place("target", $0) })
  }

  /// The row that is the sum of at least two others of the same period, if nobody of its name has deals.
  private static func sumOfOthers(_ sheet: SheetRows, _ rows: [Int], _ source: DashboardSource) -> Int? {
    struct Period: Hashable { var first, last: Double? }
    var groups: [Period: [Int]] = [:]
    for row in rows where sheet.number("target", row) != nil {
      groups[Period(first: sheet.number("p_start", row), last: sheet.number("p_end", row)), default: []].append(row)
    }
    var owners: Set<String>?
    for group in groups.values.sorted(by: { ($0.first ?? 0) < ($1.first ?? 0) }) where group.count > 2 {
      let total = group.reduce(0) { $0 + (sheet.number("target", $1) ?? 0) }
      for row in group where abs(2 * (sheet.number("target", row) ?? 0) - total) < 0.005 {
        let known = owners ?? ownersOfDeals(source)
        owners = known
        if !known.contains(sheet.text("owner", row).lowercased()) { return row }
      }
    }
    return nil
  }

  private static func ownersOfDeals(_ source: DashboardSource) -> Set<String> {
    guard let deals = SheetRows(source, "de", ["owner"]) else { return [] }
    return Set(deals.rows.map { deals.text("owner", $0).lowercased() })
  }

  private static func partOfPeriod(_ sheet: SheetRows, _ rows: [Int], from start: Double, to end: Double) -> Doubt? {
    let spans = rows.compactMap { row -> (first: Double, last: Double)? in
      guard let first = sheet.number("p_start", row), let last = sheet.number("p_end", row) else { return nil }
      return (first, last)
    }.sorted { $0.first < $1.first }
    guard let first = spans.first?.first else { return nil }
    var last = first - 1
    var hasGap = false
    for span in spans {
      if span.first > last + 1 { hasGap = true }
      last = max(last, span.last)
    }
    let hasEnds = first == start && last == end
    return hasEnds && !hasGap ? nil : .partOfPeriod(first: first, last: last, hasEnds: hasEnds)
  }

  /// The formula for the sum of the targets, which gives nothing while the doubt lasts.
  var sum: String {
    let sum = OwnerFormulas.all("tg_target", wholes: takesWholes)
    guard let doubt else { return sum }
    return switch doubt {
    case .unread(_, areTargets: true): "IF(COUNTIFS(tg_target,\"?*\")>0,0,\(sum))"
    case .partOfPeriod(first: _, last: _, hasEnds: false):
      "IF(AND(COUNTIFS(tg_p_start,PeriodStart,tg_target,\">0\")>0,COUNTIFS(tg_p_end,PeriodEnd,tg_target,\">0\")>0),\(sum),0)"
    case .blank:
      "IF(COUNTIFS(tg_owner,\"?*\",tg_target,\"\",tg_p_start,\">=\"&PeriodStart,tg_p_end,\"<=\"&PeriodEnd)>0,0,\(sum))"
    case .unread, .sumOfOthers, .nested, .partOfPeriod, .noPeriods: "0"
    }
  }

  /// Whether targets for the whole period count instead of those inside them.
  var takesWholes: Bool { doubt == nil && !parts.owners.isEmpty }

  /// Why the targets do not add up to one of the team; nil if they do.
  var reason: String? {
    guard let doubt else { return nil }
    let words = source.words
    switch doubt {
    case .unread(let places, let areTargets):
      let cells = words.list(CellPlace.texts(places), most: 6)
      if areTargets {
        return words.pick(
          "\(places.count) 個目標讀不出來（\(cells)）", "\(places.count) 个目标读不出来（\(cells)）",
          "\(words.count(places.count, "target", "targets")) cannot be read (\(cells))")
      }
      return words.pick(
        "\(places.count) 個目標的期間不明（\(cells)）", "\(places.count) 个目标的期间不明（\(cells)）",
        "the period of \(words.count(places.count, "target", "targets")) is not known (\(cells))")
    case .blank(let owners, let places):
      let (names, cells) = (words.list(owners, most: 6), words.list(CellPlace.texts(places), most: 6))
      return words("\(names)的目標是空白的（\(cells)）", "the target of \(names) is blank (\(cells))")
    case .sumOfOthers(let name, let place):
      return words.pick(
        "「\(name)」的目標（\(place.cell)）正好是其他人的合計", "“\(name)”的目标（\(place.cell)）正好是其他人的合计",
        "the target of “\(name)” (\(place.cell)) is the sum of the others")
    case .nested(let owners, let places):
      let (names, cells) = (words.list(owners, most: 6), words.list(CellPlace.texts(places), most: 6))
      return words(
        "\(names)的目標期間互相包含（\(cells)）", "the periods of the targets of \(names) lie in one another (\(cells))")
    case .partOfPeriod(let first, let last, _):
      let system = source.team.workbook.dateSystem
      func day(_ serial: Double) -> String { SerialDate.isoText(serial: serial.rounded(.down), system: system) ?? "" }
      return words.pick(
        "各目標的期間（\(day(first)) – \(day(last))）合起來不是整個本期", "各目标的期间（\(day(first)) – \(day(last))）合起来不是整个本期",
        "the periods of the targets (\(day(first)) – \(day(last))) do not add up to the whole period")
    case .noPeriods(let column): return source.reason(lacking: column)
    }
  }
}
