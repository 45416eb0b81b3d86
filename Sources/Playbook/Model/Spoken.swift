// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// The language in which the program refuses: English, unless the program has chosen another before it works.
///
/// An error is thrown far from where its language is known, and before a workbook is open nothing but the command line and the locale tell
/// it. A library that uses these modules hears English.
package struct Spoken: SaysInThreeLanguages {
  package let language: Language

  package init(language: Language) { self.language = language }

  private struct Choice: Sendable {
    var language: Language
    var workbook: Language?
    var isFixed = false
    /// What is said now is kept and read elsewhere.
    var isRecorded = false
  }

  private static let choice = Mutex(Choice(language: .english))

  /// The words in the language chosen last.
  package static var words: Spoken {
    Spoken(language: choice.withLock { $0.isRecorded ? .english : $0.workbook ?? $0.language })
  }

  /// The words for whoever sits at the terminal, even while results are recorded.
  package static var aloud: Spoken { Spoken(language: choice.withLock { $0.workbook ?? $0.language }) }

  /// Speaks English meanwhile: results that are kept are the same on every machine.
  package static func recorded<Result, Failure: Error>(
    _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    choice.withLock { $0.isRecorded = true }
    defer { choice.withLock { $0.isRecorded = false } }
    return try work()
  }

  /// - Parameter isFixed: whether the user asked for the language, so that no workbook changes it.
  package static func choose(_ language: Language, isFixed: Bool = false) {
    choice.withLock { $0 = Choice(language: language, isFixed: isFixed) }
  }

  /// Goes on in the language of the workbook that is worked on, unless the user asked for one; nil ends that.
  package static func go(onIn language: Language?) {
    choice.withLock { $0.workbook = $0.isFixed ? nil : language }
  }

  /// `; did you mean ‘amount’?`, or nothing.
  package func nearest(_ word: String?) -> String {
    word.map { pick("；是不是「\($0)」？", "；是不是“\($0)”？", "; did you mean ‘\($0)’?") } ?? ""
  }

  /// What was meant, or where nothing is like it, what there is: `; there are: Deals, Leads`.
  package func nearest(_ word: String?, of choices: [String]) -> String {
    if word != nil || choices.isEmpty { return nearest(word) }
    let most = 20
    return self("；現有：", "; there are: ") + list(choices.prefix(most) + (choices.count > most ? ["…"] : []))
  }

  /// One clause behind another; the first may end with a question.
  package func then(_ text: String, _ more: String) -> String {
    if text.hasSuffix("？") { return text + more }
    if text.hasSuffix("?") { return text + " " + more.prefix(1).uppercased() + more.dropFirst() }
    return text + semicolon + more
  }

  /// A name as a sentence quotes it.
  package func quoted(_ text: String) -> String { pick("「\(text)」", "“\(text)”", "‘\(text)’") }

  /// Two options that cannot be given together.
  package func exclusive(_ one: String, _ other: String) -> String {
    self("\(one) 與 \(other) 不能一起使用", "\(one) and \(other) cannot be used together")
  }

  package var or: String { pick(" 或 ", " 或 ", " or ") }
}
