// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Dealbook
import Isolation
import Nightly
import Playbook
import Spreadsheet

struct AdviseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "advise",
    abstract: "Find the fewest moves that make a target as likely as you want. Nothing is written.",
    discussion: """
      Example:
        dealbook advise workbooks/golden/golden_hant.xlsx --reach 0.6

        dealbook advise workbooks/golden/golden_hant.xlsx --owner 王強 --most 3

        dealbook advise workbooks/golden/golden_hant.xlsx --together account_id

      A move takes a deal one stage further, as far as its evidence supports, or brings a postponed deal back into the \
      period. Sets with the fewest moves come first, then those with the best chance, then by ID. If no set is enough, \
      it says how many new deals at which stage would be. Each move is written as a change that whatif can take.
      """)

  @Argument(help: ArgumentHelp("The workbook.", valueName: "FILE"))
  var file: String

  @Option(help: ArgumentHelp("Only this owner’s targets.", valueName: "NAME"))
  var owner: String?

  @Flag(
    help: "The company’s target instead of the owners’ targets; nobody who already carries enough is asked for more.")
  var company = false

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The confidence you want: 0.8 or 80%.", valueName: "SHARE"),
    transform: Self.share)
  var reach = 0.8

  @Option(parsing: .unconditional, help: ArgumentHelp("How many sets to show for each target.", valueName: "COUNT"))
  var most = 1

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Stop searching after this many sets, and say so.", valueName: "COUNT"))
  var bound = 200_000

  @Option(
    help: ArgumentHelp(
      "Deals that are won or lost together: two or more IDs, or a column in which they have the same value; may be repeated.",
      valueName: "D001,D002|account_id"))
  var together: [String] = []

  @Option(help: "text, json or markdown.")
  var format: WhatIfFormat = .text

  @OptionGroup var playbookOptions: PlaybookOptions
  @OptionGroup var reading: ReadingOptions

  private static func share(_ text: String) throws -> Double {
    let isPercent = text.last == "%"
    guard let number = Double(isPercent ? String(text.dropLast()) : text), number > 0,
      number <= (isPercent ? 100 : 1)
    else {
      throw ValidationError(
        Spoken.words("應為 0 到 1 之間的比例，例如 0.8 或 80%", "expected a share up to 1, such as 0.8 or 80%"))
    }
    return isPercent ? number / 100 : number
  }

  func validate() throws {
    guard owner == nil || !company else { throw ValidationError(Spoken.words.exclusive("--owner", "--company")) }
    guard (1...100).contains(most) else {
      throw ValidationError(Spoken.words("--most \(most)：應為 1 到 100", "--most \(most): expected 1 to 100"))
    }
    guard bound > 0 else {
      throw ValidationError(Spoken.words("--bound \(bound)：應為大於 0 的數字", "--bound \(bound): expected a number above 0"))
    }
  }

  func run() throws {
    let limits = try reading.resolved()
    do throws(Failure) {
      PlaybookFile.announce(playbookOptions.playbook, beside: [file], quiet: false)
      let analysis = try playbookOptions.analysis(
        of: WorkbookFile(file, limits: limits), file: file, isForPages: true)
      do throws(DealbookError) {
        let table = try SandTable(analysis)
        let request = Advisor.Request(
          owner: owner, reach: reach, isForCompany: company, most: most, bound: bound, bonds: together)
        let advice = try Advisor(table).advice(request)
        let page = AdvicePage(table, file: file, language: playbookOptions.language)
        if format == .json {
          StandardOutput.write(AdviceJSON(table: table, file: file, page: page).written(advice))
        } else {
          let told = page.page(advice)
          StandardOutput.write(Array((format == .markdown ? told.markdown() : told.printable()).utf8))
        }
      } catch {
        throw Failure(error, file: file)
      }
    } catch {
      StandardError.complain(error.message)
      throw error.status
    }
  }
}
