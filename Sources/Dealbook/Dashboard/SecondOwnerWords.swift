// SPDX-License-Identifier: Apache-2.0

/// Headers of columns that name a second owner of a deal, or the share of one; folded, simplified, letters alone.
enum SecondOwnerWords {
  /// Headers that say no more than that.
  static let whole: Set<String> = ["share", "split", "ownershare", "anteil", "dealanteil", "分成", "分成比例", "占比"]

  static let within = [
    "coowner", "secondowner", "ownershare", "splitowner", "dealsplit", "creditsplit", "splitpercent", "coseller",
    "mitverantwortlich", "zweitverantwortlich", "第二责任人", "共同责任人", "协同负责人", "共同负责人", "分成比例", "业绩拆分",
  ]
}
