// SPDX-License-Identifier: Apache-2.0

/// What a header says, whatever its words, their order and its language: 去年責任額, ‘LY quota’ and ‘Soll Vorjahr’ all say a target of the
/// year before.
///
/// A header is read as a whole or not at all: one word that is not known may turn it into anything.
struct HeaderConcepts: Hashable, Sendable {
  let names: Set<String>

  /// Nil where a word of the header is not among ``ConceptWords``.
  init?(_ header: HeaderWords) {
    var places: Set<Int> = []
    for word in header.words {
      guard let parts = HeaderWords.isChinese(word) ? Self.parts(ofChinese: word) : Self.parts(of: word) else {
        return nil
      }
      places.formUnion(parts)
    }
    places.remove(-1)
    guard !places.isEmpty else { return nil }
    names = Self.plain(Set(places.map { ConceptWords.names[$0] }))
  }

  private init(names: Set<String>) { self.names = names }

  /// The day of what a header names: of a delivery for ‘Delivered’.
  var dated: HeaderConcepts { HeaderConcepts(names: names.union(["date"])) }

  /// Equal for equal concepts.
  var key: String { names.sorted().joined(separator: " ") }

  /// Without what goes without saying: who answers for a row is one of ours; ‘customer name’ says customer.
  private static func plain(_ said: Set<String>) -> Set<String> {
    var said = said
    let people: Set<String> = ["person", "sales", "manager"]
    for (task, others) in [("assign", ["person"]), ("follow", ["person", "sales"])]
    where said.contains(task) && (!said.isDisjoint(with: others) || task == "assign" && said.count == 1) {
      said.subtract(others + [task])
      said.insert("responsible")
    }
    if said.remove("belongs") != nil, said.isSubset(of: people) { said.insert("responsible") }
    if said.contains("responsible") {
      said.subtract(said.contains("contact") ? ["person"] : ["person", "sales", "manager", "name", "contact"])
    }
    if said.contains("sales"), said.count == 1 || !said.isDisjoint(with: ["person", "manager"]) {
      said.subtract(people)
      said.insert("responsible")
    }
    if said.contains("last"), said.contains("year") {
      said.subtract(["last", "year"])
      said.insert("previous")
    }
    if said.contains("previous") { said.remove("year") }
    if said.contains("customer") { said.remove("name") }
    if said.count > 1 { said.remove("main") }
    if said.contains("responsible") { said.remove("our") }
    return said
  }

  /// The characters of the Chinese words, and the first three letters of the others that a compound may have: most texts are of none of
  /// these, and need not be taken apart.
  private static let scalars = Set(
    ConceptWords.concepts.keys.filter(HeaderWords.isChinese).flatMap(\.unicodeScalars))
  private static let beginnings = Set(ConceptWords.concepts.keys.compactMap { beginning(Array($0.utf8)[...]) })

  private static func beginning(_ letters: ArraySlice<UInt8>) -> UInt32? {
    guard letters.count >= 3 else { return nil }
    return letters.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The fewest words of which a run of Chinese characters consists.
  private static func parts(ofChinese word: String) -> [Int]? {
    // What Unicode holds for equal is equal here too, but plain characters are equal to none.
    guard word.unicodeScalars.allSatisfy({ !(0x3400...0x9FFF).contains($0.value) || scalars.contains($0) }) else {
      return nil
    }
    let characters = Array(word)
    guard characters.count <= 16 else { return nil }
    return fewest(characters.count) { start in
      (start + 1...min(characters.count, start + 5)).compactMap { end in
        ConceptWords.concepts[String(characters[start..<end])].map { (end, $0) }
      }
    }
  }

  /// A word, or the words of a German compound: Verlängerungsstand.
  private static func parts(of word: String) -> [Int]? {
    if let one = ConceptWords.concepts[word] { return [one] }
    let letters = Array(word.utf8)
    guard (7...40).contains(letters.count) else { return nil }
    return fewest(letters.count) { start in
      guard let first = beginning(letters[start...]), beginnings.contains(first) else { return [] }
      return (start + 3...letters.count).compactMap { end in
        linked(letters[start..<end]).map { (end, $0) }
      }
    }
  }

  /// What a part of a compound says, with or without the letters that link it to the next: Verlängerung-s-stand.
  private static func linked(_ letters: ArraySlice<UInt8>) -> Int? {
    for dropped in 0...2 where letters.count - dropped >= 3 {
      let link = String(decoding: letters.suffix(dropped), as: UTF8.self)
      guard ["", "s", "n", "e", "en", "es"].contains(link) else { continue }
      if let known = ConceptWords.concepts[String(decoding: letters.dropLast(dropped), as: UTF8.self)] { return known }
    }
    return nil
  }

  /// The shortest way from 0 to `length` by steps that each say something; nil if there is none.
  private static func fewest(_ length: Int, steps: (Int) -> [(end: Int, concept: Int)]) -> [Int]? {
    var ways: [Int: [Int]] = [0: []]
    for start in 0..<length {
      guard let way = ways[start] else { continue }
      for step in steps(start) where ways[step.end].map({ $0.count > way.count + 1 }) ?? true {
        ways[step.end] = way + [step.concept]
      }
    }
    return ways[length]
  }
}
