import ArgumentParser

/// Where `fill` and `set` write: exactly one of two places.
struct OutputOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: ArgumentHelp("Write the changed workbook here.", valueName: "OUT"))
  var output: String?

  @Flag(
    name: .customLong("in-place"), help: "Replace the workbook itself; its old bytes or the new ones, never a mixture.")
  var inPlace = false

  /// - Parameter isRequired: false for a run that only shows what it would do.
  func destination(isRequired: Bool = true) throws -> Destination? {
    switch (output, inPlace) {
    case (let path?, false): return .file(path)
    case (nil, true): return .inPlace
    case (nil, false) where !isRequired: return nil
    case (nil, false): throw ValidationError("say where the result goes: -o OUT or --in-place")
    case (_?, true): throw ValidationError("-o and --in-place exclude each other")
    }
  }
}
