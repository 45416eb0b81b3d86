// SPDX-License-Identifier: Apache-2.0

import Dealbook
import Isolation
import Playbook

/// The playbooks of a run. A playbook for all workbooks is read once, before forking. Of the playbooks found beside workbooks
/// (with `--trust-found`), this process reads only a few, each after a trial.
package struct PlaybookCache {
  private struct Book {
    var file: SmallFile?
    /// Nil if each worker reads it for itself.
    var playbook: Result<Playbook, Failure>?
    var key: String
  }

  /// How many of the playbooks found beside workbooks are kept ready.
  private static let ready = 8

  private var byFolder: [String: String] = [:]
  private var books: [String: Book] = [:]
  /// The folders that were named, as absolute paths without links.
  private let roots: [String]
  private let builtInHash = SHA256.hex(BuiltInPlaybook.packedText)

  /// - Parameters:
  ///   - roots: the folders of the workbooks. No link to a playbook that lies elsewhere is followed out of them.
  ///   - given: the playbook for all workbooks. If it contains mistakes, the run ends.
  package init(
    _ workbooks: [String], under roots: [String], given: SmallFile?, trustsFound: Bool
  ) throws(Failure) {
    self.roots = roots.compactMap { Files.resolved(NightlyRound.folder($0)) }
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
        let file = try SmallFile(found: path, below: self.roots)
        var book = Book(file: file, playbook: nil, key: file.sha256 + builtInHash)
        if tried < Self.ready {
          tried += 1
          do throws(Failure) { book.playbook = .success(try Trial.playbook(file, warmingUp: warmsUp)) } catch {
            book.playbook = .failure(error)
          }
        } else {
          // Each worker that needs it reads the bytes again.
          book.file = nil
        }
        books[path] = book
      } catch {
        books[path] = Book(playbook: .failure(PlaybookFile.unreadable(path, error)), key: "")
      }
    }
  }

  /// The playbook of a workbook, and its key.
  func playbook(for workbook: String) -> (Result<Playbook, Failure>, String) {
    let path = byFolder[Files.folder(of: workbook)] ?? ""
    guard let book = books[path] else { return (.success(.builtIn), builtInHash) }
    if let playbook = book.playbook { return (playbook, book.key) }
    do throws(SmallFile.Refusal) {
      let file = try SmallFile(found: path, below: roots)
      guard file.sha256 + builtInHash == book.key else {
        return (
          .failure(
            Failure(.usage, Spoken.words("\(path)：執行期間規則手冊有變動", "\(path): the playbook changed during the run"))),
          book.key
        )
      }
      do throws(Failure) {
        return (.success(try PlaybookFile.read([PlaybookSource(name: path, bytes: file.bytes)])), book.key)
      } catch {
        return (.failure(error), book.key)
      }
    } catch {
      return (.failure(PlaybookFile.unreadable(path, error)), book.key)
    }
  }

  /// The key of a workbook's playbook. A result that claims another key is rejected.
  func key(for workbook: String) -> String { books[byFolder[Files.folder(of: workbook)] ?? ""]?.key ?? builtInHash }

  /// The playbooks in use, as far as this process has read them.
  var inUse: [Playbook] { paths.compactMap { try? books[$0]?.playbook?.get() } }

  /// The paths of the playbooks that workers may have to read.
  var found: [String] { paths.filter { !$0.isEmpty && books[$0]?.key.isEmpty == false } }

  /// The playbooks in force.
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
