/// Finds the column of a sheet that a header means, in any language.
public struct HeaderIndex: Sendable {
  private let keys: [String: String]

  public init(_ sheet: SheetDefinition) {
    var keys: [String: String] = [:]
    // Titles before aliases: an alias never takes the header of another column.
    for column in sheet.columns {
      for title in column.titles.all { keys[HeaderNormalizer.key(title), default: column.key] = column.key }
    }
    for column in sheet.columns {
      for alias in column.aliases {
        let key = HeaderNormalizer.key(alias)
        if keys[key] == nil { keys[key] = column.key }
      }
    }
    keys[""] = nil
    self.keys = keys
  }

  /// The key of the column, and the unit that the header states.
  public func match(_ header: String) -> HeaderMatch? {
    let normalized = HeaderNormalizer.normalize(header)
    return keys[normalized.key].map { HeaderMatch(key: $0, unit: normalized.unit) }
  }
}

public struct HeaderMatch: Hashable, Sendable {
  public let key: String
  /// `萬元` of 金額（萬元）.
  public let unit: String?
}

/// Finds the sheet that a title means, in any language.
public struct TitleIndex: Sendable {
  /// What a title means.
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
    for sheet in playbook.sheets { add(sheet.titles.all, .sheet(sheet.prefix)) }
    for sheet in playbook.specialSheets { add(sheet.titles.all, .special(sheet.kind)) }
    for sheet in playbook.sheets { add(sheet.aliases, .sheet(sheet.prefix)) }
    for sheet in playbook.specialSheets { add(sheet.aliases, .special(sheet.kind)) }
    self.meanings = meanings
  }

  public func match(_ title: String) -> Meaning? { meanings[HeaderNormalizer.key(title)] }
}
