// SPDX-License-Identifier: Apache-2.0

/// The words that identify sheets, columns and labels in other workbooks: those that CRMs export, and those that sales teams type.
///
/// It says what a word *may* mean; the meaning of a workbook's header is decided by looking at the cells too. An ambiguous word is weak
/// (``Word/isWeak``) or left out. Headers and titles are compared in the forms of ``HeaderNormalizer`` and `TextFolding.name`, so case,
/// width, spaces, and traditional or simplified characters make no difference.
public struct Vocabulary: Hashable, Sendable {
  /// The value of ``TitleWord/sheet`` for titles of sheets that the playbook does not have: purchases, stock, tasks.
  public static let noSheet = "none"

  /// Words in titles of sheets, names of files and headings above tables.
  public var titles: [TitleWord]
  public var headers: [HeaderWord]
  public var values: [ValueWord]
  /// Known headers that match none of the input columns: ‘Phone’, ‘Close quarter’, ‘Weighted amount’.
  public var leftAlone: [OtherHeader]

  public init(
    titles: [TitleWord] = [], headers: [HeaderWord] = [], values: [ValueWord] = [], leftAlone: [OtherHeader] = []
  ) {
    self.titles = titles
    self.headers = headers
    self.values = values
    self.leftAlone = leftAlone
  }

  public var isEmpty: Bool { titles.isEmpty && headers.isEmpty && values.isEmpty && leftAlone.isEmpty }

  /// Combines this vocabulary with another whose words take precedence: a company's own words say best what its people mean.
  public func adding(_ own: Vocabulary) -> Vocabulary {
    Vocabulary(
      titles: own.titles + titles, headers: own.headers + headers, values: own.values + values,
      leftAlone: own.leftAlone + leftAlone)
  }

  /// A word as people write it, and its origin.
  public struct Word: Hashable, Sendable {
    public var text: String
    public var language: WordLanguage
    public var source: SourceKind
    /// Whether the word has this meaning only if the cells and the other headers confirm it.
    public var isWeak: Bool

    public init(_ text: String, language: WordLanguage, source: SourceKind = .handKept, isWeak: Bool = false) {
      self.text = text
      self.language = language
      self.source = source
      self.isWeak = isWeak
    }
  }

  public struct TitleWord: Hashable, Sendable {
    /// Prefix of the sheet.
    public var sheet: String
    public var word: Word

    public init(sheet: String, word: Word) {
      self.sheet = sheet
      self.word = word
    }
  }

  public struct HeaderWord: Hashable, Sendable {
    public var column: ColumnReference
    public var word: Word

    public init(column: ColumnReference, word: Word) {
      self.column = column
      self.word = word
    }
  }

  /// A header known not to be one of a sheet's columns.
  public struct OtherHeader: Hashable, Sendable {
    /// Prefix of the sheet; nil for every sheet.
    public var sheet: String?
    public var word: Word

    public init(sheet: String?, word: Word) {
      self.sheet = sheet
      self.word = word
    }
  }

  /// A label in other people's columns, such as ‘Closed Won’, and what it says about its row.
  public struct ValueWord: Hashable, Sendable {
    /// Prefix of the list that columns with such labels use.
    public var list: String
    public var meaning: ValueMeaning
    public var word: Word

    public init(list: String, meaning: ValueMeaning, word: Word) {
      self.list = list
      self.meaning = meaning
      self.word = word
    }
  }
}

/// What a label says about its row.
public struct ValueMeaning: Hashable, Sendable {
  /// Unique within its list: `proposal`.
  public var name: String
  /// The code of the list's own row with the same meaning; nil if there is none.
  public var code: String?
  public var outcome: Outcome?
  /// Its place in the usual sequence, lowest first.
  public var order: Double?
  /// The usual share of such rows that are won in the end, 0…1; a starting value for the team to replace.
  public var chance: Double?

  public init(
    name: String, code: String? = nil, outcome: Outcome? = nil, order: Double? = nil, chance: Double? = nil
  ) {
    self.name = name
    self.code = code
    self.outcome = outcome
    self.order = order
    self.chance = chance
  }

  public enum Outcome: String, CaseIterable, Hashable, Sendable {
    case open
    case won
    case lost
    /// Neither open nor decided: postponed, on hold.
    case onHold = "on-hold"
  }
}

/// The language of a vocabulary word. There are more of these than languages of messages.
public enum WordLanguage: String, CaseIterable, Hashable, Sendable {
  /// Chinese whose characters are the same in both scripts.
  case chinese = "zh"
  /// Words used in Taiwan and Hong Kong.
  case traditionalChinese = "zh-Hant"
  /// Words used in mainland China.
  case simplifiedChinese = "zh-Hans"
  case english = "en"
  case german = "de"
  case italian = "it"
  case spanish = "es"
  case french = "fr"
}

/// The program that a word comes from, or `handKept` for what people type.
public enum SourceKind: String, CaseIterable, Hashable, Sendable {
  case handKept = "hand"
  case salesforce, hubspot, zoho, dynamics, pipedrive, odoo
  /// 紛享銷客
  case fxiaoke
  /// 銷售易
  case xiaoshouyi
  /// 用友
  case yonyou
  /// 金蝶
  case kingdee

  /// The language of its words unless stated otherwise.
  public var language: WordLanguage {
    switch self {
    case .handKept, .salesforce, .hubspot, .zoho, .dynamics, .pipedrive, .odoo: .english
    case .fxiaoke, .xiaoshouyi, .yonyou, .kingdee: .simplifiedChinese
    }
  }

  /// The name that it uses for itself.
  public var ownName: String {
    switch self {
    case .handKept: "hand-kept"
    case .salesforce: "Salesforce"
    case .hubspot: "HubSpot"
    case .zoho: "Zoho CRM"
    case .dynamics: "Dynamics 365"
    case .pipedrive: "Pipedrive"
    case .odoo: "Odoo"
    case .fxiaoke: "紛享銷客"
    case .xiaoshouyi: "銷售易"
    case .yonyou: "用友"
    case .kingdee: "金蝶"
    }
  }
}
