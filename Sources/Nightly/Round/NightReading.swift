// SPDX-License-Identifier: Apache-2.0

package import Dealbook
package import Isolation
internal import Playbook
package import Spreadsheet

/// How a night reads its workbooks.
package struct NightReading: Sendable {
  /// Without a file name.
  package var options: ReadOptions
  package var limits: Limits
  package var workerLimits: WorkerLimits
  /// Identifies the limits in the key of an observation.
  package var limitsKey: [String]
  /// A file that was changed less than this many seconds ago may still be incomplete.
  package var settle: Int
  /// Whether to read files even if they look as they did in the last run.
  package var verifies: Bool
  /// Whether pages are wanted, so that an observation without what only they show does not do.
  package var makesPages: Bool
  /// The version of the program.
  package var version: String

  package init(
    options: ReadOptions, limits: Limits, workerLimits: WorkerLimits, limitsKey: [String], settle: Int, verifies: Bool,
    makesPages: Bool, version: String
  ) {
    self.options = options
    self.limits = limits
    self.workerLimits = workerLimits
    self.limitsKey = limitsKey
    self.settle = settle
    self.verifies = verifies
    self.makesPages = makesPages
    self.version = version
  }

  /// The options for one workbook, whose file name may hint at its contents.
  func options(of path: String) -> ReadOptions {
    var options = options
    options.fileName = path.split(separator: "/").last.map(String.init)
    return options
  }

  /// How much room the findings of a workbook have in each report, in bytes.
  func mostFindingBytes(ofSize size: Int) -> Int { max(limits.findingBytes, size / 2) }

  /// How long the result of a workbook may be, in bytes. What the process that concludes a night has in memory is a few times as
  /// long, so a small workbook must not have a long result.
  func longestResult(ofSize size: Int) -> Int { min(workerLimits.output, max(workerLimits.output / 3, 4 * size)) }

  /// Everything that observations depend on besides the workbook and its playbook.
  ///
  /// - Parameter language: that of its messages.
  func key(_ filling: NightFilling, _ language: String) -> String {
    let asOf = options.asOf?.isoText ?? "own \(options.today?.isoText ?? "")"
    let parts =
      [
        version, String(Observation.edition), asOf, language, options.profile?.rawValue ?? "",
        options.rocYears ? "roc" : "", options.period.map { "\($0.first.isoText) \($0.last.isoText)" } ?? "",
      ] + limitsKey + [filling.key]
    return parts.joined(separator: "|")
  }
}

/// Whether a night writes computed columns, and where.
package struct NightFilling: Sendable {
  package var isWanted: Bool
  /// The folder for filled copies; nil fills the workbooks themselves.
  package var output: String?
  package var saving: SaveOptions

  package init(isWanted: Bool, output: String?, saving: SaveOptions) {
    self.isWanted = isWanted
    self.output = output
    self.saving = saving
  }

  /// Distinguishes observations: a workbook that was only checked still has to be filled.
  var key: String { isWanted ? "fill \(output ?? "")" : "" }
}
