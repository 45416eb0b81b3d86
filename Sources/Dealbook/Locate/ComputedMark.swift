// SPDX-License-Identifier: Apache-2.0

import Playbook

/// Distinguishes the tool's computed column from one in which people type, if both would have the same header: ‘Due date (computed)’.
enum ComputedMark {
  static func marked(_ title: String, in language: Language) -> String {
    title + language.choose(" (computed)", "（計算）", "（计算）")
  }

  /// The header without the mark; nil if it has none.
  static func unmarked(_ header: String) -> String? {
    let trimmed = StraySpace.trimmed(header)
    for mark in marks where TextFolding.folded(trimmed).hasSuffix(mark) {
      guard let open = trimmed.lastIndex(where: { "(（".contains($0) }) else { return nil }
      return String(trimmed[..<open])
    }
    return nil
  }

  private static let marks = ["(computed)", "(計算)", "(计算)"]
}

extension HeaderIndex {
  /// The key of the computed column whose title is the header, with or without the mark.
  func computedKey(of header: String, on definition: SheetDefinition) -> String? {
    guard let key = match(header)?.key ?? ComputedMark.unmarked(header).flatMap({ self.key(titled: $0) }),
      definition.column(key)?.isComputed == true
    else { return nil }
    return key
  }
}
