// SPDX-License-Identifier: Apache-2.0

/// A value that is one JSON object. Its members are listed once, in ``fields(_:)``, for both writing and reading.
///
/// Foundation's coders build a tree of boxes for each object and work out the type anew in each process. In a night over
/// thousands of small workbooks, they took a sixth of the time.
protocol JSONRecord {
  /// Creates a value with the defaults for missing members.
  init()

  /// Passes each member to the coder, in alphabetical order.
  mutating func fields(_ coder: inout some JSONFields)
}

/// Writes members, or reads them into their places. A member that is nil is omitted.
protocol JSONFields {
  mutating func field(_ name: String, _ value: inout String)
  mutating func field(_ name: String, _ value: inout String?)
  mutating func field(_ name: String, _ value: inout Int)
  mutating func field(_ name: String, _ value: inout Int?)
  mutating func field(_ name: String, _ value: inout Double)
  mutating func field(_ name: String, _ value: inout Double?)
  mutating func field(_ name: String, _ value: inout Bool)
  mutating func field(_ name: String, _ value: inout Bool?)
  mutating func field<T: JSONRecord>(_ name: String, _ value: inout T)
  mutating func field<T: JSONRecord>(_ name: String, _ value: inout T?)
  mutating func field<T: JSONRecord>(_ name: String, _ value: inout [T])
}

extension JSONRecord {
  /// One line of JSON: equal values give equal bytes.
  var json: [UInt8] {
    var writer = JSONWriter()
    writer.write(self)
    return writer.bytes
  }

  /// The same with lists as tables, for what only this program reads.
  var tabularJSON: [UInt8] {
    var writer = JSONWriter(tables: true)
    writer.write(self)
    return writer.bytes
  }

  /// Reads what ``json`` or ``tabularJSON`` wrote; nil for anything else, such as a line that was cut off.
  init?(json bytes: [UInt8]) {
    var reader = JSONReader(bytes)
    guard let value = reader.whole(Self.self) else { return nil }
    self = value
  }
}
