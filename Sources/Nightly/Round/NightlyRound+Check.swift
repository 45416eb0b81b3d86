// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Isolation
import Playbook
import Spreadsheet
import Synchronization

/// What a worker does with one workbook.
extension NightlyRound {
  /// A save is confined to the roots, or to the folder of the copies.
  private var saving: SaveOptions {
    var options = filling.saving
    options.roots = filling.output.map { [Files.resolved($0) ?? $0] } ?? realRoots
    return options
  }

  /// The mode that a copy of a workbook may have at most: who can't get to the original is not to read the copy.
  func mostMode(ofCopyOf file: FileSnapshot) -> UInt32 {
    FolderWay(to: Files.folder(of: file.path), under: roots).mode(forGroup: file.status.group)
      & (file.status.mode | 0o600)
  }

  /// In a worker: the result for one workbook, without its observation if the history already has it.
  func check(_ workbook: FoundWorkbook, known: Set<String>) -> FileResult {
    var result = FileResult(path: workbook.name, outcome: .unsettled, cause: .beingWritten)
    guard let stamp = settled(workbook.path) else {
      if FileStamp(workbook.path) == nil {
        result.outcome = .unreadable
        result.cause = .missing
        result.why =
          "it cannot be found: gone meanwhile, a link to nowhere, or a name that is not UTF-8 or that another has"
        return result
      }
      result.why = "it is still being written; waited \(patience) seconds"
      return result
    }
    // Determined before reading, so that a later change is visible in the timestamp.
    let isAtRest = stamp.isAtRest
    let snapshot: FileSnapshot
    do { snapshot = try FileSnapshot.read(workbook.path, limits: reading.limits.zip, roots: realRoots) } catch {
      let failure = Failure(error)
      // A conflict means that the file changed while it was read.
      result.outcome = failure.status == .tryAgain ? .unsettled : .unreadable
      result.why = Self.without(workbook.path, failure.message)
      result.cause = failure.cause
      return result
    }
    result.size = snapshot.bytes.count
    result.sha256 = SHA256.hex(snapshot.bytes)
    result.openIn = Self.lock(beside: workbook.path)
    result.modified = stamp.modified.first
    if isAtRest { result.stamp = stamp.identity }
    guard FileStamp(workbook.path) == stamp else {
      result.why = "it changed while it was read"
      return result
    }
    result.outcome = .unreadable
    result.cause = nil
    let (playbook, basis) = books.playbook(for: workbook.path)
    switch playbook {
    case .failure(let failure):
      result.why = failure.message
      result.cause = .playbook
      return result
    case .success(let playbook):
      func keys(_ sha256: String) -> [String] { self.keys(sha256, basis) }
      result.key = keys(result.sha256).first { known.contains($0) } ?? ""
      // A filled copy is always written, because the existing one may have been modified.
      if !result.key.isEmpty, filling.output == nil {
        // A run that was ended just after it had saved has left its lock, and the old file under another name.
        if filling.isWanted, FileSaver.hasLock(beside: workbook.path) {
          _ = try? FileSaver(options: saving).replace(snapshot, with: snapshot.bytes)
        }
        result.outcome = .checked
        return result
      }
      do throws(Failure) {
        var snapshot = snapshot
        var isUnfilled = false
        if filling.isWanted, filling.output == nil, result.openIn != nil {
          snapshot = try closed(snapshot)
          result.size = snapshot.bytes.count
          result.sha256 = SHA256.hex(snapshot.bytes)
          result.openIn = Self.lock(beside: workbook.path)
        }
        let file = try WorkbookFile(snapshot, limits: reading.limits)
        var analysis = try analysis(file.workbook, playbook, workbook.path)
        if filling.isWanted { result.stamp = nil }
        if filling.isWanted, !isSecondName(workbook) {
          do throws(Failure) {
            let (bytes, leftOut) = try fill(file, analysis, name: workbook.name)
            if filling.output == nil, bytes != snapshot.bytes {
              result.isFilled = true
              result.size = bytes.count
              result.sha256 = SHA256.hex(bytes)
              do {
                analysis = try self.analysis(Workbook(bytes, limits: reading.limits), playbook, workbook.path)
              } catch {
                throw error as? Failure ?? Failure(.internalFault, "\(error)")
              }
            }
            if !leftOut.isEmpty {
              let why = leftOut.map { "the sheet \($0.sheet) was left out: \($0.why.english)" }
              throw Failure(.unreadable, why.joined(separator: "; "))
            }
          } catch {
            // Who has it open, and since when, goes to the log only. The results of the same night must be the same.
            if error.status == .tryAgain { StandardError.complain(error.message) }
            result.notFilled =
              error.status == .tryAgain
              ? "open in another program, or changed meanwhile" : Self.without(workbook.path, error.message)
            result.fillStatus = Int(error.status.rawValue)
            // The result is valid for tonight, but the next run has to try again.
            isUnfilled = true
          }
        }
        var seen = Observation(
          analysis, shown: try shown(analysis, workbook.path), language: reading.options.language,
          mostPerRule: reading.limits.findingsPerRule,
          mostBytes: reading.mostFindingBytes(ofSize: result.size), hasPage: reading.makesPages)
        seen.basis = SHA256.hex(basis)
        result.key = key(result.sha256, basis, seen.language)
        if isUnfilled { result.key = SHA256.hex(result.key + Self.notFilled) }
        result.observation = seen
        result.outcome = .checked
        Self.untilTheEnd.withLock { $0 = analysis }
      } catch {
        result.why = Self.without(workbook.path, error.message)
        result.cause = error.cause
      }
      return result
    }
  }

