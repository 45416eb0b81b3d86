// SPDX-License-Identifier: Apache-2.0

import Base
import Dealbook
import Isolation
import Playbook
import Spreadsheet

/// The part of a night that works on files, each in its own process. This process must not start threads, as the database
/// would, so the history is queried in a worker too.
package struct NightlyRound: ~Copyable {
  package let workbooks: [FoundWorkbook]
  /// The folders and workbooks that were named.
  let roots: [String]
  /// The absolute paths of their folders, with links resolved. Links that lead elsewhere are not followed.
  let realRoots: [String]
  /// Nil if there is no history to ask.
  let history: String?
  /// Whether the history belongs to another run and is read by several machines.
  let isShared: Bool
  let reading: NightReading
  let filling: NightFilling
  let books: PlaybookCache
  let journal: Journal

  package init(
    _ workbooks: [FoundWorkbook], under roots: [String], history: String?, isShared: Bool = false,
    journal place: String,
    books: PlaybookCache, reading: NightReading, filling: NightFilling
  ) throws(NightlyError) {
    let settle = reading.settle
    journal = try Journal(beside: place)
    self.books = books
    // Files that may still be incomplete come last. By then most are finished.
    self.workbooks =
      workbooks.filter { !Self.isFresh($0.path, settle) } + workbooks.filter { Self.isFresh($0.path, settle) }
    self.roots = roots
    realRoots = roots.map(Self.folder).map { Files.resolved($0) ?? $0 }
    self.history = history
    self.isShared = isShared
    self.reading = reading
    self.filling = filling
  }

  private static func isFresh(_ path: String, _ settle: Int) -> Bool {
    guard let age = FileStamp(path)?.age else { return false }
    return age < settle && age >= 0
  }

  /// One result for each workbook.
  ///
  /// - Parameters:
  ///   - renew: called regularly; returns false if the run must stop.
  ///   - tell: called with each result when it arrives.
  package func run(
    jobs: Int?, quiet: Bool, renew: () -> Bool, tell: (FileResult) -> Void
  ) throws(Failure) -> RunResults {
    var workerLimits = reading.workerLimits
    // Time spent waiting for an editor does not count as work. A worker may wait twice: before reading the workbook again, and
    // before saving it.
    workerLimits.wallSeconds += 2 * filling.saving.secondsToWait
    let history = try knownOfHistory()
    let known = history.keys
    if !journal.leftover.isEmpty, !quiet {
      StandardError.complain(
        Spoken.aloud(
          "上次中斷的執行已檢查 \(journal.leftover.count) 份工作簿；從那裡繼續",
          "an interrupted run had checked \(journal.leftover.count) workbooks; continuing from there"))
    }
    var pool = WorkerPool(limits: workerLimits)
    if let jobs { pool.size = jobs }
    var results = RunResults()
    let files = workbooks
    var changed: [Int] = []
    for (index, file) in files.enumerated() {
      if let result = unchanged(file, history) {
        results.add(result, line: [], to: journal)
        tell(result)
      } else {
        changed.append(index)
      }
    }
    // Prepare what every worker needs once, before forking. If there are many playbooks, few workbooks use each.
    if changed.count >= WarmUp.worthwhileFrom {
      _ = books.playbook(for: "")
      for playbook in books.inUse.prefix(3) {
        for analysis in WarmUp.run(playbook, fills: filling.isWanted) {
          // Formulas of reports hold words, which are those of each workbook if no language is asked for.
          for language in reading.options.language.map({ [$0] }) ?? Language.allCases {
            let seen = Observation(analysis, language: language, hasPage: reading.makesPages)
            _ = FileResult(path: "", outcome: .checked, observation: seen).line
          }
        }
      }
      Worker.expectMany()
    }
    StandardOutput.flush()
    /// Files whose process was killed. Perhaps the machine was busy.
    var again: [Int] = []
    /// What is left of the processor time of a file that is tried once more.
    var secondsLeft: [Int: Int] = [:]
    func limits(_ index: Int) -> WorkerLimits {
      var limits = workerLimits.of(files[index].path)
      if let left = secondsLeft[index] { limits.processorSeconds = left }
      return limits
    }
    func round(_ indexes: [Int], isLast: Bool) {
      pool.run(indexes.count, limits: { limits(indexes[$0]) }, keepOn: renew) { index in
        // Only who saves asks which process this is.
        if filling.isWanted { SystemFileOperations.prepareForConfinement() }
        reach(writing: filling.isWanted ? filling.output.map { [$0] } ?? roots : []).enter()
        let file = files[indexes[index]]
        var result = check(file, known: known[file.name] ?? [])
        // The target of a link may be in the middle of being filled under its own name.
        for _ in 0..<Self.looksAtLink where result.outcome == .unsettled && isSecondName(file) {
          Files.pause(milliseconds: 500)
          result = check(file, known: known[file.name] ?? [])
        }
        let most = min(limits(indexes[index]).output, reading.longestResult(ofSize: result.size))
        StandardOutput.write(result.line(atMost: most))
        StandardOutput.flush()
        return 0
      } deliver: { index, ending in
        if !quiet { StandardError.relay(ending.messages) }
        let result = result(of: files[indexes[index]], ending, limits(indexes[index]), known: known)
        results.spend(ending.processorSeconds, on: result.path)
        let left = workerLimits.processorSeconds - Int(ending.processorSeconds.rounded(.up))
        guard isLast || left < 1 || result.outcome != .failed || result.cause?.isTransient != true else {
          again.append(indexes[index])
          secondsLeft[indexes[index]] = left
          if !quiet {
            let words = Spoken.aloud
            StandardError.complain(
              words.at(result.path, RecordedReason.told(result.why, in: words.language))
                + words("；最後會再試一次", "; it is tried once more at the end"))
          }
          return
        }
        results.add(result, line: ending.output, to: journal)
        tell(result)
      }
    }
    round(changed, isLast: false)
    // The second time, work on one file at a time, in case memory was short, with half the time limit and what is left of the processor time.
    pool.size = 1
    workerLimits.wallSeconds = (workerLimits.wallSeconds + 1) / 2
    round(again, isLast: true)
    return results
  }

  /// What a worker may access: it reads the roots and writes where it has to.
  func reach(writing: [String]) -> WorkerReach {
    WorkerReach(reads: roots.map(Self.folder), files: books.found, writes: writing.map(Self.folder))
  }

  private static let looksAtLink = 10

  /// Whether a run that fills in place also finds this workbook under another name. It is filled only once, under its own name.
  func isSecondName(_ workbook: FoundWorkbook) -> Bool {
    guard filling.isWanted, filling.output == nil, let real = Files.resolved(workbook.path),
      let own = Self.ownPlace(workbook.path), own != real
    else { return false }
    let name = real.split(separator: "/").last
    return workbooks.contains { other in
      other.path.split(separator: "/").last == name && Self.ownPlace(other.path) == real
    }
  }

  /// The path with links resolved, except for the last component.
  private static func ownPlace(_ path: String) -> String? {
    guard let name = path.split(separator: "/").last else { return nil }
    return Files.resolved(folder(path)).map { $0 == "/" ? "/\(name)" : "\($0)/\(name)" }
  }

  /// The folder itself, or the folder of a workbook.
  static func folder(_ root: String) -> String {
    FileStamp(root)?.isFile == true ? Files.folder(of: root) : root
  }

  /// The result for a workbook that looks the same as when the last run read it and whose observation is in the history; nil if
  /// it has to be read.
  private func unchanged(_ file: FoundWorkbook, _ history: History.Known) -> FileResult? {
    // A filled copy is always written. What lies beside a workbook since a run was killed is cleared away by who fills it.
    guard !reading.verifies, !isShared, filling.output == nil,
      let look = history.looks[file.name], !Files.isLink(file.path),
      let stamp = FileStamp(file.path), stamp.isFile, stamp.identity == look.stamp, stamp.age >= reading.settle,
      !(filling.isWanted && FileSaver.hasLock(beside: file.path))
    else { return nil }
    let basis = books.key(for: file.path)
    let key = keys(look.sha256, basis).first { history.keys[file.name]?.contains($0) == true }
    guard !basis.isEmpty, let key else { return nil }
    var result = FileResult(
      path: file.name, outcome: .checked, size: stamp.size, sha256: look.sha256, key: key,
      openIn: Self.lock(beside: file.path))
    result.stamp = look.stamp
    result.modified = stamp.modified.first
    return result
  }

  static func without(_ path: String, _ message: String) -> String {
    for colon in [": ", "："] where message.hasPrefix(path + colon) {
      return String(message.dropFirst(path.count + colon.count))
    }
    return message
  }

  private func result(
    of file: FoundWorkbook, _ result: Worker.Result, _ limits: WorkerLimits, known: [String: Set<String>]
  ) -> FileResult {
    if let failure = Failure(result.ending, file.path, limits) {
      return FileResult(
        path: file.name, outcome: .failed, why: Self.without(file.path, failure.message), cause: failure.cause)
    }
    let basis = books.key(for: file.path)
    var claim = FileResult(claim: result.output, of: file.name, known: known[file.name] ?? []) { sha256, key in
      keys(sha256, basis).contains { key == $0 || key == SHA256.hex($0 + Self.notFilled) }
    }
    // This process must see the same stamp that the worker reports.
    if let stamp = claim?.stamp, FileStamp(file.path)?.identity != stamp { claim?.stamp = nil }
    return claim
      ?? FileResult(
        path: file.name, outcome: .failed,
        why: "the worker gave no result in the expected form: an error in this program",
        cause: .ended)
  }

  /// Appended to the key of a workbook that the next run has to fill.
  static let notFilled = " not filled"

  /// The key of the observation of these bytes in a language.
  func key(_ sha256: String, _ basis: String, _ language: String) -> String {
    SHA256.hex([sha256, basis, reading.key(filling, language)].joined(separator: " "))
  }

  /// The keys that an observation of these bytes may have, in the language of the night or, while that is not known, in any.
  func keys(_ sha256: String, _ basis: String) -> [String] {
    (reading.options.language.map { [$0] } ?? Language.allCases).map { key(sha256, basis, $0.rawValue) }
  }
}
