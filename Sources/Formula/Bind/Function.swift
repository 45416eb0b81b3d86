// SPDX-License-Identifier: Apache-2.0

/// The functions that can be evaluated. The raw value is the name used in formulas.
enum Function: String, CaseIterable, Sendable {
  // Control
  case `if` = "IF"
  case iferror = "IFERROR"
  case choose = "CHOOSE"
  case and = "AND"
  case or = "OR"
  case not = "NOT"
  case `true` = "TRUE"
  case `false` = "FALSE"
  case na = "NA"
  // Information
  case isNumber = "ISNUMBER"
  case isText = "ISTEXT"
  case isNonText = "ISNONTEXT"
  case isBlank = "ISBLANK"
  case isLogical = "ISLOGICAL"
  case isError = "ISERROR"
  case isErr = "ISERR"
  case isNA = "ISNA"
  case n = "N"
  case t = "T"
  // Mathematics
  case round = "ROUND"
  case roundUp = "ROUNDUP"
  case roundDown = "ROUNDDOWN"
  case int = "INT"
  case mod = "MOD"
  case abs = "ABS"
  case sign = "SIGN"
  case sqrt = "SQRT"
  case power = "POWER"
  case exp = "EXP"
  case ln = "LN"
  case log = "LOG"
  case log10 = "LOG10"
  case normsDist = "NORMSDIST"
  case trunc = "TRUNC"
  // Aggregates
  case sum = "SUM"
  case min = "MIN"
  case max = "MAX"
  case count = "COUNT"
  case countA = "COUNTA"
  case countBlank = "COUNTBLANK"
  case average = "AVERAGE"
  case product = "PRODUCT"
  case sumProduct = "SUMPRODUCT"
  case correl = "CORREL"
  case large = "LARGE"
  case small = "SMALL"
  case rank = "RANK"
  case median = "MEDIAN"
  // Conditional aggregates
  case countIf = "COUNTIF"
  case countIfs = "COUNTIFS"
  case sumIf = "SUMIF"
  case sumIfs = "SUMIFS"
  case averageIf = "AVERAGEIF"
  case averageIfs = "AVERAGEIFS"
  // Lookups
  case index = "INDEX"
  case match = "MATCH"
  case lookup = "LOOKUP"
  // Text
  case len = "LEN"
  case trim = "TRIM"
  case left = "LEFT"
  case right = "RIGHT"
  case mid = "MID"
  case upper = "UPPER"
  case lower = "LOWER"
  case exact = "EXACT"
  case concatenate = "CONCATENATE"
  case rept = "REPT"
  case substitute = "SUBSTITUTE"
  case value = "VALUE"
  case find = "FIND"
  case search = "SEARCH"
  // Dates
  case date = "DATE"
  case year = "YEAR"
  case month = "MONTH"
  case day = "DAY"
  case weekday = "WEEKDAY"
  case edate = "EDATE"
  case eomonth = "EOMONTH"
  case networkDays = "NETWORKDAYS"
  case workday = "WORKDAY"

  /// How a function takes its arguments.
  enum Shape: Sendable {
    /// Computes each row's value from the arguments' values in that row; can also run over the elements of an array.
    case laneWise
    /// Evaluates only the branch that its condition selects.
    case branching
    /// Reduces cells, columns and values to one value.
    case aggregate
    /// Takes whole columns for some arguments and gives one value per row.
    case ranges
    /// Evaluates its arguments for all elements of the columns in them.
    case array
  }

  var shape: Shape {
    switch self {
    case .if, .iferror, .choose: .branching
    case .and, .or, .sum, .min, .max, .count, .countA, .average, .product: .aggregate
    case .countBlank, .correl, .countIf, .countIfs, .sumIf, .sumIfs, .averageIf, .averageIfs, .index, .match: .ranges
    case .large, .small, .rank, .median, .networkDays, .workday: .ranges
    case .sumProduct, .lookup: .array
    default: .laneWise
    }
  }

  /// Whether argument `position` is a whole column that the function iterates over itself.
  func takesColumn(at position: Int) -> Bool {
    switch self {
    case .countIf, .index, .large, .small: position == 0
    case .countIfs: position % 2 == 0
    case .sumIf, .averageIf: position != 1
    case .sumIfs, .averageIfs: position == 0 || position % 2 == 1
    case .match, .rank: position == 1
    case .networkDays, .workday: position == 2
    case .countBlank, .correl, .median: true
    default: false
    }
  }
}

extension FunctionCatalogue {
  /// The names of the functions that can be evaluated here; includes all of `method`.
  public static let evaluated = Set(Function.allCases.map(\.rawValue))
}
