// SPDX-License-Identifier: Apache-2.0

import Dealbook
package import Isolation
import Playbook
import Spreadsheet

extension NightlyRound {
  /// Writes an annotated copy of each workbook into a folder, each in its own process. A copy that can't be written does not
  /// affect the others.
  ///
  /// - Parameter spent: the processor time that checking a workbook has taken of its share, in seconds.
  package func annotate(
    _ list: AnnotationList, into folder: String, jobs: Int?, spent: [String: Int], renew: () -> Bool
  ) -> ExitStatus {
    let paths = Dictionary(workbooks.map { ($0.name, $0.path) }) { first, _ in first }
    var pool = WorkerPool(limits: reading.workerLimits)
    pool.kept = list.descriptor
    if let jobs { pool.size = jobs }
    var status = ExitStatus.done
    StandardOutput.flush()
    let workerLimits = reading.workerLimits
    func limits(_ index: Int) -> WorkerLimits {
      let file = list.books[index].file
      var limits = paths[file].map { workerLimits.of($0) } ?? workerLimits
      limits.processorSeconds = max(1, limits.processorSeconds - (spent[file] ?? 0))
      return limits
    }
    pool.run(list.books.count, limits: limits, keepOn: renew) { index in
      reach(writing: [folder]).enter()
      let book = list.books[index]
      do {
        if let used = spent[book.file], used >= workerLimits.processorSeconds {
          throw Failure(
            .unreadable,
            Spoken.words(
              "檢查已用完它的處理器時間（\(used) 秒；--limit worker-processor-seconds 可提高）",
              "checking it has used up its processor time (\(used) seconds; --limit worker-processor-seconds raises it)"
            ))
        }
        guard let path = paths[book.file] else {
          throw Failure(.internalFault, "\(book.file): not among the workbooks")
        }
        try annotate(book, at: path, list.findings(at: index, books.playbook(for: path).0.get()), into: folder)
        return ExitStatus.done.rawValue
      } catch {
        let failure = Failure(any: error)
        let why = Self.without(paths[book.file] ?? "", failure.message)
        StandardError.complain(
          Spoken.words("\(book.file)：沒有標註：\(why)", "\(book.file): not annotated: \(why)"))
        return failure.status.rawValue
      }
    } deliver: { index, result in
      StandardError.relay(result.messages)
      if let failure = Failure(result.ending, list.books[index].file, limits(index)) {
        StandardError.complain(Spoken.words("沒有標註：\(failure.message)", "not annotated: \(failure.message)"))
        status = status.combined(with: failure.status)
      } else if case .exited(let code) = result.ending {
        status = status.combined(with: ExitStatus(rawValue: code) ?? .internalFault)
      }
    }
    return status
  }

  private func annotate(
    _ book: AnnotationList.Book, at path: String, _ findings: [AnnotatedFinding], into folder: String
  ) throws(Failure) {
    let snapshot: FileSnapshot
    do { snapshot = try FileSnapshot.read(path, limits: reading.limits.zip, roots: realRoots) } catch {
      throw Failure(error)
    }
    guard SHA256.hex(snapshot.bytes) == book.sha256 else {
      throw Failure(.tryAgain, "it changed since it was checked")
    }
    let file = try WorkbookFile(snapshot, limits: reading.limits)
    let bytes: [UInt8]
    do throws(DealbookError) {
      let planner = AnnotationPlanner(file.workbook, language: Language(rawValue: book.language) ?? .english)
      let edit = try planner.plan(findings)
      do { bytes = try file.workbook.applying(edit) } catch { throw .spreadsheet(error) }
    } catch {
      // The workbook itself has been checked; only its copy is missing.
      throw Failure(.notWritten, "\(error)")
    }
    // What the notes add may exceed a limit that the workbook itself keeps.
    do { _ = try Workbook(bytes, limits: reading.limits) } catch {
      throw Failure(.unreadable, Spoken.words.text(error))
    }
    var options = SaveOptions()
    options.roots = [Files.resolved(folder) ?? folder]
    options.mostMode = mostMode(ofCopyOf: snapshot)
    do { try Files.makeFolders(of: "\(folder)/\(book.file)", like: path) } catch { throw Failure(error) }
    _ = try Destination(place: .file("\(folder)/\(book.file)"), options: options).save(
      bytes, of: file, limits: reading.limits)
  }
}
