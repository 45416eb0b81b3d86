// SPDX-License-Identifier: Apache-2.0

import Formula
import Playbook
import Spreadsheet

/// Checks whether a typed formula is valid in a workbook, and converts it to the form that the file stores.
///
/// A formula that Excel would reject or read differently is refused with the position of the mistake, because Excel would repair such a
/// file or show `#NAME?`.
struct FormulaCheck {
  private let workbook: Workbook
  private let sheetNames: [String]
  private let names: Set<String>
  /// The tables of each sheet, by its name.
  private var tables: [String: [Table]] = [:]

  init(_ workbook: Workbook) {
    self.workbook = workbook
    sheetNames = workbook.sheets.map(\.name)
    var names = Set(workbook.definedNames.map { $0.name.lowercased() })
    for sheet in workbook.sheets {
      guard let part = sheet.part, let tables = try? Table.tables(ofSheet: part, in: workbook.package) else { continue }
      for table in tables { names.insert(table.displayName.lowercased()) }
      self.tables[sheet.name] = tables
    }
    self.names = names
  }

  /// The edit that stores the formula; one that may give several values becomes a dynamic array.
  ///
  /// - Parameters:
  ///   - formula: without its first `=`.
  ///   - cell: on the sheet called `sheet`.
  func edit(_ formula: String, in cell: CellReference, of sheet: String) throws(DealbookError) -> CellEdit {
    let words = Spoken.words
    func refuse(_ reason: String) -> DealbookError {
      .usage(words.then(words.at("\(sheet)!\(cell)", reason), words.nothingWritten))
    }
    if let sign = Self.fullWidth(in: formula) {
      throw refuse(
        words.atCharacter(
          sign.position + 1,
          words(
            "「\(sign.found)」是全形；公式裡要寫「\(sign.meant)」",
            "‘\(sign.found)’ is full-width; in a formula write ‘\(sign.meant)’")))
    }
    if formula.hasPrefix("=") {
      throw refuse(
        words.atCharacter(
          2, words("公式開頭只要一個「=」，這裡有第二個", "expected one ‘=’ at the start of the formula, found a second one")))
    }
    let parsed: ParsedFormula
    do { parsed = try ParsedFormula("=" + formula) } catch { throw refuse(words.text(error)) }
    for use in parsed.calls where !use.name.contains("!") && !use.name.isEmpty {
      guard let function = FunctionCatalogue.function(named: use.name) else {
        // A defined name can be a LAMBDA, and LET can define one.
        if names.contains(use.name.lowercased()) || parsed.declaredNames.contains(use.name.lowercased()) { continue }
        throw refuse(
          words.atCharacter(
            use.position, words.text(.unknownFunction(use.name, nearest: FunctionCatalogue.nearest(to: use.name)))))
      }
      guard function.arguments.allows(use.argumentCount) else {
        throw refuse(
          words.atCharacter(
            use.position, words.arguments(of: function.name, "\(function.arguments)", not: use.argumentCount)))
      }
    }
    if let unknown = unknownSheet(parsed.expression) {
      let nearest = words.nearest(Nearest.word(to: unknown, among: sheetNames), of: sheetNames)
      throw refuse(
        words("公式引用的工作表「\(unknown)」不存在", "the formula refers to the sheet ‘\(unknown)’, which does not exist") + nearest
      )
    }
    let declared = parsed.declaredNames
    for use in parsed.names {
      let name = use.name.lowercased()
      let plain = name.hasPrefix("_xlpm.") ? String(name.dropFirst(6)) : name
      if names.contains(name) || declared.contains(plain) { continue }
      let nearest = nearest(use.name, among: workbook.definedNames.map(\.name))
      throw refuse(
        words.atCharacter(
          use.position, words("這份工作簿沒有名稱「\(use.name)」", "the workbook has no name ‘\(use.name)’") + nearest))
    }
    if parsed.spills, let table = tables[sheet]?.first(where: { $0.range.contains(cell) }) {
      throw refuse(
        words(
          "公式的結果可能不只一個值，表格「\(table.displayName)」的一格只放得下一個。請在外面套一個只給一個值的函數，例如 INDEX 或 SUMPRODUCT，或在範圍前寫 @，取這一列的那一格",
          "the formula may give more than one value, and a cell of the table ‘\(table.displayName)’ holds one. Put a function around it "
            + "that gives one value, such as INDEX or SUMPRODUCT, or write @ before a range for its cell in this row"))
    }
    var edit = CellEdit(.blank, formula: FileFormula(parsed).text, spills: parsed.spills)
    edit.spillsIfSeveral = parsed.mayGiveSeveral
    return edit
  }

  private func nearest(_ word: String, among words: [String]) -> String {
    Spoken.words.nearest(Nearest.word(to: word, among: words))
  }

  /// The first sheet that the expression names and this workbook lacks.
  private func unknownSheet(_ expression: Expression) -> String? {
    func missing(_ sheet: SheetQualifier?) -> String? {
      guard let sheet, sheet.workbook == nil, sheet.path.isEmpty else { return nil }
      return [sheet.first, sheet.last].compactMap { $0 }.first { name in
        !name.isEmpty && !sheetNames.contains { $0.lowercased() == name.lowercased() }
      }
    }
    switch expression {
    case .reference(let reference): return missing(reference.sheet)
    case .name(_, let sheet): return missing(sheet)
    case .unary(_, let operand): return unknownSheet(operand)
    case .binary(_, let left, let right): return unknownSheet(left) ?? unknownSheet(right)
    case .call(_, let arguments): return arguments.lazy.compactMap { self.unknownSheet($0) }.first
    default: return nil
    }
  }

  /// The first full-width character, outside text constants and quoted names, that was probably meant as its ASCII form.
  private static func fullWidth(in formula: String) -> (position: Int, found: Character, meant: Character)? {
    var quote: Character?
    for (position, character) in formula.enumerated() {
      if let open = quote {
        if character == open { quote = nil }
        continue
      }
      if character == "\"" || character == "'" {
        quote = character
      } else if let meant = signs[character] {
        return (position + 1, character, meant)
      }
    }
    return nil
  }

  private static let signs: [Character: Character] = [
    "（": "(", "）": ")", "，": ",", "；": ";", "：": ":", "＝": "=", "＋": "+", "－": "-", "＊": "*", "／": "/", "＞": ">",
    "＜": "<",
    "＆": "&", "％": "%", "！": "!", "“": "\"", "”": "\"", "‘": "'", "’": "'", "、": ",",
  ]
}
