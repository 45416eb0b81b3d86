// SPDX-License-Identifier: Apache-2.0

import Formula
import Spreadsheet
import TestSupport

/// Realistic columns: mostly what they should contain, with something else here and there.
enum RandomColumns {
  static func keys(_ count: Int, _ dice: inout SeededRandom, distinct: Int = 5) -> Column {
    Column(
      (0..<count).map { _ in
        switch dice.roll(14) {
        case 0: .blank
        case 1: .text("")
        case 2: .number(Double(dice.roll(3)))
        case 3: .text("a\(dice.roll(distinct))")
        case 4: .text(["5", "5.0", "a*", "?1", "<3", "TRUE", "~", "2025-01-02", ">=1"][dice.roll(9)])
        case 5: .boolean(dice.roll(2) == 0)
        default: .text("A\(dice.roll(distinct))")
        }
      })
  }

  static func numbers(_ count: Int, _ dice: inout SeededRandom, errors: Bool = false) -> Column {
    Column(
      (0..<count).map { _ in
        switch dice.roll(16) {
        case 0: .blank
        case 1: .text("")
        case 2: .text(["12", "x", "0.3", "5%"][dice.roll(4)])
        case 3: .boolean(dice.roll(2) == 0)
        case 4: errors ? .error([.notAvailable, .value, .divisionByZero][dice.roll(3)]) : .number(0)
        case 5: .number(Double(dice.roll(5)) + 0.1 + 0.2)
        case 6: .number(Double(dice.roll(5)) + 0.3)
        default: .number(Double(dice.roll(2000) - 1000) / 100)
        }
      })
  }

  static func wholes(_ count: Int, _ dice: inout SeededRandom, sides: Int = 8) -> Column {
    Column((0..<count).map { _ in .number(Double(dice.roll(sides))) })
  }

  static func environment(_ seed: Int, rows: Int = 24, others: Int = 40) -> Environment {
    var dice = SeededRandom(seed)
    var environment = Environment()
    environment.define("t_k", column: keys(rows, &dice))
    environment.define("t_l", column: keys(rows, &dice, distinct: 2))
    environment.define("t_x", column: numbers(rows, &dice))
    environment.define("t_y", column: numbers(rows, &dice))
    environment.define("t_w", column: wholes(rows, &dice))
    environment.define("t_e", column: numbers(rows, &dice, errors: true))
    environment.define("d_k", column: keys(others, &dice))
    environment.define("d_l", column: keys(others, &dice, distinct: 2))
    environment.define("d_x", column: numbers(others, &dice))
    environment.define("d_y", column: numbers(others, &dice))
    environment.define("d_v", column: wholes(others, &dice))
    environment.define("d_w", column: wholes(others, &dice))
    environment.define("d_e", column: numbers(others, &dice, errors: true))
    environment.define("Bound", value: .number(3))
    return environment
  }

  /// Equal up to the last bits of numbers.
  static func agree(_ a: CellValue, _ b: CellValue) -> Bool {
    if case .number(let x) = a, case .number(let y) = b {
      return abs(x - y) <= 1e-13 * max(abs(x), abs(y), 1e-3)
    }
    return a == b
  }
}
