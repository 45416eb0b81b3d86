// SPDX-License-Identifier: Apache-2.0

/// The rows and fields of a text file such as CSV or TSV (RFC 4180).
///
/// The encoding and the separator are detected. If the file contradicts itself, nothing is guessed: the result is an error with
/// the line number.
public struct DelimitedText: Sendable {
  public let encoding: TextEncoding
  /// The separator: `,`, `;`, a tab or `|`, or the one that a `sep=` line states.
  public let separator: Character
  /// Whether any field is quoted.
  public let hasQuotes: Bool
  public let rows: [Row]

  public struct Row: Hashable, Sendable {
    /// The line number of the row's first character, starting at 1.
    public let line: Int
    public let fields: [String]
  }

  public init(_ bytes: [UInt8]) throws(DelimitedError) {
    encoding = TextEncoding.found(in: bytes)
    guard let text = encoding.text(of: bytes) else { throw .notText(encoding) }
    if let zero = text.utf8.firstIndex(of: 0) {
      throw .controlCharacter(line: text.utf8[..<zero].count { $0 == 0x0A } + 1)
    }
    var rest = Array(text.utf8)[...]
    var stated: UInt8?
    // A first line `sep=…` is Excel's own way to state the separator.
    if rest.starts(with: "sep=".utf8), rest.count > 5,
      rest[rest.startIndex + 5] == 0x0A || rest[rest.startIndex + 5] == 0x0D
    {
      stated = rest[rest.startIndex + 4]
      rest = rest[(rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.endIndex)...]
    }
    let mark = stated ?? Self.separator(of: rest)
    separator = Character(Unicode.Scalar(mark))
    (rows, hasQuotes) = try Self.rows(rest, separator: mark, firstLine: stated == nil ? 1 : 2)
    try checkWidths()
  }

  /// Rejects a row with more fields than the others: one of its fields must contain an unquoted separator, which puts all fields
  /// after it in the wrong column.
  private func checkWidths() throws(DelimitedError) {
    var counts: [Int: Int] = [:]
    for row in rows where row.fields.count > 1 { counts[row.fields.count, default: 0] += 1 }
    guard let usual = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key else { return }
    var place = 0
    while place < rows.count {
      let row = rows[place]
      guard row.fields.count > usual, row.fields[usual...].contains(where: { !$0.isEmpty }) else {
        place += 1
        continue
      }
      guard let end = endOfTable(from: place, besides: usual) else {
        throw .tooManyFields(line: row.line, found: row.fields.count, expected: usual)
      }
      place = end
    }
  }

  /// Where a table of another width ends that begins in this row, as the list below the figures of a report does: several rows of the
  /// same width up to a blank line or the end. Nil if it is none.
  private func endOfTable(from first: Int, besides usual: Int) -> Int? {
    let width = rows[first].fields.count
    let end = rows[first...].firstIndex { $0.fields.count != width } ?? rows.count
    guard end - first > 2, end == rows.count || rows[end].fields.count < 2 else { return nil }
    return first == 0 || rows[first - 1].fields.count < 2 || width > usual + 1 ? end : nil
  }

  /// The character that splits the first lines most consistently into the same number of fields; more fields are better.
  private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    let candidates: [UInt8] = [0x09, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|")]
    var counts = candidates.map { _ in [Int]() }
    var line = candidates.map { _ in 0 }
    var isQuoted = false
    for byte in bytes.prefix(1 << 16) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if byte == 0x0A {
        for index in candidates.indices { counts[index].append(line[index]) }
        line = candidates.map { _ in 0 }
        if counts[0].count == 50 { break }
      } else if let index = candidates.firstIndex(of: byte) {
        line[index] += 1
      }
    }
    if line.contains(where: { $0 > 0 }) { for index in candidates.indices { counts[index].append(line[index]) } }
    func score(_ counts: [Int]) -> Double {
      let filled = counts.filter { $0 > 0 }
      guard
        let usual = Dictionary(grouping: filled, by: { $0 }).max(by: {
          ($0.value.count, $0.key) < ($1.value.count, $1.key)
        })
      else { return 0 }
      return Double(usual.value.count) / Double(max(1, counts.count)) * (1 + Double(min(usual.key, 30)) / 30)
    }
    let scores = counts.map(score)
    let best = scores.indices.max { scores[$0] < scores[$1] } ?? 1
    return scores[best] > 0 ? candidates[best] : UInt8(ascii: ",")
  }

  private static func rows(
    _ bytes: ArraySlice<UInt8>, separator: UInt8, firstLine: Int
  ) throws(DelimitedError) -> ([Row], Bool) {
    var rows: [Row] = []
    var hasQuotes = false
    var line = firstLine
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let start = line
      var fields: [String] = []
      var isRowDone = false
      while !isRowDone {
        var field: [UInt8] = []
        if at < bytes.endIndex, bytes[at] == UInt8(ascii: "\"") {
          hasQuotes = true
          let opened = line
          at += 1
          while true {
            guard at < bytes.endIndex else { throw .unclosedQuote(line: opened) }
            let byte = bytes[at]
            at += 1
            if byte == UInt8(ascii: "\"") {
              guard at < bytes.endIndex, bytes[at] == UInt8(ascii: "\"") else { break }
              at += 1
            } else if byte == 0x0A {
              line += 1
            }
            field.append(byte)
          }
          guard at == bytes.endIndex || [separator, 0x0A, 0x0D].contains(bytes[at]) else {
            throw .textAfterQuote(line: line)
          }
        } else {
          while at < bytes.endIndex, bytes[at] != separator, bytes[at] != 0x0A, bytes[at] != 0x0D {
            field.append(bytes[at])
            at += 1
          }
        }
        fields.append(String(decoding: field, as: UTF8.self))
        if at == bytes.endIndex {
          isRowDone = true
        } else if bytes[at] == separator {
          at += 1
        } else {
          if bytes[at] == 0x0D, at + 1 < bytes.endIndex, bytes[at + 1] == 0x0A { at += 1 }
          at += 1
          line += 1
          isRowDone = true
        }
      }
      rows.append(Row(line: start, fields: fields))
    }
    return (rows, hasQuotes)
  }
}

/// The reason a text file can't be split into rows and fields.
public enum DelimitedError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The bytes are not valid in the encoding they most likely have.
  case notText(TextEncoding)
  case controlCharacter(line: Int)
  case unclosedQuote(line: Int)
  case textAfterQuote(line: Int)
  case tooManyFields(line: Int, found: Int, expected: Int)
  case tooManyCells(Int, limit: Int)
  case notBuilt(String)

  public var description: String {
    switch self {
    case .notText(let encoding):
      "not a text: some bytes are no characters in \(encoding.name), which it looks most like"
    case .controlCharacter(let line): "line \(line): a zero byte, which no text holds"
    case .unclosedQuote(let line): "line \(line): a quote is opened there and closed nowhere"
    case .textAfterQuote(let line): "line \(line): expected a separator or the end of the line after a closing quote"
    case .tooManyFields(let line, let found, let expected):
      "line \(line): \(found) fields, where the other lines have \(expected); a field with a separator in it needs quotes"
    case .tooManyCells(let count, let limit): "\(count) fields, more than the \(limit) that are read"
    case .notBuilt(let reason): reason
    }
  }
}
