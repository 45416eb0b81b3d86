import Playbook

/// What the columns of a sheet say of it together, beyond what each header means.
struct SheetSigns {
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
    var bonus = 0.0
    if ["acc", "le", "ct"].contains(reading.prefix) { bonus += min(0.5, Double(contacts) * 0.25) }
    if arePersons {
      // People who may buy, with their phones.
      if reading.prefix == "le" { bonus += 0.9 }
      if reading.prefix == "acc" { bonus -= 0.9 }
    } else if reading.prefix == "acc", contacts > 0, Self.namesEachOnce(reading) {
      bonus += 0.6
    }
    reading.score += bonus
    reading.firmScore += max(0, bonus)
    if !reading.hasSubject { reading.score *= 0.7 }
    if reading.completeness < 0.5 { reading.score *= 0.85 }
    let ours = columns.count - reading.leftAlone.count { $0.reason == .noInput }
    let share = ours == 0 ? 0 : Double(reading.columns.count) / Double(ours)
    if share >= 0.5, reading.hasSubject { reading.score += 0.5 * share }
    if strange > 1 { reading.score *= 0.6 }
  }

  /// Whether each row names another customer: where several people of one are kept, its name comes again.
  private static func namesEachOnce(_ reading: KindReading) -> Bool {
    guard let contents = reading.columns.first(where: { $0.key == "name" })?.contents, contents.filled > 4 else {
      return false
    }
    return contents.distinct * 10 >= contents.filled * 9
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
