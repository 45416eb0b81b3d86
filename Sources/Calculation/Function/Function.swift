import Formula

/// A worksheet function: how it takes its arguments, and what it computes of them. See `AddingFunctions.md`.
final class Function: Sendable {
  /// How an argument reaches the function.
  enum Parameter: Sendable {
    /// `V`: one value. A range is intersected with the formula's row or column, or, in an array formula, taken element by element:
    /// the function is called once for each element.
    case value
    /// `R`: as it is, a reference unread, an array whole.
    case reference
    /// `A`: as it is, and everything inside is computed for all elements of ranges.
    case array
    /// `L`: not evaluated; the function does that itself.
    case lazy
  }

  let name: String
  let arguments: ArgumentCount
  /// Of the first arguments.
  let parameters: [Parameter]
  /// Of those after, again and again.
  let repeated: [Parameter]
  let body: @Sendable (borrowing Call) throws(Halt) -> Value

  /// - Parameters:
  ///   - parameters: a letter for each argument (see ``Parameter``), and after a `|` those of the arguments that follow, over and
  ///     over: `R|RV` for SUMIFS. Without a `|` the last letter goes on.
  ///   - count: how many arguments there may be; those of ``FunctionCatalogue`` unless it says otherwise.
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
