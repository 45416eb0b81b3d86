// SPDX-License-Identifier: Apache-2.0

/// The parameters of a built-in rule, by the names that its kind defines.
public struct RuleParameters: Hashable, Sendable {
  public var values: [String: ParameterValue]

  public init(_ values: [String: ParameterValue] = [:]) {
    self.values = values
  }

  public var isEmpty: Bool { values.isEmpty }

  public subscript(name: String) -> ParameterValue? { values[name] }

  public func text(_ name: String) -> String? {
    guard case .text(let text)? = values[name] else { return nil }
    return text
  }

  public func number(_ name: String) -> Double? {
    guard case .number(let number)? = values[name] else { return nil }
    return number
  }

  /// The texts of a list parameter; empty if the parameter is absent.
  public func texts(_ name: String) -> [String] {
    guard case .texts(let texts)? = values[name] else { return [] }
    return texts
  }
}

public enum ParameterValue: Hashable, Sendable {
  case number(Double)
  case text(String)
  case texts([String])
}
