// SPDX-License-Identifier: Apache-2.0

/// A value that is one JSON object. Its members are named once, in ``fields(_:)``, for writing and for reading.
///
/// Foundation's coders take a tree of boxes for each object and learn the type anew in each process: of a night over thousands of
/// small workbooks they took a sixth.
protocol JSONRecord {
  /// What members have that an object lacks.
  init()

  /// Hands each member to the coder, in the order of their names.
  mutating func fields(_ coder: inout some JSONFields)
}

/// Writes members, or reads them into their places. One that is nil is left out.
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

  /// Reads what ``json`` wrote; nil for anything else, a line that was cut off for one.
  init?(json bytes: [UInt8]) {
    var reader = JSONReader(bytes)
    guard let value = reader.whole(Self.self) else { return nil }
    self = value
  }
}
