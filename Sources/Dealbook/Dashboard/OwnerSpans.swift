// SPDX-License-Identifier: Apache-2.0

/// The periods of each owner's targets.
struct OwnerSpans {
  private struct Span {
    let row: Int
    let first, last: Double

    func isNested(with other: Span) -> Bool {
      other.row != row
        && (other.first <= first && last <= other.last || first <= other.first && other.last <= last)
    }
  }

  /// Owners in the order of their first rows.
  private var owners: [(name: String, spans: [Span])] = []

  init(_ sheet: SheetRows, _ rows: [Int]) {
    var places: [String: Int] = [:]
    for row in rows {
      let owner = sheet.text("owner", row)
      guard !owner.isEmpty, let first = sheet.number("p_start", row), let last = sheet.number("p_end", row),
        first <= last
      else { continue }
      let key = owner.lowercased()
      if places[key] == nil {
        places[key] = owners.count
        owners.append((owner, []))
      }
      if let place = places[key] { owners[place].spans.append(Span(row: row, first: first, last: last)) }
    }
  }

  /// The targets that do not count because they lie inside one for the whole period. In doubt are others that lie in one another, and all
  /// of them if only some owners have a target for the whole period.
  func nested(
    _ sheet: SheetRows, from start: Double, to end: Double
  ) -> (doubt: TargetBasis.Doubt?, parts: TargetBasis.Parts) {
    var (parts, inDoubt) = (TargetBasis.Parts(), TargetBasis.Parts())
    var haveWholes = true
    for (name, spans) in owners {
      let wholes = spans.filter { $0.first == start && $0.last == end }
      haveWholes = haveWholes && wholes.count == 1
      let nested = spans.filter { span in spans.contains { span.isNested(with: $0) } }
      guard !nested.isEmpty else { continue }
      inDoubt.add(name, nested.map { sheet.place("target", $0.row) })
      guard wholes.count == 1 else { continue }
      parts.add(name, spans.filter { $0.row != wholes[0].row }.map { sheet.place("target", $0.row) })
    }
    if inDoubt.owners.isEmpty || haveWholes { return (nil, parts) }
    return (.nested(owners: inDoubt.owners, inDoubt.places), TargetBasis.Parts())
  }
}

extension TargetBasis.Parts {
  fileprivate mutating func add(_ owner: String, _ cells: [CellPlace]) {
    owners.append(owner)
    places += cells
  }
}