  /// A worker ends when it has told its result: what it read need not be taken apart before that.
  private static let untilTheEnd = Mutex<Analysis?>(nil)

  private func analysis(_ workbook: Workbook, _ playbook: Playbook, _ path: String) throws(Failure) -> Analysis {
    do { return try Analysis(workbook, playbook: playbook, options: reading.options(of: path)) } catch {
      throw Failure(error, file: path)
    }
  }

  private func shown(_ analysis: Analysis, _ path: String) throws(Failure) -> Analysis {
    do { return try analysis.forPages() } catch { throw Failure(error, file: path) }
  }

  /// The file after its editor has closed it, or as it is if that takes too long.
  private func closed(_ snapshot: FileSnapshot) throws(Failure) -> FileSnapshot {
    guard filling.saving.secondsToWait > 0 else { return snapshot }
    do { try FileSaver(options: saving).waitUntilFree(snapshot.path) } catch { return snapshot }
    do { return try FileSnapshot.read(snapshot.path, limits: reading.limits.zip, roots: realRoots) } catch {
      throw Failure(error)
    }
  }

  /// Writes the computed columns with all the guarantees of a save. Returns the resulting bytes, and the sheets that were left
  /// out.
  private func fill(
    _ file: WorkbookFile, _ analysis: Analysis, name: String
  ) throws(Failure) -> (bytes: [UInt8], leftOut: [LeftOutSheet]) {
    // Filling a copy does no harm to a workbook that only looks like a team's.
    switch analysis.team.standing {
    case .team: break
    case .guessed where filling.output != nil: break
    case .guessed, .stranger: return (file.snapshot.bytes, [])
    }
    let filled: FilledWorkbook
    do { filled = try FilledWorkbook(analysis) } catch { throw Failure(error, file: file.path) }
    var place = Destination.Place.inPlace
    if let output = filling.output {
      do { try Files.makeFolders(of: "\(output)/\(name)", like: file.path) } catch { throw Failure(error) }
      place = .file("\(output)/\(name)")
    }
    var options = saving
    if filling.output != nil { options.mostMode = mostMode(ofCopyOf: file.snapshot) }
    _ = try Destination(place: place, options: options).save(filled.bytes, of: file, limits: reading.limits)
    return (filled.bytes, filled.report.leftOut)
  }

  /// How many milliseconds a file with a timestamp in the future must not change. Either a clock is ahead, or the timestamp was
  /// set on purpose.
  private static let patienceWithClocks = 1000

  private var patience: Int { min(60, reading.settle * 6) }

  /// The file after nobody has written to it for the settle time; nil if it keeps changing. A missing file is waited for,
  /// because Excel removes the workbook for a moment while saving.
  private func settled(_ path: String) -> FileStamp? {
    let settle = reading.settle
    var waited = 0
    var last = FileStamp(path)
    while true {
      if let stamp = last, stamp.age >= settle || stamp.age < 0 && waited >= min(Self.patienceWithClocks, settle * 1000)
      {
        return stamp
      }
      guard waited < (last == nil ? min(settle, patience) : patience) * 1000 else { return settle == 0 ? last : nil }
      Files.pause(milliseconds: 200)
      waited += 200
      last = FileStamp(path)
    }
  }

  /// The lock file that an editor has placed beside a workbook, if any.
  static func lock(beside path: String) -> String? {
    var steps = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let name = steps.popLast() else { return nil }
    for lock in ["~$\(name)", ".~lock.\(name)#"] where Files.exists((steps + [lock]).joined(separator: "/")) {
      return lock
    }
    return nil
  }
}
