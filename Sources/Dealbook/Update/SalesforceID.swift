// SPDX-License-Identifier: Apache-2.0

/// The IDs of Salesforce's records, which have two forms: 15 characters that tell upper from lower case, as reports show them, and the same
/// with three more that say which of them are upper case, as exports have them.
enum SalesforceID {
  /// The form of 18 characters; nil for what is no form of 15.
  static func long(_ id: String) -> String? {
    let bytes = Array(id.utf8)
    guard bytes.count == 15, bytes.allSatisfy({ isUpper($0) || isLower($0) || isDigit($0) }) else { return nil }
    // Each of the three stands for five characters, of which the first counts least.
    let end = (0..<3).map { group in
      signs[(0..<5).reduce(0) { $0 | (isUpper(bytes[group * 5 + $1]) ? 1 << $1 : 0) }]
    }
    return id + String(end)
  }

  /// Whether an ID seems to be of the form in which upper and lower case are different records.
  static func tellsCase(_ id: String) -> Bool {
    let bytes = id.utf8
    return long(id) != nil && bytes.contains(where: isUpper) && bytes.contains(where: isLower)
      && bytes.contains(where: isDigit)
  }

  private static let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345")

  private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
