// SPDX-License-Identifier: Apache-2.0

/// A file name pattern: `*` and `?` match within a name, `**` across folders, and `[abc]` one of several characters. A pattern
/// without `/` matches the name in any folder. Case is ignored, because people don't use it consistently in file names.
public struct Glob: Hashable, Sendable {
  public let pattern: String
  private let characters: [Character]
  private let isAboutName: Bool

  public init(_ pattern: String) {
    self.pattern = pattern
    characters = Array(pattern.lowercased())
    isAboutName = !pattern.contains("/")
  }

  /// - Parameter path: a relative path with `/` as separator.
  public func matches(_ path: String) -> Bool {
    let text = isAboutName ? path.split(separator: "/").last.map(String.init) ?? path : path
    return Self.matches(characters, Array(text.lowercased()))
  }

  /// Backtracks to the last star only. That is enough: an earlier star could not match more.
  private static func matches(_ pattern: [Character], _ text: [Character]) -> Bool {
    var p = 0
    var t = 0
    var star: (pattern: Int, text: Int, crosses: Bool)?
    var wide: (pattern: Int, text: Int, crosses: Bool)?
    while t < text.count {
      if p < pattern.count, pattern[p] == "*" {
        let crosses = p + 1 < pattern.count && pattern[p + 1] == "*"
        p += crosses ? 2 : 1
        // `**/x` also matches `x`.
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

  /// The position after the step at `p` if it matches `character`.
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
