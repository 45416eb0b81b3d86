// SPDX-License-Identifier: Apache-2.0

/// Writes the records at the end of an archive (APPNOTE 4.3.14–4.3.16).
package enum EndRecords {
  /// Appends the records of a new archive: zip64 records if a number does not fit, and no comment.
  package static func append(entryCount: Int, directory: Range<Int>, to output: inout [UInt8]) {
    if needsZip64(entryCount, directory) { appendZip64(entryCount, directory, to: &output) }
    output.append32(Layout.endSignature)
    output.append32(0)
    output.append16(min(entryCount, Layout.max16))
    output.append16(min(entryCount, Layout.max16))
    output.append32(min(directory.count, Layout.max32))
    output.append32(min(directory.lowerBound, Layout.max32))
    output.append16(0)
  }

  /// Appends updated copies of the records `end` in `bytes`. The comment, a zip64 record and any unknown data in it are
  /// preserved.
  static func append(
    replacing end: EndOfDirectory, of bytes: [UInt8], entryCount: Int, directory: Range<Int>, to output: inout [UInt8]
  ) {
    if let zip64 = end.zip64 {
      let start = output.count
      output += bytes[zip64.lowerBound..<end.offset]
      putZip64(entryCount, directory, at: start, to: &output)
      output.put64(start, at: start + zip64.count + 8)
    } else if needsZip64(entryCount, directory) {
      appendZip64(entryCount, directory, to: &output)
    }
    let start = output.count
    output += bytes[end.offset...]
    guard let old = Fields(bytes, at: end.offset, count: Layout.endSize) else { return }
    // A field that refers to zip64 continues to do so.
    func value(_ new: Int, _ old: Int, _ sentinel: Int) -> Int {
      end.zip64 != nil && old == sentinel ? sentinel : min(new, sentinel)
    }
    output.put16(value(entryCount, old.u16(8), Layout.max16), at: start + 8)
    output.put16(value(entryCount, old.u16(10), Layout.max16), at: start + 10)
    output.put32(value(directory.count, old.u32(12), Layout.max32), at: start + 12)
    output.put32(value(directory.lowerBound, old.u32(16), Layout.max32), at: start + 16)
  }

  private static func needsZip64(_ entryCount: Int, _ directory: Range<Int>) -> Bool {
    entryCount >= Layout.max16 || directory.count >= Layout.max32 || directory.lowerBound >= Layout.max32
  }

  private static func appendZip64(_ entryCount: Int, _ directory: Range<Int>, to output: inout [UInt8]) {
    let start = output.count
    output.append32(Layout.zip64EndSignature)
    output.append64(Layout.zip64EndSize - 12)
    output.append16(45)
    output.append16(45)
    output += [UInt8](repeating: 0, count: Layout.zip64EndSize - 16)
    putZip64(entryCount, directory, at: start, to: &output)
    output.append32(Layout.zip64LocatorSignature)
    output.append32(0)
    output.append64(start)
    output.append32(1)
  }

  private static func putZip64(_ entryCount: Int, _ directory: Range<Int>, at start: Int, to output: inout [UInt8]) {
    output.put64(entryCount, at: start + 24)
    output.put64(entryCount, at: start + 32)
    output.put64(directory.count, at: start + 40)
    output.put64(directory.lowerBound, at: start + 48)
  }
}
