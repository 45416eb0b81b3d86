import Playbook

/// What the columns of a sheet say of it together, beyond what each header means.
struct SheetSigns {
  /// The share of headers that are known, among those that are not known to be none of ours.
  private let columns: [HeaderColumn]
  /// Columns of phones and e-mail addresses.
  private let contacts: Int
  /// Headers of another trade: rents, wages, pupils, stocks.
  private let strange: Int
  /// Whether the rows are persons: a column called 姓名, or names of persons beside phones.
  private let arePersons: Bool

  init(_ columns: [HeaderColumn]) {
    self.columns = columns
    let contacts = columns.count { column in
      let contents = column.contents
      return contents.filled > 0 && contents.share(contents.emails + contents.phones) >= 0.5
    }
    self.contacts = contacts
    strange = columns.count { Self.isStrange($0.bare) }
    let personNames: Set<String> = ["姓名", "客户姓名", "联系人姓名"]
    arePersons = contacts > 0 && columns.contains { personNames.contains($0.bare.key) }
  }

  func weigh(_ reading: inout KindReading) {
    if ["acc", "le", "ct"].contains(reading.prefix) { reading.score += min(0.5, Double(contacts) * 0.25) }
    if arePersons {
      if reading.prefix == "le" { reading.score += 0.6 }
      if reading.prefix == "acc" { reading.score -= 0.3 }
    }
    if !reading.hasSubject { reading.score *= 0.7 }
    if reading.completeness < 0.5 { reading.score *= 0.85 }
    let ours = columns.count - reading.leftAlone.count { $0.reason == .noInput }
    let share = ours == 0 ? 0 : Double(reading.columns.count) / Double(ours)
    if share >= 0.5, reading.hasSubject { reading.score += 0.5 * share }
    if strange > 1 { reading.score *= 0.6 }
  }

  private static func isStrange(_ header: HeaderWords) -> Bool {
    header.words.contains { word in
      strangeWords.contains(word) || strangeCharacters.contains { word.contains($0) }
    }
  }

  private static let strangeWords: Set<String> = [
    "tenant", "rent", "lease", "deposit", "landlord", "bedroom", "student", "pupil", "grade", "exam", "course",
    "teacher",
    "salary", "wage", "payroll", "attendance", "shift", "overtime", "patient", "diagnosis", "vehicle", "mileage",
    "warehouse",
    "stock", "inventory", "bin", "supplier", "expense", "ticker", "strike", "coupon", "miete", "mieter", "schüler",
    "gehalt",
    "lager", "calorie", "recipe", "player", "team a", "goals",
  ]
  private static let strangeCharacters = [
    "房间", "房源", "租金", "退租", "入住", "房号", "学号", "班级", "成绩", "考勤", "工资", "工号", "入库", "出库", "库存", "车牌", "病历",
    "身份证", "课程", "考试", "学生", "报销",
  ]
}
