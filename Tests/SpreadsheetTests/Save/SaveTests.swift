import Foundation
import Spreadsheet
import Testing

@Suite struct `Saving in place` {
  @Test func `puts the new file at the path and leaves nothing else`() throws {
    let folder = try Folder()
    let path = try folder.put("a.xlsx", Archive.old)
    let outcome = try FileSaver().replace(FileSnapshot.read(path), with: Archive.new, verify: nothingToVerify)
    #expect(outcome == .written)
    #expect(folder.bytes("a.xlsx") == Archive.new)
    #expect(folder.names == ["a.xlsx"])
  }
}
