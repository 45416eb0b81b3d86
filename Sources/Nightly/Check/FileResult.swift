internal import FoundationEssentials

/// What became of one workbook in a run.
public struct FileResult: Codable, Hashable, Sendable {
  public enum Outcome: String, Codable, Sendable, CaseIterable {
    case checked
    /// Not a workbook that we can read, or it asks for more than its limits.
    case unreadable
    /// Somebody was still writing it.
    case unsettled
    /// The checker came to no end with it: time, memory or a fault of ours.
    case failed
    /// It was there at the run before.
    case gone
  }

  public var path: String
  public var outcome: Outcome
  /// Why it could not be checked; empty when it was.
  public var why: String
  public var size: Int
  public var sha256: String
  /// What the observation rests on: bytes, playbook, as-of date, version and options. Equal keys, equal observations.
  public var key: String
  /// Who has it open, by the lock file beside it.
  public var openIn: String?
  /// Why its computed columns could not be written back; nil when they were, or nobody asked for it.
  public var notFilled: String?
  /// The exit code that goes with ``notFilled``.
  public var fillStatus: Int?
  /// Nil when the workbook was not checked, or when the history already has it under `key`.
  public var observation: Observation?

  public init(
    path: String, outcome: Outcome, why: String = "", size: Int = 0, sha256: String = "", key: String = "",
    openIn: String? = nil, observation: Observation? = nil
  ) {
    self.path = path
    self.outcome = outcome
    self.why = why
    self.size = size
    self.sha256 = sha256
    self.key = key
    self.openIn = openIn
    self.observation = observation
  }

  /// One line of JSON.
  public var line: [UInt8] { JSON.bytes(self) }

  /// Nil for a line that was cut off.
  public init?(line: some Sequence<UInt8>) {
    guard let result = JSON.value(FileResult.self, from: Array(line)) else { return nil }
    self = result
  }
}

/// Values as JSON: keys in order, so that equal values give equal bytes.
enum JSON {
  static func bytes(_ value: some Encodable, pretty: Bool = false) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting =
      pretty ? [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted] : [.sortedKeys, .withoutEscapingSlashes]
    // Our values hold texts, flags and finite numbers only, which always can be written.
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return (try? encoder.encode(value)).map { escaped([UInt8]($0)) } ?? []
  }

  /// Control and direction characters beyond ASCII as `\u009b`: what is shown on a terminal must not command it. They begin with
  /// one of two bytes in UTF-8, and stand in strings only.
  private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 == 0xC2 || $0 == 0xE2 || $0 == 0x7F }) else { return bytes }
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.unicodeScalars.contains(where: { $0.value >= 0x7F && Markup.isControl($0) }) else { return bytes }
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x7F, Markup.isControl(scalar) {
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return Array(result.utf8)
  }

  /// Writes an array, one element a line. Element by element: the encoder keeps a tree of all that it encodes at once.
  static func write<T>(_ elements: some Sequence<T>, to sink: ByteSink, _ encoded: (T) -> [UInt8]) {
    sink.write("[")
    for (index, element) in elements.enumerated() {
      sink.write(index == 0 ? "\n" : ",\n")
      sink.write(encoded(element))
    }
    sink.write("\n]")
  }

  static func value<T: Decodable>(_ type: T.Type, from bytes: [UInt8]) -> T? {
    try? JSONDecoder().decode(type, from: Data(bytes))
  }
}
