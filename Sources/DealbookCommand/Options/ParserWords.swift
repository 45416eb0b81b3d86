// SPDX-License-Identifier: Apache-2.0

internal import Foundation
import Playbook

/// Says the messages of the argument parser, which are in English, in the language of the refusals. What is not known here stays as it is.
struct ParserWords: SaysInThreeLanguages {
  let language: Language

  init() { language = Spoken.words.language }

  func said(_ message: String) -> String {
    guard language != .english else { return message }
    return message.split(separator: "\n", omittingEmptySubsequences: false).map { said(line: String($0)) }.joined(
      separator: "\n")
  }

  private func said(line: String) -> String {
    if line.hasPrefix("Error: ") { return self("錯誤：", "") + sentence(String(line.dropFirst(7))) }
    if line.hasPrefix("Usage: ") {
      return self("用法：", "") + line.dropFirst(7).replacing("[<options>]", with: self("[<選項>]", ""))
    }
    if let match = line.wholeMatch(of: #/( *)See '(.*)' for more information\./#) {
      return match.output.1 + self("詳見：\(match.output.2)", "")
    }
    if let match = line.wholeMatch(of: #/Help: +(.*)/#) { return HelpPage(language).hint(String(match.output.1)) }
    return line
  }

  private func sentence(_ text: String) -> String {
    if let match = text.wholeMatch(of: #/(.*?)\.? ?Did you mean '([^']*)'\?/#) {
      return clause(String(match.output.1)) + Spoken(language: language).nearest(String(match.output.2))
    }
    return clause(text)
  }

  private func clause(_ text: String) -> String {
    if let match = text.wholeMatch(of: #/Missing expected argument '(.*)'/#) {
      return self("缺少引數 \(match.output.1)", "")
    }
    if let match = text.wholeMatch(of: #/Missing one of: (.*)/#) { return self("缺少其中之一：\(match.output.1)", "") }
    if let match = text.wholeMatch(of: #/Missing value for '(.*)'/#) { return self("\(match.output.1) 後面缺少值", "") }
    if let match = text.wholeMatch(of: #/Unexpected argument '(.*)'/#) { return self("多出了「\(match.output.1)」", "") }
    if let match = text.wholeMatch(of: #/[0-9]+ unexpected arguments: (.*)/#) {
      return self("多出了 \(match.output.1)", "")
    }
    if let match = text.wholeMatch(of: #/(--?[^ ]+) and (--?[^ ]+) cannot be used together/#) {
      return Spoken(language: language).exclusive(String(match.output.1), String(match.output.2))
    }
    if let match = text.wholeMatch(of: #/Unknown option '([^']*)'(.*)/#) {
      if let others = match.output.2.wholeMatch(of: #/: (.*) has no such option; these commands do: (.*)/#) {
        return self(
          "\(others.output.1) 沒有「\(match.output.1)」這個選項；有這個選項的命令：\(others.output.2.replacing(", ", with: "、"))", "")
      }
      return self("沒有「\(match.output.1)」這個選項", "") + option(String(match.output.2))
    }
    if let match = text.wholeMatch(of: #/The value '(.*)' is invalid for '([^']*)'(.*)/#) {
      return self("「\(match.output.1)」不能用於 \(match.output.2)", "") + expectation(String(match.output.3))
    }
    return text
  }

  /// What to do without an option that the command lacks.
  private func option(_ rest: String) -> String {
    if let match = rest.wholeMatch(of: #/: (.*) takes the file without an option: (.*)/#) {
      return self("：\(match.output.1) 直接寫檔名：\(match.output.2)", "")
    }
    if let match = rest.wholeMatch(of: #/: (.*) writes to standard output; add > FILE/#) {
      return self("：\(match.output.1) 寫到標準輸出；請加上 > 檔名", "")
    }
    return rest
  }

  /// What a value should have been; a refusal of ours is in the language already.
  private func expectation(_ rest: String) -> String {
    if let match = rest.wholeMatch(of: #/\. Please provide one of (.*?)\.?/#) {
      let choices = match.output.1.matches(of: #/'([^']*)'/#).map { String($0.output.1) }
      return self("；請用其中之一：\(list(choices))", "")
    }
    if let match = rest.wholeMatch(of: #/: expected a whole number, for example (.*)/#) {
      return self("：應為整數，例如 \(match.output.1)", "")
    }
    if let match = rest.wholeMatch(of: #/: expected a number, for example (.*)/#) {
      return self("：應為數字，例如 \(match.output.1)", "")
    }
    if let match = rest.wholeMatch(of: #/: expected a day, for example (.*)/#) {
      return self("：應為日期，例如 \(match.output.1)", "")
    }
    if let match = rest.wholeMatch(of: #/: expected all, or a whole number, for example (.*)/#) {
      return self("：應為 all 或整數，例如 \(match.output.1)", "")
    }
    if let match = rest.wholeMatch(of: #/: expected the number of a share and of all shares, for example (.*)/#) {
      return self("：應為第幾份和總份數，例如 \(match.output.1)", "")
    }
    return rest.hasPrefix(": ") ? colon + rest.dropFirst(2) : rest
  }
}
