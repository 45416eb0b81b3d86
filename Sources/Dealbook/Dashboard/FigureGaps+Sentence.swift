// SPDX-License-Identifier: Apache-2.0

import Playbook

extension FigureGaps {
  /// What leaves rows out.
  enum Figure {
    case all, won, forecast, overdue, renewalsDue, retention, byOwner

    fileprivate func text(_ words: DashboardWords) -> String {
      switch self {
      case .all: words("各項數字都不含", "All figures leave out")
      case .won: words("已簽不含", "Won leaves out")
      case .forecast: words("預測不含", "The forecast leaves out")
      case .overdue: words("逾期未收不含", "Overdue leaves out")
      case .renewalsDue: words("續約到期不含", "Renewals due leave out")
      case .retention: words("淨收入留存率不含", "Net retention leaves out")
      case .byOwner: words("各責任人的數字不含", "Figures by owner leave out")
      }
    }
  }

  /// What a row is about.
  enum Row {
    case deal, payment, renewal

    fileprivate func text(_ words: DashboardWords) -> String {
      switch self {
      case .deal: words("商機", "deal")
      case .payment: words("款項", "payment")
      case .renewal: words("續約", "renewal")
      }
    }
  }

  /// Why rows are left out, as it stands before the noun in Chinese and behind it in English: 沒有金額的商機, ‘deals without an amount’.
  struct Reason {
    let traditional: TraditionalText
    let english: String
    /// If it is said otherwise of several rows.
    let ofSeveral: String?

    init(_ traditional: TraditionalText, _ english: String, ofSeveral: String? = nil) {
      (self.traditional, self.english, self.ofSeveral) = (traditional, english, ofSeveral)
    }
  }

  /// ‘Won leaves out 3 deals whose amount cannot be read (F6, F8, F11)’; nothing if there is no such row.
  ///
  /// - Parameter worth: how much the rows are about, as far as that is known.
  func leftOut(
    _ figure: Figure, _ row: Row, _ reason: Reason, _ places: [CellPlace], worth: Double = 0
  ) -> [String] {
    guard !places.isEmpty else { return [] }
    let (subject, noun, cells) = (figure.text(words), row.text(words), cells(places))
    let why = words(reason.traditional, places.count == 1 ? reason.english : reason.ofSeveral ?? reason.english)
    let sum = ReportNumbers.grouped(worth)
    let told =
      worth == 0 ? "" : words("，共 \(sum)", ", worth \(sum)" + (places.count == 1 ? "" : " in all"))
    return [
      words(
        "\(subject) \(places.count) 筆\(why)的\(noun)\(told)\(cells)",
        "\(subject) \(words.count(places.count, noun, noun + "s")) \(why)\(told)\(cells)")
    ]
  }

  /// The most cells that a sentence lists.
  private static let mostCells = 6

  /// ‘ (Deals!F6, F8, F11)’.
  func cells(_ places: [CellPlace]) -> String {
    var texts = CellPlace.texts(places.prefix(Self.mostCells))
    if places.count > Self.mostCells { texts.append("…") }
    return words.pick("（", "（", " (") + words.list(texts) + words.pick("）", "）", ")")
  }
}
