// SPDX-License-Identifier: Apache-2.0

/// Parses numbers such as `1.234,56`, `1,234.56`, `1 234,5` and `75 %` in a text file.
///
/// Which sign is the decimal one is decided for a whole column: by a number of the column that can be read in one way only (`1.234,56`,
/// `12,5`), otherwise by those of the file's other columns, as one program has written all of them. Where two numbers contradict each
/// other, or a column holds other texts as well, its fields stay as they are. So does `120.000` where nothing of the file shows whether that is 120: a
/// program that writes 0.5 elsewhere writes 120 without three zeros, so only one that writes three decimals everywhere shows it. And so does an amount with its currency in a column where not all have the same: what it means depends on the column. Where all have it, `$1,200.00` is a number
/// shown with its sign.
struct WrittenNumbers {
  /// A number as a cell can show it.
  struct Found: Equatable {
    var value: Double
    /// Nil for the usual format.
    var format: String?
  }

  private typealias Decimal = StatedWriting.Decimal

  /// What is known of a column.
  private struct Evidence {
    var points = 0
    var commas = 0
    var numbers = 0
    /// Numbers that are not written with digits alone.
    var signed = 0
    /// Those whose point or comma could be either sign, by that sign.
    var ambiguous: [Decimal: Int] = [:]
    /// How many decimals the others have.
    var fractions: Set<Int> = []
    var others = 0
    /// How many numbers have a currency, by its sign and place.
    var currencies: [CurrencySign: Int] = [:]

    /// Nil where nothing shows it, or two numbers contradict each other.
    var decimal: Decimal? { commas == 0 ? (points > 0 ? .point : nil) : (points > 0 ? nil : .comma) }
    var isContradicted: Bool { points > 0 && commas > 0 }
    var isOfNumbers: Bool { numbers > 0 && others * 20 <= numbers && !isContradicted && isOfOneCurrency }
    var isOfOneCurrency: Bool { currencies.isEmpty || currencies.values.contains(numbers) }
  }

  /// By column; nil for one whose fields are read as they are.
  private var decimals: [Decimal?] = []
  /// The columns in which nothing shows whether `120.000` is 120.
  private let unclear: Set<Int>
  /// The sign that the columns of the file show, if they agree.
  private let file: Decimal?

  /// - Parameters:
  ///   - rows: the first of which may be a header.
  ///   - stated: the decimal sign by column, where it is known. Amounts of several currencies are left alone nevertheless.
  init(_ rows: [DelimitedText.Row], stated: [Int: StatedWriting.Decimal] = [:]) {
    var columns: [Evidence] = []
    for (row, fields) in rows.enumerated() {
      for (column, field) in fields.fields.enumerated() where !field.isEmpty {
        while columns.count <= column { columns.append(Evidence()) }
        let (currency, number) = CurrencySign.split(field)
        guard let written = Written(number) else {
          if row > 0 { columns[column].others += 1 }
          continue
        }
        columns[column].numbers += 1
        if written.hasSign || written.isPercent || currency != nil { columns[column].signed += 1 }
        if let currency { columns[column].currencies[currency, default: 0] += 1 }
        switch written.decimal {
        case .point?: columns[column].points += 1
        case .comma?: columns[column].commas += 1
        case nil: if let sign = written.openSign { columns[column].ambiguous[sign, default: 0] += 1 }
        }
        if let decimal = written.decimal { columns[column].fractions.insert(written.decimals(after: decimal)) }
      }
    }
    // Plain columns such as ids show nothing of the file's way of writing.
    let shown = columns.filter { $0.isOfNumbers && $0.decimal != nil }
    let signs = Set(shown.compactMap(\.decimal))
    let file = signs.count == 1 ? signs.first : nil
    let hasThreeDecimals = shown.allSatisfy { $0.fractions == [3] }
    var unclear: Set<Int> = []
    decimals = columns.enumerated().map { place, column in
      if let decimal = stated[place], column.numbers > 0, column.isOfOneCurrency { return decimal }
      guard column.isOfNumbers, column.signed > 0 || !column.ambiguous.isEmpty else { return nil }
      if let decimal = column.decimal { return decimal }
      guard !column.ambiguous.isEmpty else { return file ?? .point }
      guard let file, column.ambiguous[file] == nil || hasThreeDecimals else {
        unclear.insert(place)
        return nil
      }
      return file
    }
    self.unclear = unclear
    self.file = file
  }

  /// Whether the fields of a column are read by this type alone.
  func decides(_ column: Int) -> Bool { column < decimals.count && decimals[column] != nil }

  /// The number in a field of a column that this type decides; nil if it is none.
  func number(_ field: String, column: Int) -> Found? {
    guard column < decimals.count, let decimal = decimals[column] else { return nil }
    let (currency, number) = CurrencySign.split(field)
    guard var found = Written(number)?.read(decimal) else { return nil }
    if let currency, found.format == nil { found.format = currency.format(found.value) }
    return found
  }

  /// Whether a field is a number in two ways, and nothing in the file says which: `120.000`.
  func isUnclear(_ field: String, column: Int) -> Bool {
    guard file != .point || unclear.contains(column), let written = Written(Substring(field)) else { return false }
    return written.hasSign && written.decimal == nil
  }

  // MARK: One field

