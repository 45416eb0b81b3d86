// SPDX-License-Identifier: Apache-2.0

import Dealbook

/// Something somebody has to do, from the workbook's ``WorkList``.
public struct Work: Hashable, Sendable {
  /// `step`, `money`, `renewal` or `drift`.
  public var kind: String = ""
  /// As `2026-03-31`; empty if there is none.
  public var date: String = ""
  public var isLate: Bool = false
  public var isThisWeek: Bool = false
  /// The id of the row.
  public var id: String = ""
  public var what: String = ""
  public var owner: String = ""
  /// The id of the account.
  public var account: String = ""
  public var amount: Double?
  /// `商機!K7`.
  public var place: String = ""
}

/// A summary of an account; see ``AccountLines``.
public struct Account: Hashable, Sendable {
  public var id: String = ""
  public var name: String = ""
  public var owner: String = ""
  public var level: String = ""
  public var lifecycle: String = ""
  public var relation: Double?
  public var drift: String = ""
  /// 1 for stable, 2 for one to watch, 3 for an alert; 0 if it is not computed.
  public var driftLevel: Int = 0
  public var lastVisit: String = ""
  public var daysWithoutVisit: Double?
  public var strategy: String = ""
  public var deals: Int = 0
  public var open: Double?
  public var owed: Double?
  public var overdue: Double?
  /// The last three, latest first.
  public var visits: [Visit] = []
  public var people: [Person] = []
  public var place: String = ""
}

public struct Visit: Hashable, Sendable {
  public var date: String = ""
  public var visitor: String = ""
  public var topic: String = ""
  public var result: String = ""
  public var next: String = ""
  public var nextDate: String = ""
  public var place: String = ""
}

/// A decision maker at an account.
public struct Person: Hashable, Sendable {
  public var name: String = ""
  public var title: String = ""
  public var role: String = ""
  public var influence: String = ""
  public var support: String = ""
  public var status: String = ""
  public var place: String = ""
}

extension Work {
  init(_ item: WorkList.Item, in list: WorkList) {
    self.init(
      kind: item.kind.rawValue, date: item.date, isLate: list.isLate(item), isThisWeek: list.isThisWeek(item),
      id: Kept.text(item.id), what: Kept.note(item.what), owner: Kept.text(item.owner),
      account: Kept.text(item.account), amount: item.amount, place: item.place.text)
  }
}

extension Account {
  init(_ line: AccountLines.Line) {
    self.init(
      id: Kept.text(line.id), name: Kept.text(line.name), owner: Kept.text(line.owner), level: Kept.text(line.level),
      lifecycle: Kept.text(line.lifecycle), relation: line.relation, drift: Kept.text(line.drift),
      driftLevel: line.driftLevel, lastVisit: Kept.text(line.lastVisit), daysWithoutVisit: line.daysWithoutVisit,
      strategy: Kept.note(line.strategy), deals: line.deals, open: line.open, owed: line.owed, overdue: line.overdue,
      visits: line.visits.map { visit in
        Visit(
          date: Kept.text(visit.date), visitor: Kept.text(visit.visitor), topic: Kept.note(visit.topic),
          result: Kept.note(visit.result), next: Kept.note(visit.next), nextDate: Kept.text(visit.nextDate),
          place: visit.place.text)
      },
      people: line.people.map { person in
        Person(
          name: Kept.text(person.name), title: Kept.text(person.title), role: Kept.text(person.role),
          influence: Kept.text(person.influence), support: Kept.text(person.support),
          status: Kept.text(person.status), place: person.place.text)
      }, place: line.place.text)
  }
}

/// How much a run keeps of a workbook.
enum Kept {
  /// The limit for each list of a workbook. Nobody reads a longer one on a page.
  static let items = 2000
  /// The same in bytes of JSON.
  private static let bytes = 768 << 10

  /// The first items, as many as a list may have.
  static func first<Item, Record: JSONRecord>(_ items: [Item], _ record: (Item) -> Record) -> [Record] {
    var records: [Record] = []
    var size = 0
    for item in items.prefix(self.items) {
      let record = record(item)
      size += record.json.count
      guard size <= bytes else { break }
      records.append(record)
    }
    return records
  }

  /// A name, cut to what anybody would read.
  static func text(_ text: String) -> String { cut(text, 240, to: 60) }

  /// Some sentences, likewise.
  static func note(_ text: String) -> String { cut(text, 800, to: 200) }

  /// - Parameters:
  ///   - longest: in bytes.
  ///   - count: how many characters of a longer text are kept.
  private static func cut(_ text: String, _ longest: Int, to count: Int) -> String {
    guard text.utf8.count > longest else { return text }
    let start = String(String.UnicodeScalarView(text.unicodeScalars.prefix(count)))
    return "\(start)…\(SHA256.hex(text).prefix(12))"
  }
}
