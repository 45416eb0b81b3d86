// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook
import Spreadsheet
import Synchronization
import Testing

/// Checked for new workbooks in every language, profile and filling.
struct NewCase: CustomTestStringConvertible, Hashable, Sendable {
  var language: Language
  var profile: Profile
  var hasSample: Bool

  static let all = Language.allCases.flatMap { language in
    Profile.allCases.flatMap { profile in
      [false, true].map { NewCase(language: language, profile: profile, hasSample: $0) }
    }
  }

  /// Each language with each profile or sample once or more, for what takes long.
  static let some = [
    NewCase(language: .traditionalChinese, profile: .small, hasSample: true),
    NewCase(language: .traditionalChinese, profile: .full, hasSample: false),
    NewCase(language: .simplifiedChinese, profile: .core, hasSample: true),
    NewCase(language: .simplifiedChinese, profile: .small, hasSample: false),
    NewCase(language: .english, profile: .full, hasSample: true),
    NewCase(language: .english, profile: .core, hasSample: false),
  ]

  var testDescription: String { "\(language.rawValue) \(profile.rawValue)\(hasSample ? " sample" : "")" }

  private static let made = Mutex<[NewCase: [UInt8]]>([:])
  private static let analysed = Mutex<[NewCase: Analysis]>([:])

  /// The workbook, which is made once for all tests.
  func bytes() throws -> [UInt8] {
    if let bytes = Self.made.withLock({ $0[self] }) { return bytes }
    let bytes = try bytes(asOf: SerialDate(year: 2026, month: 3, day: 31))
    Self.made.withLock { $0[self] = bytes }
    return bytes
  }

  /// The workbook made anew.
  func bytes(asOf: SerialDate?) throws -> [UInt8] {
    try NewWorkbook(
      playbook: .builtIn, language: language, profile: profile, asOf: try #require(asOf), hasSample: hasSample
    ).bytes()
  }

  /// The analysis of the workbook as it is made.
  func analysis() throws -> Analysis {
    if let analysis = Self.analysed.withLock({ $0[self] }) { return analysis }
    let analysis = try analysis(bytes())
    Self.analysed.withLock { $0[self] = analysis }
    return analysis
  }

  func analysis(_ bytes: [UInt8]) throws -> Analysis {
    try Analysis(Workbook(bytes), playbook: .builtIn, options: ReadOptions(today: nil))
  }
}
