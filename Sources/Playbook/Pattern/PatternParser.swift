// SPDX-License-Identifier: Apache-2.0

/// Compiles the text of a pattern.
struct PatternParser {
  /// The number of instructions, with counted repetitions expanded.
  static let sizeLimit = 4000
  static let depthLimit = 20

  private let scalars: [Unicode.Scalar]
  private var at = 0
  private var depth = 0

  init(_ source: String) { scalars = Array(source.unicodeScalars) }

  mutating func parse() throws(PatternError) -> [Instruction] {
    let body = try alternatives()
    if at < scalars.count { throw failure(.strayClosingParenthesis) }
    return body + [.match]
  }

  private func failure(_ problem: PatternError.Problem, at offset: Int? = nil) -> PatternError {
    PatternError(offset: offset ?? at, problem: problem)
  }

  private var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

  private mutating func take(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard scalars[at...].starts(with: wanted) else { return false }
    at += wanted.count
    return true
  }

  /// Jumps inside a fragment are relative to its beginning until it is appended.
  private func shifted(_ fragment: [Instruction], by offset: Int) -> [Instruction] {
    fragment.map {
      switch $0 {
      case .split(let first, let second): .split(first + offset, second + offset)
      case .jump(let target): .jump(target + offset)
      default: $0
      }
    }
  }

  private func joined(_ first: [Instruction], _ second: [Instruction]) throws(PatternError) -> [Instruction] {
    guard first.count + second.count <= Self.sizeLimit else { throw failure(.tooLarge(limit: Self.sizeLimit)) }
    return first + shifted(second, by: first.count)
  }

  private mutating func alternatives() throws(PatternError) -> [Instruction] {
    var result = try sequence()
    while next == "|" {
      at += 1
      let other = try sequence()
      var whole: [Instruction] = [.split(1, result.count + 2)]
      whole = try joined(whole, result)
      whole.append(.jump(result.count + other.count + 2))
      result = try joined(whole, other)
    }
    return result
  }

