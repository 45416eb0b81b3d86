// SPDX-License-Identifier: Apache-2.0

// Reasons are said in the reader's language; programs go by these codes, which stay as they are.

extension Evidence {
  /// `vocabulary`: what the word was known by.
  public var code: String {
    switch word {
    case .own: "own"
    case .vocabulary: "vocabulary"
    case .part: "part"
    case .synonym: "synonym"
    case .customers: "customers"
    case .outcomes: "outcomes"
    case .actualAmounts: "actual-amounts"
    case .closingDays: "closing-days"
    case .openBalance: "open-balance"
    }
  }
}

extension Evidence.Cells {
  /// `agree`: how well the cells match.
  public var code: String {
    switch self {
    case .agree: "agree"
    case .few: "few"
    case .doubtful: "doubtful"
    case .disagree: "disagree"
    }
  }
}

extension LeftAloneReason {
  /// `cells-disagree`.
  public var code: String {
    switch self {
    case .unknownWord: "unknown-word"
    case .noInput: "no-input"
    case .cellsDisagree: "cells-disagree"
    case .taken: "taken"
    case .typedComputed: "typed-computed"
    case .thin: "thin"
    case .reworded: "reworded"
    }
  }
}

extension SheetRejection {
  /// `no-header`.
  public var code: String {
    switch self {
    case .empty: "empty"
    case .noHeader: "no-header"
    case .summary: "summary"
    case .thin: "thin"
    case .unknown: "unknown"
    case .notStated: "not-stated"
    case .secondOf: "second-of"
    }
  }
}

extension UnmadeRepair.Reason {
  /// `read-elsewhere`.
  public var code: String {
    switch self {
    case .formula: "formula"
    case .formulaInColumn: "formula-in-column"
    case .unreadInColumn: "unread-in-column"
    case .numberOfOtherUnit: "number-of-other-unit"
    case .readElsewhere: "read-elsewhere"
    case .formulaInPercentColumn: "formula-in-percent-column"
    case .header: "header"
    case .sameNumbers: "same-numbers"
    case .unitLine(let line): line.isOfSeveralCurrencies ? "several-currencies" : "unit-line"
    case .severalTabs: "several-tabs"
    case .refused: "refused"
    }
  }
}

extension SkippedColumn.Reason {
  /// `columns-missing`.
  public var code: String {
    switch self {
    case .sheetsMissing: "sheets-missing"
    case .columnsMissing: "columns-missing"
    case .notUnderstood: "not-understood"
    case .settingMissing: "setting-missing"
    case .chanceUnknown: "chance-unknown"
    case .sheetLeftOut: "sheet-left-out"
    case .restsOn: "rests-on"
    case .notRequested: "not-requested"
    }
  }
}

extension OtherSheet.Reason {
  /// `second-of`.
  public var code: String {
    switch self {
    case .unlike(let reason): reason.code
    case .secondOf: "second-of"
    case .noWorksheet: "no-worksheet"
    }
  }
}
