// SPDX-License-Identifier: Apache-2.0

/// Finds the column of a sheet that a header refers to, in any language.
public struct HeaderIndex: Sendable {
  private let keys: [String: String]
  /// The matches of titles and aliases exactly as the playbook writes them, as most workbooks do too, which saves normalizing them.
  private let asWritten: [String: (text: String, match: HeaderMatch)]
  /// Headers that the team's playbook states, by ``statedKey(_:)``; an empty key means that the column is left alone.
  private let stated: [String: String]

  /// The form in which headers stated by a playbook are compared: exact except for case, width and white space.
  public static func statedKey(_ header: String) -> String {
    TextFolding.string(of: TextFolding.foldedScalars(header).filter { !TextFolding.isBlank($0) })
  }

  /// Whether the team's playbook states that a column has this header.
  public func isStated(_ header: String) -> Bool {
    // Most playbooks state none.
    !stated.isEmpty && stated[Self.statedKey(header)]?.isEmpty == false
  }

  /// Whether the team's playbook states headers for this sheet.
  public var statesHeaders: Bool { !stated.isEmpty }

  public init(_ sheet: SheetDefinition) {
    var keys: [String: String] = [:]
    var stated: [String: String] = [:]
    for column in sheet.columns {
      for header in column.headers { stated[Self.statedKey(header)] = column.key }
    }
    // A repair converts 金额(万元) and calls it 金额(元). It is the same column.
    for column in sheet.columns where column.type == .money {
      for header in column.headers {
        guard let single = HeaderNormalizer.inSingleUnits(header) else { continue }
        let key = Self.statedKey(single)
        if stated[key] == nil { stated[key] = column.key }
      }
    }
    for header in sheet.placement.ignoredHeaders where stated[Self.statedKey(header)] == nil {
      stated[Self.statedKey(header)] = ""
    }
    self.stated = stated
    var written: [String: NormalizedHeader] = [:]
    func normalized(_ header: String) -> String {
      let normalized = HeaderNormalizer.normalize(header)
      written[header] = normalized
      return normalized.key
    }
    // Titles before aliases, so that an alias never takes another column's header.
    for column in sheet.columns {
      for title in column.titles.all { keys[normalized(title), default: column.key] = column.key }
    }
    for column in sheet.columns {
      for alias in column.aliases {
        let key = normalized(alias)
        if keys[key] == nil { keys[key] = column.key }
      }
    }
    keys[""] = nil
    self.keys = keys
    var asWritten: [String: (text: String, match: HeaderMatch)] = [:]
    for (text, header) in written {
      if let key = keys[header.key] { asWritten[text] = (text, HeaderMatch(key: key, unit: header.unit)) }
    }
    self.asWritten = asWritten
  }

  /// The key of the column with this title or alias, whatever headers the team's playbook states: what the tool writes has its title.
  public func key(titled header: String) -> String? { keys[HeaderNormalizer.key(header)] }

  /// The key of the column, and the unit that the header states.
  public func match(_ header: String) -> HeaderMatch? {
    if stated.isEmpty, let known = asWritten[header], known.text.utf8.elementsEqual(header.utf8) { return known.match }
    let normalized = HeaderNormalizer.normalize(header)
    if let key = stated.isEmpty ? nil : stated[Self.statedKey(header)] {
      return key.isEmpty ? nil : HeaderMatch(key: key, unit: normalized.unit)
    }
    return keys[normalized.key].map { HeaderMatch(key: $0, unit: normalized.unit) }
  }
}

public struct HeaderMatch: Hashable, Sendable {
  public let key: String
  /// The unit: `萬元` in 金額（萬元）.
  public let unit: String?
}

/// Finds the sheet that a title refers to, in any language.
public struct TitleIndex: Sendable {
  /// The kind of sheet that a title refers to.
  public enum Meaning: Hashable, Sendable {
    /// A data sheet, by prefix.
    case sheet(String)
    case special(SpecialSheetKind)
  }

  private let meanings: [String: Meaning]

  public init(_ playbook: Playbook) {
    var meanings: [String: Meaning] = [:]
    func add(_ titles: [String], _ meaning: Meaning) {
      for title in titles where !HeaderNormalizer.key(title).isEmpty {
        let key = HeaderNormalizer.key(title)
        if meanings[key] == nil { meanings[key] = meaning }
      }
    }
    for sheet in playbook.sheets { add(sheet.placement.titles, .sheet(sheet.prefix)) }
    for sheet in playbook.sheets { add(sheet.titles.all, .sheet(sheet.prefix)) }
    for sheet in playbook.specialSheets { add(sheet.titles.all, .special(sheet.kind)) }
    for sheet in playbook.sheets { add(sheet.aliases, .sheet(sheet.prefix)) }
    for sheet in playbook.specialSheets { add(sheet.aliases, .special(sheet.kind)) }
    self.meanings = meanings
  }

  public func match(_ title: String) -> Meaning? { meanings[HeaderNormalizer.key(title)] }
}
