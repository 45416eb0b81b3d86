// SPDX-License-Identifier: Apache-2.0

/// Explains the reports, which a page, a dashboard and `report` name by `R1` to `R18`.
struct ReportExplainer: SaysInThreeLanguages {
  let language: Language

  static let ids = (1...18).map { "R\($0)" }

  /// Nil for what is no report.
  func report(_ name: String) -> Explanation? {
    let named = Self.ids.first { id in
      TextFolding.label(id) == name
        || Language.allCases.contains { language in
          ReportExplainer(language: language).texts(id).map { TextFolding.label($0.title) } == name
        }
    }
    guard let id = named, let (title, meaning) = texts(id) else { return nil }
    let words = ExplainWords(language: language)
    return Explanation(
      id: id, title: "\(id) · \(title)",
      sections: [
        Explanation.Section(heading: words.meaning, lines: [meaning]),
        Explanation.Section(
          heading: words.whatToDo,
          lines: [
            self("用 dealbook report 檔案 --sheet \(id) 單獨印出。", "dealbook report FILE --sheet \(id) prints it alone.")
          ]),
      ])
  }

  private func texts(_ id: String) -> (title: String, meaning: String)? {
    switch id {
    case "R1":
      (
        self("銷售漏斗", "Funnel"),
        self(
          "各階段以上的商機金額到達多少，與達到目標所需的相比。", "What has reached each stage of the funnel, beside what the target needs there."
        )
      )
    case "R2":
      (self("裕量表", "Margin per stage"), self("各階段的在手商機與裕量。", "The open deals of each stage, with their margin."))
    case "R3":
      (
        self("目標覆蓋", "Coverage by owner"),
        self("每位責任人的目標、已簽與加權在手。", "The target of each owner, what is won, and what is open, weighted by its chance.")
      )
    case "R4":
      (
        self("加權預測", "Forecast"),
        self(
          "每位責任人期末可能的金額：十次有九次至少到 P10，一半機會到 P50，十次有一次到 P90。",
          "What each owner may reach by the end of the period: at least P10 nine times in ten, P50 in one of two, P90 once in ten."
        )
      )
    case "R5":
      (
        self("客戶矩陣", "Customer matrix"),
        self("客戶依關係分與潛力分成四類。", "The accounts by relation and potential, in four classes.")
      )
    case "R6":
      (self("作戰地圖", "Battle map"), self("每份合約各步驟做到哪裡。", "How far the steps of each contract are done."))
    case "R7":
      (
        self("帳齡", "Ageing"),
        self("未收的款項依逾期多久分開，按責任人。", "The money that is still owed, by owner and by how long it is overdue.")
      )
    case "R8":
      (
        self("回款率", "Collection rate"),
        self("本期逐月累計到期的應收，以及其中已收多少。", "What has come due so far, month by month, and what of it was received.")
      )
    case "R9":
      (
        self("續單", "Renewals"),
        self(
          "從期初的合約到期末的合約：續約、擴大、縮減與流失的金額，以及留存率。",
          "From the contracts at the beginning of the period to those at its end: what was renewed, grew, shrank and was lost, with the retention."
        )
      )
    case "R10": (self("線索", "Leads"), self("線索在各步驟各有多少。", "How many leads have come to each step."))
    case "R11": (self("決策鏈", "Stakeholder map"), self("每件商機的決策角色由誰擔任。", "Who takes part in deciding on each deal."))
    case "R12":
      (
        self("目標公平", "Fairness of targets"),
        self("各責任人的目標與去年結果相比。", "The targets of the owners beside their results of last year.")
      )
    case "R13":
      (self("拿單檢查", "Win checklist"), self("每件商機的檢查項勾到哪裡。", "What is ticked of the checklist of each deal."))
    case "R14":
      (
        self("七步完成度", "Seven steps"),
        self("每家客戶的計劃七步做到哪裡。", "How far the seven steps of the plan are done for each account.")
      )
    case "R15":
      (self("先處理的商機", "Deals to act on"), self("有風險標記的在手商機，金額大的在前。", "The open deals with flags, the largest first."))
    case "R16":
      (
        self("客戶一覽", "Accounts"),
        self("每家客戶的商機、應收與續約，見客戶前看。", "The deals, money owed and renewals of each account, for before a meeting.")
      )
    case "R17": (self("個人清單", "What to do, by owner"), self("每個人接下來要做的事。", "What each person has to do next."))
    case "R18":
      (
        self("校準", "Calibration"),
        self("各階段所說的成交機率與實際相比。", "The chances that are stated for each stage, beside what came true.")
      )
    default: nil
    }
  }
}
