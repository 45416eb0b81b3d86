// SPDX-License-Identifier: Apache-2.0

import Formula

/// Joining and splitting of text.
enum TextJoining {
  static let all: [Function] = [
    Function("CONCAT", "R") { (call) throws(Halt) in
      var text = ""
      for index in 0..<call.count { try forEachText(call, index) { if !isTooLong(text) { text += $0 } } }
      return .text(try TextFunctions.checked(length: text.utf16.count) { text })
    },
    Function("TEXTJOIN", "RV|R") { (call) throws(Halt) in
      var separators: [String] = []
      try forEachText(call, 0) { separators.append($0) }
      if separators.isEmpty { separators = [""] }
      let skipsEmpty = try call.truth(1, default: true)
      var text = ""
      var count = 0
      for index in 2..<max(2, call.count) {
        try forEachText(call, index) { part in
          if skipsEmpty && part.isEmpty || isTooLong(text) { return }
          if count > 0 { text += separators[(count - 1) % separators.count] }
          text += part
          count += 1
        }
      }
      return .text(try TextFunctions.checked(length: text.utf16.count) { text })
    },
    Function("TEXTBEFORE", "VRVVVV") { (call) throws(Halt) in
      try beside(call) { text, found in TextFunctions.part(of: text, from: 0, found.lowerBound) }
    },
    Function("TEXTAFTER", "VRVVVV") { (call) throws(Halt) in
      try beside(call) { text, found in TextFunctions.part(of: text, from: found.upperBound, text.count) }
    },
    Function("TEXTSPLIT", "VRRVVR") { (call) throws(Halt) in
      let text = try Array(call.text(0).utf16)
      let ignoresEmpty = try call.truth(3, default: false)
      let ignoresCase = try call.whole(4, default: 0) == 1
      let columnMarks = try call.isPresent(1) ? delimiters(call, 1) : []
      let rowMarks = try call.isPresent(2) ? delimiters(call, 2) : []
      guard !columnMarks.isEmpty || !rowMarks.isEmpty else { throw .value }
      try spend(call, searching: text, for: rowMarks + columnMarks)
      let search = Delimiters(rowMarks, ignoresCase: ignoresCase)
      let inner = Delimiters(columnMarks, ignoresCase: ignoresCase)
      var rows = search.pieces(of: text, ignoresEmpty: ignoresEmpty).map {
        inner.pieces(of: $0, ignoresEmpty: ignoresEmpty).map { String(decoding: $0, as: UTF16.self) }
      }
      rows = rows.filter { !$0.isEmpty }
      guard let width = rows.map(\.count).max() else { throw .calculation }
      let pad = try call.isPresent(5) ? call.scalar(5) : Scalar.error(.notAvailable)
      return try call.array(rows: rows.count, columns: width) { (row, column) throws(Halt) in
        column < rows[row].count ? .text(rows[row][column]) : pad
      }
    },
    Function("VALUETOTEXT", "V") { (call) throws(Halt) in
      let scalar = try call.scalar(0)
      let form = try call.whole(1, default: 0)
      guard form == 0 || form == 1 else { throw .value }
      return .text(shown(scalar, strict: form == 1))
    },
    Function("ARRAYTOTEXT", "R") { (call) throws(Halt) in
      let matrix = try call.matrix(0)
      let form = try call.whole(1, default: 0)
      guard form == 0 || form == 1 else { throw .value }
      for cell in matrix.cells { try call.evaluator.hold(cell) }
      if form == 0 { return .text(matrix.cells.map { shown($0, strict: false) }.joined(separator: ", ")) }
      let rows = (0..<matrix.rows).map { row in
        matrix.row(row).cells.map { shown($0, strict: true) }.joined(separator: ",")
      }
      return .text("{" + rows.joined(separator: ";") + "}")
    },
  ]

  private static func shown(_ scalar: Scalar, strict: Bool) -> String {
    switch scalar {
    case .blank: ""
    case .number(let number): NumberText.text(number)
    case .boolean(let truth): truth ? "TRUE" : "FALSE"
    case .error(let error): error.code
    case .text(let text):
      strict
        ? "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" : text
    }
  }

  private static func forEachText(
    _ call: borrowing Call, _ index: Int, _ body: (String) -> Void
  ) throws(Halt) {
    switch call.values[index] {
    case .missing: body("")
    case .scalar(let scalar): body(try scalar.text)
    default:
      for cell in try call.matrix(index).cells { body(try cell.text) }
    }
  }

