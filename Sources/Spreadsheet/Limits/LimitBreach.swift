// SPDX-License-Identifier: Apache-2.0

/// A limit that a file exceeds.
public struct LimitBreach: Hashable, Sendable, CustomStringConvertible {
  /// The name of the limit, as in ``Limits/named``.
  public let name: String
  /// The archive entry, with line and byte if known; nil for the whole file.
  public let place: String?
  /// The count when reading stopped; the real number may be higher.
  public let actual: Int
  public let limit: Int

  public init(name: String, place: String?, actual: Int, limit: Int) {
    self.name = name
    self.place = place
    self.actual = actual
    self.limit = limit
  }

  public var description: String {
    let place = place.map { "\($0): " } ?? ""
    return "\(place)\(name) is \(actual), more than the limit of \(limit); raise it with --limit \(name)=N "
      + "if you trust this file"
  }
}
