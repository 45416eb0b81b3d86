// SPDX-License-Identifier: Apache-2.0

import Playbook

/// The form in which names of people and companies are compared.
enum NameFolding {
  /// The folded name without one of the endings such as 有限公司, unless nothing else would be left.
  static func key(_ name: String, without suffixes: [String]) -> String {
    let folded = TextFolding.name(name)
    for suffix in suffixes where folded.hasSuffix(suffix) && folded.count > suffix.count {
      return String(folded.dropLast(suffix.count))
    }
    return folded
  }
}