  /// Whether the text is so long that no cell could hold it, whatever is added.
  private static func isTooLong(_ text: String) -> Bool { text.utf8.count > 3 * TextFunctions.longest }

  private static func delimiters(_ call: borrowing Call, _ index: Int) throws(Halt) -> [[UInt16]] {
    var marks: [[UInt16]] = []
    try forEachText(call, index) { marks.append(Array($0.utf16)) }
    return marks
  }

  /// Each delimiter is looked for at each position.
  private static func spend(
    _ call: borrowing Call, searching text: [UInt16], for marks: [[UInt16]]
  ) throws(Halt) {
    try call.evaluator.spend(text.count * marks.reduce(0) { $0 + $1.count } / 8)
  }

  /// An option that must be 0 or 1.
  private static func flag(_ call: borrowing Call, _ index: Int) throws(Halt) -> Bool {
    let number = try call.whole(index, default: 0)
    guard number == 0 || number == 1 else { throw .value }
    return number == 1
  }

  /// The common part of TEXTBEFORE and TEXTAFTER: finds the requested delimiter.
  private static func beside(
    _ call: borrowing Call, _ part: ([UInt16], Range<Int>) -> String
  ) throws(Halt) -> Value {
    let text = try Array(call.text(0).utf16)
    let marks = try delimiters(call, 1)
    let instance = try call.isPresent(2) ? Int(max(-1e6, min(1e6, call.number(2).rounded(.down)))) : 1
    let ignoresCase = try flag(call, 3)
    let endCounts = try flag(call, 4)
    guard instance != 0 else { throw .value }
    if text.isEmpty { return .text("") }
    guard instance.magnitude <= text.count else { throw .value }
    if call.isPresent(2), marks.allSatisfy({ $0.count > text.count }) { throw .value }
    if marks.contains(where: \.isEmpty) {
      // An empty delimiter matches at once: at the start, or at the end if counted from the end.
      let place = instance > 0 ? 0 : text.count
      return .text(part(text, place..<place))
    }
    try spend(call, searching: text, for: marks)
    let search = Delimiters(marks, ignoresCase: ignoresCase)
    var found = search.places(in: text, fromEnd: instance < 0)
    if endCounts { found.append(instance > 0 ? text.count..<text.count : 0..<0) }
    guard found.count >= instance.magnitude else {
      if call.isPresent(5) {
        let other = try call.scalar(5)
        return other.isBlank ? .text("") : .scalar(other)
      }
      throw .notAvailable
    }
    return .text(part(text, found[Int(instance.magnitude) - 1]))
  }
}

/// Searches for several delimiters at once; the longer of two that start at the same position wins.
private struct Delimiters {
  private let marks: [[UInt16]]
  private let ignoresCase: Bool

  init(_ marks: [[UInt16]], ignoresCase: Bool) {
    self.ignoresCase = ignoresCase
    self.marks = marks.map { ignoresCase ? Self.folded($0) : $0 }.sorted { $0.count > $1.count }
  }

  /// Folds each UTF-16 unit separately, so that positions do not change.
  private static func folded(_ units: [UInt16]) -> [UInt16] {
    units.map { unit in
      guard let scalar = Unicode.Scalar(unit) else { return unit }
      let lower = String(scalar).lowercased().utf16
      return lower.count == 1 ? lower.first ?? unit : unit
    }
  }

  func places(in text: [UInt16], fromEnd: Bool = false) -> [Range<Int>] {
    let searched = ignoresCase ? Self.folded(text) : text
    var found: [Range<Int>] = []
    if fromEnd {
      var end = searched.count
      while end > 0 {
        if let mark = marks.first(where: {
          !$0.isEmpty && $0.count <= end && searched[(end - $0.count)..<end].elementsEqual($0)
        }) {
          found.append((end - mark.count)..<end)
          end -= mark.count
        } else {
          end -= 1
        }
      }
      return found
    }
    var place = 0
    while place < searched.count {
      if let mark = marks.first(where: { !$0.isEmpty && searched[place...].starts(with: $0) }) {
        found.append(place..<(place + mark.count))
        place += mark.count
      } else {
        place += 1
      }
    }
    return found
  }

  func pieces(of text: [UInt16], ignoresEmpty: Bool) -> [[UInt16]] {
    if marks.isEmpty { return [text] }
    var pieces: [[UInt16]] = []
    var start = 0
    for found in places(in: text) {
      pieces.append(Array(text[start..<found.lowerBound]))
      start = found.upperBound
    }
    pieces.append(Array(text[start...]))
    return ignoresEmpty ? pieces.filter { !$0.isEmpty } : pieces
  }
}
