import Formula
import Spreadsheet

/// Days as serial numbers.
enum DateBasics {
  static let all: [Function] = [
    Function("TODAY", "") { (call) throws(Halt) in
      guard let now = call.asOf else { throw .kept(.volatile("TODAY")) }
      return .number(now.rounded(.down))
    },
    Function("NOW", "") { (call) throws(Halt) in
      guard let now = call.asOf else { throw .kept(.volatile("NOW")) }
      return .number(now)
    },
    Function("YEAR", "V") { (call) throws(Halt) in
      let serial = try call.number(0)
      guard serial >= 0, let date = SerialDate(serial: serial.rounded(.down), system: call.dateSystem) else {
        throw .number
      }
      return .number(serial < 1 && call.dateSystem == .year1900 ? 1900 : date.year)
    },
  ]
}
