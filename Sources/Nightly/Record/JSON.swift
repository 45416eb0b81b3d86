// SPDX-License-Identifier: Apache-2.0

import Base
internal import FoundationEssentials

/// Encodes values as JSON that are few or meant for people. Keys are sorted, so that equal values give equal bytes.
enum JSON {
  static func bytes(_ value: some Encodable, pretty: Bool = false) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting =
      pretty ? [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted] : [.sortedKeys, .withoutEscapingSlashes]
    // Our values contain only text, flags and finite numbers, which can always be encoded.
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return (try? encoder.encode(value)).map { escaped([UInt8]($0)) } ?? []
  }

  /// Escapes control and direction characters beyond ASCII, as in `\u009b`, so that they can't control a terminal. In UTF-8
  /// they begin with one of three bytes, and they occur only in strings.
  private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { [0x7F, 0xC2, 0xD8, 0xE2].contains($0) }) else { return bytes }
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.unicodeScalars.contains(where: { $0.value >= 0x7F && $0.isControl }) else { return bytes }
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x7F, scalar.isControl {
        result += JSONText.escape(scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return Array(result.utf8)
  }

  /// Writes an array, one element per line. Each element is encoded by itself, because the encoder builds a tree of everything
  /// it encodes at once.
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