  private mutating func sequence() throws(PatternError) -> [Instruction] {
    var result: [Instruction] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      let item = try atom()
      result = try joined(result, try repeated(item))
    }
    return result
  }

  private mutating func repeated(_ item: [Instruction]) throws(PatternError) -> [Instruction] {
    guard let bounds = try count() else { return item }
    var result: [Instruction] = []
    for _ in 0..<bounds.minimum { result = try joined(result, item) }
    if let maximum = bounds.maximum {
      for _ in 0..<(maximum - bounds.minimum) {
        // Each repetition beyond the minimum may be skipped.
        result = try joined(result, [.split(1, item.count + 1)] + shifted(item, by: 1))
      }
      return result
    }
    return try joined(result, [.split(1, item.count + 2)] + shifted(item, by: 1) + [.jump(0)])
  }

  private mutating func count() throws(PatternError) -> (minimum: Int, maximum: Int?)? {
    switch next {
    case "*":
      at += 1
      return (0, nil)
    case "+":
      at += 1
      return (1, nil)
    case "?":
      at += 1
      return (0, 1)
    case "{":
      let start = at
      guard let close = scalars[at...].firstIndex(of: "}") else { throw failure(.badCount("{")) }
      let text = String(String.UnicodeScalarView(scalars[(at + 1)..<close]))
      at = close + 1
      let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      let numbers = parts.map { $0.utf8.allSatisfy { (48...57).contains($0) } ? Int($0) : nil }
      if parts.count == 1, let exact = numbers[0], exact <= Self.sizeLimit { return (exact, exact) }
      if parts.count == 2, let low = numbers[0], low <= Self.sizeLimit {
        if parts[1].isEmpty { return (low, nil) }
        if let high = numbers[1], high >= low, high <= Self.sizeLimit { return (low, high) }
      }
      throw failure(.badCount("{\(text)}"), at: start)
    default:
      return nil
    }
  }

  private mutating func atom() throws(PatternError) -> [Instruction] {
    guard let scalar = next else { return [] }
    let start = at
    switch scalar {
    case "(": return try group()
    case "[": return [.consume(try scalarClass())]
    case "*", "+", "?", "{": throw failure(.nothingToRepeat)
    case "^":
      at += 1
      return [.atStart]
    case "$":
      at += 1
      return [.atEnd]
    case ".":
      at += 1
      return [.consume(ScalarSet(ranges: [10...10], negated: true))]
    case "\\": return [.consume(try escape())]
    default:
      at = start + 1
      return [.consume(ScalarSet(ranges: [scalar.value...scalar.value]))]
    }
  }

  private mutating func group() throws(PatternError) -> [Instruction] {
    let start = at
    for (opening, behind, expected) in [
      ("(?<!", true, false), ("(?<=", true, true), ("(?!", false, false), ("(?=", false, true),
    ] where take(opening) {
      let item = try atom()
      guard item.count == 1, case .consume(let set)? = item.first, take(")") else {
        throw failure(.unsupported("\(opening)…) over more than one character"), at: start)
      }
      return [behind ? .lookBehind(set, expected: expected) : .lookAhead(set, expected: expected)]
    }
    if take("(?:") == false {
      if take("(?") { throw failure(.unsupported("(?"), at: start) }
      at += 1
    }
    depth += 1
    guard depth <= Self.depthLimit else { throw failure(.tooLarge(limit: Self.sizeLimit), at: start) }
    let body = try alternatives()
    depth -= 1
    guard take(")") else { throw failure(.unclosedGroup, at: start) }
    return body
  }

  private mutating func scalarClass() throws(PatternError) -> ScalarSet {
    let start = at
    at += 1
    var set = ScalarSet(ranges: [])
    if take("^") { set.negated = true }
    var isFirst = true
    while let scalar = next, scalar != "]" || isFirst {
      isFirst = false
      var low = ScalarSet(ranges: [scalar.value...scalar.value])
      if scalar == "\\" { low = try escape() } else { at += 1 }
      guard !low.negated else { throw failure(.unsupported("a negated escape in a class"), at: start) }
      // `A-Z`; but a `-` at the end of the class is literal.
      guard next == "-", at + 1 < scalars.count, scalars[at + 1] != "]", let first = low.ranges.first,
        first.count == 1, low.ranges.count == 1
      else {
        set.ranges.append(contentsOf: low.ranges)
        continue
      }
      at += 1
      var high = ScalarSet(ranges: [scalars[at].value...scalars[at].value])
      if scalars[at] == "\\" { high = try escape() } else { at += 1 }
      guard let last = high.ranges.first, high.ranges.count == 1, last.lowerBound >= first.lowerBound else {
        throw failure(.emptyClassRange, at: start)
      }
      set.ranges.append(first.lowerBound...last.upperBound)
    }
    guard take("]") else { throw failure(.unclosedClass, at: start) }
    return set
  }

  private mutating func escape() throws(PatternError) -> ScalarSet {
    at += 1
    guard let scalar = next else { throw failure(.trailingBackslash) }
    at += 1
    let digits: [ClosedRange<UInt32>] = [48...57]
    let word: [ClosedRange<UInt32>] = [48...57, 65...90, 95...95, 97...122]
    let space: [ClosedRange<UInt32>] = [9...13, 32...32]
    switch scalar {
    case "d": return ScalarSet(ranges: digits)
    case "D": return ScalarSet(ranges: digits, negated: true)
    case "w": return ScalarSet(ranges: word)
    case "W": return ScalarSet(ranges: word, negated: true)
    case "s": return ScalarSet(ranges: space)
    case "S": return ScalarSet(ranges: space, negated: true)
    case "t": return ScalarSet(ranges: [9...9])
    case "n": return ScalarSet(ranges: [10...10])
    case "r": return ScalarSet(ranges: [13...13])
    default:
      let isWord = word.contains { $0.contains(scalar.value) }
      guard !isWord else { throw failure(.unsupported("\\\(scalar)"), at: at - 2) }
      return ScalarSet(ranges: [scalar.value...scalar.value])
    }
  }
}
