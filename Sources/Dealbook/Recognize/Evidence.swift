// SPDX-License-Identifier: Apache-2.0

public import Playbook

/// Why a header was recognized as a column: the matching word, and whether the cells agree.
public struct Evidence: Hashable, Sendable {
  public enum Word: Hashable, Sendable {
    /// A title or an alias in the playbook.
    case own
    /// A word of the vocabulary, as written there.
    case vocabulary(String, SourceKind)
    /// The header contains a word of the vocabulary.
    case part(String)
    /// The header says in other words what this word of the vocabulary says.
    case synonym(String)
    /// The customers of other sheets stand in it.
    case customers
    /// The column beside the stages that says which deals are won and which are lost.
    case outcomes
    /// The column beside the amounts that says what deals brought once they were won.
    case actualAmounts
    /// The column of receivables that says how much of each is still open.
    case openBalance
    /// The column of days that only deals that are over have.
    case closingDays
  }

  /// How well the cells match the column.
  public enum Cells: Hashable, Sendable {
    /// The cells match.
    case agree
    /// There are no cells, or too few to tell.
    case few
    /// Some cells match and some do not.
    case doubtful
    /// The cells do not match.
    case disagree
  }

  public var word: Word
  public var cells: Cells
  /// Whether the word has other meanings too.
  public var isWeak: Bool

  public init(word: Word, cells: Cells, isWeak: Bool = false) {
    self.word = word
    self.cells = cells
    self.isWeak = isWeak
  }
}

/// Why a header or a sheet was not recognized.
public enum LeftAloneReason: Hashable, Sendable {
  /// The word matches no column of the playbook.
  case unknownWord
  /// The word is known and is not an input column.
  case noInput
  /// The word means a column, but the cells do not match it.
  case cellsDisagree(key: String)
  /// Another header was already recognized as this column.
  case taken(key: String)
  /// The word means a computed column, but the cells were typed.
  case typedComputed(key: String)
  /// There is too little evidence.
  case thin(key: String)
  /// The team's playbook states another header for the column.
  case reworded(key: String)
}

/// Why a sheet does not belong to the playbook.
public enum SheetRejection: Hashable, Sendable {
  case empty
  /// No row looks like a header.
  case noHeader
  /// It summarizes other cells: a pivot table, a dashboard.
  case summary
  /// There is too little evidence for the most similar kind.
  case thin(prefix: String, confidence: Double)
  /// There is no evidence for any kind.
  case unknown
  /// The playbook states where its sheets are, and this is not one of them.
  case notStated
  /// Another sheet is a better match for the kind.
  case secondOf(prefix: String)
}

extension Evidence {
  public func text(in language: Language) -> String {
    let said: String
    switch word {
    case .own:
      said = language.choose("header of the playbook", "規則手冊的欄名", "规则手册的列名")
    case .vocabulary(let text, let source):
      let name =
        source == .handKept ? nil : language.pick(source.ownName, Simplified.text(source.ownName), source.ownName)
      said =
        name.map {
          language.choose("“\(text)”, as \($0) has it", "「\(text)」是 \($0) 的用語", "“\(text)”是 \($0) 的用语")
        } ?? language.choose("known as “\(text)”", "即「\(text)」", "即“\(text)”")
    case .customers:
      said = language.choose("the customers of other sheets stand in it", "其他表的客戶都在這一欄", "其他表的客户都在这一列")
    case .actualAmounts:
      said = language.choose(
        "it says what won deals brought", "寫明贏單的實際金額", "写明赢单的实际金额")
    case .openBalance:
      said = language.choose("it says what is still open", "寫明還有多少沒收", "写明还有多少没收")
    case .closingDays:
      said = language.choose("only deals that are over have a date in it", "只有已結束的商機填了日期", "只有已结束的商机填了日期")
    case .outcomes:
      said = language.choose("it says what is won and lost", "寫明贏單與輸單", "写明赢单与输单")
    case .part(let text):
      said = language.choose("has “\(text)” in it", "含「\(text)」", "含“\(text)”")
    case .synonym(let text):
      said = language.choose("means the same as “\(text)”", "與「\(text)」同義", "与“\(text)”同义")
    }
    return said + language.choose("; ", "；", "；") + cells.text(in: language)
  }
}

extension Evidence.Cells {
  public func text(in language: Language) -> String {
    switch self {
    case .agree: language.choose("the cells agree", "內容相符", "内容相符")
    case .few: language.choose("too few cells to tell", "內容太少，無從判斷", "内容太少，无从判断")
    case .doubtful: language.choose("the cells agree in part", "內容部分相符", "内容部分相符")
    case .disagree: language.choose("the cells hold something else", "內容不符", "内容不符")
    }
  }
}

extension LeftAloneReason {
  /// - Parameter title: the title of the column with this key.
  public func text(in language: Language, title: (String) -> String) -> String {
    switch self {
    case .unknownWord: language.choose("not a word that is known", "不是已知的用語", "不是已知的用语")
    case .noInput: language.choose("known, and none of our inputs", "已知，不是我們的輸入欄", "已知，不是我们的输入列")
    case .cellsDisagree(let key):
      language.choose(
        "could be “\(title(key))”, but the cells hold something else", "名稱像「\(title(key))」，但內容不符",
        "名称像“\(title(key))”，但内容不符")
    case .taken(let key):
      language.choose(
        "“\(title(key))” is already another column", "「\(title(key))」已是另一欄", "“\(title(key))”已是另一列")
    case .typedComputed(let key):
      language.choose(
        "“\(title(key))” is computed, and these cells were typed", "「\(title(key))」是計算欄，而這裡是人填的",
        "“\(title(key))”是计算列，而这里是人填的")
    case .thin(let key):
      language.choose(
        "could be “\(title(key))”; too little speaks for it", "可能是「\(title(key))」，依據不足", "可能是“\(title(key))”，依据不足")
    case .reworded(let key):
      language.choose(
        "could be “\(title(key))”, for which the playbook states another header", "可能是「\(title(key))」，但規則手冊寫的是另一個欄名",
        "可能是“\(title(key))”，但规则手册写的是另一个列名")
    }
  }
}

extension SheetRejection {
  /// - Parameter title: the title of the sheet with this prefix.
  public func text(in language: Language, title: (String) -> String) -> String {
    switch self {
    case .empty: language.choose("nothing in it", "空白", "空白")
    case .noHeader: language.choose("no row looks like a header", "找不到標題列", "找不到标题行")
    case .summary: language.choose("a summary of other cells", "是彙總表", "是汇总表")
    case .thin(let prefix, _):
      language.choose(
        "could be “\(title(prefix))”; too little speaks for it", "可能是「\(title(prefix))」，依據不足",
        "可能是“\(title(prefix))”，依据不足")
    case .unknown: language.choose("none of the playbook's sheets", "不是規則手冊裡的工作表", "不是规则手册里的工作表")
    case .notStated:
      language.choose("not a sheet that the playbook names", "規則手冊沒有提到這張工作表", "规则手册没有提到这张工作表")
    case .secondOf(let prefix):
      language.choose(
        "another sheet stands for “\(title(prefix))”", "「\(title(prefix))」已有另一張工作表", "“\(title(prefix))”已有另一张工作表")
    }
  }
}

extension Language {
  /// The one of three texts that is in this language.
  func choose(_ english: String, _ traditional: String, _ simplified: String) -> String {
    pick(traditional, simplified, english)
  }
}
