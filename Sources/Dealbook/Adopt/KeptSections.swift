// SPDX-License-Identifier: Apache-2.0

/// What a team has added to a playbook that `adopt` wrote: sections of which adopt says nothing, such as settings and rules of its own.
public enum KeptSections {
  /// A new playbook with the sections of the old one that it does not have, each as it was, with the remarks above it.
  ///
  /// ```swift
  /// let text = KeptSections.added(to: "playbook: team\n", from: "playbook: team\nsettings:\n  CommitMin: {default: 0.5}\n")
  /// ```
  public static func added(to text: String, from old: String) -> String {
    let known = Set(sections(of: text).map(\.key))
    let kept = sections(of: old).filter { !known.contains($0.key) }.map(\.text)
    guard !kept.isEmpty else { return text }
    return text + (text.hasSuffix("\n") ? "" : "\n") + "\n" + kept.joined(separator: "\n\n") + "\n"
  }

  /// The parts of a block mapping that begin at the margin.
  private static func sections(of text: String) -> [(key: String, text: String)] {
    var sections: [(key: String, lines: [Substring])] = []
    var remarks: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.first == "#" {
        remarks.append(line)
      } else if let first = line.first, !first.isWhitespace, first != "-", let colon = line.firstIndex(of: ":") {
        sections.append((String(line[..<colon]), remarks + [line]))
        remarks = []
      } else {
        // A remark that something indented follows is inside of its section.
        if !sections.isEmpty { sections[sections.count - 1].lines += remarks + [line] }
        remarks = []
      }
    }
    return sections.map { section in
      var lines = section.lines
      while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
      return (section.key, lines.joined(separator: "\n"))
    }
  }
}
