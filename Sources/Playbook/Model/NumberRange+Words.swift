// SPDX-License-Identifier: Apache-2.0

extension NumberRange {
  /// What a number has to be: `0 or more`, `between 0 and 1`; empty without a bound.
  ///
  /// - Parameter column: the words for the column that is a bound.
  package func words(_ language: Language, column: (String) -> String = { $0 }) -> String {
    let words = Spoken(language: language)
    func shown(_ bound: Bound) -> String {
      switch bound.value {
      case .number(let number): Int64(exactly: number).map { "\($0)" } ?? "\(number)"
      case .column(let key): column(key)
      }
    }
    switch (minimum, maximum) {
    case (let low?, let high?):
      let (low, high) = (shown(low), shown(high))
      return words.pick("在 \(low) 到 \(high) 之間", "在 \(low) 到 \(high) 之间", "between \(low) and \(high)")
    case (let low?, nil) where low.inclusive:
      return words.pick("不小於 \(shown(low))", "不小于 \(shown(low))", "\(shown(low)) or more")
    case (let low?, nil): return words.pick("大於 \(shown(low))", "大于 \(shown(low))", "more than \(shown(low))")
    case (nil, let high?) where high.inclusive:
      return words.pick("不大於 \(shown(high))", "不大于 \(shown(high))", "\(shown(high)) or less")
    case (nil, let high?): return words.pick("小於 \(shown(high))", "小于 \(shown(high))", "less than \(shown(high))")
    case (nil, nil): return ""
    }
  }
}
