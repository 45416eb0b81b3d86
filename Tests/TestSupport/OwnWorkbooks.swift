// SPDX-License-Identifier: Apache-2.0

public import Foundation

/// The workbooks in the repository: all `.xlsx` files below `workbooks/`, sorted by path.
public enum OwnWorkbooks {
  public static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "workbooks")

  /// Paths relative to ``folder``, short enough to name test cases.
  public static let names: [String] = {
    let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return found.filter { $0.hasSuffix(".xlsx") && !$0.contains("~$") }.sorted()
  }()

  public static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }
}
