// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Playbook

/// The playbooks of a run. The one by which all workbooks go is read once, before the workers part; of those that lie beside
/// workbooks, with `--trust-found`, this process reads no more than some, each after a trial.
package struct PlaybookCache {
  private struct Book {
    var file: SmallFile?
    /// Nil: who needs it reads it.
    var playbook: Result<Playbook, Failure>?
    var key: String
  }

  /// As many found ones are kept ready.
  private static let ready = 8

  private var byFolder: [String: String] = [:]
  private var books: [String: Book] = [:]
  private let builtInHash = SHA256.hex(BuiltInPlaybook.packedText)

  /// - Parameter given: the playbook by which all workbooks go; one with mistakes is the end of the run.
  package init(_ workbooks: [String], given: SmallFile?, trustsFound: Bool) throws(Failure) {
    books[""] = Book(playbook: .success(.builtIn), key: builtInHash)
    let warmsUp = workbooks.count >= WarmUp.worthwhileFrom
    if let given {
      let playbook = try Trial.playbook(given, warmingUp: warmsUp)
      books[""] = Book(file: given, playbook: .success(playbook), key: given.sha256 + builtInHash)
      return
    }
    guard trustsFound else { return }
    var tried = 0
    for workbook in workbooks {
      let folder = Files.folder(of: workbook)
      guard byFolder[folder] == nil else { continue }
      let path = PlaybookFile.candidates(fromFolder: folder).first(where: Files.isThere) ?? ""
      byFolder[folder] = path
      guard books[path] == nil else { continue }
      do throws(SmallFile.Refusal) {
        let file = try SmallFile(path)
        var book = Book(file: file, playbook: nil, key: file.sha256 + builtInHash)
        if tried < Self.ready {
          tried += 1
          do throws(Failure) { book.playbook = .success(try Trial.playbook(file, warmingUp: warmsUp)) } catch {
            book.playbook = .failure(error)
          }
        } else {
          // Its bytes are read again by who needs it.
          book.file = nil
        }
        books[path] = book
      } catch {
        books[path] = Book(
          playbook: .failure(Failure(.usage, "\(path): the playbook cannot be read: \(error)")), key: "")
      }
    }
  }

  /// The playbook of a workbook, and what tells it from others.
  func playbook(for workbook: String) -> (Result<Playbook, Failure>, String) {
    let path = byFolder[Files.folder(of: workbook)] ?? ""
    guard let book = books[path] else { return (.success(.builtIn), builtInHash) }
    if let playbook = book.playbook { return (playbook, book.key) }
    do throws(SmallFile.Refusal) {
      let file = try SmallFile(path)
      guard file.sha256 + builtInHash == book.key else {
        return (.failure(Failure(.usage, "\(path): the playbook changed during the run")), book.key)
      }
      do throws(Failure) {
        return (.success(try PlaybookFile.read([PlaybookSource(name: path, bytes: file.bytes)])), book.key)
      } catch {
        return (.failure(error), book.key)
      }
    } catch {
      return (.failure(Failure(.usage, "\(path): the playbook cannot be read: \(error)")), book.key)
    }
  }

  /// What tells the playbook of a workbook from others; a result that claims another is none.
  func key(for workbook: String) -> String { books[byFolder[Files.folder(of: workbook)] ?? ""]?.key ?? builtInHash }

  /// Those by which workbooks go, as far as they were read here.
  var inUse: [Playbook] { paths.compactMap { try? books[$0]?.playbook?.get() } }

  /// Where those lie that workers read.
  var found: [String] { paths.filter { !$0.isEmpty } }

  /// What is in force.
  var authorities: [Authority] {
    paths.compactMap { path in
      guard let book = books[path] else { return nil }
      if path.isEmpty, book.file == nil {
        return Authority(.playbook, Authority.builtIn, sha256: builtInHash, isInForce: true)
      }
      let sha256 = book.key.isEmpty ? "" : String(book.key.dropLast(builtInHash.count))
      return Authority(.playbook, book.file?.path ?? path, sha256: sha256, isInForce: true)
    }
  }

  private var paths: [String] { byFolder.isEmpty ? [""] : Set(byFolder.values).sorted() }
}
