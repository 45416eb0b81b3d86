// SPDX-License-Identifier: Apache-2.0

import Exercise
import Foundation

/// Reads cases from standard input: a line `KIND COUNT`, followed by COUNT bytes.
struct CaseStream {
  private let input = FileHandle.standardInput
  private var buffer = Data()

  /// The next case; nil at the end, or if there is no valid case.
  mutating func next() -> (kind: Exercise, bytes: [UInt8])? {
    guard let words = line()?.split(separator: " "), words.count == 2, let kind = Exercise(rawValue: String(words[0])),
      let count = Int(words[1])
    else { return nil }
    while buffer.count < count {
      guard fill() else { return nil }
    }
    let bytes = [UInt8](buffer.prefix(count))
    buffer = Data(buffer.dropFirst(count))
    return (kind, bytes)
  }

  private mutating func line() -> String? {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let text = String(decoding: buffer[buffer.startIndex..<end], as: UTF8.self)
        buffer = Data(buffer[(end + 1)...])
        return text
      }
      guard fill() else { return nil }
    }
  }

  private mutating func fill() -> Bool {
    let data = input.availableData
    buffer.append(data)
    return !data.isEmpty
  }
}
