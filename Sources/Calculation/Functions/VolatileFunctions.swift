// SPDX-License-Identifier: Apache-2.0

import Spreadsheet

/// Functions whose results depend on chance, on the machine, or on a cell's appearance.
enum VolatileFunctions {
  static let all: [Function] = [
    Function("RAND", "") { (_) throws(Halt) in throw .kept(.volatile("RAND")) },
    Function("RANDBETWEEN", "V") { (_) throws(Halt) in throw .kept(.volatile("RANDBETWEEN")) },
    Function("RANDARRAY", "V") { (_) throws(Halt) in throw .kept(.volatile("RANDARRAY")) },
    Function("INFO", "V") { (_) throws(Halt) in throw .kept(.undetermined(function: "INFO", .machine)) },
    Function("CELL", "VR") { (call) throws(Halt) in
      let wanted = try call.text(0).lowercased()
      let place: Place
      if call.has(1) { place = try call.requiredArea(1).first } else { place = call.place }
      switch wanted {
      case "row": return .number(place.row)
      case "col": return .number(place.column)
      case "address":
        return .text("$\(ColumnName.letters(place.column))$\(place.row)")
      case "contents":
        let scalar = try call.evaluator.read(place)
        return .scalar(scalar.isBlank ? .number(0) : scalar)
      case "type":
        let scalar = try call.evaluator.read(place)
        return .text(scalar.isBlank ? "b" : scalar.isText ? "l" : "v")
      case "filename": throw .kept(.undetermined(function: "CELL(\"filename\")", .machine))
      case "color", "format", "parentheses", "prefix", "protect", "width":
        throw .kept(.undetermined(function: "CELL(\"\(wanted)\")", .look))
      default: throw .value
      }
    },
  ]
}
