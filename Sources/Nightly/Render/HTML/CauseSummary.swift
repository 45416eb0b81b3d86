// SPDX-License-Identifier: Apache-2.0

extension PageWords {
  /// A cause as one line of HTML: severity, count, rule and message.
  ///
  /// - Parameters:
  ///   - following: the number of findings that are consequences of it.
  ///   - new: the number of findings that the previous run did not have; 0 also if there was no previous run.
  func summary(
    _ severity: String, _ rule: String, _ message: String, count: Int, following: Int, new: Int
  ) -> String {
    var text = "<span class=\"\(severity)\">\(digest.severity(severity))</span> "
    text +=
      "<b>\(count)</b> × \(Markup.escaped(rule))\(count > 1 ? Markup.escaped(example) : " ")\(Markup.shown(message))"
    if following > 0 { text += Markup.escaped(self.following(following)) }
    if new > 0 { text += " <span class=\"tag\">\(Markup.escaped(isNew(new)))</span>" }
    return text
  }
}

extension Markup {
  /// HTML that marks something in need of attention; empty for nothing.
  static func bad(_ markup: String) -> String { markup.isEmpty ? "" : "<span class=\"bad\">\(markup)</span>" }
}
