/// The words by which sheets, columns and labels of others are known: what CRMs export, and what sales teams type by hand.
///
/// It says what a word *may* mean; what a workbook's header means is decided by looking at the cells as well. A word that means
/// two things is weak (``Word/isWeak``) or left out. Headers and titles are compared as ``HeaderNormalizer`` and
/// `TextFolding.name` leave them, so that case, width, spaces and traditional or simplified characters make no difference.
public struct Vocabulary: Hashable, Sendable {
  /// What stands in ``TitleWord/sheet`` for titles of sheets that are none of the playbook's: purchases, stocks, tasks.
  public static let noSheet = "none"

  /// Words that titles of sheets, names of files and headings above tables use.
  public var titles: [TitleWord]
  public var headers: [HeaderWord]
  public var values: [ValueWord]
  /// Headers that are known and mean no input of ours: ‘Phone’, ‘Close quarter’, ‘Weighted amount’.
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

  /// These words and those of another, whose words come first: a company's own say best what its people mean.
  public func adding(_ own: Vocabulary) -> Vocabulary {
    Vocabulary(
      titles: own.titles + titles, headers: own.headers + headers, values: own.values + values,
      leftAlone: own.leftAlone + leftAlone)
  }

  /// A word as people write it, with where it comes from.
  public struct Word: Hashable, Sendable {
    public var text: String
    public var language: WordLanguage
    public var source: SourceKind
    /// Means this only where the cells and the other headers say so as well.
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

  /// A header that is known to be none of a sheet's columns.
  public struct OtherHeader: Hashable, Sendable {
    /// Prefix of the sheet; nil for every sheet.
    public var sheet: String?
    public var word: Word

    public init(sheet: String?, word: Word) {
      self.sheet = sheet
      self.word = word
    }
  }

  /// A label that columns of others hold, such as ‘Closed Won’, with what it says about its row.
  public struct ValueWord: Hashable, Sendable {
    /// Prefix of the list that columns with such labels take.
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
  /// The code of the list's own row that says the same; nil where there is none.
  public var code: String?
  public var outcome: Outcome?
  /// Its place in the usual course of things, smallest first.
  public var order: Double?
  /// How often such a row is won in the end, 0…1, by common practice; a starting point that the team replaces.
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

/// The language of a word of the vocabulary, which has more than messages have.
public enum WordLanguage: String, CaseIterable, Hashable, Sendable {
  /// Chinese that is written alike, character for character, in both scripts.
  case chinese = "zh"
  /// Words of Taiwan and Hong Kong.
  case traditionalChinese = "zh-Hant"
  /// Words of the mainland.
  case simplifiedChinese = "zh-Hans"
  case english = "en"
  case german = "de"
  case italian = "it"
  case spanish = "es"
  case french = "fr"
}

/// The kind of program or habit that a word comes from.
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

  /// The language of its words where nothing else is said.
  public var language: WordLanguage {
    switch self {
    case .handKept, .salesforce, .hubspot, .zoho, .dynamics, .pipedrive, .odoo: .english
    case .fxiaoke, .xiaoshouyi, .yonyou, .kingdee: .simplifiedChinese
    }
  }

  /// As it calls itself.
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
