// SPDX-License-Identifier: Apache-2.0

extension PageWords {
  /// A cause on one line, as HTML: severity, count, rule and what it says.
  ///
  /// - Parameters:
  ///   - following: findings that only follow from it.
  ///   - new: findings that the run before did not have; 0 also if there was none.
  func summary(
    _ severity: String, _ rule: String, _ message: String, count: Int, following: Int, new: Int
  ) -> String {
    var text = "<span class=\"\(severity)\">\(digest.severity(severity))</span> "
    text += "<b>\(count)</b> × \(Markup.escaped(rule)) \(Markup.escaped(message))"
    if following > 0 { text += Markup.escaped(self.following(following)) }
    if new > 0 { text += " <span class=\"tag\">\(Markup.escaped(isNew(new)))</span>" }
    return text
  }
}

extension Markup {
  /// Something that needs attention, as HTML; empty for nothing.
  static func bad(_ markup: String) -> String { markup.isEmpty ? "" : "<span class=\"bad\">\(markup)</span>" }
}
