// SPDX-License-Identifier: Apache-2.0

import Base

/// Facts about a worksheet function, apart from what it computes.
public struct FunctionInfo: Hashable, Sendable {
  public let name: String
  public let arguments: ArgumentCount
  /// Whether the function gives a different result each time, or refers to cells that the formula does not name, so that its result cannot
  /// be reproduced.
  public let isVolatile: Bool
  public let origin: Origin

  /// When the function was introduced in Excel.
  public enum Origin: Hashable, Sendable {
    /// Excel 2007 or earlier: every spreadsheet program knows it.
    case excel2007
    /// In this version: files store it with the prefix `_xlfn.`.
    case later(String)
  }
}

/// How many arguments a function takes.
public struct ArgumentCount: Hashable, Sendable, CustomStringConvertible {
  public let fewest: Int
  public let most: Int
  /// 2 if arguments come in pairs.
  public let step: Int

  package init(fewest: Int, most: Int, step: Int) {
    self.fewest = fewest
    self.most = most
    self.step = step
  }

  public func allows(_ count: Int) -> Bool { count >= fewest && count <= most && (count - fewest) % step == 0 }

  public var description: String {
    if most == fewest { return String(fewest) }
    if step > 1 { return "\(fewest), \(fewest + step), \(fewest + 2 * step) …" }
    if most >= ParsedFormula.maxArguments { return "at least \(fewest)" }
    return most == fewest + 1 ? "\(fewest) or \(most)" : "\(fewest) to \(most)"
  }
}

/// Excel's functions and the number of their arguments.
///
/// Names and arguments follow Excel's function reference and ECMA-376 Part 1, 18.17.7.
public enum FunctionCatalogue {
  /// The functions used by the method's formulas (documents/method.md, What is computed, and when): all programs compute them alike.
  public static let method: Set<String> = [
    "IF", "IFERROR", "AND", "OR", "NOT", "ISNUMBER", "N", "ROUND", "ROUNDUP", "ROUNDDOWN", "MIN", "MAX", "SUM",
    "COUNT", "COUNTIF", "COUNTIFS", "SUMIFS", "SUMPRODUCT", "INDEX", "MATCH", "LOOKUP", "CHOOSE", "EDATE", "LEN",
    "TRIM", "RIGHT", "ABS", "SQRT", "NORMSDIST", "CORREL",
  ]

  /// The functions that a company's formulas may call: the engine evaluates them, and Excel since 2007, LibreOffice and WPS compute them
  /// alike. VALUE is excluded because it reads text by the conventions of a locale.
  public static let everywhere: Set<String> = Set(Function.allCases.map(\.rawValue)).subtracting(["VALUE"])

  /// The function with this name, in any case and without prefix; nil if Excel has none.
  public static func function(named name: String) -> FunctionInfo? { functions[name] ?? functions[name.uppercased()] }

  /// All functions, by upper-case name.
  public static let functions: [String: FunctionInfo] = {
    var result: [String: FunctionInfo] = [:]
    let later = FunctionTable.later.map { ($0.functions, FunctionInfo.Origin.later($0.version)) }
    for (table, origin) in [(FunctionTable.excel2007, FunctionInfo.Origin.excel2007)] + later {
      for entry in table.split(whereSeparator: \.isWhitespace) {
        let info = info(entry, origin: origin)
        result[info.name] = info
      }
    }
    return result
  }()

  /// Errors in the calls of `formula`, in the order of the text: functions that do not exist or are not `allowed`, and wrong numbers of
  /// arguments.
  public static func problems(in formula: ParsedFormula, allowed: Set<String> = method) -> [(FunctionUse, FormulaError)]
  {
    formula.calls.compactMap { use in problem(in: use, allowed: allowed).map { (use, $0) } }
  }

