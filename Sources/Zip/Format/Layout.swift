// SPDX-License-Identifier: Apache-2.0

/// Constants of the ZIP format (PKWARE APPNOTE 6.3.10, section 4.3).
enum Layout {
  static let localSignature = 0x0403_4B50
  static let centralSignature = 0x0201_4B50
  static let endSignature = 0x0605_4B50
  static let zip64EndSignature = 0x0606_4B50
  static let zip64LocatorSignature = 0x0706_4B50

  /// Whether `bytes` contains the signature of one of the records at the end of an archive.
  static func holdsEndSignature(_ bytes: ArraySlice<UInt8>) -> Bool {
    let thirdAndFourth: [(UInt8, UInt8)] = [(5, 6), (6, 6), (6, 7)]
    return zip(zip(bytes, bytes.dropFirst()), zip(bytes.dropFirst(2), bytes.dropFirst(3))).contains { first, last in
      first == (0x50, 0x4B) && thirdAndFourth.contains { $0 == last }
    }
  }

  static let localSize = 30
  static let centralSize = 46
  static let endSize = 22
  static let zip64EndSize = 56
  static let zip64LocatorSize = 20

  /// The values that mean, in a 16-bit or 32-bit field, that the real number is in a zip64 record.
  static let max16 = 0xFFFF
  static let max32 = 0xFFFF_FFFF

  static let zip64ExtraID = 0x0001
  /// Info-ZIP's extra field with the name in UTF-8.
  static let unicodeNameExtraID = 0x7075

  /// Bit 0 of the flags: the entry is encrypted.
  static let flagEncrypted = 1 << 0
  /// Bit 3: the CRC and the sizes follow the data.
  static let flagDescriptor = 1 << 3
  /// Bit 11: the name and the comment are in UTF-8.
  static let flagUTF8 = 1 << 11

  /// 1980-01-01 00:00, the earliest time that the format can express. New entries get this time, so that the same input gives the
  /// same bytes.
  static let epochTime = 0
  static let epochDate = 0x0021
}
