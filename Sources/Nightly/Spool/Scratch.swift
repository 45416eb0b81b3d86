// SPDX-License-Identifier: Apache-2.0

/// A temporary file for data that would take too much memory. Only this process can see it, and it disappears with the process.
final class Scratch {
  private let path: String
  private let file: Int32
  private var end = 0

  /// - Parameter path: a file on the disk to use.
  init(beside path: String) throws(NightlyError) {
    self.path = path
    guard let file = Files.openScratch(beside: path) else { throw .notWritten(path, Files.systemMessage()) }
    self.file = file
  }

  /// Beside a history, or, where nobody may write there, where temporary files are.
  convenience init(forHistory path: String) throws(NightlyError) {
    do { try self.init(beside: path) } catch {
      try self.init(beside: (Files.variable("TMPDIR") ?? "/tmp") + "/dealbook")
    }
  }

  deinit { Files.close(file) }

  /// Appends bytes and returns their position.
  func append(_ bytes: [UInt8]) throws(NightlyError) -> Range<Int> {
    guard Files.append(bytes, to: file) else { throw .notWritten(path, Files.systemMessage()) }
    defer { end += bytes.count }
    return end..<end + bytes.count
  }

  /// The bytes at a position. They were written a moment ago, so if they can't be read, the machine is broken.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    guard let bytes = Files.read(file, at: range.lowerBound, range.count), bytes.count == range.count else {
      preconditionFailure("the scratch file of this run cannot be read")
    }
    return bytes
  }
}

/// Something that can be stored in a ``Scratch``.
protocol Spoolable {
  func pack(into packer: inout Packer)
  init?(from unpacker: inout Unpacker)
}

extension Spoolable where Self: JSONRecord {
  func pack(into packer: inout Packer) { packer.add(json) }

  init?(from unpacker: inout Unpacker) {
    guard let value = Self(json: unpacker.bytes()) else { return nil }
    self = value
  }
}

/// Writes values in sequence, each preceded by its length.
struct Packer {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ value: Int) {
    for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }

  mutating func add(_ value: [UInt8]) {
    add(value.count)
    bytes += value
  }

  mutating func add(_ value: String) {
    add(value.utf8.count)
    bytes += value.utf8
  }

  mutating func add(_ value: String?) {
    add(value == nil ? 0 : 1)
    if let value { add(value) }
  }

  mutating func append(_ other: Packer) { bytes += other.bytes }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}

/// Reads what a ``Packer`` wrote.
struct Unpacker {
  private let packed: [UInt8]
  private var at = 0

  init(_ packed: [UInt8]) { self.packed = packed }

  var isAtEnd: Bool { at >= packed.count }

  mutating func int() -> Int {
    var value = 0
    for shift in stride(from: 0, to: 64, by: 8) {
      value |= Int(packed[at]) << shift
      at += 1
    }
    return value
  }

  mutating func bytes() -> [UInt8] {
    let count = int()
    defer { at += count }
    return Array(packed[at..<at + count])
  }

  mutating func text() -> String {
    let count = int()
    defer { at += count }
    return String(decoding: packed[at..<at + count], as: UTF8.self)
  }

  mutating func optionalText() -> String? { int() == 0 ? nil : text() }
}
