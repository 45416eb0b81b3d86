// SPDX-License-Identifier: Apache-2.0

import Formula

/// A worksheet function: how it takes its arguments and what it computes. See `AddingFunctions.md`.
final class Function: Sendable {
  /// How an argument is passed to the function.
  enum Parameter: Sendable {
    /// `V`: one value. A range is intersected with the formula's row or column; in an array formula the function is called once for each
    /// element instead.
    case value
    /// `R`: as it is; a reference is not read, an array is passed whole.
    case reference
    /// `A`: as it is, and everything inside the argument is computed for all elements of ranges.
    case array
    /// `L`: not evaluated; the function evaluates it itself.
    case lazy
  }

  let name: String
  let arguments: ArgumentCount
  /// The modes of the first arguments.
  let parameters: [Parameter]
  /// The modes of the arguments after them, repeated cyclically.
  let repeated: [Parameter]
  let body: @Sendable (borrowing Call) throws(Halt) -> Value

  /// - Parameters:
  ///   - parameters: a letter for each argument (see ``Parameter``); the letters after a `|` repeat for the arguments that follow: `R|RV`
  ///     for SUMIFS. Without a `|` the last letter repeats.
  ///   - count: how many arguments are allowed; by default the number in ``FunctionCatalogue``.
  init(
    _ name: String, _ parameters: String, count: ClosedRange<Int>? = nil,
    _ body: @escaping @Sendable (borrowing Call) throws(Halt) -> Value
  ) {
    self.name = name
    let parts = parameters.split(separator: "|", omittingEmptySubsequences: false)
    let first = parts[0].map(Self.parameter)
    self.parameters = first
    repeated = parts.count > 1 ? parts[1].map(Self.parameter) : first.last.map { [$0] } ?? [.value]
    arguments =
      count.map { ArgumentCount(fewest: $0.lowerBound, most: $0.upperBound, step: 1) }
      ?? FunctionCatalogue.function(named: name)?.arguments
      ?? ArgumentCount(fewest: 0, most: ParsedFormula.maxArguments, step: 1)
    self.body = body
  }

  private static func parameter(_ letter: Character) -> Parameter {
    switch letter {
    case "R": .reference
    case "A": .array
    case "L": .lazy
    default: .value
    }
  }

  func parameter(_ position: Int) -> Parameter {
    position < parameters.count ? parameters[position] : repeated[(position - parameters.count) % repeated.count]
  }
}
