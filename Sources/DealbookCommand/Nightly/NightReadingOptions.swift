// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// The playbook of a night, and how its workbooks are read.
struct NightReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The playbook to use. Default: dealbook.yaml beside the history, if only you can write it, else the built-in one.",
      valueName: "FILE"))
  var playbook: String?

  @OptionGroup var sight: SightOptions
}