  /// The parts of a field that may be a number.
  private struct Written {
    var isNegative = false
    var isPercent = false
    /// The digits between signs; all but the first and perhaps the last have three.
    var groups: [String] = []
    /// Between the groups.
    var marks: [Character] = []

    init?(_ field: Substring) {
      guard let first = field.utf8.first, first >= 0x80 || first == 0x20 || (0x2D...0x39).contains(first) else {
        return nil
      }
      var rest = field
      rest.trimSpaces()
      guard rest.utf8.count <= 40 else { return nil }
      if rest.first == "-" || rest.first == "\u{2212}" {
        isNegative = true
        rest = rest.dropFirst()
      }
      if rest.last == "%" {
        isPercent = true
        rest = rest.dropLast()
        rest.trimSpaces()
      }
      var group = ""
      for character in rest {
        if let byte = character.asciiValue, (0x30...0x39).contains(byte) {
          group.append(character)
        } else if [".", ",", "'", "\u{2019}", " ", "\u{A0}", "\u{202F}"].contains(character), !group.isEmpty {
          groups.append(group)
          marks.append(
            character == "\u{2019}" ? "'" : character == "\u{A0}" || character == "\u{202F}" ? " " : character)
          group = ""
        } else {
          return nil
        }
      }
      guard !group.isEmpty else { return nil }
      groups.append(group)
      guard readings.contains(where: \.isPossible) else { return nil }
    }

    /// How it is read with each decimal sign.
    private var readings: [(decimal: Decimal, isPossible: Bool)] {
      [(.point, read(.point) != nil), (.comma, read(.comma) != nil)]
    }

    var hasSign: Bool { marks.contains { $0 == "." || $0 == "," } }

    /// The decimal sign that the field itself shows; nil if it has none, or could have either.
    var decimal: Decimal? {
      guard hasSign else { return nil }
      let possible = readings.filter(\.isPossible).map(\.decimal)
      return possible.count == 1 ? possible[0] : nil
    }

    /// The sign that could be the decimal one or stand between thousands; nil if the field shows which, or has none.
    var openSign: Decimal? { hasSign && decimal == nil ? (marks.last == "," ? .comma : .point) : nil }

    /// How many digits stand behind the decimal sign.
    func decimals(after decimal: Decimal) -> Int {
      marks.last == (decimal == .point ? "." : ",") ? groups.last?.count ?? 0 : 0
    }

    func read(_ decimal: Decimal) -> Found? {
      let sign: Character = decimal == .point ? "." : ","
      var whole = groups
      var fraction = ""
      if let last = marks.last, last == sign {
        fraction = whole.removeLast()
      }
      let between = marks.prefix(whole.count - 1)
      // One kind of sign between thousands, and never the decimal one.
      guard Set(between).count <= 1, !between.contains(sign), whole.dropFirst().allSatisfy({ $0.count == 3 }),
        between.isEmpty || (1...3).contains(whole[0].count), between.isEmpty || whole[0] != "0",
        whole[0].count == 1 || whole[0].first != "0"
      else { return nil }
      let digits = whole.joined()
      let plain = "\(isNegative ? "-" : "")\(digits)\(fraction.isEmpty ? "" : "." + fraction)"
      guard digits.count <= 15, fraction.count <= 20, let number = Double(plain),
        WrittenDigits.areKept(plain, as: number)
      else { return nil }
      guard isPercent else { return Found(value: number) }
      return Found(value: number / 100, format: number == number.rounded() ? "0%" : "0.00%")
    }
  }
}

/// The sign of a currency before or after an amount: `$1,200.00`, `1.200,00 €`.
private struct CurrencySign: Hashable {
  let sign: Character
  let isBefore: Bool

  private static let signs: [Character] = ["$", "€", "£", "¥", "￥"]

  /// Divides a field into the sign, if there is one, and the rest.
  static func split(_ field: String) -> (CurrencySign?, Substring) {
    guard let first = field.utf8.first,
      first >= 0x80 || first == 0x24 || first == 0x2D || field.utf8.last == 0x24 || field.utf8.last ?? 0 >= 0x80
    else { return (nil, Substring(field)) }
    var rest = Substring(field)
    rest.trimSpaces()
    let minus = rest.first == "-" ? rest.removeFirst() : nil
    var sign: CurrencySign?
    if let first = rest.first, signs.contains(first) {
      sign = CurrencySign(sign: first, isBefore: true)
      rest.removeFirst()
    } else if let last = rest.last, signs.contains(last) {
      sign = CurrencySign(sign: last, isBefore: false)
      rest.removeLast()
    }
    guard let sign else { return (nil, Substring(field)) }
    rest.trimSpaces()
    return (sign, minus == nil ? rest : "-" + rest)
  }

  /// The number format with the sign where it stood.
  func format(_ value: Double) -> String {
    let number = value == value.rounded() ? "#,##0" : "#,##0.00"
    return isBefore ? "\"\(sign)\"\(number)" : "\(number)\\ \"\(sign)\""
  }
}

extension Substring {
  mutating func trimSpaces() {
    let blanks: [Character] = [" ", "\u{A0}", "\u{202F}"]
    while let first = first, blanks.contains(first) { removeFirst() }
    while let last = last, blanks.contains(last) { removeLast() }
  }
}
