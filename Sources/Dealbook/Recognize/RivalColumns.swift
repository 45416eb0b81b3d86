// SPDX-License-Identifier: Apache-2.0

import Base
import Playbook

/// Which of several columns that may mean the same is the one, by what stands in them and beside them: a customer before the person who is
/// spoken to, the day of a visit before the day on which it was entered, whoever went before whoever answers for the customer.
extension KindReader {
  func doubtRivals(among candidates: inout [Candidate], _ columns: [HeaderColumn]) {
    if definition.prefix != "ct" { doubtPersons(among: &candidates, columns) }
    if definition.prefix == "vi" {
      // The day on which a visit was entered is that of the visit only where no other day is.
      giveWay(in: &candidates, "date", columns) { $0.says(Self.entries) }
      giveWay(in: &candidates, "visitor", columns) { Self.namesCustomersOwner($0) }
    }
    if definition.prefix == "de" { readCodes(among: &candidates, columns) }
    doubtBareName(among: &candidates, columns)
  }

  /// Lets the columns for which `isRival` is true give way to another that may have the key; where another column of days is left, nothing
  /// is taken.
  private func giveWay(
    in candidates: inout [Candidate], _ key: String, _ columns: [HeaderColumn], to isRival: (HeaderWords) -> Bool
  ) {
    let rivals = candidates.indices.filter {
      candidates[$0].column.key == key && isRival(columns[candidates[$0].place].bare)
    }
    guard !rivals.isEmpty else { return }
    let others = candidates.indices.filter {
      candidates[$0].column.key == key && !rivals.contains($0) && candidates[$0].evidence.cells != .disagree
        && columns[candidates[$0].place].contents.filled > 0
    }
    if let best = others.map({ candidates[$0].confidence }).max() {
      for index in rivals { candidates[index].confidence = min(candidates[index].confidence, best - 0.02) }
      return
    }
    let isOtherwiseTold = columns.indices.contains { place in
      let column = columns[place]
      return !isRival(column.bare) && !rivals.contains(where: { candidates[$0].place == place })
        && (key == "date"
          ? column.contents.areDates && !column.bare.says(Self.next + Self.changes)
          : Self.namesActor(column.bare))
    }
    if isOtherwiseTold { for index in rivals { candidates[index].confidence *= 0.3 } }
  }

  /// Of two columns that may name the customer, the one with companies in it is meant, and not the one with people.
  private func doubtPersons(among candidates: inout [Candidate], _ columns: [HeaderColumn]) {
    let whom = candidates.indices.filter {
      candidates[$0].column.key == "account_id" && candidates[$0].evidence.cells != .disagree
        && columns[candidates[$0].place].contents.texts > 2
    }
    guard whom.count > 1 else { return }
    func isOfCompanies(_ index: Int) -> Bool {
      let column = columns[candidates[index].place]
      return column.bare.says(Self.companies) && column.bare.says(Self.customers)
        || column.contents.values.count(where: CompanyNames.isCompany) * 4 >= column.contents.distinct
    }
    func isOfPersons(_ index: Int) -> Bool {
      let values = columns[candidates[index].place].contents.values
      return values.count(where: CompanyNames.isPerson) * 2 >= values.count
    }
    let companies = whom.filter { isOfCompanies($0) && !isOfPersons($0) }
    guard let best = companies.map({ candidates[$0].confidence }).max(), best >= 0.5 else { return }
    let highest = whom.map { candidates[$0].confidence }.max() ?? best
    // Numbers of customers go before their names.
    func isNumber(_ index: Int) -> Bool {
      let contents = columns[candidates[index].place].contents
      return contents.share(contents.numbers + contents.digitTexts) > 0.8
    }
    /// Whether a column names no company where the other is one of companies by its header too.
    func namesNoCompany(_ index: Int) -> Bool {
      !columns[candidates[index].place].contents.values.contains(where: CompanyNames.isCompany)
        && companies.contains { columns[candidates[$0].place].bare.says(Self.companies) }
        && columns[candidates[index].place].bare.says(Self.customers)
    }
    let persons = whom.filter {
      !companies.contains($0) && !isNumber($0) && (isOfPersons($0) || namesNoCompany($0))
    }
    guard !persons.isEmpty else { return }
    for index in persons { candidates[index].confidence = min(candidates[index].confidence * 0.7, best - 0.03) }
    if let first = companies.max(by: { candidates[$0].confidence < candidates[$1].confidence }) {
      candidates[first].confidence = max(candidates[first].confidence, min(highest, 0.9))
    }
  }

  /// Codes under a header that names deals are their IDs, where no other column has them.
  private func readCodes(among candidates: inout [Candidate], _ columns: [HeaderColumn]) {
    guard let id = definition.columns.first(where: { $0.type == .id }),
      !candidates.contains(where: { $0.column.key == id.key && $0.confidence >= 0.5 })
    else { return }
    for index in candidates.indices where candidates[index].column.key == "name" && candidates[index].confidence >= 0.5
    {
      let column = columns[candidates[index].place]
      // What is called a name is one, even if it ends in a number.
      guard column.contents.areCodes, !column.bare.says(Self.namings) else { continue }
      candidates[index].column = id
      candidates[index].confidence = min(candidates[index].confidence, 0.9)
    }
  }

  /// Beside the number of a customer and another column that names the row, ‘Name’ is the customer's.
  private func doubtBareName(among candidates: inout [Candidate], _ columns: [HeaderColumn]) {
    guard ["de", "co", "pa"].contains(definition.prefix) else { return }
    let bare = candidates.indices.filter {
      candidates[$0].column.key == "name" && columns[candidates[$0].place].bare.words == ["name"]
    }
    guard let index = bare.first,
      candidates.contains(where: { other in
        other.column.key == "account_id" && other.place + 1 == candidates[index].place && other.confidence >= 0.8
      }),
      let best = candidates.indices.filter({ other in
        candidates[other].column.key == "name" && candidates[other].place != candidates[index].place
          && !candidates[other].evidence.isWeak && candidates[other].evidence.cells == .agree
      }).map({ candidates[$0].confidence }).max()
    else { return }
    candidates[index].confidence = min(candidates[index].confidence, best - 0.05)
  }

  private static func namesCustomersOwner(_ header: HeaderWords) -> Bool {
    header.says(["owner", "所有者", "所有人", HeaderWords.personInCharge, "归属人", "betreuer", "inhaber"])
      && header.says(["account", "customer", "client", "company", "客户", "kunde"]) || header.says(["kundenbetreuer"])
  }

  private static func namesActor(_ header: HeaderWords) -> Bool {
    header.says(["行动", "拜访人", "打卡人", "visitor", "besucher"])
      && !header.says(["部门", "工号", "编号", "id", "no", "省份", "地址", "类型"])
  }

  private static let namings = ["name", "title", "titel", "subject", "betreff", "bezeichnung", "名称", "标题", "主题"]
  private static let entries = [
    "created", "create", "creation", "entered", "recorded", "erstellt", "erfasst", "angelegt", "创建", "建立", "录入", "提交",
    "登记",
    "填报",
  ]
  private static let changes = ["modified", "updated", "changed", "geändert", "änderung", "修改", "更新", "due", "fällig"]
  private static let next = ["next", "follow", "nächster", "nachster", "下次", "下一", "回访"]
  private static let companies = ["company", "organization", "organisation", "firma", "unternehmen", "公司", "企业", "单位"]
  private static let customers = ["customer", "client", "kunde", "客户"]
}
