// SPDX-License-Identifier: Apache-2.0

/// A formula as a user types it, converted to the form that files store.
///
/// Functions newer than Excel 2007 get their prefix, as in `_xlfn.XLOOKUP`, and parameters of LET and LAMBDA get theirs, as in `_xlpm.x`;
/// the operators `@` and `#` become the functions that files use for them; `[@Qty]` becomes `[[#This Row],[Qty]]`. A formula that needs
/// none of this keeps its exact text.
public struct FileFormula: Hashable, Sendable {
  /// Without a leading `=`.
  public let text: String
  public let parsed: ParsedFormula

  public init(_ parsed: ParsedFormula) {
    self.parsed = parsed
    var writer = Writer()
    let expression = writer.rewritten(parsed.expression, parameters: [])
    text = expression == parsed.expression ? Self.withoutEquals(parsed.source) : expression.description
  }

  private static func withoutEquals(_ text: String) -> String { text.hasPrefix("=") ? String(text.dropFirst()) : text }

  /// The name of a function as stored in files.
  static func storedName(_ name: String) -> String {
    guard let function = FunctionCatalogue.function(named: name), function.origin != .excel2007,
      !bare.contains(function.name)
    else { return name }
    return (worksheet.contains(function.name) ? "_xlfn._xlws." : "_xlfn.") + function.name
  }

  /// Functions newer than Excel 2007 that are stored without a prefix (MS-XLSX, 2.2.2).
  private static let bare: Set<String> = ["NETWORKDAYS.INTL", "WORKDAY.INTL", "ISO.CEILING", "DBCS"]
  private static let worksheet: Set<String> = ["FILTER", "SORT"]

  /// The name of the function that is an argument of another one; nil if it is none.
  fileprivate static func function(_ argument: Expression, passedTo name: String) -> String? {
    guard takers.contains(name), case .name(let passed, nil) = argument,
      FunctionCatalogue.function(named: passed) != nil
    else { return nil }
    return passed
  }

  /// Functions to which others are passed by their names.
  private static let takers: Set<String> = [
    "BYROW", "BYCOL", "MAP", "REDUCE", "SCAN", "MAKEARRAY", "GROUPBY", "PIVOTBY",
  ]

  /// Rewrites an expression, recursively: it is at most ``ParsedFormula/maxDepth`` levels deep.
  private struct Writer {
    /// - Parameter parameters: lower-case names of the LET and LAMBDA parameters in scope.
    mutating func rewritten(_ expression: Expression, parameters: Set<String>) -> Expression {
      switch expression {
      case .unary(.implicitIntersection, let operand):
        return .call("_xlfn.SINGLE", [rewritten(operand, parameters: parameters)])
      case .unary(.spill, let operand): return .call("_xlfn.ANCHORARRAY", [rewritten(operand, parameters: parameters)])
      case .unary(let sign, let operand): return .unary(sign, rewritten(operand, parameters: parameters))
      case .binary(let sign, let left, let right):
        return .binary(sign, rewritten(left, parameters: parameters), rewritten(right, parameters: parameters))
      case .call("LET", let arguments): return letCall(arguments, parameters)
      case .call("LAMBDA", let arguments): return lambda(arguments, parameters)
      case .call(let name, let arguments):
        return .call(
          FileFormula.storedName(name),
          arguments.map { argument in
            // A function passed by its name: `BYROW(A1:C9,SUM)`.
            if let passed = FileFormula.function(argument, passedTo: name), !parameters.contains(passed.lowercased()) {
              return .name("_xleta." + passed.uppercased(), sheet: nil)
            }
            return rewritten(argument, parameters: parameters)
          })
      case .name(let name, nil) where parameters.contains(name.lowercased()): return .name("_xlpm." + name, sheet: nil)
      case .structured(let reference):
        return .structured(
          StructuredReference(table: reference.table, specifier: Self.spelledOut(reference.specifier)))
      default: return expression
      }
    }

    /// `LET(x,1,y,x+1,x*y)`: a name is in scope after its own value.
    private mutating func letCall(_ arguments: [Expression], _ parameters: Set<String>) -> Expression {
      var known = parameters
      var result: [Expression] = []
      for (place, argument) in arguments.enumerated() {
        if place % 2 == 0, place < arguments.count - 1, case .name(let name, nil) = argument {
          result.append(.name(Self.parameter(name), sheet: nil))
        } else {
          result.append(rewritten(argument, parameters: known))
          if place > 0, case .name(let name, nil) = arguments[place - 1] { known.insert(Self.plain(name)) }
        }
      }
      return .call("_xlfn.LET", result)
    }

    private mutating func lambda(_ arguments: [Expression], _ parameters: Set<String>) -> Expression {
      var known = parameters
      var result: [Expression] = []
      for (place, argument) in arguments.enumerated() {
        if place < arguments.count - 1, case .name(let name, nil) = argument {
          known.insert(Self.plain(name))
          result.append(.name(Self.parameter(name), sheet: nil))
        } else {
          result.append(rewritten(argument, parameters: known))
        }
      }
      return .call("_xlfn.LAMBDA", result)
    }

    private static func plain(_ name: String) -> String {
      let name = name.lowercased()
      return name.hasPrefix("_xlpm.") ? String(name.dropFirst(6)) : name
    }

    private static func parameter(_ name: String) -> String {
      name.lowercased().hasPrefix("_xlpm.") ? name : "_xlpm." + name
    }

