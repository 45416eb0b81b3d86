// SPDX-License-Identifier: Apache-2.0

internal import Base
internal import Synchronization

/// What a function gave for the texts that it was asked about. A workbook asks the same of its headers and labels again and again, and
/// the next one has the same. A worker begins with what was known to the process that it was forked from.
///
/// Texts are the same if their bytes are: other functions of a text tell apart what Unicode takes for the same.
package final class TextMemo<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    var text: String
    var value: Value
  }

  private let known = Mutex<[UInt64: Entry]>([:])

  /// No more texts than this are remembered, and no longer ones than this, in bytes.
  private let most = 8192
  private let longest = 120

  package init() {}

  package func value(of text: String, _ made: (String) -> Value) -> Value {
    guard text.utf8.count <= longest else { return made(text) }
    let hash = FNV1a(text).value
    if let entry = known.withLock({ $0[hash] }), entry.text.utf8.elementsEqual(text.utf8) { return entry.value }
    let value = made(text)
    known.withLock { known in
      if known.count < most { known[hash] = Entry(text: text, value: value) }
    }
    return value
  }
}
