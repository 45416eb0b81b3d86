/// A limit that a file exceeds.
public struct LimitBreach: Hashable, Sendable, CustomStringConvertible {
  /// As in ``Limits/named``.
  public let name: String
  /// The entry of the archive, with line and byte where known; nil for the whole file.
  public let place: String?
  /// What was found when counting stopped: there may be more.
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