    /// `@Qty` → `[#This Row],[Qty]`.
    private static func spelledOut(_ specifier: String) -> String {
      guard specifier.hasPrefix("@") else { return specifier }
      let rest = specifier.dropFirst()
      if rest.isEmpty { return "#This Row" }
      return "[#This Row]," + (rest.hasPrefix("[") ? String(rest) : "[\(rest)]")
    }
  }
}

extension ParsedFormula {
  /// The lower-case names that LET and LAMBDA declare anywhere in the formula, and those of functions that are passed to others; they need
  /// no definition elsewhere.
  public var declaredNames: Set<String> {
    var names: Set<String> = []
    func collect(_ expression: Expression) {
      switch expression {
      case .unary(_, let operand): collect(operand)
      case .binary(_, let left, let right):
        collect(left)
        collect(right)
      case .call(let function, let arguments):
        if function == "LET" || function == "LAMBDA" {
          for (place, argument) in arguments.dropLast().enumerated() where function == "LAMBDA" || place % 2 == 0 {
            if case .name(let name, nil) = argument { names.insert(name.lowercased()) }
          }
        }
        for argument in arguments {
          if let passed = FileFormula.function(argument, passedTo: function) { names.insert(passed.lowercased()) }
          collect(argument)
        }
      case .array(let rows): rows.joined().forEach(collect)
      default: break
      }
    }
    collect(expression)
    return names
  }

  /// Whether the formula may give more than one value, or calculates with whole ranges, which only an array formula does. In an ordinary
  /// cell such a formula does not show what was meant: Excel takes one cell of each range.
  public var spills: Bool { Self.spills(expression, isRange: false) }

  /// Whether the formula could give more than one value: only calculating it tells.
  public var mayGiveSeveral: Bool { Self.mayGiveSeveral(expression) }

  private static func mayGiveSeveral(_ expression: Expression) -> Bool {
    switch expression {
    case .reference(let reference):
      if case .cell = reference.area { return reference.sheet?.last != nil }
      return true
    case .name, .structured, .array, .unary(.spill, _), .binary(.range, _, _), .binary(.union, _, _),
      .binary(.intersection, _, _):
      return true
    case .unary(.implicitIntersection, _): return false
    case .unary(_, let operand): return mayGiveSeveral(operand)
    case .binary(_, let left, let right): return mayGiveSeveral(left) || mayGiveSeveral(right)
    case .call(let name, let arguments):
      if single.contains(name) { return false }
      return arrays.contains(name) || referring.contains(name) || arguments.contains { mayGiveSeveral($0) }
    default: return false
    }
  }

  /// Functions that give one value, whatever they are given.
  private static let single: Set<String> = [
    "SUM", "SUMPRODUCT", "SUMSQ", "PRODUCT", "COUNT", "COUNTA", "COUNTBLANK", "AVERAGE", "MAX", "MIN", "MEDIAN",
    "STDEV",
    "STDEV.S", "STDEV.P", "VAR", "VAR.S", "VAR.P", "AND", "OR", "XOR", "ROWS", "COLUMNS", "TEXTJOIN", "CONCAT", "TODAY",
    "NOW", "PI", "NPV", "XNPV", "XIRR", "SUBTOTAL",
  ]

  /// Functions that make references.
  private static let referring: Set<String> = ["OFFSET", "INDIRECT", "INDEX", "CHOOSE", "XLOOKUP", "LAMBDA", ""]

  /// - Parameter isRange: whether a plain range is allowed here.
  private static func spills(_ expression: Expression, isRange: Bool) -> Bool {
    switch expression {
    case .reference(let reference):
      if case .cell = reference.area { return false }
      return !isRange
    case .array, .unary(.spill, _): return !isRange
    case .unary(.implicitIntersection, _): return false
    case .unary(_, let operand): return spills(operand, isRange: false)
    case .binary(.range, _, _), .binary(.union, _, _), .binary(.intersection, _, _): return false
    case .binary(_, let left, let right): return spills(left, isRange: false) || spills(right, isRange: false)
    case .call(let name, let arguments):
      if arrays.contains(name) { return !isRange }
      return reducing.contains(name) && arguments.contains { spills($0, isRange: true) }
    default: return false
    }
  }

  private static let arrays: Set<String> = [
    "FILTER", "SORT", "SORTBY", "UNIQUE", "SEQUENCE", "RANDARRAY", "TEXTSPLIT", "VSTACK", "HSTACK", "TOROW", "TOCOL",
    "WRAPROWS", "WRAPCOLS", "TAKE", "DROP", "EXPAND", "CHOOSEROWS", "CHOOSECOLS", "TRANSPOSE", "MMULT", "MINVERSE",
    "MUNIT",
    "FREQUENCY", "MAKEARRAY", "MAP", "SCAN", "BYROW", "BYCOL", "GROUPBY", "PIVOTBY", "ANCHORARRAY", "TRIMRANGE",
  ]

  /// Functions that take ranges and return one value. A calculation with ranges inside them is done cell by cell only in an array formula.
  /// SUMPRODUCT and similar functions always do so and are not listed.
  private static let reducing: Set<String> = [
    "SUM", "MAX", "MIN", "COUNT", "COUNTA", "AVERAGE", "PRODUCT", "MEDIAN", "TEXTJOIN", "CONCAT", "STDEV", "STDEV.S",
    "VAR",
    "LARGE", "SMALL",
  ]
}
