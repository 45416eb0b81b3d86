// SPDX-License-Identifier: Apache-2.0

import Base

/// The headers of lists that are none of a sales team: flats, lessons, wages, stocks, what is bought.
extension SheetSigns {
  /// Whether a header stands on no list of a sales team: flats, lessons, the parts of a cost.
  static func namesOtherTrade(_ header: HeaderWords) -> Bool {
    header.words.contains { word in otherTrades.contains { word.containsBytes(of: $0) } }
  }

  private static let otherTrades = [
    "户型", "朝向", "堂数", "教练", "病历", "学号", "考勤", "成本名称", "成本类别", "成本项目", "押金", "月租", "退租", "承租人", "租客",
    "学员", "卡种", "课时", "工时", "时薪", "severity", "symptom", "症状",
  ]

  static func isStrange(_ header: HeaderWords) -> Bool {
    header.words.contains { word in
      strangeWords.contains(word) || strangeCharacters.contains { word.containsBytes(of: $0) }
    }
  }

  /// Whether a column says from whom is bought.
  static func isPurchase(_ header: HeaderWords) -> Bool {
    guard let first = header.words.first, purchaseWords.contains(first) else { return false }
    return header.words.dropFirst().allSatisfy { ["name", "id", "no", "code"].contains($0) }
  }

  private static let purchaseWords: Set<String> = [
    "supplier", "lieferant", "kreditor", "fornitore", "proveedor", "fournisseur",
  ]

  private static let strangeWords: Set<String> = [
    "tenant", "rent", "lease", "deposit", "landlord", "bedroom", "student", "pupil", "grade", "exam", "course",
    "teacher",
    "salary", "wage", "payroll", "attendance", "shift", "overtime", "patient", "diagnosis", "vehicle", "mileage",
    "warehouse",
    "stock", "inventory", "bin", "supplier", "expense", "ticker", "strike", "coupon", "miete", "mieter", "schüler",
    "gehalt",
    "lager", "calorie", "recruiter", "interviewer", "grant", "funder", "recipe", "player", "team a", "goals", "ticket",
    "requester",
    "hire", "payslip", "sprint",
    "bug",
    "reorder", "receipt", "reimbursement", "semester", "dosage", "birth", "dob", "ssn", "fte", "pto", "hourly", "wbs",
    "predecessor", "gantt", "trader", "symbol", "side", "besteller", "isin", "cusip", "eintritt", "eintrittsdatum",
    "austritt", "geburtsdatum",
    "urlaub", "urlaubstage", "resturlaub", "wochenstunden", "kostenstelle", "lieferant", "kreditor", "candidate",
    "bewerber", "interview", "applicant", "vacancy", "requisition", "compound", "indication", "hiring", "dag", "commit",
    "principal investigator", "stunden", "pause", "abrechenbar", "billable", "timesheet", "break", "behandler",
    "tuition", "admission", "programme",
  ]
  private static let strangeCharacters = [
    "房间", "房源", "租金", "退租", "入住", "房号", "学号", "班级", "成绩", "考勤", "工资", "工号", "入库", "出库", "库存", "车牌", "病历",
    "身份证", "课程", "考试", "学生", "报销", "采购单", "工单", "上班", "下班", "迟到", "住院", "学期", "领用", "盘点",
    "入职", "到职", "离职", "员工编号", "学历", "社保", "供应商", "采购合同", "采购员", "采购人", "积分", "折旧", "原值", "简历", "面试", "应聘", "候选人", "招聘",
    "薪资", "工序",
    "奖金", "承建", "开工日期", "户型", "朝向", "堂数", "教练", "车间", "工艺", "工时", "支出", "户名", "借方", "贷方", "流水", "主持人", "决议",
  ]
}

extension HeaderWords {
  /// Whether it has one of the words; of Chinese ones, within its own.
  func says(_ known: [String]) -> Bool {
    words.contains { word in
      known.contains { Self.isChinese($0) ? word.containsBytes(of: $0) : word == $0 }
    }
  }
}
