// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Nightly
import Playbook
import Spreadsheet

/// Where `fill` and `set` write (one of two places), and what the save may do.
struct OutputOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: ArgumentHelp("Write the changed workbook here.", valueName: "OUT"))
  var output: String?

  @Flag(
    name: .customLong("in-place"),
    help: "Replace the workbook itself. It is always either the old file or the new one, never a mixture.")
  var inPlace = false

  @Flag(help: "Keep the replaced file as NAME.~1~, NAME.~2~ and so on.")
  var backup = false

  @Option(
    name: .customLong("wait-lock"), parsing: .unconditional,
    help: ArgumentHelp(
      "How long to wait for an editor to close the file, or for another run to finish with it.", valueName: "SECONDS"))
  var secondsToWait = 0

  @Flag(
    name: .customLong("break-hardlinks"),
    help: "Also replace a file that has other names (hard links); those keep the old contents.")
  var breaksHardLinks = false

  /// - Parameter isRequired: false if the run only shows what it would do.
  func destination(isRequired: Bool = true) throws -> Destination? {
    switch (output, inPlace) {
    case (let path?, false): return Destination(place: .file(path), options: saveOptions)
    case (nil, true): return Destination(place: .inPlace, options: saveOptions)
    case (nil, false) where !isRequired: return nil
    case (nil, false):
      throw ValidationError(
        Spoken.words("請指明寫到哪裡：-o 輸出檔，或 --in-place", "state where the result goes: -o OUT or --in-place"))
    case (_?, true): throw ValidationError(Spoken.words.exclusive("-o", "--in-place"))
    }
  }

  func validate() throws {
    guard (0...86_400).contains(secondsToWait) else {
      throw ValidationError(
        Spoken.words(
          "--wait-lock \(secondsToWait)：應為 0 到 86400 秒", "--wait-lock \(secondsToWait): expected 0 to 86400 seconds"))
    }
  }

  private var saveOptions: SaveOptions {
    var options = SaveOptions.default
    options.keepsBackup = backup
    options.secondsToWait = secondsToWait
    options.breaksHardLinks = breaksHardLinks
    return options
  }
}
