// SPDX-License-Identifier: Apache-2.0

extension RuleKind {
  /// A parameter of a kind of rule.
  struct Parameter {
    enum Content {
      case number
      case text
      case texts
      /// A column of the rule's sheet.
      case column
      /// Columns of the rule's sheet; for a rule of every sheet, columns of any sheet, as in `pe.person`.
      case columns
      /// A column of any sheet, as in `ct.contact_id`.
      case anyColumn
      case setting
      case settings
      case patterns
    }

    var name: String
    var content: Content
    var isRequired = true
  }

  /// The parameters of rules of this kind. Except for formula rules, the checks themselves read them.
  var parameters: [Parameter] {
    switch self {
    case .totalRow: [Parameter(name: "words", content: .texts)]
    case .settingDate: [Parameter(name: "names", content: .settings)]
    case .futureDate:
      [Parameter(name: "name", content: .setting), Parameter(name: "against", content: .text, isRequired: false)]
    case .unique: [Parameter(name: "columns", content: .columns)]
    case .dateRange: [Parameter(name: "min", content: .text), Parameter(name: "max", content: .text)]
    case .badCharacters: [Parameter(name: "max", content: .number), Parameter(name: "chars", content: .text)]
    case .decimals: [Parameter(name: "max", content: .number)]
    case .similarName:
      [
        Parameter(name: "columns", content: .columns, isRequired: false),
        Parameter(name: "column", content: .column, isRequired: false),
        Parameter(name: "strip", content: .texts, isRequired: false),
        Parameter(name: "within", content: .columns, isRequired: false),
        Parameter(name: "days", content: .number, isRequired: false),
        Parameter(name: "date", content: .column, isRequired: false),
      ]
    case .cycle: [Parameter(name: "column", content: .column), Parameter(name: "key", content: .column)]
    case .personalData:
      [Parameter(name: "columns", content: .columns), Parameter(name: "patterns", content: .patterns)]
    case .medianRatio:
      [
        Parameter(name: "column", content: .column), Parameter(name: "group", content: .columns),
        Parameter(name: "factor", content: .number),
      ]
    case .staleValues: [Parameter(name: "columns", content: .columns)]
    case .changedAgainstBaseline:
      [
        Parameter(name: "column", content: .column), Parameter(name: "unless", content: .column, isRequired: false),
        Parameter(name: "direction", content: .text, isRequired: false),
        Parameter(name: "ratio", content: .number, isRequired: false),
      ]
    case .referenceList:
      [
        Parameter(name: "column", content: .column), Parameter(name: "separator", content: .text),
        Parameter(name: "to", content: .anyColumn),
      ]
    case .standIn, .standInMissing:
      [
        Parameter(name: "column", content: .column), Parameter(name: "instead", content: .column),
        Parameter(name: "where", content: .column),
      ]
    case .calibration: [Parameter(name: "min_rows", content: .number), Parameter(name: "tolerance", content: .number)]
    default: []
    }
  }

  /// The placeholders that messages of this kind may use. Formula rules also offer the columns of their sheet and their own `values`.
  public var placeholders: Set<String> {
    switch self {
    case .formula: ["value", "column", "sheet", "id", "row"]
    case .missingSheet: ["sheet"]
    case .missingColumn: ["sheet", "column", "instead"]
    case .duplicateHeader, .unknownColumn: ["sheet", "column"]
    case .unitHeader: ["sheet", "column", "unit"]
    case .mergedData: ["sheet", "range"]
    case .totalRow: ["sheet", "row"]
    case .blankRows, .otherRows: ["sheet", "rows"]
    case .secondSheet: ["sheet", "title"]
    case .unreadTable: ["sheet", "title", "range", "n"]
    case .typedComputed: ["sheet", "column"]
    case .overtyped, .errorValue: ["sheet", "column", "value", "id", "row"]
    case .volatileFormula: ["sheet", "column", "fn"]
    case .externalLink: ["target"]
    case .dateSystem: []
    case .schemaVersion: ["v", "t"]
    case .damagedPart: ["part", "why"]
    case .takenName: ["name", "formula", "other"]
    case .storedTwice: ["sheet", "place", "a", "b"]
    case .tooLong: ["sheet", "column", "value", "n", "id", "row"]
    case .setting, .settingDate, .settingType: ["name", "value"]
    case .futureDate: ["name", "value"]
    case .uniqueLabels: ["list", "value"]
    case .required: ["sheet", "column", "id", "row"]
    case .list: ["sheet", "column", "value", "nearest", "id", "row"]
    case .unique: ["sheet", "column", "value", "rows", "id", "row"]
    case .range: ["sheet", "column", "value", "range", "id", "row"]
    case .type: ["sheet", "column", "value", "type", "why", "id", "row"]
    case .twoReadings: ["sheet", "column", "value", "ways", "id", "row"]
    case .foreignCurrency: ["sheet", "column", "value", "found", "own", "id", "row"]
    case .noStoredValue, .calculatedHere: ["sheet", "column", "n", "state", "why"]
    case .dateTime: ["sheet", "column", "value", "why", "id", "row"]
    case .percentUnclear: ["sheet", "column", "why"]
    case .foreignLabels: ["sheet", "column", "n", "count", "labels"]
    case .mergedIDs: ["sheet", "column", "value", "ids", "id", "row"]
    case .standIn: ["sheet", "column", "instead", "n"]
    case .standInMissing: ["sheet", "column", "instead", "n", "cells"]
    case .tickAlias: ["sheet", "column", "value", "tick", "id", "row"]
    case .otherLanguage: ["sheet", "column", "value", "lang", "id", "row"]
    case .formulaText: ["sheet", "column", "value", "c", "id", "row"]
    case .pattern, .reference, .referenceList, .textNumber, .textDate, .percentScale, .decimals, .dateRange,
      .whitespace, .badCharacters, .personalData, .cycle:
      ["sheet", "column", "value", "id", "row"]
    case .spelling: ["sheet", "column", "value", "why", "id", "row"]
    case .personSpelling: ["sheet", "column", "value", "other", "id", "row"]
    case .similarName, .medianRatio: ["sheet", "column", "value", "a", "b", "id", "row"]
    case .changedAgainstBaseline: ["sheet", "column", "value", "a", "b", "p", "id", "row"]
    case .calibration: ["stage", "p"]
    case .staleValues: ["sheet", "column"]
    case .rebalanceInfeasible: ["a", "b"]
    case .mergeConflict, .mergeDelete, .mergeNewID, .mergeColumn, .mergeComputed:
      ["sheet", "id", "column", "a", "b"]
    }
  }
}
