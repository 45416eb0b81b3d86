// SPDX-License-Identifier: Apache-2.0

import Base
import Dealbook
import Glibc
import Isolation
import Nightly
import Playbook

/// Asks for confirmation, at a terminal, before a repair that changes more cells than `check` reported: a whole column in
/// another unit, or the team's own formulas that depend on repaired cells. Where nobody can answer, listing the repairs has to
/// suffice.
struct RepairQuestion {
  private let repairs: RepairedWorkbook
  private let recalculated: [CellChange]
  private let file: String
  private let bar: StageBar
  private let words: RepairWords

  init(_ repairs: RepairedWorkbook, recalculated: [CellChange], file: String, language: Language, bar: StageBar) {
    self.repairs = repairs
    self.recalculated = recalculated
    self.file = file
    self.bar = bar
    words = RepairWords(language: language)
  }

  /// The number of cells that change beyond those with findings.
  static func surplus(repaired: Int, recalculated: Int, announced: Int) -> Int {
    max(0, repaired - announced) + recalculated
  }

  /// - Throws: if the answer is not yes. Nothing has been written then.
  func ask() throws(Failure) {
    let surplus = Self.surplus(
      repaired: repairs.repairs.count, recalculated: recalculated.count, announced: repairs.announced)
    guard surplus > 0, isatty(STDIN_FILENO) == 1, StandardError.isTerminal else { return }
    bar.end()
    StandardError.write(question(surplus))
    let answer = readLine()?.trimmed.lowercased() ?? ""
    guard ["y", "yes", "是", "好"].contains(answer) else {
      throw Failure(.done, words.refused)
    }
  }

  private func question(_ surplus: Int) -> String {
    var counts: [String: Int] = [:]
    for repair in repairs.repairs {
      counts[Printable.text("\(repair.sheet)!\(repair.header) (\(repair.rule))"), default: 0] += 1
    }
    let lines = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(10).map {
      "  \($0.value)  \($0.key)\n"
    }
    let formulas = recalculated.isEmpty ? "" : "  \(words.formulas(recalculated.count))\n"
    return
      Printable.text(words.moreThanSaid(file, repairs.repairs.count + recalculated.count, surplus: surplus)) + "\n"
      + lines.joined() + formulas
      + (RepairText.readers(of: repairs, in: words.language).map { "  \(Printable.text($0))\n" } ?? "")
      + words.writeThem
  }
}
