// SPDX-License-Identifier: Apache-2.0

extension ForeignFormat {
  /// Guesses what `bytes`, which are not a ZIP archive, might be.
  init(sniffing bytes: [UInt8]) {
    let head = bytes.prefix(4096)
    let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head
    let visible = text.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    func begins(_ word: String) -> Bool {
      visible.prefix(word.utf8.count).elementsEqual(word.utf8) { a, b in
        a == b || (a >= 0x41 && a <= 0x5A && a | 0x20 == b)
      }
    }
    if bytes.isEmpty {
      self = .empty
    } else if head.starts(with: Self.compoundFileSignature) {
      self = Self.namesEncryptedPackage(bytes) ? .passwordProtected : .compoundFile
    } else if Self.isOwnerFile(bytes) {
      self = .ownerFile
    } else if begins("%pdf") {
      self = .pdf
    } else if ["<!doctype html", "<html", "<table", "<head", "<body", "<meta", "<div", "<script"].contains(
      where: begins)
    {
      self = .html
    } else if begins("<?xml") || begins("<") {
      self = .xml
    } else if Self.isText(head) {
      self = .text
    } else {
      self = .unknown
    }
  }

  /// The first bytes of an OLE compound file ([MS-CFB] 2.2).
  static let compoundFileSignature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  /// The `~$name` file that Excel keeps next to an open workbook: 165 bytes, of which the first is the length of the user's name.
  private static func isOwnerFile(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 165, let length = bytes.first, (1...54).contains(length) else { return false }
    return bytes[1 + Int(length)..<55].allSatisfy { $0 == 0x20 || $0 == 0 }
  }

  /// Whether this compound file is an encrypted workbook, which has a stream called `EncryptedPackage` ([MS-OFFCRYPTO] 2.3.4.4).
  /// The directory of a compound file contains the names of its streams in UTF-16LE, padded to 64 bytes, at multiples of 128
  /// ([MS-CFB] 2.6.1).
  private static func namesEncryptedPackage(_ bytes: [UInt8]) -> Bool {
    var name: [UInt8] = []
    for unit in "EncryptedPackage".utf16 { name.append16(Int(unit)) }
    var at = 512
    while at < bytes.count {
      if bytes[at] == name[0], bytes[at...].starts(with: name) { return true }
      at += 128
    }
    return false
  }

  /// Whether there are no control characters except tab, line ends and form feed. Accepts any 8-bit character set, and UTF-16
  /// with a byte order mark.
  private static func isText(_ head: ArraySlice<UInt8>) -> Bool {
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return true }
    return head.allSatisfy { $0 >= 0x20 && $0 != 0x7F || ($0 >= 0x09 && $0 <= 0x0D) }
  }
}
