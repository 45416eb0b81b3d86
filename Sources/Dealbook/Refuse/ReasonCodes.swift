// SPDX-License-Identifier: Apache-2.0

// Reasons are said in the reader's language; programs go by these codes, which stay as they are.

/// The codes of reasons in the JSON of `inspect`, `adopt` and `fill`; `explain` explains each.
public enum ReasonCode: String, CaseIterable, Sendable {
  case own
  case vocabulary
  case part
  case synonym
  case customers
  case outcomes
  case actualAmounts = "actual-amounts"
  case closingDays = "closing-days"
  case openBalance = "open-balance"
  case agree
  case few
  case doubtful
  case disagree
  case unknownWord = "unknown-word"
  case noInput = "no-input"
  case cellsDisagree = "cells-disagree"
  case taken
  case typedComputed = "typed-computed"
  case thin
  case reworded
  case empty
  case noHeader = "no-header"
  case summary
  case unknown
  case notStated = "not-stated"
  case secondOf = "second-of"
  case formula
  case formulaInColumn = "formula-in-column"
  case unreadInColumn = "unread-in-column"
  case numberOfOtherUnit = "number-of-other-unit"
  case readElsewhere = "read-elsewhere"
  case statedElsewhere = "stated-elsewhere"
  case formulaInPercentColumn = "formula-in-percent-column"
  case header
  case sameNumbers = "same-numbers"
  case severalCurrencies = "several-currencies"
  case unitLine = "unit-line"
  case severalTabs = "several-tabs"
  case refused
  case sheetsMissing = "sheets-missing"
  case columnsMissing = "columns-missing"
  case notUnderstood = "not-understood"
  case settingMissing = "setting-missing"
  case chanceUnknown = "chance-unknown"
  case sheetLeftOut = "sheet-left-out"
  case restsOn = "rests-on"
  case notRequested = "not-requested"
  case noWorksheet = "no-worksheet"
}

extension Evidence {
  /// `vocabulary`: what the word was known by.
  public var code: String { reason.rawValue }

  fileprivate var reason: ReasonCode {
    switch word {
    case .own: .own
    case .vocabulary: .vocabulary
    case .part: .part
    case .synonym: .synonym
    case .customers: .customers
    case .outcomes: .outcomes
    case .actualAmounts: .actualAmounts
    case .closingDays: .closingDays
    case .openBalance: .openBalance
    }
  }
}

extension Evidence.Cells {
  /// `agree`: how well the cells match.
  public var code: String { reason.rawValue }

  fileprivate var reason: ReasonCode {
    switch self {
    case .agree: .agree
    case .few: .few
    case .doubtful: .doubtful
    case .disagree: .disagree
    }
  }
}

extension LeftAloneReason {
  /// `cells-disagree`.
  public var code: String { reason.rawValue }

  fileprivate var reason: ReasonCode {
    switch self {
    case .unknownWord: .unknownWord
    case .noInput: .noInput
    case .cellsDisagree: .cellsDisagree
    case .taken: .taken
    case .typedComputed: .typedComputed
    case .thin: .thin
    case .reworded: .reworded
    }
  }
}

extension SheetRejection {
  /// `no-header`.
  public var code: String { reason.rawValue }

  fileprivate var reason: ReasonCode {
    switch self {
    case .empty: .empty
    case .noHeader: .noHeader
    case .summary: .summary
    case .thin: .thin
    case .unknown: .unknown
    case .notStated: .notStated
    case .secondOf: .secondOf
    }
  }
}

extension UnmadeRepair.Reason {
  /// `read-elsewhere`.
  public var code: String { reason.rawValue }

  fileprivate var reason: ReasonCode {
    switch self {
    case .formula: .formula
    case .formulaInColumn: .formulaInColumn
    case .unreadInColumn: .unreadInColumn
    case .numberOfOtherUnit: .numberOfOtherUnit
    case .readElsewhere: .readElsewhere
    case .statedElsewhere: .statedElsewhere
    case .formulaInPercentColumn: .formulaInPercentColumn
    case .header: .header
    case .sameNumbers: .sameNumbers
    case .unitLine(let line): line.isOfSeveralCurrencies ? .severalCurrencies : .unitLine
    case .severalTabs: .severalTabs
    case .refused: .refused
    }
  }
}

extension SkippedColumn.Reason {
  /// `columns-missing`.
  public var code: String { reason.rawValue }

  fileprivate var reason: ReasonCode {
    switch self {
    case .sheetsMissing: .sheetsMissing
    case .columnsMissing: .columnsMissing
    case .notUnderstood: .notUnderstood
    case .settingMissing: .settingMissing
    case .chanceUnknown: .chanceUnknown
    case .sheetLeftOut: .sheetLeftOut
    case .restsOn: .restsOn
    case .notRequested: .notRequested
    }
  }
}

extension OtherSheet.Reason {
  /// `second-of`.
  public var code: String { reason.rawValue }

  fileprivate var reason: ReasonCode {
    switch self {
    case .unlike(let reason): reason.reason
    case .secondOf: .secondOf
    case .noWorksheet: .noWorksheet
    }
  }
}
