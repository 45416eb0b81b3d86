import Dealbook
import Playbook
import Spreadsheet
import Zip

/// A workbook file as commands open it.
struct WorkbookFile {
  let path: String
  let snapshot: FileSnapshot
  let workbook: Workbook

  init(_ path: String, limits: Limits) throws(Failure) {
    self.path = path
    do { snapshot = try FileSnapshot.read(path, limits: limits.zip) } catch { throw Failure(error) }
    do { workbook = try Workbook(snapshot.bytes, limits: limits) } catch {
      throw Failure(.unreadable, "\(path): \(error)")
    }
  }

  /// The name of the file without its folders.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}

/// Where a changed workbook goes.
enum Destination {
  case inPlace
  case file(String)

  /// Saves with the whole protection of ``FileSaver``.
  func save(_ bytes: [UInt8], of file: WorkbookFile, limits: Limits) throws(Failure) -> SaveOutcome {
    func verify(_ written: [UInt8]) throws { try Workbook(written, limits: limits).verify(against: file.workbook) }
    do {
      switch self {
      case .inPlace: return try FileSaver().replace(file.snapshot, with: bytes, verify: verify)
      case .file(let path): return try FileSaver().write(bytes, to: path, source: file.snapshot, verify: verify)
      }
    } catch {
      throw Failure(error)
    }
  }
}