  private static func problem(in use: FunctionUse, allowed: Set<String>) -> FormulaError? {
    guard let function = function(named: use.name) else {
      return .unknownFunction(use.name, nearest: nearest(to: use.name))
    }
    if !allowed.contains(function.name) { return .forbiddenFunction(function.name, reason: reason(function)) }
    guard function.arguments.allows(use.argumentCount) else {
      return .argumentCount(
        function: function.name, found: use.argumentCount, expected: function.arguments.description)
    }
    return nil
  }

  private static func reason(_ function: FunctionInfo) -> String {
    if function.isVolatile {
      let reason =
        "its result depends on more than the cells it is given, so the same workbook would not give the same values"
      return replacements[function.name].map { "\(reason); write \($0) instead" } ?? reason
    }
    let reason =
      switch function.origin {
      case .later(let version): "it came with \(version), and not all other programs support it"
      case .excel2007 where varying.contains(function.name): "not all programs compute it in the same way"
      case .excel2007: "the formulas of a playbook do not have it"
      }
    return replacements[function.name].map { "\(reason); write \($0) instead" } ?? reason
  }

  /// Functions since Excel 2007 whose results depend on the program, its language or the cell's look.
  private static let varying: Set<String> = Set(
    """
    ASC CEILING CELL CHAR CODE DATEDIF DATESTRING DATEVALUE DAYS360 DOLLAR FINDB FIXED FLOOR HYPERLINK INFO JIS LEFTB LENB MIDB \
    PHONETIC REPLACEB RIGHTB SEARCHB TEXT TIMEVALUE TYPE VALUE WEEKNUM YEARFRAC
    """.split(separator: " ").map(String.init))

  /// What gives the same with functions that all programs have.
  private static let replacements: [String: String] = {
    let lookUp = "INDEX(…,MATCH(…,…,0))"
    return [
      "VLOOKUP": lookUp, "HLOOKUP": lookUp, "XLOOKUP": lookUp, "XMATCH": "MATCH", "IFS": "IF", "SWITCH": "IF",
      "IFNA": "IFERROR", "CONCAT": "&", "TEXTJOIN": "&", "TODAY": "AsOf", "NOW": "AsOf", "RANK.EQ": "RANK",
    ]
  }()

  /// The function with the smallest edit distance to `name`, if that distance is small; functions of the method come first, then
  /// alphabetical order.
  public static func nearest(to name: String) -> String? {
    let wanted = Array(name.uppercased().utf8)
    guard wanted.count <= 40 else { return nil }
    let limit = wanted.count <= 3 ? 1 : 2
    var best: (distance: Int, isOther: Bool, name: String)?
    for candidate in functions.keys {
      let distance = EditDistance.between(wanted, Array(candidate.utf8), limit: limit)
      guard distance <= limit else { continue }
      let entry = (distance, isOther: !method.contains(candidate), candidate)
      if let current = best,
        (current.distance, current.isOther ? 1 : 0, current.name) <= (entry.0, entry.isOther ? 1 : 0, entry.2)
      {
        continue
      }
      best = entry
    }
    return best?.name
  }

  /// Parses `NAME:2`, `NAME:2-3`, `NAME:1-` (up to 255), `NAME:3-/2` (in pairs), with `!` at the end if the function is volatile.
  private static func info(_ entry: Substring, origin: FunctionInfo.Origin) -> FunctionInfo {
    let isVolatile = entry.hasSuffix("!")
    let parts = (isVolatile ? entry.dropLast() : entry).split(separator: ":")
    let steps = parts[1].split(separator: "/")
    let counts = steps[0].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    let fewest = counts[0] ?? 0
    let most = counts.count == 1 ? fewest : counts[1] ?? ParsedFormula.maxArguments
    return FunctionInfo(
      name: String(parts[0]),
      arguments: ArgumentCount(fewest: fewest, most: most, step: steps.count > 1 ? Int(steps[1]) ?? 1 : 1),
      isVolatile: isVolatile, origin: origin)
  }
}
