// SPDX-License-Identifier: Apache-2.0

extension PlaybookDecoder {
  /// The values that a column allows, from the one key that fits its type.
  mutating func allowed(
    _ fields: [YAMLPair], type: ColumnType, isComputed: Bool, owner: String, at place: YAMLPlace
  ) -> Allowed {
    var result = Allowed.anything
    for field in fields {
      guard Self.types(taking: field.key).contains(type) else {
        let types = Self.types(taking: field.key).map(\.rawValue).joined(separator: ", ")
        report(
          .wrongType, field.keyPlace,
          "‘\(field.key)’ is for columns of type \(types), and \(owner) is of type \(type.rawValue)")
        continue
      }
      if case .anything = result {
      } else {
        report(
          .duplicate, field.keyPlace,
          "\(owner) states twice what it takes; keep only one of ‘\(field.key)’ and the other")
      }
      result = allowed(field, owner: owner) ?? result
    }
    guard case .anything = result, !isComputed else { return result }
    switch type {
    case .key:
      report(.missingKey, place, "\(owner) is of type key: say which column it refers to, ‘refers_to: acc.account_id’")
    case .list: report(.missingKey, place, "\(owner) is of type list: say which, ‘list: st’")
    case .tick: return .ticks(Tick.allCases)
    default: break
    }
    return result
  }

  private static func types(taking key: String) -> [ColumnType] {
    switch key {
    case "pattern", "unique": [.id]
    case "refers_to": [.key]
    case "list": [.list]
    case "range": [.money, .number, .integer, .percent, .ratio, .score]
    case "ticks": [.tick]
    default: [.text]
    }
  }

  private mutating func allowed(_ field: YAMLPair, owner: String) -> Allowed? {
    let node = field.value
    switch field.key {
    case "unique": return flag(node, "unique") ? .uniqueText : nil
    case "suggest": return .suggestions(items(node, "suggest").map { localized($0, "a suggestion") })
    case "pattern":
      guard let text = text(node, "a pattern") else { return nil }
      do {
        return .pattern(try Pattern(text))
      } catch {
        report(.badPattern, places.place(of: error.offset, in: text, node: node), "\(error), in ‘\(text)’")
        return nil
      }
    case "refers_to":
      guard let text = text(node, "a column") else { return nil }
      let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map {
        String(Substring($0))
      }
      guard parts.count == 2 else {
        report(
          .unknownReference, node.place, "expected a sheet and a column, such as acc.account_id, found \(node.found)")
        return nil
      }
      let reference = ColumnReference(sheet: parts[0], column: parts[1])
      addReference(.column(reference), at: node.place, owner: "‘refers_to’ of \(owner)")
      return .reference(reference)
    case "list":
      guard let prefix = text(node, "a list") else { return nil }
      addReference(.list(prefix), at: node.place, owner: "‘list’ of \(owner)")
      return .list(prefix)
    case "ticks":
      guard let text = text(node, "ticks") else { return nil }
      var ticks: [Tick] = []
      for part in text.split(separator: " ") {
        if let tick = Tick(rawValue: String(part)) {
          ticks.append(tick)
        } else {
          report(
            .unknownWord, node.place,
            "‘\(part)’ is not a tick mark; there are \(Tick.allCases.map(\.rawValue).joined(separator: " "))")
        }
      }
      return ticks.isEmpty ? nil : .ticks(ticks)
    default:
      guard let text = text(node, "a range") else { return nil }
      guard let range = NumberRange(text) else {
        report(.badRange, node.place, "\(node.found) is not a range; write ‘0..1’, ‘0..’, ‘> 0’, ‘>= 0’ or ‘0..target’")
        return nil
      }
      if case .number(let low)? = range.minimum?.value, case .number(let high)? = range.maximum?.value, low > high {
        report(.badRange, node.place, "the range ‘\(text)’ holds no number: \(low) is above \(high)")
      }
      for bound in [range.minimum, range.maximum] {
        guard case .column(let key)? = bound?.value else { continue }
        let sheet = owner.prefix { $0 != "." }
        addReference(
          .column(ColumnReference(sheet: String(sheet), column: key)), at: node.place, owner: "‘range’ of \(owner)")
      }
      return .range(range)
    }
  }
}

extension NumberRange: CustomStringConvertible {
  /// Reads `0..1`, `0..`, `..1`, `> 0`, `>= 0`, `< 1`, `<= 1`; either bound may be the key of a column.
  public init?(_ text: String) {
    for (sign, isMinimum, inclusive) in [
      (">=", true, true), ("<=", false, true), (">", true, false), ("<", false, false),
    ] where text.hasPrefix(sign) {
      guard let value = Self.value(text.dropFirst(sign.count)) else { return nil }
      let bound = Bound(value, inclusive: inclusive)
      self.init(minimum: isMinimum ? bound : nil, maximum: isMinimum ? nil : bound)
      return
    }
    let bytes = Array(text.utf8)
    guard
      let dots = bytes.indices.dropLast().first(where: {
        bytes[$0] == UInt8(ascii: ".") && bytes[$0 + 1] == UInt8(ascii: ".")
      })
    else { return nil }
    let (low, high) = (bytes[..<dots], bytes[(dots + 2)...])
    guard !low.isEmpty || !high.isEmpty else { return nil }
    var bounds: [Bound?] = []
    for part in [low, high] {
      if part.isEmpty {
        bounds.append(nil)
      } else if let value = Self.value(String(decoding: part, as: UTF8.self)) {
        bounds.append(Bound(value))
      } else {
        return nil
      }
    }
    self.init(minimum: bounds[0], maximum: bounds[1])
  }

  /// A number without `.0`.
  static func text(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
  }

  private static func value(_ text: some StringProtocol) -> Value? {
    let text = String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    if let number = PlainScalar.number(text) { return .number(number) }
    guard text.utf8.first.map({ (0x61...0x7A).contains($0) }) == true,
      text.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") })
    else { return nil }
    return .column(text)
  }

  /// The notation of playbooks: `0..1`, `> 0`, `0..target`.
  public var description: String {
    func text(_ value: Value) -> String {
      switch value {
      case .number(let number): Self.text(number)
      case .column(let key): key
      }
    }
    switch (minimum, maximum) {
    case (let low?, let high?): return "\(text(low.value))..\(text(high.value))"
    case (let low?, nil): return (low.inclusive ? ">= " : "> ") + text(low.value)
    case (nil, let high?): return (high.inclusive ? "<= " : "< ") + text(high.value)
    case (nil, nil): return ""
    }
  }
}
