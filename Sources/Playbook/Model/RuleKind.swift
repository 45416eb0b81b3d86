// SPDX-License-Identifier: Apache-2.0

/// How a rule is checked: by its own formula, or by a built-in check that no formula can express.
public enum RuleKind: String, CaseIterable, Hashable, Sendable {
  case formula

  // The structure of the workbook.
  case missingSheet = "missing-sheet"
  case missingColumn = "missing-column"
  case duplicateHeader = "duplicate-header"
  case unknownColumn = "unknown-column"
  case unitHeader = "unit-header"
  case mergedData = "merged-data"
  case totalRow = "total-row"
  case blankRows = "blank-rows"
  case secondSheet = "second-sheet"
  case typedComputed = "typed-computed"
  case otherRows = "other-rows"
  case unreadTable = "unread-table"

  // The file.
  case overtyped
  case errorValue = "error-value"
  case volatileFormula = "volatile-formula"
  case externalLink = "external-link"
  case dateSystem = "date-system"
  case schemaVersion = "schema-version"
  case damagedPart = "damaged-part"
  case takenName = "taken-name"
  case storedTwice = "stored-twice"

  // Settings and lists.
  case setting
  case settingDate = "setting-date"
  case settingType = "setting-type"
  case futureDate = "future-date"
  case uniqueLabels = "unique-labels"

  // Cells.
  case required
  case pattern
  case unique
  case reference
  case referenceList = "reference-list"
  case list
  case textNumber = "text-number"
  case textDate = "text-date"
  case type
  case range
  case percentScale = "percent-scale"
  case decimals
  case dateRange = "date-range"
  case dateTime = "date-time"
  case whitespace
  case badCharacters = "bad-characters"
  case formulaText = "formula-text"
  case tickAlias = "tick-alias"
  case otherLanguage = "other-language"
  case personalData = "personal-data"
  case twoReadings = "two-readings"
  case foreignCurrency = "foreign-currency"
  case spelling
  case personSpelling = "person-spelling"
  case tooLong = "too-long"

  // Columns as a whole.
  case noStoredValue = "no-stored-value"
  case calculatedHere = "calculated-here"
  case percentUnclear = "percent-unclear"
  case foreignLabels = "foreign-labels"
  case mergedIDs = "merged-ids"
  case standIn = "stand-in"
  case standInMissing = "stand-in-missing"

  // Comparison of rows.
  case similarName = "similar-name"
  case cycle
  case medianRatio = "median-ratio"

  // Comparison with an earlier run.
  case changedAgainstBaseline = "changed-against-baseline"
  case calibration
  case staleValues = "stale-values"
  case rebalanceInfeasible = "rebalance-infeasible"

  // Merging copies.
  case mergeConflict = "merge-conflict"
  case mergeDelete = "merge-delete"
  case mergeNewID = "merge-new-id"
  case mergeColumn = "merge-column"
  case mergeComputed = "merge-computed"
}
