// SPDX-License-Identifier: Apache-2.0

import Playbook

extension DealbookError {
  /// A wish of the user's that cannot be met: `‘deals.D-6’: expected …`.
  ///
  /// - Parameter hint: `; did you mean …?`, in the language of the refusals.
  static func wish(_ text: String, _ traditional: TraditionalText, _ english: String, _ hint: String = "")
    -> DealbookError
  {
    let words = Spoken.words
    return .usage(words.at(words.quoted(text), words(traditional, english)) + hint)
  }
}
