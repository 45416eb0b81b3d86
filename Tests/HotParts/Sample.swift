// SPDX-License-Identifier: Apache-2.0

import TestSupport

/// The data for the measurements, the same in every run: a sheet as programs write it, numbers, and shared strings.
struct Sample {
  let rows: Int
  let sheet: [UInt8]
  let strings: [UInt8]
  /// Numbers as cells contain them.
  let numbers: [String]

  init(rows: Int) {
    self.rows = rows
    var generator = SeededRandom(20_260_331)
    func random(_ bound: Int) -> Int { generator.roll(bound) }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    var sheet = "<worksheet xmlns=\"\(main)\"><sheetData>"
    var numbers: [String] = []
    for row in 1...rows {
      sheet += "<row r=\"\(row)\">"
      for column in 0..<20 {
        let place = "\(String(UnicodeScalar(UInt8(65 + column))))\(row)"
        switch column % 4 {
        case 0: sheet += "<c r=\"\(place)\" t=\"s\"><v>\(random(rows))</v></c>"
        case 1: sheet += "<c r=\"\(place)\" s=\"2\"><v>\(45_000 + random(2_000))</v></c>"
        default:
          let number = "\(random(1_000_000)).\(random(column % 4 == 2 ? 100 : 1_000_000_000))"
          numbers.append(number)
          sheet += "<c r=\"\(place)\"><v>\(number)</v></c>"
        }
      }
      sheet += "</row>"
    }
    self.sheet = Array((sheet + "</sheetData></worksheet>").utf8)
    self.numbers = numbers
    var strings = "<sst xmlns=\"\(main)\">"
    for index in 0..<rows {
      let text = (0..<12).map { _ in String(UnicodeScalar(UInt16(0x4E00 + random(5_000))) ?? "?") }.joined()
      strings += "<si><t>\(index % 3 == 0 ? text : "Customer \(random(9_999)), \(index)")</t></si>"
    }
    self.strings = Array((strings + "</sst>").utf8)
  }
}
