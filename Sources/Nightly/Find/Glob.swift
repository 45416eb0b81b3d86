// SPDX-License-Identifier: Apache-2.0

/// A file name pattern: `*` and `?` within a name, `**` across folders, `[abc]` a choice. Without a `/` it is about the name
/// alone, in any folder; letters match in either case, as people name files.
public struct Glob: Hashable, Sendable {
  public let pattern: String
  private let characters: [Character]
  private let isAboutName: Bool

  public init(_ pattern: String) {
    self.pattern = pattern
    characters = Array(pattern.lowercased())
    isAboutName = !pattern.contains("/")
  }

  /// - Parameter path: relative, with `/` between its steps.
  public func matches(_ path: String) -> Bool {
    let text = isAboutName ? path.split(separator: "/").last.map(String.init) ?? path : path
    return Self.matches(characters, Array(text.lowercased()))
  }

  /// Goes back to the last star only, which is enough: an earlier one could not do better.
  private static func matches(_ pattern: [Character], _ text: [Character]) -> Bool {
    var p = 0
    var t = 0
    var star: (pattern: Int, text: Int, crosses: Bool)?
    var wide: (pattern: Int, text: Int, crosses: Bool)?
    while t < text.count {
      if p < pattern.count, pattern[p] == "*" {
        let crosses = p + 1 < pattern.count && pattern[p + 1] == "*"
        p += crosses ? 2 : 1
        // `**/x` is also `x`.
        if crosses, p < pattern.count, pattern[p] == "/" {
          wide = (p + 1, t, true)
          star = wide
          p += 1
          continue
        }
        star = (p, t, crosses)
        if crosses { wide = star }
        continue
      }
      if p < pattern.count, let next = step(pattern, p, text[t]) {
        p = next
        t += 1
        continue
      }
      if let last = star, last.crosses || text[last.text] != "/" {
        star = (last.pattern, last.text + 1, last.crosses)
        if last.crosses { wide = star }
        p = last.pattern
        t = last.text + 1
      } else if let last = wide {
        wide = (last.pattern, last.text + 1, true)
        star = wide
        p = last.pattern
        t = last.text + 1
      } else {
        return false
      }
    }
    while p < pattern.count, pattern[p] == "*" { p += 1 }
    return p == pattern.count
  }

  /// The place after the step at `p` when it takes `character`.
  private static func step(_ pattern: [Character], _ p: Int, _ character: Character) -> Int? {
    switch pattern[p] {
    case "?": return character == "/" ? nil : p + 1
    case "[":
      guard let end = pattern[p...].firstIndex(of: "]"), end > p + 1 else { return character == "[" ? p + 1 : nil }
      return pattern[(p + 1)..<end].contains(character) ? end + 1 : nil
    default: return pattern[p] == character ? p + 1 : nil
    }
  }
}
