// SPDX-License-Identifier: Apache-2.0

/// An error in the cells of a worksheet part: its location, what was found and what was expected.
public struct ScanError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Place: Hashable, Sendable {
    /// The part as a whole, or something outside the rows.
    case part
    case row(Int)
    case cell(CellReference)

    var phrase: String {
      switch self {
      case .part: "the part"
      case .row(let row): "row \(row)"
      case .cell(let cell): "cell \(cell)"
      }
    }
  }

  public var place: Place
  /// The byte offset in the part, converted to UTF-8.
  public var offset: Int
  /// What the error is about, for example `the shared string index`.
  public var subject: String
  /// What was found, shortened if it is long.
  public var found: String
  public var expected: String

  public init(place: Place, offset: Int, subject: String, found: String, expected: String) {
    self.place = place
    self.offset = offset
    self.subject = subject
    self.found = found
    self.expected = expected
  }

  public var description: String {
    let sentence = "\(subject) is \(found), expected \(expected) (at byte \(offset))"
    return place == .part ? sentence : "\(place.phrase): \(sentence)"
  }

  /// The bytes as quoted text, at most 40 characters.
  static func quote(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    let end = min(range.upperBound, bytes.count)
    let start = min(range.lowerBound, end)
    var shown: [UInt8] = []
    for at in start..<min(end, start + 160) { shown.append(bytes[at]) }
    let text = String(decoding: shown, as: UTF8.self)
    let cut = text.count > 40 || end - start > 160
    return "\"\(text.prefix(40))\(cut ? "…" : "")\""
  }

  /// An error for markup that is not well formed or not allowed at this place.
  @inline(never)
  static func markup(_ bytes: Span<UInt8>, at: Int, _ place: Place = .part, expected: String) -> ScanError {
    let found = at >= bytes.count ? "the end of the part" : quote(bytes, at..<(at + 24))
    return ScanError(place: place, offset: at, subject: "the markup", found: found, expected: expected)
  }

  /// An error for an invalid value of an attribute or element.
  @inline(never)
  static func value(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ place: Place, _ subject: String, expected: String
  ) -> ScanError {
    ScanError(
      place: place, offset: range.lowerBound, subject: subject, found: quote(bytes, range), expected: expected)
  }
}
