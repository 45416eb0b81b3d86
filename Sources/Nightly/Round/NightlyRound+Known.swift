// SPDX-License-Identifier: Apache-2.0

import Isolation
import Playbook

/// What a night need not read again. A worker asks the history, because the database starts threads.
extension NightlyRound {
  /// What is more than this is no key, stamp or hash of ours.
  private static let longestWord = 256

  /// What the history and an interrupted run know about the workbooks of this night.
  func knownOfHistory() throws(Failure) -> History.Known {
    var known = History.Known()
    for (path, left) in journal.leftover where left.hasPage || !reading.makesPages {
      known.keys[path, default: []].insert(left.key)
    }
    guard let path = history, let size = FileStamp(path)?.size else { return known }
    // The worker answers with the places of the workbooks, not with their names, which may be long. So its answer grows with the
    // number of workbooks alone, and its time with the size of the history.
    var limits = WorkerLimits()
    limits.output = 1 << 16 + workbooks.count * (History.Known.mostKeys + 1) * 3 * Self.longestWord
    limits.processorSeconds = 30 + size / (4 << 20)
    limits.wallSeconds = 4 * limits.processorSeconds
    var refusal: String?
    let pool = WorkerPool(limits: limits, size: 1)
    pool.run(1) { _ in
      do {
        let found = try History(path).known(
          of: Set(workbooks.map(\.name)), withPage: reading.makesPages, isShared: isShared)
        for (place, workbook) in workbooks.enumerated() {
          for key in (found.keys[workbook.name] ?? []).sorted() { Self.tell(place, key, "") }
          if let look = found.looks[workbook.name] { Self.tell(place, look.sha256, look.stamp) }
        }
        if let language = found.language { Self.tell(-1, language.rawValue, "") }
      } catch {
        StandardError.write("\(error)")
        return 1
      }
      StandardOutput.flush()
      return 0
    } deliver: { _, result in
      switch result.ending {
      case .exited(0): take(result.output, &known)
      case .exited(1): refusal = String(decoding: result.messages, as: UTF8.self)
      default:
        // No answer: all workbooks are read, as in the first night.
        let words = Spoken.aloud
        StandardError.complain(
          words.at(path, words("讀不出歷史檔；每份工作簿都會重新讀取", "the history could not be used; every workbook is read")))
      }
    }
    // A part of a shared night can do without it. It just takes longer.
    if let refusal, isShared {
      StandardError.complain(refusal)
      return known
    }
    if let refusal {
      let words = Spoken.aloud
      throw Failure(
        .notWritten, refusal.isEmpty ? words.at(path, words("無法讀取這份歷史", "the history cannot be read")) : refusal)
    }
    return known
  }

  /// In the worker: a place, a hash and a stamp, which is empty for a key; the language of the nights at no place.
  private static func tell(_ place: Int, _ hash: String, _ stamp: String) {
    guard [hash, stamp].allSatisfy({ $0.utf8.count < longestWord && !$0.utf8.contains(0) }) else { return }
    StandardOutput.write("\(place)\0\(hash)\0\(stamp)\0")
  }

  private func take(_ answer: [UInt8], _ known: inout History.Known) {
    var words: [String] = []
    for word in answer.split(separator: 0, omittingEmptySubsequences: false) {
      words.append(String(decoding: word, as: UTF8.self))
      guard words.count == 3 else { continue }
      defer { words.removeAll(keepingCapacity: true) }
      if words[0] == "-1" { known.language = Language(rawValue: words[1]) }
      guard let place = Int(words[0]), workbooks.indices.contains(place) else { continue }
      let name = workbooks[place].name
      if words[2].isEmpty {
        known.keys[name, default: []].insert(words[1])
      } else {
        known.looks[name] = History.Look(stamp: words[2], sha256: words[1])
      }
    }
  }
}
