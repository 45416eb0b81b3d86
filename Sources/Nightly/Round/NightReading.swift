// SPDX-License-Identifier: Apache-2.0

package import Dealbook
package import Isolation
package import Spreadsheet

/// How a night reads its workbooks.
package struct NightReading: Sendable {
  /// Without the name of a file.
  package var options: ReadOptions
  package var limits: Limits
  package var workerLimits: WorkerLimits
  /// What tells the limits from others, in words.
  package var limitsKey: [String]
  /// A file that changed less than this many seconds ago may still be on its way.
  package var settle: Int
  /// Whether files are read that look as they did at the last run.
  package var verifies: Bool
  /// Of the program.
  package var version: String

  package init(
    options: ReadOptions, limits: Limits, workerLimits: WorkerLimits, limitsKey: [String], settle: Int, verifies: Bool,
    version: String
  ) {
    self.options = options
    self.limits = limits
    self.workerLimits = workerLimits
    self.limitsKey = limitsKey
    self.settle = settle
    self.verifies = verifies
    self.version = version
  }

  /// The options for one workbook, whose name may say what is in it.
  func options(of path: String) -> ReadOptions {
    var options = options
    options.fileName = path.split(separator: "/").last.map(String.init)
    return options
  }

  /// What every observation rests on beside the workbook and its playbook.
  func key(_ filling: NightFilling) -> String {
    let asOf = options.asOf?.isoText ?? "own \(options.today?.isoText ?? "")"
    let parts =
      [
        version, String(Observation.edition), asOf, options.language?.rawValue ?? "", options.profile?.rawValue ?? "",
        options.rocYears ? "roc" : "",
      ] + limitsKey + [filling.key]
    return parts.joined(separator: "|")
  }
}

/// Whether a night writes computed columns, and where.
package struct NightFilling: Sendable {
  package var isWanted: Bool
  /// The folder of the filled copies; nil: into the workbooks themselves.
  package var output: String?
  package var saving: SaveOptions

  package init(isWanted: Bool, output: String?, saving: SaveOptions) {
    self.isWanted = isWanted
    self.output = output
    self.saving = saving
  }

  /// What observations rest on: a workbook that was only checked is yet to be filled.
  var key: String { isWanted ? "fill \(output ?? "")" : "" }
}
