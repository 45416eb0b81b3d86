// SPDX-License-Identifier: Apache-2.0

/// Collects small pieces of bytes and passes them on in larger ones.
public final class ByteSink {
  private static let chunk = 1 << 16
  private var buffer: [UInt8] = []
  private let pass: ([UInt8]) -> Void

  public init(_ pass: @escaping ([UInt8]) -> Void) { self.pass = pass }

  public func write(_ bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.chunk { flush() }
  }

  public func write(_ text: String) { write(text.utf8) }

  public func flush() {
    if !buffer.isEmpty { pass(buffer) }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Reads a file line by line, and later again from given positions.
final class LineFile {
  private static let chunk = 1 << 16
  let file: Int32

  /// Nil if the file can't be read.
  init?(_ path: String) {
    guard let file = Files.openForReading(path) else { return nil }
    self.file = file
  }

  deinit { Files.close(file) }

  /// Nil if the range is not in the file.
  func bytes(_ range: Range<Int>) -> [UInt8]? {
    guard let bytes = Files.read(file, at: range.lowerBound, range.count), bytes.count == range.count else {
      return nil
    }
    return bytes
  }

  /// Calls `body` with each line, without its line break, and its position. Returns false if the file can't be read to the end.
  func forEachLine(_ body: (Range<Int>, [UInt8]) throws(NightlyError) -> Void) throws(NightlyError) -> Bool {
    var line: [UInt8] = []
    var start = 0
    var offset = 0
    while true {
      guard let bytes = Files.read(file, at: offset, Self.chunk) else { return false }
      if bytes.isEmpty { break }
      offset += bytes.count
      var rest = bytes[...]
      while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        line += rest[..<end]
        try body(start..<start + line.count, line)
        start += line.count + 1
        line.removeAll(keepingCapacity: line.capacity < 1 << 20)
        rest = rest[(end + 1)...]
      }
      line += rest
    }
    if !line.isEmpty { try body(start..<start + line.count, line) }
    return true
  }
}
