// SPDX-License-Identifier: Apache-2.0

extension HTMLPage {
  /// Lets the reader choose which workbooks to show and in which order, with CSS only and without scripts.
  mutating func chooseBooks() {
    style +=
      [("e", "e"), ("o", "o"), ("r", "r"), ("m", "m")].map { id, mark in
        "body:has(#f-\(id):checked) .books>li:not(.\(mark)){display:none}"
      }.joined()
      + ["n", "o", "c"].map { "body:has(#s-\($0):checked) .books>li{order:var(--\($0))}" }.joined()
    choice(
      words.show, "f",
      [
        ("all", words.all), ("e", words.withErrors), ("o", words.withOverdue), ("r", words.atRisk),
        ("m", words.withNews),
      ])
    choice(
      words.sort, "s",
      [("all", words.byAttention), ("n", words.byName), ("o", words.byOverdue), ("c", words.byChance)])
  }

  /// Lets the reader choose the severity of the causes; omitted if there is only one.
  mutating func chooseSeverity(_ present: Set<String>) {
    guard present.count > 1 else { return }
    let all = SeverityName.all.filter(present.contains)
    style += all.map { "body:has(#c-\($0):checked) .cause:not(.\($0)s){display:none}" }.joined()
    choice(words.show, "c", [("all", words.all)] + all.map { ($0, words.digest.title($0)) })
  }

  private mutating func choice(_ title: String, _ group: String, _ choices: [(id: String, text: String)]) {
    var text = "<fieldset><legend>\(Markup.escaped(title))</legend>"
    for (index, choice) in choices.enumerated() {
      let id = "\(group)-\(choice.id)"
      text +=
        "<label for=\"\(id)\"><input type=\"radio\" name=\"\(group)\" id=\"\(id)\"\(index == 0 ? " checked" : "")> "
      text += "\(Markup.escaped(choice.text))</label>"
    }
    raw(text + "</fieldset>")
  }

  /// Lists what the checks were based on, and what was found and ignored.
  mutating func decides(_ authorities: [Authority]) {
    guard !authorities.isEmpty else { return }
    let words = words.digest
    folded(Markup.escaped(words.decides)) { page in
      for authority in authorities.prefix(IndexPage.listed) {
        let (what, path, why) = authority.told(words)
        page.paragraph("\(what): \(path) (\(why))")
      }
      page.more(authorities.count - IndexPage.listed)
    }
  }
}
