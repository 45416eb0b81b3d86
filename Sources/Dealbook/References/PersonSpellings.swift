// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// People whose names are spelled in several ways: “sue park” and “Sue Park”, 王强 and 王強.
///
/// Names are the same only if they differ by nothing but case, width, white space, composition and script. What they add up to would
/// otherwise be split over several people, because formulas find one spelling alone.
struct PersonSpellings: Sendable {
  /// How a name is spelled elsewhere in the workbook.
  struct Other: Hashable, Sendable {
    /// The spelling by which the person is called.
    var usual: String
    /// Whether that spelling is clearly the workbook's: that of its list of people or of its targets, or that of most cells.
    var isClear: Bool
  }

  /// The other spelling of each name, by the name without stray spaces.
  private let others: [String: Other]

  static let none = PersonSpellings([])

  var isEmpty: Bool { others.isEmpty }

  /// What a name without stray spaces should be, if it is not the usual spelling of its person.
  func other(of name: String) -> Other? { others.isEmpty ? nil : others[name] }

  /// By what name the person is called that a cell names.
  func name(_ text: String) -> String {
    let clean = StraySpace.collapsed(text)
    return others.isEmpty ? clean : others[clean]?.usual ?? clean
  }

  // MARK: Reading

  private struct Use {
    var count = 0
    /// The position at which it was first met.
    var place = 0
    var isInPeople = false
    var isInTargets = false
  }

  init(_ sheets: [LocatedSheet]) {
    var uses: [String: Use] = [:]
    for sheet in sheets {
      for column in sheet.columns where Self.namesPeople(column, on: sheet) {
        var counts = [Int](repeating: 0, count: column.values.textCount)
        var texts = [String?](repeating: nil, count: column.values.textCount)
        for offset in 0..<min(column.values.count, sheet.rows.count) where sheet.rows.kinds[offset] == .data {
          guard let number = column.values.textNumber(at: offset) else { continue }
          counts[number] += 1
          if texts[number] == nil { texts[number] = column.values[offset].text }
        }
        for (text, count) in zip(texts, counts) where count > 0 {
          guard let text else { continue }
          let name = StraySpace.collapsed(text)
          if name.isEmpty { continue }
          var use = uses[name] ?? Use(place: uses.count)
          use.count += count
          if sheet.prefix == "pe", column.key == "person" { use.isInPeople = true }
          if sheet.prefix == "tg" { use.isInTargets = true }
          uses[name] = use
        }
      }
    }
    var groups: [String: [(name: String, use: Use)]] = [:]
    for (name, use) in uses { groups[Self.key(name, withScript: false), default: []].append((name, use)) }
    var others: [String: Other] = [:]
    for group in groups.values where group.count > 1 {
      // Where two names would be one only in simplified characters, 王乾 and 王幹, they are different people.
      if Self.areOneInAnyScript(group.map(\.name)) {
        Self.settle(group, &others)
      } else {
        for spellings in Dictionary(grouping: group, by: { Self.key($0.name, withScript: true) }).values {
          Self.settle(spellings, &others)
        }
      }
    }
    self.others = others
  }

  private static func namesPeople(_ column: LocatedColumn, on sheet: LocatedSheet) -> Bool {
    if column.definition.isComputed { return false }
    if sheet.prefix == "pe" { return column.key == "person" || column.key == "manager" }
    guard case .reference(let target) = column.definition.allowed else { return false }
    return target.sheet == "pe" && target.column == "person"
  }

  private static func settle(_ spellings: [(name: String, use: Use)], _ others: inout [String: Other]) {
    guard spellings.count > 1 else { return }
    let ranked = spellings.sorted { ($1.use.count, $0.use.place) < ($0.use.count, $1.use.place) }
    let people = ranked.filter(\.use.isInPeople)
    let targets = ranked.filter(\.use.isInTargets)
    let all = ranked.reduce(0) { $0 + $1.use.count }
    let usual: (name: String, isClear: Bool)
    if people.count == 1 {
      usual = (people[0].name, true)
    } else if people.isEmpty, targets.count == 1 {
      usual = (targets[0].name, true)
    } else {
      let first = (people.first ?? targets.first ?? ranked[0])
      usual = (first.name, people.isEmpty && targets.isEmpty && first.use.count * 2 > all)
    }
    for spelling in ranked where spelling.name != usual.name {
      // Two rows of the list of people are not for a repair to make equal.
      others[spelling.name] = Other(usual: usual.name, isClear: usual.isClear && !spelling.use.isInPeople)
    }
  }

  // MARK: Folding

  /// The form in which spellings of one name are equal. Blanks divide the words of a name, but not Chinese characters.
  private static func key(_ name: String, withScript: Bool) -> String {
    var scalars = String.UnicodeScalarView()
    var isAfterBlank = false
    for scalar in TextFolding.folded(name).unicodeScalars {
      if TextFolding.isBlank(scalar) {
        isAfterBlank = !scalars.isEmpty
        continue
      }
      if isAfterBlank, let last = scalars.last, !isIdeograph(last) || !isIdeograph(scalar) { scalars.append(" ") }
      isAfterBlank = false
      scalars.append(scalar)
    }
    return withScript ? String(scalars) : Simplified.text(String(scalars))
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool { (0x3400...0x9FFF).contains(scalar.value) }

  /// Whether names that are equal in simplified characters differ by their script alone: at each place at most one character besides the
  /// simplified one.
  private static func areOneInAnyScript(_ names: [String]) -> Bool {
    let folded = Set(names.map { key($0, withScript: true) }).map { Array($0.unicodeScalars) }
    guard let first = folded.first, folded.allSatisfy({ $0.count == first.count }) else { return folded.count < 2 }
    return first.indices.allSatisfy { place in
      let characters = Set(folded.map { $0[place] })
      let simplified = Array(Simplified.text(String(Character(first[place]))).unicodeScalars).first
      return characters.subtracting([simplified].compactMap(\.self)).count < 2
    }
  }
}
