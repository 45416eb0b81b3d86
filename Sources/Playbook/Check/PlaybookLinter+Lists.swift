// SPDX-License-Identifier: Apache-2.0

extension PlaybookLinter {
  // MARK: Rows by number

  /// Checks a row number in `INDEX(st_label,9)`. If the list has only eight rows, it gives an error in every cell; and in a formula of the
  /// base playbook, `INDEX(st_label,6)` means the row that was in that place there.
  mutating func checkRow(_ number: Double, of list: ListDefinition, called name: String, in site: FormulaSite) {
    // A formula that refers to rows by code finds them wherever they are.
    if site.node.text?.contains("@\(list.prefix).") == true { return }
    let isOurs = site.node.place.file == nil
    guard let row = Int(exactly: number), list.rows.indices.contains(row - 1) else {
      if isOurs, let place = changePlace(of: list.prefix) {
        let message =
          "the list \(list.prefix) has \(list.rows.count) rows now, but formulas use row \(Int(number)): keep that many, or rewrite these formulas"
        victims[Change(place: place, message: message), default: []].append(site.owner.description)
        return
      }
      return report(
        .unknownReference, site.node.place,
        "\(site.owner.description): INDEX(\(name),\(Int(number))) uses row \(Int(number)) of the list \(list.prefix), which has \(list.rows.count) rows"
      )
    }
    guard isOurs, let before = base?.list(list.prefix), before.rows.indices.contains(row - 1),
      let place = changePlace(of: list.prefix)
    else { return }
    let (meant, found) = (before.rows[row - 1].code, list.rows[row - 1].code)
    // A row with a new code replaces the one that was there.
    if meant == found || (list.row(code: meant) == nil && before.row(code: found) == nil) { return }
    let rows = list.rows.indices.first {
      before.rows.indices.contains($0) && list.rows[$0].code != before.rows[$0].code
    }
    let first = (rows ?? row - 1) + 1
    let message =
      "from row \(first) on, the list \(list.prefix) is not in the order that formulas go by (row \(first) was \(before.rows[first - 1].code) and is \(list.rows[first - 1].code)): keep the rows in their places, or rewrite these formulas"
    victims[Change(place: place, message: message), default: []].append(site.owner.description)
  }

  /// The place where a company's file changed the rows of a list.
  private func changePlace(of prefix: String) -> YAMLPlace? {
    if let order = sites.places[.listOrder(prefix)], order.file != nil { return order }
    let rows = takenAway.filter { $0.key.hasPrefix("lists.\(prefix).rows.") }.map(\.value)
    if let first = rows.min(by: { ($0.file ?? 0, $0.line) < ($1.file ?? 0, $1.line) }) { return first }
    return sites.places[.list(prefix)].flatMap { $0.file == nil ? nil : $0 }
  }

  // MARK: Values

  mutating func checkLists() {
    for list in playbook.lists {
      checkKinds(of: list)
      if list.prefix == playbook.funnel?.list { checkStages(list) }
      if list.prefix == "ab" { checkBuckets(list) }
    }
  }

  /// `65%` is text; if the other rows hold numbers, formulas would ignore it.
  private mutating func checkKinds(of list: ListDefinition) {
    for (index, name) in list.extraColumns.enumerated() {
      let numbers = list.rows.filter { if case .number = $0.extras[index] { true } else { false } }.count
      guard numbers * 2 > list.rows.count else { continue }
      for row in list.rows {
        guard case .text(let texts) = row.extras[index] else { continue }
        let text = texts.traditionalChinese
        report(
          .wrongType, place(of: row, name, in: list),
          "expected a number for \(list.prefix).\(name) of \(row.code), as the other rows have, found ‘\(text)’"
            + (text.hasSuffix("%") ? "; write 65% as 0.65" : ""))
      }
    }
  }

  /// Stages lead up to the won one: probabilities are multiplied from there upwards.
  private mutating func checkStages(_ list: ListDefinition) {
    func value(_ row: ListRow, _ name: String) -> Double? {
      guard let index = list.extraColumns.firstIndex(of: name), row.extras.indices.contains(index),
        case .number(let number) = row.extras[index]
      else { return nil }
      return number
    }
    guard list.extraColumns.contains("won"), list.extraColumns.contains("open") else { return }
    let won = list.rows.filter { value($0, "won") == 1 }
    guard let last = won.first, let end = list.rows.firstIndex(where: { $0.code == last.code }) else {
      return report(
        .inconsistent,
        list.rows.last.map { place(of: $0, "won", in: list) } ?? sites.places[.list(list.prefix)] ?? .builtIn,
        "the list \(list.prefix) has no won stage: one row needs ‘won: 1’")
    }
    for (position, row) in list.rows.enumerated() {
      if let conversion = value(row, "conv"), !(0...1).contains(conversion) {
        report(
          .inconsistent, place(of: row, "conv", in: list),
          "the rate of the stage \(row.code) is \(NumberRange.text(conversion)): expected a share from 0 to 1")
      }
      guard value(row, "open") == 1 else { continue }
      if value(row, "won") == 1 {
        report(
          .inconsistent, place(of: row, "open", in: list), "the stage \(row.code) is open and won at once: expected one"
        )
      } else if position > end {
        report(
          .inconsistent, changePlace(of: list.prefix) ?? place(of: row, "open", in: list),
          "the open stage \(row.code) stands behind the won one, \(last.code): its probability to win would be 0; name its place with ‘order’"
        )
      }
    }
  }

  /// The ageing bucket of a payment is looked up by the lower bounds, so they must ascend.
  private mutating func checkBuckets(_ list: ListDefinition) {
    guard let column = list.extraColumns.firstIndex(of: "from") else { return }
    var before: Double?
    for row in list.rows {
      guard case .number(let bound) = row.extras[column] else { continue }
      if let before, bound <= before {
        report(
          .inconsistent, place(of: row, "from", in: list),
          "the bucket \(row.code) begins at \(NumberRange.text(bound)), the one before it at \(NumberRange.text(before)): expected ascending bounds"
        )
      }
      before = bound
    }
  }

  private func place(of row: ListRow, _ column: String, in list: ListDefinition) -> YAMLPlace {
    let candidates = [
      sites.places[.listValue(list: list.prefix, code: row.code, column: column)],
      sites.places[.listRow(list: list.prefix, code: row.code)], sites.places[.list(list.prefix)],
    ].compactMap { $0 }
    return candidates.first { $0.file != nil } ?? candidates.first ?? .builtIn
  }
}
